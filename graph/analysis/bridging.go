package analysis

import (
	"context"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
)

// bridging tells whether others meet through an actor.
func bridging() []Measure {
	return []Measure{
		{
			ID: "betweenness", Name: "measure.betweenness", Question: "measure.betweenness.question", Network: TwoMode, Weighting: Unweighted,
			Reference: "Freeman 1977; Faust 1997", Conventions: "measure.convention.betweenness",
			Score: func(ctx context.Context, s *Subject) ([]float64, error) {
				scores, err := s.betweenness(ctx, &s.network.TwoMode().Rows)
				if err != nil {
					return nil, err
				}
				return s.ofActors(scores), nil
			},
		},
		{
			ID: "betweenness_projected", Name: "measure.betweenness-projected", Question: "measure.betweenness-projected.question",
			Network: Projection, Weighting: Unweighted, Reference: "Freeman 1977; Brandes 2001", Conventions: "measure.convention.betweenness",
			Score: func(ctx context.Context, s *Subject) ([]float64, error) {
				return s.betweenness(ctx, &s.byCount().Rows)
			},
		},
		{
			ID: "sole_connector", Name: "measure.sole-connector", Question: "measure.sole-connector.question", Network: Projection, Weighting: Unweighted,
			Reference: "Tarjan 1972", Conventions: "measure.convention.sole-connector",
			Score: func(_ context.Context, s *Subject) ([]float64, error) {
				return centrality.CutsOf(&s.byCount().Rows).Lost, nil
			},
		},
		{
			ID: "redundancy", Name: "measure.redundancy", Question: "measure.redundancy.question", Network: TwoMode, Weighting: Unweighted,
			Reference: "Latapy, Magnien & Del Vecchio 2008", Conventions: "measure.convention.redundancy",
			Score: func(ctx context.Context, s *Subject) ([]float64, error) {
				return centrality.Redundancy(ctx, s.network.TwoMode())
			},
		},
	}
}

// Betweenness is exact up to so many vertices; beyond, where that would take
// hours, it is sampled to SampleAccuracy.
const mostExact = 100_000

// SampleAccuracy is what sampled betweenness promises.
var SampleAccuracy = centrality.Accuracy{Within: 0.001, Failure: 0.1}

// sampleSeed draws the paths: the same ones at each call.
const sampleSeed = 1

func (s *Subject) betweenness(ctx context.Context, g *graph.Rows) ([]float64, error) {
	if g.Len() <= s.exact {
		return centrality.Betweenness(ctx, g)
	}
	sample, err := centrality.SampleBetweenness(ctx, g, SampleAccuracy, sampleSeed)
	if err != nil {
		return nil, err
	}
	s.sampled = true
	return sample.Scores, nil
}

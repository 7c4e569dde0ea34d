package analysis

import (
	"context"

	"hankeverkko/graph/centrality"
)

// reach tells how near an actor is to the others.
func reach() []Measure {
	return []Measure{
		{
			ID: "closeness", Name: "measure.closeness", Question: "measure.closeness.question", Network: Projection, Weighting: Unweighted,
			Reference: "Freeman 1979; Wasserman & Faust 1994", Conventions: "measure.convention.closeness",
			Score: func(ctx context.Context, s *Subject) ([]float64, error) {
				d, err := s.paths(ctx)
				if err != nil {
					return nil, err
				}
				return d.Closeness(), nil
			},
		},
		{
			ID: "harmonic", Name: "measure.harmonic", Question: "measure.harmonic.question", Network: Projection, Weighting: Unweighted,
			Reference: "Marchiori & Latora 2000", Conventions: "measure.convention.harmonic",
			Score: func(ctx context.Context, s *Subject) ([]float64, error) {
				d, err := s.paths(ctx)
				if err != nil {
					return nil, err
				}
				return d.Harmonic(), nil
			},
		},
	}
}

// paths are the distances between actors.
func (s *Subject) paths(ctx context.Context) (*centrality.Distances, error) {
	if s.distances == nil {
		d, err := centrality.DistancesOf(ctx, &s.byCount().Rows)
		if err != nil {
			return nil, err
		}
		s.distances = d
	}
	return s.distances, nil
}

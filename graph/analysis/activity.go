package analysis

import (
	"context"

	"hankeverkko/graph/centrality"
)

// activity tells how much an actor does, and with how many.
func activity() []Measure {
	return []Measure{
		{
			ID: "projects", Name: "measure.projects", Question: "measure.projects.question", Network: TwoMode, Weighting: Unweighted,
			Reference: "Borgatti & Everett 1997", Conventions: "measure.convention.projects",
			Score: func(_ context.Context, s *Subject) ([]float64, error) {
				return s.ofActors(centrality.Degree(&s.network.TwoMode().Rows)), nil
			},
		},
		{
			ID: "degree", Name: "measure.degree", Question: "measure.degree.question", Network: Projection, Weighting: Unweighted,
			Reference: "Freeman 1979", Conventions: "measure.convention.degree",
			Score: func(_ context.Context, s *Subject) ([]float64, error) {
				return centrality.Degree(&s.byCount().Rows), nil
			},
		},
		{
			ID: "strength", Name: "measure.strength", Question: "measure.strength.question", Network: Projection, Weighting: ByNewman,
			Reference: "Newman 2001", Conventions: "measure.convention.newman",
			Score: func(_ context.Context, s *Subject) ([]float64, error) {
				return centrality.Strength(&s.byNewman().Rows), nil
			},
		},
	}
}

package analysis

import (
	"context"
	"strings"

	"hankeverkko/graph/brokerage"
)

// openness tells whether the partners of an actor lead to different directions.
func openness() []Measure {
	return []Measure{
		hole("constraint", "Burt 1992", (*brokerage.Holes).Constraint),
		hole("effective-size", "Burt 1992; Borgatti 1997", (*brokerage.Holes).EffectiveSize),
		hole("efficiency", "Burt 1992", (*brokerage.Holes).Efficiency),
		hole("hierarchy", "Burt 1992", (*brokerage.Holes).Hierarchy),
	}
}

// hole is one of Burt's measures of structural holes.
func hole(word, reference string, score func(*brokerage.Holes) []float64) Measure {
	return Measure{
		ID: strings.ReplaceAll(word, "-", "_"), Name: "measure." + word, Question: "measure." + word + ".question",
		Network: Projection, Weighting: ByNewman, Reference: reference, Conventions: "measure.convention.constraint",
		Score: func(ctx context.Context, s *Subject) ([]float64, error) {
			holes, err := s.structuralHoles(ctx)
			if err != nil {
				return nil, err
			}
			return score(holes), nil
		},
	}
}

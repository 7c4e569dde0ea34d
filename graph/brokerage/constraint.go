package brokerage

import (
	"context"
	"math"

	"hankeverkko/graph"
)

// Constraint returns Burt's constraint of every vertex v:
//
//	c(v) = sum over contacts j of (p_vj + sum over q of p_vq p_qj)^2
//
// where p_vj is the share of v's total edge weight that goes to j. High when
// the contacts are few or tied to each other. An isolate has no contacts and
// gets NaN. Burt, Structural Holes (1992), chapter 2.
func Constraint(ctx context.Context, g *graph.OneMode) ([]float64, error) {
	parts, err := constraints(ctx, g)
	if err != nil {
		return nil, err
	}
	scores := make([]float64, g.Len())
	for v := range scores {
		if len(g.Row(v)) == 0 {
			scores[v] = math.NaN()
		}
		for _, c := range parts[g.Offsets[v]:g.Offsets[v+1]] {
			scores[v] += c
		}
	}
	return scores, nil
}

// constraints returns, along the rows, what each contact adds to the constraint.
func constraints(ctx context.Context, g *graph.OneMode) ([]float64, error) {
	p, back := investments(g), backArcs(g)
	received := make([]float64, len(p)) // along the row of j: p_qj
	for arc, other := range back {
		received[arc] = p[other]
	}
	parts, err := throughOthers(ctx, g, back, p, received)
	if err != nil {
		return nil, err
	}
	for arc := range parts {
		share := p[arc] + parts[arc]
		parts[arc] = share * share
	}
	return parts, nil
}

package brokerage

import (
	"context"

	"hankeverkko/graph"
)

// Efficiency returns the effective size of every vertex's network as a share
// of its contacts: 1 when none of them is redundant. An isolate gets NaN.
// Burt, Structural Holes (1992), chapter 2.
func Efficiency(ctx context.Context, g *graph.OneMode) ([]float64, error) {
	scores, err := EffectiveSize(ctx, g)
	if err != nil {
		return nil, err
	}
	for v := range scores {
		scores[v] /= float64(len(g.Row(v)))
	}
	return scores, nil
}

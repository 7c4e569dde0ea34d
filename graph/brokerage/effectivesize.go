package brokerage

import (
	"context"
	"math"
	"slices"

	"hankeverkko/graph"
)

// EffectiveSize returns the effective size of every vertex's network:
//
//	e(v) = sum over contacts j of (1 - sum over q of p_vq m_jq)
//
// where p_vq is the share of v's total edge weight that goes to q, and m_jq
// the weight of j's tie to q over that of its heaviest tie. It is the number
// of contacts less what is redundant among them; without weights, n - 2t/n for
// n contacts with t ties among them (Borgatti 1997). An isolate gets NaN.
// Burt, Structural Holes (1992), chapter 2.
func EffectiveSize(ctx context.Context, g *graph.OneMode) ([]float64, error) {
	marginal := make([]float64, len(g.Targets)) // m_jq along the row of j
	for j := range g.Len() {
		row := marginal[g.Offsets[j]:g.Offsets[j+1]]
		weights := g.RowWeights(j)
		heaviest := 1.0
		if len(weights) > 0 {
			heaviest = slices.Max(weights)
		}
		for i := range row {
			row[i] = 1
			if weights != nil {
				row[i] = weights[i] / heaviest
			}
		}
	}
	through, err := throughOthers(ctx, g, backArcs(g), investments(g), marginal)
	if err != nil {
		return nil, err
	}
	scores := make([]float64, g.Len())
	for v := range scores {
		if len(g.Row(v)) == 0 {
			scores[v] = math.NaN()
		}
		for arc := g.Offsets[v]; arc < g.Offsets[v+1]; arc++ {
			scores[v] += 1 - through[arc]
		}
	}
	return scores, nil
}

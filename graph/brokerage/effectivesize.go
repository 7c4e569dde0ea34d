package brokerage

import (
	"math"
	"slices"
)

// EffectiveSize returns the effective size of every vertex's network:
//
//	e(v) = sum over contacts j of (1 - sum over q of p_vq m_jq)
//
// It is the number of contacts less what is redundant among them; without
// weights, n - 2t/n for n contacts with t ties among them. Borgatti, Connections
// 20(1), 35 (1997).
func (h *Holes) EffectiveSize() []float64 {
	scores, heaviest := make([]float64, h.g.Len()), make([]float64, h.g.Len())
	for v := range heaviest {
		heaviest[v] = 1
		if weights := h.g.RowWeights(v); len(weights) > 0 {
			heaviest[v] = slices.Max(weights)
		}
	}
	for v := range scores {
		row := h.g.Row(v)
		if len(row) == 0 {
			scores[v] = math.NaN()
		}
		for i, j := range row {
			scores[v] += 1 - h.common[int(h.g.Offsets[v])+i].product/(h.strength[v]*heaviest[j])
		}
	}
	return scores
}

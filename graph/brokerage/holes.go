package brokerage

import (
	"context"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/parallel"
)

// Holes is what the contacts of every vertex have in common, found in one pass
// for all of Burt's measures of structural holes. Burt, Structural Holes (1992),
// chapter 2.
//
// With weights w, w_v the weight of all edges of v and m_v of its heaviest, p_vj
// = w_vj / w_v is the share of contact j, and m_jq = w_jq / m_j how strong j's
// edge to q is for j. An isolate has no contacts and gets NaN.
type Holes struct {
	g        *graph.OneMode
	weights  []float64 // along the rows
	strength []float64
	shares   []float64 // 1 over the strength
	// common is along the rows: of an edge, the same from both ends.
	common []common
}

// common adds up, over the contacts q that v and j both have, w_vq w_qj, and
// the same over w_q.
type common struct{ product, diluted float64 }

// HolesOf looks at every edge once, from the end that has more contacts, so a
// hub costs no more than its contacts have. Times: edges times the contacts of
// the smaller end. It stops when ctx ends.
func HolesOf(ctx context.Context, g *graph.OneMode) (*Holes, error) {
	h := &Holes{g: g, weights: g.Weights, strength: centrality.Strength(&g.Rows), shares: make([]float64, g.Len()), common: make([]common, len(g.Targets))}
	for v, strength := range h.strength {
		h.shares[v] = 1 / strength
	}
	if h.weights == nil {
		h.weights = slices.Repeat([]float64{1}, len(g.Targets))
	}
	back := g.BackArcs()
	smaller := func(j, v int) bool {
		m, n := len(g.Row(j)), len(g.Row(v))
		return m < n || m == n && j < v
	}
	bounds := parallel.Blocks(g.Offsets, 64*parallel.Workers())
	spread := make([][]common, parallel.Workers())
	err := parallel.Do(ctx, len(spread), len(bounds)-1, func(worker, block int) {
		if spread[worker] == nil {
			spread[worker] = make([]common, g.Len())
		}
		own := spread[worker] // w_vq and w_vq / w_q, 0 where there is no edge
		for v := bounds[block]; v < bounds[block+1]; v++ {
			first := int(g.Offsets[v])
			for i, q := range g.Row(v) {
				w := h.weights[first+i]
				own[q] = common{w, w * h.shares[q]}
			}
			for i, t := range g.Row(v) {
				j := int(t)
				if !smaller(j, v) {
					continue
				}
				from, to := g.Offsets[j], g.Offsets[j+1]
				row, weight := g.Targets[from:to], h.weights[from:to]
				sum := common{}
				for k, q := range row {
					of := &own[q]
					sum.product += of.product * weight[k]
					sum.diluted += of.diluted * weight[k]
				}
				h.common[first+i], h.common[back[first+i]] = sum, sum
			}
			for _, q := range g.Row(v) {
				own[q] = common{}
			}
		}
	})
	if err != nil {
		return nil, err
	}
	return h, nil
}

// Common returns what the ends of an arc have in common, the same from either:
// the sum over the contacts q of both of the products of their weights, and that
// of the products over the weight of all edges of q.
func (h *Holes) Common(arc int) (product, diluted float64) {
	return h.common[arc].product, h.common[arc].diluted
}

package brokerage

import (
	"context"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/parallel"
)

// investments returns, along the rows of g, the share of vertex v's total
// weight that goes to each of its contacts: p_vj in Burt's letters.
func investments(g *graph.OneMode) []float64 {
	p := make([]float64, len(g.Targets))
	strength := centrality.Strength(&g.Rows)
	for v := range g.Len() {
		weights := g.RowWeights(v)
		for i := range g.Row(v) {
			w := 1.0
			if weights != nil {
				w = weights[i]
			}
			p[int(g.Offsets[v])+i] = w / strength[v]
		}
	}
	return p
}

// backArcs returns for every arc, along the rows, the place of the same edge
// in the row of its other end.
func backArcs(g *graph.OneMode) []int32 {
	back := make([]int32, len(g.Targets))
	next := make([]int32, g.Len())
	copy(next, g.Offsets)
	for v := range g.Len() {
		for i, t := range g.Row(v) { // rows rise, so those of the targets fill in order
			back[int(g.Offsets[v])+i] = next[t]
			next[t]++
		}
	}
	return back
}

// throughOthers returns, along the rows of g, for every v and contact j
//
//	sum over the contacts q that both have of a_vq b_jq
//
// where a and b run along the rows. Every edge is seen once, from the end that
// has more contacts, so a hub costs no more than its contacts have.
func throughOthers(ctx context.Context, g *graph.OneMode, back []int32, a, b []float64) ([]float64, error) {
	through := make([]float64, len(g.Targets))
	smaller := func(j, v int) bool {
		m, n := len(g.Row(j)), len(g.Row(v))
		return m < n || m == n && j < v
	}
	bounds := parallel.Blocks(g.Offsets, 64*parallel.Workers())
	spread := make([][][2]float64, parallel.Workers())
	err := parallel.Do(ctx, len(spread), len(bounds)-1, func(worker, block int) {
		if spread[worker] == nil {
			spread[worker] = make([][2]float64, g.Len())
		}
		own := spread[worker] // a and b of v's arcs by target, 0 where there is no tie
		for v := bounds[block]; v < bounds[block+1]; v++ {
			first := int(g.Offsets[v])
			for i, q := range g.Row(v) {
				own[q] = [2]float64{a[first+i], b[first+i]}
			}
			for i, t := range g.Row(v) {
				j := int(t)
				if !smaller(j, v) {
					continue
				}
				from, to := g.Offsets[j], g.Offsets[j+1]
				row, aj, bj := g.Targets[from:to], a[from:to], b[from:to]
				there, here := 0.0, 0.0
				for k, q := range row {
					of := &own[q]
					there += of[0] * bj[k]
					here += of[1] * aj[k]
				}
				through[first+i], through[back[first+i]] = there, here
			}
			for _, q := range g.Row(v) {
				own[q] = [2]float64{}
			}
		}
	})
	if err != nil {
		return nil, err
	}
	return through, nil
}

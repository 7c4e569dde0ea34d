package centrality

import (
	"cmp"
	"context"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
)

// Triangles returns in how many triangles every vertex stands, weights aside.
// Each triangle is found once, from its corner of fewest ties, so that hubs
// cost no more than others (Latapy 2008).
func Triangles(ctx context.Context, g *graph.Rows) ([]int64, error) {
	n := g.Len()
	rank := make([]int32, n) // by falling degree
	order := make([]int32, n)
	for v := range order {
		order[v] = int32(v)
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(len(g.Row(int(b))), len(g.Row(int(a)))), cmp.Compare(a, b))
	})
	for i, v := range order {
		rank[v] = int32(i)
	}
	// Each tie stands with its end of more rank alone: few at any vertex.
	offsets, higher := make([]int32, n+1), make([]int32, 0, len(g.Targets)/2)
	for v := range n {
		for _, u := range g.Row(v) {
			if rank[u] < rank[v] {
				higher = append(higher, u)
			}
		}
		offsets[v+1] = int32(len(higher))
	}
	bounds := parallel.Blocks(offsets, 64*parallel.Workers())
	type worker struct {
		mark  []bool
		count []int64
	}
	workers := make([]*worker, parallel.Workers())
	err := parallel.Do(ctx, len(workers), len(bounds)-1, func(which, block int) {
		if workers[which] == nil {
			workers[which] = &worker{make([]bool, n), make([]int64, n)}
		}
		w := workers[which]
		for v := bounds[block]; v < bounds[block+1]; v++ {
			row := higher[offsets[v]:offsets[v+1]]
			for _, u := range row {
				w.mark[u] = true
			}
			for _, u := range row {
				for _, t := range higher[offsets[u]:offsets[u+1]] {
					if w.mark[t] {
						w.count[v]++
						w.count[u]++
						w.count[t]++
					}
				}
			}
			for _, u := range row {
				w.mark[u] = false
			}
		}
	})
	if err != nil {
		return nil, err
	}
	count := make([]int64, n)
	for _, w := range workers {
		if w == nil {
			continue
		}
		for v, c := range w.count {
			count[v] += c
		}
	}
	return count, nil
}

// Clustering returns what share of the pairs of a vertex's neighbours are
// tied, 0 with fewer than two neighbours. Watts & Strogatz (1998).
func Clustering(ctx context.Context, g *graph.Rows) ([]float64, error) {
	triangles, err := Triangles(ctx, g)
	if err != nil {
		return nil, err
	}
	share := make([]float64, g.Len())
	for v, t := range triangles {
		if k := float64(len(g.Row(v))); k > 1 {
			share[v] = 2 * float64(t) / (k * (k - 1))
		}
	}
	return share, nil
}

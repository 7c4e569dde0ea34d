package centrality

import (
	"context"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
)

// Triangles returns in how many triangles every vertex stands, weights aside.
// Each triangle is found once, from its corner of fewest ties, so that hubs
// cost no more than others (Latapy 2008).
func Triangles(ctx context.Context, g *graph.Rows) ([]int64, error) {
	n := g.Len()
	up := Upward(g)
	bounds := parallel.Blocks(up.Offsets, 64*parallel.Workers())
	type worker struct {
		mark  []bool
		count []int64
	}
	workers := make([]*worker, parallel.Workers())
	err := parallel.Do(ctx, len(workers), len(bounds)-1, func(which, block int) {
		if workers[which] == nil {
			workers[which] = &worker{make([]bool, n), make([]int64, n)}
		}
		mark, count := workers[which].mark, workers[which].count
		for v := bounds[block]; v < bounds[block+1]; v++ {
			row := up.Row(v)
			for _, u := range row {
				mark[u] = true
			}
			for _, u := range row {
				met := int64(0)
				for _, t := range up.Row(int(u)) {
					if mark[t] {
						met++
						count[t]++
					}
				}
				count[u] += met
				count[v] += met
			}
			for _, u := range row {
				mark[u] = false
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

// Upward keeps every tie at its end of fewer ties alone, of equals at the
// lower one: few at any vertex, and each triangle has one corner from which two
// of its ties go. Rows rise; weights are left out.
func Upward(g *graph.Rows) *graph.Rows {
	up := &graph.Rows{Offsets: make([]int32, g.Len()+1), Targets: make([]int32, 0, len(g.Targets)/2)}
	for v := range g.Len() {
		k := len(g.Row(v))
		for _, u := range g.Row(v) {
			if other := len(g.Row(int(u))); other > k || other == k && int(u) > v {
				up.Targets = append(up.Targets, u)
			}
		}
		up.Offsets[v+1] = int32(len(up.Targets))
	}
	return up
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

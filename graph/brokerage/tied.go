package brokerage

import (
	"context"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/parallel"
)

// tied is what needs no broker: the triangles among vertices that have a group.
type tied struct {
	up *graph.Rows // every tie once, see centrality.Upward
	// along counts the triangles of every tie, along the rows of up, and corner
	// those of every vertex, by the role it would play were its two not tied.
	along  []int32
	corner [][roleCount]int64
}

// tiedPairs finds each triangle once, from its corner of fewest ties.
func tiedPairs(ctx context.Context, g *graph.OneMode, group []int32) (*tied, error) {
	up := centrality.Upward(&g.Rows)
	bounds := parallel.Blocks(up.Offsets, 64*parallel.Workers())
	workers := make([]*finder, parallel.Workers())
	err := parallel.Do(ctx, len(workers), len(bounds)-1, func(worker, block int) {
		if workers[worker] == nil {
			workers[worker] = &finder{
				tied:  tied{up: up, along: make([]int32, len(up.Targets)), corner: make([][roleCount]int64, g.Len())},
				group: group, arc: make([]int32, g.Len()),
			}
		}
		for v := bounds[block]; v < bounds[block+1]; v++ {
			workers[worker].from(v)
		}
	})
	if err != nil {
		return nil, err
	}
	all := &tied{up: up, along: make([]int32, len(up.Targets)), corner: make([][roleCount]int64, g.Len())}
	for _, w := range workers {
		if w == nil {
			continue
		}
		for i, count := range w.along {
			all.along[i] += count
		}
		for v := range w.corner {
			for r, count := range w.corner[v] {
				all.corner[v][r] += count
			}
		}
	}
	return all, nil
}

// finder counts triangles on buffers of its own.
type finder struct {
	tied
	group []int32
	arc   []int32 // by vertex: its place in the row in hand, from 1
}

func (f *finder) from(v int) {
	own, first := f.group[v], f.up.Offsets[v]
	if own < 0 {
		return
	}
	row := f.up.Row(v)
	for i, u := range row {
		if f.group[u] >= 0 {
			f.arc[u] = int32(i) + 1
		}
	}
	for i, u := range row {
		other := f.group[u]
		if other < 0 {
			continue
		}
		var like, likeOther, rest int64 // third corners by their group
		for k := f.up.Offsets[u]; k < f.up.Offsets[u+1]; k++ {
			w := f.up.Targets[k]
			at := f.arc[w]
			if at == 0 {
				continue
			}
			f.along[k]++
			f.along[first+at-1]++
			third := f.group[w]
			f.corner[w][roleOf(third, own, other)]++
			switch third {
			case own:
				like++
			case other:
				likeOther++
			default:
				rest++
			}
		}
		f.along[int(first)+i] += int32(like + likeOther + rest)
		a, b := &f.corner[v], &f.corner[u]
		if own == other {
			a[Coordinator], b[Coordinator] = a[Coordinator]+like, b[Coordinator]+like
			a[Gatekeeper], b[Gatekeeper] = a[Gatekeeper]+rest, b[Gatekeeper]+rest
			continue
		}
		a[Gatekeeper], b[Itinerant] = a[Gatekeeper]+like, b[Itinerant]+like
		b[Gatekeeper], a[Itinerant] = b[Gatekeeper]+likeOther, a[Itinerant]+likeOther
		a[Liaison], b[Liaison] = a[Liaison]+rest, b[Liaison]+rest
	}
	for _, u := range row {
		f.arc[u] = 0
	}
}

// openPairs tells for every vertex with a group how its open pairs lie.
func (t *tied) openPairs(g *graph.OneMode, group []int32) []open {
	contacts := make([]float64, g.Len()) // that have a group
	for v := range contacts {
		for _, u := range g.Row(v) {
			if group[u] >= 0 {
				contacts[v]++
			}
		}
	}
	pairs := make([]open, g.Len())
	for v := range pairs {
		for k := t.up.Offsets[v]; k < t.up.Offsets[v+1]; k++ {
			u := t.up.Targets[k]
			if group[v] < 0 || group[u] < 0 {
				continue
			}
			pairs[v].at(contacts[v] - 1 - float64(t.along[k]))
			pairs[u].at(contacts[u] - 1 - float64(t.along[k]))
		}
	}
	return pairs
}

// at adds a contact with so many open pairs.
func (o *open) at(pairs float64) {
	o.pairs += pairs / 2
	o.sharing += pairs * (pairs - 1) / 2
}

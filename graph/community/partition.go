package community

import (
	"cmp"
	"slices"

	"hankeverkko/graph"
)

// Partition gives each vertex its community, numbered from 0 by falling size,
// ties by smallest member. -1 means that the vertex is in none.
type Partition []int32

// Number turns any labels into a Partition: equal labels, equal community.
// Negative labels become -1. Labels must be smaller than the number of vertices.
func Number(labels []int32) Partition {
	type community struct{ label, size, first int32 }
	seen := make([]community, len(labels))
	for v, c := range labels {
		if c < 0 {
			continue
		}
		if seen[c].size == 0 {
			seen[c].label, seen[c].first = c, int32(v)
		}
		seen[c].size++
	}
	found := slices.DeleteFunc(slices.Clone(seen), func(c community) bool { return c.size == 0 })
	slices.SortFunc(found, func(a, b community) int {
		return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.first, b.first))
	})
	number := make([]int32, len(labels))
	for i, c := range found {
		number[c.label] = int32(i)
	}
	p := make(Partition, len(labels))
	for v, c := range labels {
		if p[v] = -1; c >= 0 {
			p[v] = number[c]
		}
	}
	return p
}

// Count returns the number of communities.
func (p Partition) Count() int {
	if len(p) == 0 {
		return 0
	}
	return int(slices.Max(p)) + 1
}

func (p Partition) sizes(count int) []int32 {
	sizes := make([]int32, count)
	for _, c := range p {
		if c >= 0 {
			sizes[c]++
		}
	}
	return sizes
}

// Members returns the vertices of every community, rising.
func (p Partition) Members() [][]int32 {
	sizes := p.sizes(p.Count())
	members := make([][]int32, len(sizes))
	for c, size := range sizes {
		members[c] = make([]int32, 0, size)
	}
	for v, c := range p {
		if c >= 0 {
			members[c] = append(members[c], int32(v))
		}
	}
	return members
}

// Modularity returns
//
//	Q = sum over c of e_c/2m - resolution * (d_c/2m)^2
//
// where e_c is twice the weight inside community c, d_c the strength of its
// vertices and m the weight of all edges. Vertices in no community stand
// alone. Without any weight Q is 0. Newman & Girvan (2004); the resolution is
// Reichardt & Bornholdt's (2006).
func Modularity(g *graph.Rows, p Partition, resolution float64) float64 {
	inside, strength := make([]float64, len(p)), make([]float64, len(p))
	total, alone := 0.0, 0.0
	for v := range g.Len() {
		weights := g.RowWeights(v)
		own, in := 0.0, 0.0
		for i, u := range g.Row(v) {
			w := 1.0
			if weights != nil {
				w = weights[i]
			}
			own += w
			if int(u) == v || p[u] == p[v] && p[v] >= 0 {
				in += w
			}
		}
		total += own
		if c := p[v]; c >= 0 {
			inside[c] += in
			strength[c] += own
		} else {
			alone += own * own
			inside[0] += in
		}
	}
	if total == 0 {
		return 0
	}
	q := -resolution * alone / total / total
	for c, in := range inside {
		share := strength[c] / total
		q += in/total - resolution*share*share
	}
	return q
}

// Connected tells whether every community hangs together by edges of its own
// that have weight.
func Connected(g *graph.Rows, p Partition) bool {
	pieces := connectedPieces(g, p)
	return pieces.Count() == p.Count()
}

// connectedPieces splits every community into its connected components. In
// each round every component of a community that is still in several pieces
// takes in a neighbour, so that few rows are read to their end.
func connectedPieces(g *graph.Rows, p Partition) Partition {
	piece := make([]int32, len(p)) // a forest; the root names the piece
	for v := range piece {
		piece[v] = int32(v)
	}
	root := func(v int32) int32 {
		for piece[v] != v {
			piece[v] = piece[piece[v]]
			v = piece[v]
		}
		return v
	}
	pieces := make([]int32, len(p)) // that a community is in still
	for _, c := range p {
		if c >= 0 {
			pieces[c]++
		}
	}
	for joined := true; joined; {
		joined = false
		for v := range int32(len(p)) {
			c := p[v]
			if c < 0 || pieces[c] < 2 {
				continue
			}
			weights := g.RowWeights(int(v))
			from := root(v)
			for i, u := range g.Row(int(v)) {
				if p[u] != c || weights != nil && weights[i] <= 0 {
					continue
				}
				if to := root(u); to != from {
					piece[from] = to
					pieces[c]--
					joined = true
					break
				}
			}
		}
	}
	for v, c := range p {
		if piece[v] = root(int32(v)); c < 0 {
			piece[v] = -1
		}
	}
	return Number(piece)
}

package centrality

import (
	"cmp"
	"slices"

	"hankeverkko/graph"
)

// Cuts is what holds a network together by itself.
type Cuts struct {
	// Lost counts for every vertex the others of its part that lose touch with
	// the largest rest of it when the vertex goes; 0 when the rest stays whole.
	Lost []float64
	// Bridges are the ties without which their part falls in two, the smaller
	// end first, in rising order.
	Bridges [][2]int32
}

// CutsOf finds the articulation points and bridges in one pass. Tarjan (1972).
func CutsOf(g *graph.Rows) *Cuts {
	n := g.Len()
	c := &Cuts{Lost: make([]float64, n)}
	var (
		found   = make([]int32, n) // when it was found, from 1
		low     = make([]int32, n) // the first found that its branch reaches otherwise
		size    = make([]int32, n) // of its branch
		parent  = make([]int32, n)
		next    = make([]int32, n) // arc to look at
		largest = make([]int32, n) // of the parts that fall off when it goes
		fallen  = make([]int32, n) // all of those parts
		clock   = int32(0)
	)
	var path, part []int32
	for root := range n {
		if found[root] > 0 {
			continue
		}
		path, part = append(path[:0], int32(root)), part[:0]
		parent[root] = -1
		for len(path) > 0 {
			v := path[len(path)-1]
			if found[v] == 0 {
				clock++
				found[v], low[v], size[v], next[v] = clock, clock, 1, g.Offsets[v]
				part = append(part, v)
			}
			if next[v] < g.Offsets[v+1] {
				u := g.Targets[next[v]]
				next[v]++
				if found[u] == 0 {
					parent[u] = v
					path = append(path, u)
				} else if u != parent[v] {
					low[v] = min(low[v], found[u])
				}
				continue
			}
			path = path[:len(path)-1]
			p := parent[v]
			if p < 0 {
				continue
			}
			low[p] = min(low[p], low[v])
			size[p] += size[v]
			if low[v] >= found[p] {
				largest[p] = max(largest[p], size[v])
				fallen[p] += size[v]
			}
			if low[v] > found[p] {
				c.Bridges = append(c.Bridges, [2]int32{min(p, v), max(p, v)})
			}
		}
		all := int32(len(part))
		for _, v := range part {
			rest := all - 1 - fallen[v]
			c.Lost[v] = float64(all - 1 - max(largest[v], rest))
		}
	}
	sortPairs(c.Bridges)
	return c
}

func sortPairs(pairs [][2]int32) {
	slices.SortFunc(pairs, func(a, b [2]int32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
}

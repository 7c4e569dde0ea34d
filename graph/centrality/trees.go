package centrality

import "hankeverkko/graph"

// forest is a network whose hanging trees have been folded away: a vertex
// with one neighbour left goes, together with what went into it before, until
// every vertex left has none or at least two.
type forest struct {
	g *graph.Rows
	// gone tells the vertices that were folded away.
	gone []bool
	// behind counts the vertices folded into each, and itself.
	behind []float64
	// score holds the pairs that meet in a vertex because one of them comes out
	// of a tree that hangs from it.
	score []float64
}

func foldTrees(g *graph.Rows) *forest {
	n := g.Len()
	f := &forest{g: g, gone: make([]bool, n), behind: make([]float64, n), score: make([]float64, n)}
	left := make([]int32, n) // neighbours not folded away
	var leaves []int32
	for v := range n {
		f.behind[v] = 1
		for _, u := range g.Row(v) {
			if int(u) != v {
				left[v]++
			}
		}
		if left[v] == 1 {
			leaves = append(leaves, int32(v))
		}
	}
	for len(leaves) > 0 {
		v := leaves[len(leaves)-1]
		leaves = leaves[:len(leaves)-1]
		if left[v] != 1 { // its only neighbour went into it
			continue
		}
		f.gone[v] = true
		for _, u := range g.Row(int(v)) {
			if f.gone[u] || u == v {
				continue
			}
			// Pairs of this branch with those that hung from u before.
			f.score[u] += f.behind[v] * (f.behind[u] - 1)
			f.behind[u] += f.behind[v]
			if left[u]--; left[u] == 1 {
				leaves = append(leaves, u)
			}
		}
	}
	component, count := Components(g)
	size := make([]float64, count)
	for _, c := range component {
		size[c]++
	}
	for v, c := range component { // pairs of a branch with what lies beyond v
		f.score[v] += (f.behind[v] - 1) * (size[c] - f.behind[v])
	}
	return f
}

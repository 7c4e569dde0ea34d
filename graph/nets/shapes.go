package nets

import (
	"slices"

	"hankeverkko/graph"
)

// Isolates returns n vertices and no edges.
func Isolates(n int) *graph.OneMode { return unweighted(n, nil) }

// Path returns n vertices in a row.
func Path(n int) *graph.OneMode {
	var pairs [][2]int32
	for v := 1; v < n; v++ {
		pairs = append(pairs, [2]int32{int32(v - 1), int32(v)})
	}
	return unweighted(n, pairs)
}

// Cycle returns n vertices in a ring; n is at least 3.
func Cycle(n int) *graph.OneMode {
	pairs := [][2]int32{{0, int32(n - 1)}}
	for v := 1; v < n; v++ {
		pairs = append(pairs, [2]int32{int32(v - 1), int32(v)})
	}
	return unweighted(n, pairs)
}

// Star returns vertex 0 tied to each of the n-1 others.
func Star(n int) *graph.OneMode {
	var pairs [][2]int32
	for v := 1; v < n; v++ {
		pairs = append(pairs, [2]int32{0, int32(v)})
	}
	return unweighted(n, pairs)
}

// Clique returns n vertices, all tied to each other.
func Clique(n int) *graph.OneMode { return unweighted(n, clique(0, n)) }

// TwoCliques returns two cliques of n vertices each and one edge between
// vertices n-1 and n.
func TwoCliques(n int) *graph.OneMode {
	pairs := append(clique(0, n), clique(n, 2*n)...)
	return unweighted(2*n, append(pairs, [2]int32{int32(n - 1), int32(n)}))
}

// RingOfCliques returns count cliques of size vertices; each is tied by one
// edge to the next. The cliques are the communities, unless there are very many.
func RingOfCliques(count, size int) *graph.OneMode {
	n := count * size
	var pairs [][2]int32
	for c := range count {
		pairs = append(pairs, clique(c*size, (c+1)*size)...)
		pairs = append(pairs, [2]int32{int32(c*size + 1), int32((c + 1) * size % n)})
	}
	return unweighted(n, pairs)
}

// Apart returns a triangle, a path of three, an edge and an isolate, not tied
// to each other.
func Apart() *graph.OneMode {
	return unweighted(9, [][2]int32{{0, 1}, {0, 2}, {1, 2}, {3, 4}, {4, 5}, {6, 7}})
}

// Weighted returns a kite of five vertices whose edges weigh 0.5 to 4.
func Weighted() *graph.OneMode {
	return graph.NewOneMode(5, []graph.Edge{
		{U: 0, V: 1, Weight: 4}, {U: 0, V: 2, Weight: 1}, {U: 1, V: 2, Weight: 2.5},
		{U: 2, V: 3, Weight: 0.5}, {U: 3, V: 4, Weight: 3},
	})
}

func clique(from, to int) [][2]int32 {
	var pairs [][2]int32
	for u := from; u < to; u++ {
		for v := u + 1; v < to; v++ {
			pairs = append(pairs, [2]int32{int32(u), int32(v)})
		}
	}
	return pairs
}

func unweighted(n int, pairs [][2]int32) *graph.OneMode {
	edges := make([]graph.Edge, len(pairs))
	for i, p := range pairs {
		edges[i] = graph.Edge{U: p[0], V: p[1], Weight: 1}
	}
	g := graph.NewOneMode(n, edges)
	g.Weights = nil
	return g
}

// Bicliques returns complete two-mode networks of so many projects and actors
// each; the first project of every one but the first is tied to the last actor
// of the one before. The number of the biclique of every vertex comes with it.
func Bicliques(sizes ...[2]int) (*graph.TwoMode, []int32) {
	var pairs [][2]int32
	var ofProjects, ofActors []int32
	for i, size := range sizes {
		project, actor := len(ofProjects), len(ofActors)
		for p := range size[0] {
			if p == 0 && i > 0 {
				pairs = append(pairs, [2]int32{int32(project), int32(actor - 1)})
			}
			for a := range size[1] {
				pairs = append(pairs, [2]int32{int32(project + p), int32(actor + a)})
			}
		}
		ofProjects = append(ofProjects, slices.Repeat([]int32{int32(i)}, size[0])...)
		ofActors = append(ofActors, slices.Repeat([]int32{int32(i)}, size[1])...)
	}
	return graph.NewTwoMode(len(ofProjects), len(ofActors), pairs), append(ofProjects, ofActors...)
}

package nets

import (
	"math/rand/v2"

	"hankeverkko/graph"
)

// Planted returns groups of equal size in which vertices are tied with
// probability inside, to other groups with probability between, and the group
// of every vertex. Condon & Karp (2001).
func Planted(groups, size int, inside, between float64, seed uint64) (*graph.OneMode, []int32) {
	random := rand.New(rand.NewPCG(seed, 1))
	n := groups * size
	group := make([]int32, n)
	for v := range group {
		group[v] = int32(v / size)
	}
	var pairs [][2]int32
	for u := range n {
		for v := u + 1; v < n; v++ {
			p := between
			if group[u] == group[v] {
				p = inside
			}
			if random.Float64() < p {
				pairs = append(pairs, [2]int32{int32(u), int32(v)})
			}
		}
	}
	return unweighted(n, pairs), group
}

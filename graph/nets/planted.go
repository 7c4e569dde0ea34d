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

// PlantedTwoMode is Planted for a two-mode network: so many projects and
// actors a group.
func PlantedTwoMode(groups, projects, actors int, inside, between float64, seed uint64) (*graph.TwoMode, []int32) {
	random := rand.New(rand.NewPCG(seed, 2))
	group := make([]int32, groups*(projects+actors))
	for v := range group {
		if v < groups*projects {
			group[v] = int32(v / projects)
		} else {
			group[v] = int32((v - groups*projects) / actors)
		}
	}
	var pairs [][2]int32
	for p := range groups * projects {
		for a := range groups * actors {
			chance := between
			if group[p] == group[groups*projects+a] {
				chance = inside
			}
			if random.Float64() < chance {
				pairs = append(pairs, [2]int32{int32(p), int32(a)})
			}
		}
	}
	return graph.NewTwoMode(groups*projects, groups*actors, pairs), group
}

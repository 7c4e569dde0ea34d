package centrality_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/nets"
)

// without returns the network whose vertex or tie is gone; -1 keeps all.
func without(g *graph.Rows, vertex int, tie [2]int32) *graph.Rows {
	edges := slices.DeleteFunc(edgesOf(g), func(e graph.Edge) bool {
		return int(e.U) == vertex || int(e.V) == vertex || [2]int32{min(e.U, e.V), max(e.U, e.V)} == tie
	})
	return &graph.NewOneMode(g.Len(), edges).Rows
}

// What a vertex holds together, and which ties do, is what taking it out shows.
func TestCutsAreWhatRemovalShows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &someNetwork(t).Rows
		cuts := centrality.CutsOf(g)
		part, count := centrality.Components(g)
		for v := range g.Len() {
			left, _ := centrality.Components(without(g, v, [2]int32{-1, -1}))
			sizes := map[int32]int{}
			for u := range left {
				if u != v && part[u] == part[v] {
					sizes[left[u]]++
				}
			}
			all, most := 0, 0
			for _, n := range sizes {
				all += n
				most = max(most, n)
			}
			if want := float64(all - most); cuts.Lost[v] != want {
				t.Fatalf("vertex %d loses %v, by removal %v", v, cuts.Lost[v], want)
			}
		}
		var bridges [][2]int32
		for _, e := range edgesOf(g) {
			tie := [2]int32{min(e.U, e.V), max(e.U, e.V)}
			if _, now := centrality.Components(without(g, -1, tie)); now > count {
				bridges = append(bridges, tie)
			}
		}
		slices.SortFunc(bridges, func(a, b [2]int32) int { return slices.Compare(a[:], b[:]) })
		if !slices.Equal(bridges, cuts.Bridges) {
			t.Fatalf("bridges %v, by removal %v", cuts.Bridges, bridges)
		}
	})
}

// Distances are those of one search from each vertex.
func TestDistancesOneByOne(t *testing.T) {
	check := func(t interface{ Fatalf(string, ...any) }, g *graph.Rows) {
		d, err := centrality.DistancesOf(context.Background(), g)
		if err != nil {
			t.Fatalf("%v", err)
		}
		longest := 0
		for v := range g.Len() {
			at := slices.Repeat([]int{-1}, g.Len())
			at[v] = 0
			reached, far, near := 0, 0, 0.0
			for queue := []int32{int32(v)}; len(queue) > 0; queue = queue[1:] {
				for _, u := range g.Row(int(queue[0])) {
					if at[u] < 0 {
						at[u] = at[queue[0]] + 1
						reached, far, near = reached+1, far+at[u], near+1/float64(at[u])
						longest = max(longest, at[u])
						queue = append(queue, u)
					}
				}
			}
			if int(d.Reached[v]) != reached || int(d.Far[v]) != far || math.Abs(d.Near[v]-near) > 1e-9 {
				t.Fatalf("vertex %d reaches %d at %d, %v near; want %d, %d, %v", v, d.Reached[v], d.Far[v], d.Near[v], reached, far, near)
			}
		}
		if d.Longest != longest {
			t.Fatalf("the longest is %d, want %d", d.Longest, longest)
		}
	}
	rapid.Check(t, func(t *rapid.T) { check(t, &someNetwork(t).Rows) })
	planted, _ := nets.Planted(4, 60, 0.1, 0.01, 3) // more than one batch of sources
	check(t, &planted.Rows)
	check(t, &nets.Path(130).Rows)
}

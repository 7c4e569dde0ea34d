package centrality_test

import (
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

func TestCutsByHand(t *testing.T) {
	for _, c := range []struct {
		name    string
		g       *graph.OneMode
		lost    []float64
		bridges [][2]int32
	}{
		{"isolate", nets.Isolates(1), []float64{0}, nil},
		{"star: all leaves but one lose the largest part", nets.Star(4), []float64{2, 0, 0, 0}, [][2]int32{{0, 1}, {0, 2}, {0, 3}}},
		{"path", nets.Path(6), []float64{0, 1, 2, 2, 1, 0}, [][2]int32{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}}},
		{"cycle", nets.Cycle(5), []float64{0, 0, 0, 0, 0}, nil},
		{"two cliques of three and a bridge", nets.TwoCliques(3), []float64{0, 0, 2, 2, 0, 0}, [][2]int32{{2, 3}}},
	} {
		if got := centrality.CutsOf(&c.g.Rows); !slices.Equal(got.Lost, c.lost) || !slices.Equal(got.Bridges, c.bridges) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
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

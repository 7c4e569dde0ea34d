package centrality_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/nets"
)

func TestCorenessByHand(t *testing.T) {
	for _, c := range []struct {
		name string
		g    *graph.OneMode
		want []float64
	}{
		{"nothing", nets.Isolates(0), nil},
		{"isolates", nets.Isolates(2), []float64{0, 0}},
		{"star", nets.Star(4), []float64{1, 1, 1, 1}},
		{"clique", nets.Clique(5), []float64{4, 4, 4, 4, 4}},
		{"two cliques of four and a bridge", nets.TwoCliques(4), []float64{3, 3, 3, 3, 3, 3, 3, 3}},
		{"a triangle, a path, an edge, an isolate", nets.Apart(), []float64{2, 2, 2, 1, 1, 1, 1, 1, 0}},
	} {
		if got := centrality.Coreness(&c.g.Rows); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// Taking away who has fewer than k neighbours left, until nobody has.
func TestCorenessAgainstPeeling(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &someNetwork(t).Rows
		want := make([]float64, g.Len())
		gone := make([]bool, g.Len())
		for k := 1; k <= g.Len(); k++ {
			for again := true; again; {
				again = false
				for v := range gone {
					left := 0
					for _, u := range g.Row(v) {
						if !gone[u] {
							left++
						}
					}
					if !gone[v] && left < k {
						gone[v], again = true, true
					}
				}
			}
			for v := range gone {
				if !gone[v] {
					want[v] = float64(k)
				}
			}
		}
		if got := centrality.Coreness(g); !slices.Equal(got, want) {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}

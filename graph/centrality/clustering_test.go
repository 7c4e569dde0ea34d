package centrality_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/nets"
)

func TestClusteringByHand(t *testing.T) {
	for _, c := range []struct {
		name string
		g    *graph.OneMode
		want []float64
	}{
		{"pair: no pair of neighbours", nets.Path(2), []float64{0, 0}},
		{"star", nets.Star(4), []float64{0, 0, 0, 0}},
		{"clique", nets.Clique(4), []float64{1, 1, 1, 1}},
		// The bridge's ends know three of their clique, tied to each other, and one outside.
		{"two cliques of four and a bridge", nets.TwoCliques(4), []float64{1, 1, 1, 0.5, 0.5, 1, 1, 1}},
	} {
		got, err := centrality.Clustering(t.Context(), &c.g.Rows)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, %v", c.name, got, err)
		}
	}
}

func TestClusteringAgainstEveryPair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &someNetwork(t).Rows
		got, err := centrality.Clustering(t.Context(), g)
		if err != nil {
			t.Fatal(err)
		}
		for v := range g.Len() {
			pairs, tied := 0.0, 0.0
			for i, a := range g.Row(v) {
				for _, b := range g.Row(v)[:i] {
					pairs++
					if slices.Contains(g.Row(int(a)), b) {
						tied++
					}
				}
			}
			if want := tied / max(pairs, 1); math.Abs(got[v]-want) > 1e-12 {
				t.Fatalf("clustering of %d is %v, want %v", v, got[v], want)
			}
		}
	})
}

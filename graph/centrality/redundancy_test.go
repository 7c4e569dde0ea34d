package centrality_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
)

// redundancy is the definition, pair by pair.
func redundancy(g *graph.TwoMode) []float64 {
	var scores []float64
	for a := g.Projects; a < g.Len(); a++ {
		pairs, other := 0.0, 0.0
		for i, p := range g.Row(a) {
			for _, q := range g.Row(a)[:i] {
				pairs++
				if slices.ContainsFunc(g.Row(int(p)), func(b int32) bool { return int(b) != a && slices.Contains(g.Row(int(q)), b) }) {
					other++
				}
			}
		}
		scores = append(scores, other/pairs) // NaN without a pair
	}
	return scores
}

func TestRedundancyByHand(t *testing.T) {
	// Actor 0 is in projects 0, 1 and 2; actor 1 in 0 and 1 as well, actor 2 in 2 alone.
	g := graph.NewTwoMode(3, 3, [][2]int32{{0, 0}, {0, 1}, {1, 0}, {1, 1}, {2, 0}, {2, 2}})
	got, err := centrality.Redundancy(t.Context(), g)
	if err != nil || len(got) != 3 || math.Abs(got[0]-1./3) > 1e-12 || got[1] != 1 || !math.IsNaN(got[2]) {
		t.Errorf("%v, %v", got, err)
	}
}

func TestRedundancyPairByPair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := someTwoMode(t)
		got, err := centrality.Redundancy(context.Background(), g)
		if err != nil {
			t.Fatal(err)
		}
		for a, want := range redundancy(g) {
			if math.IsNaN(got[a]) != math.IsNaN(want) || math.Abs(got[a]-want) > 1e-12 {
				t.Fatalf("actor %d has %v, want %v", a, got[a], want)
			}
		}
	})
}

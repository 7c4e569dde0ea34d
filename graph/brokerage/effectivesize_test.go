package brokerage_test

import (
	"math"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/nets"
)

func TestEffectiveSizeByHand(t *testing.T) {
	for _, c := range []struct {
		name string
		g    *graph.OneMode
		want []float64
	}{
		{"isolate", nets.Isolates(1), []float64{math.NaN()}},
		{"star of four: no contact is redundant", nets.Star(4), []float64{3, 1, 1, 1}},
		{"clique of five: four contacts count as one", nets.Clique(5), []float64{1, 1, 1, 1, 1}},
		// Vertex 0 gives 4/5 to 1 and 1/5 to 2. 1's tie to 2 is 2.5 of at most 4,
		// 2's tie to 1 is its heaviest: (1 - 1/5 * 2.5/4) + (1 - 4/5).
		{"kite, the first vertex", nets.Weighted(), []float64{1.075}},
	} {
		got := holesOf(t, c.g).EffectiveSize()
		t.Run(c.name, func(t *testing.T) { equal(t, "effective size", got[:len(c.want)], c.want) })
	}
}

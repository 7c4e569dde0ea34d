package brokerage_test

import (
	"math"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/nets"
)

func TestEfficiencyByHand(t *testing.T) {
	for _, c := range []struct {
		name string
		g    *graph.OneMode
		want []float64
	}{
		{"isolate", nets.Isolates(1), []float64{math.NaN()}},
		{"star: no contact is redundant", nets.Star(4), []float64{1, 1, 1, 1}},
		{"clique of five: four contacts count as one", nets.Clique(5), []float64{0.25, 0.25, 0.25, 0.25, 0.25}},
		{"kite, the first vertex: 1.075 of two", nets.Weighted(), []float64{0.5375}},
	} {
		got := holesOf(t, c.g).Efficiency()
		t.Run(c.name, func(t *testing.T) { equal(t, "efficiency", got[:len(c.want)], c.want) })
	}
}

package brokerage_test

import (
	"math"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/nets"
)

func TestConstraintByHand(t *testing.T) {
	for _, c := range []struct {
		name string
		g    *graph.OneMode
		want []float64
	}{
		{"isolate", nets.Isolates(1), []float64{math.NaN()}},
		{"two vertices, one edge: all eggs in one basket", nets.Path(2), []float64{1, 1}},
		{"star of four, centre first", nets.Star(4), []float64{1. / 3, 1, 1, 1}},
		// Each of two contacts holds a half itself and a quarter by the other.
		{"triangle", nets.Clique(3), []float64{1.125, 1.125, 1.125}},
	} {
		got := holesOf(t, c.g).Constraint()
		t.Run(c.name, func(t *testing.T) { equal(t, "constraint", got, c.want) })
	}
}

package brokerage_test

import (
	"math"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/nets"
)

func TestHierarchyByHand(t *testing.T) {
	// Vertex 0 of the kite gives 4/5 to 1 and 1/5 to 2; 1 gives 2.5/6.5 to 2, 2
	// gives 2.5/4 to 1.
	byOne, byTwo := math.Pow(4./5+1./5*2.5/4, 2), math.Pow(1./5+4./5*2.5/6.5, 2)
	r := func(c float64) float64 { return 2 * c / (byOne + byTwo) }
	kite := (r(byOne)*math.Log(r(byOne)) + r(byTwo)*math.Log(r(byTwo))) / (2 * math.Log(2))
	for _, c := range []struct {
		name string
		g    *graph.OneMode
		want []float64
	}{
		{"isolate", nets.Isolates(1), []float64{math.NaN()}},
		{"star: all leaves alike, and each leaf has the centre alone", nets.Star(4), []float64{0, 1, 1, 1}},
		{"clique", nets.Clique(5), []float64{0, 0, 0, 0, 0}},
		{"kite, the first vertex", nets.Weighted(), []float64{kite}},
	} {
		got := holesOf(t, c.g).Hierarchy()
		t.Run(c.name, func(t *testing.T) { equal(t, "hierarchy", got[:len(c.want)], c.want) })
	}
}

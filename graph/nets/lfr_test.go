package nets_test

import (
	"math"
	"slices"
	"testing"

	"hankeverkko/graph/nets"
)

func TestLFRIsWhatWasAskedFor(t *testing.T) {
	for _, mixing := range []float64{0.1, 0.3, 0.6} {
		o := nets.LFR{Vertices: 1000, Degrees: 2, Sizes: 1, Mixing: mixing, MeanDegree: 20, MaxDegree: 50, SmallestGroup: 20, LargestOne: 100, Seed: 5}
		g, group := o.Build()
		sizes := map[int32]int{}
		for _, c := range group {
			sizes[c]++
		}
		for c, size := range sizes {
			if size < 20 || size > 110 {
				t.Errorf("group %d has %d vertices", c, size)
			}
		}
		edges, out, most := 0.0, 0.0, 0
		for v := range g.Len() {
			most = max(most, len(g.Row(v)))
			for i, u := range g.Row(v) {
				if int(u) == v || g.RowWeights(v) != nil && g.RowWeights(v)[i] != 1 {
					t.Fatalf("edge %d - %d is a loop or a double", v, u)
				}
				edges++
				if group[u] != group[v] {
					out++
				}
			}
		}
		if mean := edges / 1000; math.Abs(mean-20) > 1.5 || most > 50 || math.Abs(out/edges-mixing) > 0.02 {
			t.Errorf("mixing %v: mean degree %.1f, most %d, mixing %.3f", mixing, mean, most, out/edges)
		}
		again, same := o.Build()
		if !slices.Equal(again.Targets, g.Targets) || !slices.Equal(same, group) {
			t.Error("the same seed gives another network")
		}
	}
}

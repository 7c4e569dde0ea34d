package structure_test

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/projection"
	"hankeverkko/graph/structure"
)

// reference is what testdata/reference.py writes; null is undefined.
type reference struct {
	Networks map[string]struct {
		Actors   int
		Projects [][]int32
		Figures  map[string]*float64
	}
}

func TestAgainstNetworkxAndIgraph(t *testing.T) {
	file, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var want reference
	if err := json.Unmarshal(file, &want); err != nil {
		t.Fatal(err)
	}
	if len(want.Networks) < 12 {
		t.Fatalf("only %d networks", len(want.Networks))
	}
	for name, want := range want.Networks {
		t.Run(name, func(t *testing.T) {
			var pairs [][2]int32
			for p, in := range want.Projects {
				for _, a := range in {
					pairs = append(pairs, [2]int32{int32(p), a})
				}
			}
			two := graph.NewTwoMode(len(want.Projects), want.Actors, pairs)
			for figure, got := range figures(t, two) {
				w, known := want.Figures[figure]
				if !known {
					t.Fatalf("no %s in the reference", figure)
				}
				if w == nil != math.IsNaN(got) || w != nil && math.Abs(got-*w) > 1e-9 {
					t.Errorf("%s is %v, want %v", figure, got, show(w))
				}
			}
		})
	}
}

func show(w *float64) any {
	if w == nil {
		return "undefined"
	}
	return *w
}

func figures(t *testing.T, two *graph.TwoMode) map[string]float64 {
	t.Helper()
	g := &projection.Of(two, graph.Actors, projection.Count).Rows
	kind := make([]int32, g.Len())
	for v := range kind {
		kind[v] = int32(v % 3)
	}
	must := func(x float64, err error) float64 {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	between, err := centrality.Betweenness(t.Context(), g)
	if err != nil {
		t.Fatal(err)
	}
	distances, err := centrality.DistancesOf(t.Context(), g)
	if err != nil {
		t.Fatal(err)
	}
	_, components := centrality.Components(g)
	mixing := structure.MixingOf(g, kind)
	return map[string]float64{
		"density": structure.Density(g), "twoModeDensity": structure.TwoModeDensity(two),
		"degreeCentralisation": structure.DegreeCentralisation(g), "betweennessCentralisation": structure.BetweennessCentralisation(between),
		"ei": mixing.EI(), "assortativity": mixing.Assortativity(), "degreeAssortativity": structure.DegreeAssortativity(g),
		"transitivity": must(structure.Transitivity(t.Context(), g)), "meanClustering": must(structure.MeanClustering(t.Context(), g)),
		"twoModeClustering": structure.TwoModeClustering(two), "meanDistance": distances.Mean(), "diameter": float64(distances.Longest),
		"components": float64(components),
	}
}

// Ties of vertices without a kind do not count.
func TestMixingLeavesOutTheUnknown(t *testing.T) {
	g := &graph.NewOneMode(4, []graph.Edge{{U: 0, V: 1, Weight: 1}, {U: 1, V: 2, Weight: 1}, {U: 2, V: 3, Weight: 1}}).Rows
	if m := structure.MixingOf(g, []int32{0, 0, 1, -1}); m.EI() != 0 {
		t.Errorf("one inside and one between is %v", m.EI())
	}
	if m := structure.MixingOf(g, []int32{-1, -1, -1, -1}); !math.IsNaN(m.EI()) || !math.IsNaN(m.Assortativity()) {
		t.Error("nothing known is a figure")
	}
}

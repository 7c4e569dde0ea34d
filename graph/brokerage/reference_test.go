package brokerage_test

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/brokerage"
)

// reference is what testdata/reference.py writes; null is undefined.
type reference struct {
	Networks map[string]struct {
		Vertices                  int
		Edges                     [][3]float64
		Constraint, EffectiveSize []*float64
		Roles                     struct{ Coordinator, Gatekeeper, Itinerant, Liaison []float64 }
	}
}

func TestAgainstNetworkxIgraphAndSna(t *testing.T) {
	file, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var want reference
	if err := json.Unmarshal(file, &want); err != nil {
		t.Fatal(err)
	}
	if len(want.Networks) < 10 {
		t.Fatalf("only %d networks", len(want.Networks))
	}
	for name, want := range want.Networks {
		t.Run(name, func(t *testing.T) {
			var edges []graph.Edge
			group := make([]int32, want.Vertices)
			for _, e := range want.Edges {
				edges = append(edges, graph.Edge{U: int32(e[0]), V: int32(e[1]), Weight: e[2]})
			}
			for v := range group {
				group[v] = int32(v % 3)
			}
			g := graph.NewOneMode(want.Vertices, edges)
			holes := holesOf(t, g)
			equal(t, "constraint", holes.Constraint(), defined(want.Constraint))
			equal(t, "effective size", holes.EffectiveSize(), defined(want.EffectiveSize))
			roles, err := brokerage.Roles(t.Context(), g, group)
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "coordinator", roles.Counts[brokerage.Coordinator], want.Roles.Coordinator)
			equal(t, "gatekeeper", roles.Counts[brokerage.Gatekeeper], want.Roles.Gatekeeper)
			equal(t, "itinerant", roles.Counts[brokerage.Itinerant], want.Roles.Itinerant)
			equal(t, "liaison", roles.Counts[brokerage.Liaison], want.Roles.Liaison)
		})
	}
}

func defined(scores []*float64) []float64 {
	list := make([]float64, len(scores))
	for i, s := range scores {
		list[i] = math.NaN()
		if s != nil {
			list[i] = *s
		}
	}
	return list
}

// equal compares to 1e-9; NaN equals NaN.
func equal(t interface {
	Helper()
	Errorf(string, ...any)
}, what string, got, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s of %d vertices, want %d", what, len(got), len(want))
		return
	}
	for v := range want {
		if math.IsNaN(got[v]) != math.IsNaN(want[v]) || math.Abs(got[v]-want[v]) > 1e-9 {
			t.Errorf("%s of vertex %d is %v, want %v", what, v, got[v], want[v])
		}
	}
}

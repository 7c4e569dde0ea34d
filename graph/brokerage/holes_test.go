package brokerage_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/brokerage"
	"hankeverkko/graph/nets"
)

// failer is what testing.TB and *rapid.T share.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

func holesOf(t failer, g *graph.OneMode) *brokerage.Holes {
	t.Helper()
	holes, err := brokerage.HolesOf(context.Background(), g)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return holes
}

// drawOneMode draws a small weighted graph.
func drawOneMode(t *rapid.T) *graph.OneMode {
	n := rapid.IntRange(0, 12).Draw(t, "vertices")
	var edges []graph.Edge
	for u := range n {
		for v := range u {
			if rapid.Bool().Draw(t, "tied") {
				edges = append(edges, graph.Edge{U: int32(u), V: int32(v), Weight: rapid.Float64Range(0.1, 4).Draw(t, "weight")})
			}
		}
	}
	return graph.NewOneMode(n, edges)
}

// renamed gives vertex v the number order[v].
func renamed(g *graph.OneMode, order []int) *graph.OneMode {
	var edges []graph.Edge
	for v := range g.Len() {
		for i, u := range g.Row(v) {
			if int(u) > v {
				edges = append(edges, graph.Edge{U: int32(order[v]), V: int32(order[u]), Weight: g.RowWeights(v)[i]})
			}
		}
	}
	return graph.NewOneMode(g.Len(), edges)
}

// Renaming vertices or another unit of weight changes no score.
func TestStructuralHolesDoNotDependOnNamesOrUnits(t *testing.T) {
	for name, score := range map[string]func(*brokerage.Holes) []float64{
		"constraint": (*brokerage.Holes).Constraint, "effective size": (*brokerage.Holes).EffectiveSize,
		"efficiency": (*brokerage.Holes).Efficiency, "hierarchy": (*brokerage.Holes).Hierarchy,
	} {
		rapid.Check(t, func(t *rapid.T) {
			g := drawOneMode(t)
			order := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)).Perm(g.Len())
			other := renamed(g, order)
			for i := range other.Weights {
				other.Weights[i] *= 3
			}
			got, want := score(holesOf(t, other)), score(holesOf(t, g))
			back := make([]float64, len(got))
			for v := range back {
				back[v] = got[order[v]]
			}
			equal(t, name, back, want)
		})
	}
}

func TestSameOnAnyNumberOfThreads(t *testing.T) {
	g := nets.RingOfCliques(60, 7)
	group := make([]int32, g.Len())
	for v := range group {
		group[v] = int32(v % 5)
	}
	all := func() (scores []float64) {
		holes := holesOf(t, g)
		roles, err := brokerage.Roles(t.Context(), g, group)
		if err != nil {
			t.Fatal(err)
		}
		return slices.Concat(holes.Constraint(), holes.EffectiveSize(), slices.Concat(roles.Counts...), slices.Concat(roles.Expected...))
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := all()
	runtime.GOMAXPROCS(3)
	if !slices.Equal(one, all()) {
		t.Error("three threads give other scores than one")
	}
}

func TestCancelled(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	g := nets.Zachary()
	_, holes := brokerage.HolesOf(ctx, g)
	_, roles := brokerage.Roles(ctx, g, make([]int32, g.Len()))
	for what, err := range map[string]error{"structural holes": holes, "roles": roles} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

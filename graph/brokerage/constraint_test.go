package brokerage_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/brokerage"
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
		got, err := brokerage.Constraint(t.Context(), c.g)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(c.name, func(t *testing.T) { equal(t, "constraint", got, c.want) })
	}
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
	for name, score := range map[string]func(context.Context, *graph.OneMode) ([]float64, error){
		"constraint": brokerage.Constraint, "effective size": brokerage.EffectiveSize,
	} {
		rapid.Check(t, func(t *rapid.T) {
			g := drawOneMode(t)
			order := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)).Perm(g.Len())
			other := renamed(g, order)
			for i := range other.Weights {
				other.Weights[i] *= 3
			}
			got, err := score(t.Context(), other)
			if err != nil {
				t.Fatal(err)
			}
			want, err := score(t.Context(), g)
			if err != nil {
				t.Fatal(err)
			}
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
		constraint, err := brokerage.Constraint(t.Context(), g)
		if err != nil {
			t.Fatal(err)
		}
		size, err := brokerage.EffectiveSize(t.Context(), g)
		if err != nil {
			t.Fatal(err)
		}
		roles, err := brokerage.Roles(t.Context(), g, group)
		if err != nil {
			t.Fatal(err)
		}
		return slices.Concat(constraint, size, slices.Concat(roles.Counts...), slices.Concat(roles.Expected...))
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
	_, constraint := brokerage.Constraint(ctx, g)
	_, size := brokerage.EffectiveSize(ctx, g)
	_, roles := brokerage.Roles(ctx, g, make([]int32, g.Len()))
	for what, err := range map[string]error{"constraint": constraint, "effective size": size, "roles": roles} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

package chance_test

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/nets"
)

// degrees of all vertices, and whether every row rises and is mirrored.
func degrees(t interface{ Fatalf(string, ...any) }, g *graph.TwoMode) []int {
	list := make([]int, g.Len())
	for v := range g.Len() {
		row := g.Row(v)
		list[v] = len(row)
		for i, u := range row {
			if i > 0 && row[i-1] >= u || (v < g.Projects) == (int(u) < g.Projects) {
				t.Fatalf("row of %d: %v", v, row)
			}
			if _, back := slices.BinarySearch(g.Row(int(u)), int32(v)); !back {
				t.Fatalf("%d knows %d, but not the other way round", v, u)
			}
		}
	}
	return list
}

func TestCurveballKeepsDegrees(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		g, _ := nets.PlantedTwoMode(2, rapid.IntRange(0, 8).Draw(rt, "projects"), rapid.IntRange(0, 8).Draw(rt, "actors"),
			rapid.Float64Range(0, 1).Draw(rt, "inside"), 0.3, rapid.Uint64().Draw(rt, "network"))
		seed := rapid.Uint64().Draw(rt, "seed")
		got := chance.Curveball(chance.Stream(seed, 1), g)
		if got.Projects != g.Projects || !slices.Equal(degrees(rt, got), degrees(rt, g)) {
			rt.Fatalf("degrees %v became %v", degrees(rt, g), degrees(rt, got))
		}
		if again := chance.Curveball(chance.Stream(seed, 1), g); !slices.Equal(again.Targets, got.Targets) {
			rt.Fatalf("the same seed gives %v and %v", got.Targets, again.Targets)
		}
	})
}

func TestCurveballMoves(t *testing.T) {
	g := nets.SouthernWomen().TwoMode()
	before := slices.Clone(g.Targets)
	kept := 0
	for seed := range uint64(50) {
		got := chance.Curveball(chance.Stream(seed, 1), g)
		for v := range g.Projects {
			for _, u := range got.Row(v) {
				if _, was := slices.BinarySearch(g.Row(v), u); was {
					kept++
				}
			}
		}
	}
	if !slices.Equal(g.Targets, before) {
		t.Error("the network given was changed")
	}
	// 89 ties on 252 places: a tie is met again by chance in about half the cases, never in nearly all.
	if share := float64(kept) / 50 / 89; share < 0.35 || share > 0.65 {
		t.Errorf("%.2f of the ties are as before", share)
	}
}

// All matrices with the rows' and columns' sums of a small one are found by
// trying all; each must be met as often as the others. Chi-square by Wilson &
// Hilferty's approximation, at 0.1 %.
func TestCurveballIsUniform(t *testing.T) {
	for _, test := range []struct {
		name string
		g    *graph.TwoMode
		all  int
	}{
		{"rows 2 2 1, columns 2 1 1 1", graph.NewTwoMode(3, 4, [][2]int32{{0, 0}, {0, 1}, {1, 0}, {1, 2}, {2, 3}}), 12},
		{"more columns than rows, turned", graph.NewTwoMode(4, 3, [][2]int32{{0, 0}, {0, 1}, {1, 0}, {2, 1}, {3, 2}}), 12},
		{"rows 2 2 2, columns 2 2 1 1", graph.NewTwoMode(3, 4, [][2]int32{{0, 0}, {0, 1}, {1, 0}, {1, 2}, {2, 1}, {2, 3}}), 15},
		{"a network without another", graph.NewTwoMode(2, 2, [][2]int32{{0, 0}, {0, 1}, {1, 0}}), 1},
	} {
		places := alike(test.g)
		if len(places) != test.all {
			t.Errorf("%s: %d networks with these degrees, want %d", test.name, len(places), test.all)
		}
		const each = 400
		for seed := range uint64(each * len(places)) {
			key := keyOf(chance.Curveball(chance.Stream(chance.Seed(5, int(seed)), 1), test.g))
			if _, known := places[key]; !known {
				t.Fatalf("%s: %b is none of them", test.name, key)
			}
			places[key]++
		}
		square := 0.0
		for _, n := range places {
			square += (n - each) * (n - each) / each
		}
		free := float64(len(places) - 1)
		limit := free * math.Pow(1-2/(9*free)+3.09*math.Sqrt(2/(9*free)), 3)
		if free > 0 && square > limit {
			t.Errorf("%s: chi-square %.1f over %.1f: %v", test.name, square, limit, places)
		}
	}
}

// keyOf writes the matrix as bits, one a place.
func keyOf(g *graph.TwoMode) uint {
	key, actors := uint(0), g.Len()-g.Projects
	for p := range g.Projects {
		for _, a := range g.Row(p) {
			key |= 1 << (p*actors + int(a) - g.Projects)
		}
	}
	return key
}

// alike finds every matrix with the row and column sums of g.
func alike(g *graph.TwoMode) map[uint]float64 {
	actors := g.Len() - g.Projects
	sums := func(key uint) string {
		rows, columns := make([]int, g.Projects), make([]int, actors)
		for rest := key; rest != 0; rest &= rest - 1 {
			place := bits.TrailingZeros(rest)
			rows[place/actors]++
			columns[place%actors]++
		}
		return fmt.Sprint(rows, columns)
	}
	found, want := map[uint]float64{}, sums(keyOf(g))
	for key := range uint(1) << (g.Projects * actors) {
		if sums(key) == want {
			found[key] = 0
		}
	}
	return found
}

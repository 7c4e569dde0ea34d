package whatif_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/nets"
	"hankeverkko/graph/whatif"
)

// The actors 0-1 and 2-3 meet through 4 alone; 5 has a project with 1 and one
// with 2 when joined is true. Projects 4 and 5 are those of 4 alone and of 6.
func two(joined bool) *graph.TwoMode {
	pairs := [][2]int32{{0, 0}, {0, 1}, {0, 4}, {1, 2}, {1, 3}, {1, 4}, {2, 1}, {2, 5}, {3, 5}, {4, 4}, {5, 6}}
	if joined {
		pairs = slices.Insert(pairs, 8, [2]int32{3, 2})
	}
	return graph.NewTwoMode(6, 7, pairs)
}

func TestRemoveByHand(t *testing.T) {
	r, err := whatif.Remove(t.Context(), two(false), 4)
	if err != nil {
		t.Fatal(err)
	}
	want := &whatif.Removal{
		Actor: 4, Contacts: []int32{0, 1, 2, 3}, Orphans: []int32{4},
		Parts: []whatif.Part{{Projects: []int32{0, 2, 3}, Actors: []int32{0, 1, 5}}, {Projects: []int32{1}, Actors: []int32{2, 3}}},
		Pairs: 4, Lost: 4, LostActors: 6,
	}
	if fmt.Sprint(r) != fmt.Sprint(want) || !r.SoleConnector() {
		t.Errorf("%+v, want %+v", r, want)
	}
	if r, err = whatif.Remove(t.Context(), two(true), 4); err != nil {
		t.Fatal(err)
	}
	if r.SoleConnector() || r.Pairs != 4 || r.Kept != 1 || r.Longer != 3 || r.Lost != 0 || !slices.Equal(r.Next, []whatif.Connector{{Actor: 5, Pairs: 1}}) {
		t.Errorf("with another way: %+v", r)
	}
}

func TestAddByHand(t *testing.T) {
	a, err := whatif.Add(two(false), []int32{6, 0, 1, 2, 0})
	if err != nil {
		t.Fatal(err)
	}
	// 0-1 met, 0-2 and 1-2 have 4 between them, 6 is apart from all three.
	if a.Pairs != 6 || a.Met != 1 || a.Near != 2 || a.Far != 0 || a.Apart != 3 || len(a.Joined) != 2 || a.GainedActors != 6 {
		t.Errorf("%+v", a)
	}
}

func TestWrongActors(t *testing.T) {
	g := two(false)
	for _, actor := range []int32{-1, 7} {
		if _, err := whatif.Remove(context.Background(), g, actor); !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("removing %d: %v", actor, err)
		}
		if _, err := whatif.Add(g, []int32{0, actor}); !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("adding %d: %v", actor, err)
		}
	}
	if _, err := whatif.Add(g, []int32{1, 1}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a project of one: %v", err)
	}
}

// distances between actors, in projects, by Floyd and Warshall: slow, and
// nothing in common with what is tested.
func distances(g *graph.TwoMode, without int32) [][]float64 {
	n := g.Len() - g.Projects
	d := make([][]float64, n)
	for i := range d {
		d[i] = make([]float64, n)
		for j := range d[i] {
			if d[i][j] = math.Inf(1); i == j {
				d[i][j] = 0
			}
		}
	}
	for p := range g.Projects {
		for _, u := range g.Row(p) {
			for _, v := range g.Row(p) {
				a, b := u-int32(g.Projects), v-int32(g.Projects)
				if a != b && a != without && b != without {
					d[a][b] = 1
				}
			}
		}
	}
	for k := range d {
		for i := range d {
			for j := range d {
				d[i][j] = min(d[i][j], d[i][k]+d[k][j])
			}
		}
	}
	return d
}

func networks(t *rapid.T) *graph.TwoMode {
	projects, actors := rapid.IntRange(1, 9).Draw(t, "projects"), rapid.IntRange(2, 9).Draw(t, "actors")
	var pairs [][2]int32
	for p := range projects {
		for a := range actors {
			if rapid.IntRange(0, 3).Draw(t, "tie") == 0 {
				pairs = append(pairs, [2]int32{int32(p), int32(a)})
			}
		}
	}
	return graph.NewTwoMode(projects, actors, pairs)
}

// Everything equals what taking the actor away and looking at every pair gives.
func TestRemoveIsBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkRemovals(t, networks(t)) })
}

func TestRemoveIsBruteForceOnNamedNetworks(t *testing.T) {
	checkRemovals(t, nets.SouthernWomen().TwoMode())
	for seed := range uint64(3) {
		g, _ := nets.PlantedTwoMode(4, 5, 6, 0.3, 0.01, seed)
		checkRemovals(t, g)
	}
}

// An actor of many contacts, some of them in touch with many of the others, most with few.
func TestRemoveIsBruteForceForAnActorOfMany(t *testing.T) {
	const projects, actors = 160, 330
	random := chance.Stream(5, 1)
	var pairs [][2]int32
	for p := range int32(projects) {
		members := []int32{1 + p}
		if p < 90 {
			members = append(members, 0)
		}
		for range 2 {
			members = append(members, 1+random.Int32N(actors-1), 1+random.Int32N(12))
		}
		slices.Sort(members)
		for _, a := range slices.Compact(members) {
			pairs = append(pairs, [2]int32{p, a})
		}
	}
	g := graph.NewTwoMode(projects, actors, pairs)
	if r, err := whatif.Remove(t.Context(), g, 0); err != nil || len(r.Contacts) < 129 || r.Kept == 0 || r.Longer == 0 {
		t.Fatalf("no test of many: %v", err)
	}
	checkRemovals(t, g, 0, 1, 2, 100)
}

// checkRemovals holds the actors given, or all, against brute force.
func checkRemovals(t interface {
	Fatalf(string, ...any)
}, g *graph.TwoMode, actors ...int32) {
	before := distances(g, -1)
	if len(actors) == 0 {
		for actor := range int32(len(before)) {
			actors = append(actors, actor)
		}
	}
	for _, actor := range actors {
		r, err := whatif.Remove(context.Background(), g, actor)
		if err != nil {
			t.Fatalf("%v", err)
		}
		after := distances(g, actor)
		var want whatif.Removal
		next := map[int32]int{}
		for i := range int32(len(before)) {
			if i != actor && before[i][actor] == 1 {
				want.Contacts = append(want.Contacts, i)
			}
			for j := i + 1; int(j) < len(before); j++ {
				if i == actor || j == actor {
					continue
				}
				if !math.IsInf(before[i][j], 1) && math.IsInf(after[i][j], 1) {
					want.LostActors++
				}
				if before[i][actor] != 1 || before[j][actor] != 1 || after[i][j] == 1 {
					continue
				}
				want.Pairs++
				switch {
				case after[i][j] == 2:
					want.Kept++
					for k := range after {
						if after[i][k] == 1 && after[k][j] == 1 {
							next[int32(k)]++
						}
					}
				case math.IsInf(after[i][j], 1):
					want.Lost++
				default:
					want.Longer++
				}
			}
		}
		if !slices.Equal(r.Contacts, want.Contacts) || r.Pairs != want.Pairs || r.Kept != want.Kept || r.Longer != want.Longer || r.Lost != want.Lost || r.LostActors != want.LostActors {
			t.Fatalf("actor %d: %+v, by brute force %+v", actor, r, want)
		}
		if len(r.Next) != len(next) {
			t.Fatalf("actor %d: next %v, by brute force %v", actor, r.Next, next)
		}
		for i, c := range r.Next {
			if next[c.Actor] != c.Pairs || i > 0 && c.Pairs > r.Next[i-1].Pairs {
				t.Fatalf("actor %d: next %v, by brute force %v", actor, r.Next, next)
			}
		}
		inParts := 0
		for x, part := range r.Parts {
			inParts += len(part.Projects)
			for y, other := range r.Parts {
				for _, a := range part.Actors {
					for _, b := range other.Actors {
						if math.IsInf(after[a][b], 1) != (x != y) {
							t.Fatalf("actor %d: %d and %d of the parts %d and %d", actor, a, b, x, y)
						}
					}
				}
			}
		}
		alone := 0
		for _, p := range g.Row(g.Projects + int(actor)) {
			if len(g.Row(int(p))) == 1 {
				alone++
			}
		}
		if alone != len(r.Orphans) || r.SoleConnector() != (r.LostActors > 0) {
			t.Fatalf("actor %d: %+v", actor, r)
		}
	}
}

func TestAddIsBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := networks(t)
		actors := g.Len() - g.Projects
		given := rapid.SliceOfNDistinct(rapid.Int32Range(0, int32(actors-1)), 2, min(5, actors), rapid.ID[int32]).Draw(t, "given")
		a, err := whatif.Add(g, given)
		if err != nil {
			t.Fatal(err)
		}
		var pairs [][2]int32
		for p := range g.Projects {
			for _, v := range g.Row(p) {
				pairs = append(pairs, [2]int32{int32(p), v - int32(g.Projects)})
			}
		}
		for _, v := range a.Actors {
			pairs = append(pairs, [2]int32{int32(g.Projects), v})
		}
		before, after := distances(g, -1), distances(graph.NewTwoMode(g.Projects+1, actors, pairs), -1)
		var want whatif.Addition
		for i := range before {
			for j := i + 1; j < len(before); j++ {
				if math.IsInf(before[i][j], 1) && !math.IsInf(after[i][j], 1) {
					want.GainedActors++
				}
				if !slices.Contains(given, int32(i)) || !slices.Contains(given, int32(j)) {
					continue
				}
				want.Pairs++
				switch d := before[i][j]; {
				case d == 1:
					want.Met++
				case d == 2:
					want.Near++
				case math.IsInf(d, 1):
					want.Apart++
				default:
					want.Far++
				}
			}
		}
		if a.Pairs != want.Pairs || a.Met != want.Met || a.Near != want.Near || a.Far != want.Far || a.Apart != want.Apart || a.GainedActors != want.GainedActors || len(a.Joined) > 1 != (want.GainedActors > 0) {
			t.Fatalf("%+v, by brute force %+v", a, want)
		}
	})
}

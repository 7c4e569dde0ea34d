package route_test

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/route"
)

// drawn is a random network with a question, small enough to try every chain.
type drawn struct {
	n        *graph.Network
	q        route.Query
	runs     []bool
	standing []graph.Standing
}

func draw(t *rapid.T) drawn {
	actors := rapid.IntRange(2, 9).Draw(t, "actors")
	members := rapid.SliceOfNDistinct(rapid.IntRange(0, actors-1), 0, min(actors, 4), rapid.ID[int])
	projects := rapid.SliceOfN(members, 0, 10).Draw(t, "projects")
	var ps []graph.Project
	var as []graph.Actor
	var ties []graph.Tie
	for a := range actors {
		as = append(as, graph.Actor{ID: graph.ActorID(fmt.Sprintf("a%d", a))})
	}
	for p, of := range projects {
		id := graph.ProjectID(fmt.Sprintf("p%02d", p))
		ps = append(ps, graph.Project{ID: id})
		for _, a := range of {
			ties = append(ties, graph.Tie{Project: id, Actor: as[a].ID})
		}
	}
	n, err := graph.New(ps, as, ties)
	if err != nil {
		t.Fatal(err)
	}
	d := drawn{n: n, q: route.Query{Most: rapid.IntRange(1, 6).Draw(t, "most")}}
	side := func(label string) []route.End {
		var ends []route.End
		for _, a := range rapid.SliceOfNDistinct(rapid.IntRange(0, actors-1), 1, 2, rapid.ID[int]).Draw(t, label) {
			ends = append(ends, route.End{Actor: int32(a), Projects: rapid.IntRange(0, 2).Draw(t, "rooted")})
		}
		return ends
	}
	d.q.From, d.q.To = side("from"), side("to")
	if rapid.Bool().Draw(t, "scoped") {
		d.q.Projects = []int32{}
		for p := range projects {
			if rapid.Bool().Draw(t, "in scope") {
				d.q.Projects = append(d.q.Projects, int32(p))
			}
		}
	}
	for range projects {
		d.runs = append(d.runs, rapid.Bool().Draw(t, "runs"))
	}
	for range actors {
		d.standing = append(d.standing, graph.Standing(rapid.IntRange(0, 2).Draw(t, "standing")))
	}
	d.q.Running = func(p int32) bool { return d.runs[p] }
	d.q.Standing = func(a int32) graph.Standing { return d.standing[a] }
	return d
}

// shared returns the projects in scope that two actors share, plainly.
func (d *drawn) shared(a, b int32) (both []int32) {
	for p := range d.n.Projects {
		in := func(a int32) bool {
			return slices.ContainsFunc(d.n.ProjectTies(p), func(t graph.Tie) bool { return t.A == a })
		}
		if in(a) && in(b) && (d.q.Projects == nil || slices.Contains(d.q.Projects, int32(p))) {
			both = append(both, int32(p))
		}
	}
	return both
}

// chains returns all shortest chains, by trying every actor at every place.
func (d *drawn) chains() (all [][]int32) {
	isTo := func(a int32) bool {
		return slices.ContainsFunc(d.q.To, func(e route.End) bool { return e.Actor == a })
	}
	for _, e := range d.q.From {
		all = append(all, []int32{e.Actor})
	}
	for range d.n.Actors {
		if ended := slices.DeleteFunc(slices.Clone(all), func(c []int32) bool { return !isTo(c[len(c)-1]) }); len(ended) > 0 {
			return ended
		}
		var longer [][]int32
		for _, c := range all {
			for a := range d.n.Actors {
				if !slices.Contains(c, int32(a)) && len(d.shared(c[len(c)-1], int32(a))) > 0 {
					longer = append(longer, append(slices.Clone(c), int32(a)))
				}
			}
		}
		all = longer
	}
	return nil
}

// key is what a chain is ranked by, from the words of Find.
func (d *drawn) key(c []int32) []float64 {
	var strange, past, foreign, loose, distance float64
	for i, a := range c {
		foreign += []float64{graph.SeatUnknown: 1, graph.Own: 0, graph.Elsewhere: 2}[d.standing[a]]
		if i == 0 {
			continue
		}
		runs, weight := 1., 0.
		both := d.shared(c[i-1], a)
		for _, p := range both {
			if d.runs[p] {
				runs = 0
			}
			weight += 1 / float64(len(d.n.ProjectTies(int(p)))-1)
		}
		strange += 1 / math.Min(3, float64(len(both)))
		past += runs
		distance += 1 / weight
	}
	for _, e := range slices.Concat(d.q.From, d.q.To) {
		if slices.Contains(c, e.Actor) {
			loose -= float64(e.Projects)
		}
	}
	return []float64{strange, past, foreign, loose, distance}
}

// worse tells whether chain a is ranked after b by more than rounding.
func (d *drawn) worse(a, b []int32) bool {
	x, y := d.key(a), d.key(b)
	for i := range x {
		if math.Abs(x[i]-y[i]) > 1e-5 {
			return x[i] > y[i]
		}
	}
	return false
}

func TestAgainstEveryChain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		all := d.chains()
		found, err := route.NewFinder(d.n.TwoMode()).Find(t.Context(), d.q)
		if err != nil {
			t.Fatal(err)
		}
		if found.Shortest != len(all) || (len(all) > 0) != (len(found.Routes) > 0) || len(found.Routes) > d.q.Most {
			t.Fatalf("%d shortest, want %d; %d routes", found.Shortest, len(all), len(found.Routes))
		}
		for i, r := range found.Routes {
			for j := range r.Shared {
				got := slices.Sorted(slices.Values(r.Shared[j]))
				if want := d.shared(r.Actors[j], r.Actors[j+1]); len(want) == 0 || !slices.Equal(got, want) {
					t.Fatalf("%d and %d share %v, not %v", r.Actors[j], r.Actors[j+1], want, got)
				}
			}
			if r.Length() != 2*(len(r.Actors)-1) || i != 1 && !slices.ContainsFunc(all, func(c []int32) bool { return slices.Equal(c, r.Actors) }) {
				t.Fatalf("route %d is none of the shortest: %v", i, r.Actors)
			}
			for _, other := range found.Routes[:i] {
				if slices.Equal(r.Actors, other.Actors) {
					t.Fatalf("%v stands twice", r.Actors)
				}
			}
		}
		if len(all) == 0 {
			return
		}
		best := found.Routes[0].Actors
		for _, c := range all {
			if d.worse(best, c) {
				t.Fatalf("%v is given before %v: %v, %v", best, c, d.key(best), d.key(c))
			}
		}
		if len(found.Routes) > 1 {
			d.checkSecond(t, all, best, found.Routes[1])
		}
		for i := 2; i < len(found.Routes); i++ {
			if i > 2 && d.worse(found.Routes[i-1].Actors, found.Routes[i].Actors) {
				t.Fatalf("route %d is better than the one before it", i)
			}
		}
	})
}

// checkSecond holds the second choice against all shortest chains.
func (d *drawn) checkSecond(t *rapid.T, all [][]int32, best []int32, second route.Route) {
	named := func(side []route.End, a int32) bool { return len(side) == 1 && side[0].Actor == a }
	between := func(c []int32) []int32 {
		return slices.DeleteFunc(slices.Clone(c), func(a int32) bool { return named(d.q.From, a) || named(d.q.To, a) })
	}
	common := func(c []int32) int {
		n := 0
		for _, a := range between(c) {
			if slices.Contains(between(best), a) {
				n++
			}
		}
		return n
	}
	others := slices.DeleteFunc(slices.Clone(all), func(c []int32) bool { return slices.Equal(between(c), between(best)) })
	if len(others) == 0 {
		if second.Length() < 2*(len(best)-1) || slices.Equal(between(second.Actors), between(best)) {
			t.Fatalf("the detour %v for %v", second.Actors, best)
		}
		return
	}
	want := slices.MinFunc(others, func(a, b []int32) int {
		c := cmp.Compare(common(a), common(b))
		switch {
		case c != 0:
			return c
		case d.worse(a, b):
			return 1
		case d.worse(b, a):
			return -1
		}
		return 0
	})
	if common(second.Actors) != common(want) || d.worse(second.Actors, want) {
		t.Fatalf("the second choice is %v, %v would be better beside %v", second.Actors, want, best)
	}
}

// A route back is as long, and there are as many.
func TestSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		finder := route.NewFinder(d.n.TwoMode())
		there, err := finder.Find(t.Context(), d.q)
		if err != nil {
			t.Fatal(err)
		}
		d.q.From, d.q.To = d.q.To, d.q.From
		back, err := finder.Find(t.Context(), d.q)
		if err != nil {
			t.Fatal(err)
		}
		if there.Shortest != back.Shortest || len(there.Routes) > 0 && there.Routes[0].Length() != back.Routes[0].Length() {
			t.Fatalf("%+v there, %+v back", there, back)
		}
	})
}

package route_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/route"
)

// network makes a network of projects written "name:actors", an actor being a
// letter; a project whose name ends in "+" runs.
func network(t testing.TB, projects ...string) *graph.Network {
	t.Helper()
	var ps []graph.Project
	var as []graph.Actor
	var ties []graph.Tie
	known := map[rune]bool{}
	for _, written := range projects {
		name, members, _ := strings.Cut(written, ":")
		ps = append(ps, graph.Project{ID: graph.ProjectID(name)})
		for _, a := range members {
			if !known[a] {
				known[a] = true
				as = append(as, graph.Actor{ID: graph.ActorID(a)})
			}
			ties = append(ties, graph.Tie{Project: graph.ProjectID(name), Actor: graph.ActorID(a)})
		}
	}
	n, err := graph.New(ps, as, ties)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func ends(n *graph.Network, actors string) []route.End {
	var list []route.End
	for _, a := range actors {
		i, _ := n.FindActor(graph.ActorID(a))
		list = append(list, route.End{Actor: int32(i)})
	}
	return list
}

func running(n *graph.Network) func(int32) bool {
	return func(p int32) bool { return strings.HasSuffix(string(n.Projects[p].ID), "+") }
}

// written gives a route as "a -p,q- b -r- c".
func written(n *graph.Network, r route.Route) string {
	var b strings.Builder
	for i, a := range r.Actors {
		if i > 0 {
			var names []string
			for _, p := range r.Shared[i-1] {
				names = append(names, string(n.Projects[p].ID))
			}
			fmt.Fprintf(&b, " -%s- ", strings.Join(names, ","))
		}
		b.WriteString(string(n.Actors[a].ID))
	}
	return b.String()
}

func find(t testing.TB, n *graph.Network, q route.Query) (routes []string, shortest int) {
	t.Helper()
	found, err := route.NewFinder(n.TwoMode()).Find(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range found.Routes {
		routes = append(routes, written(n, r))
	}
	return routes, found.Shortest
}

// Each network has two or more ways from a to z; the first listed is the one
// that a person would take.
func TestOrderByHand(t *testing.T) {
	crowd := "bcdefghijklmnopqrstuvw" // with a or z more than route.Large
	for _, c := range []struct {
		name     string
		projects []string
		want     []string
		shortest int
	}{
		{
			"together in two projects, the running one first; no other way", []string{"p:az", "q+:azb"},
			[]string{"a -q+,p- z"}, 1,
		},
		{
			"of running projects the one with fewer partners first", []string{"p+:azbc", "q+:azb"},
			[]string{"a -q+,p+- z"}, 1,
		},
		{
			"directly, and as a second choice through somebody who knows both from elsewhere", []string{"p:az", "q:ab", "r:bz"},
			[]string{"a -p- z", "a -q- b -r- z"}, 1,
		},
		{
			"the project shared by the two is no second choice through its third partner", []string{"p:azb"},
			[]string{"a -p- z"}, 1,
		},
		{
			"two shared projects before one", []string{"p:ab", "q:bz", "r:ac", "s:ac", "t:cz"},
			[]string{"a -r,s- c -t- z", "a -p- b -q- z"}, 2,
		},
		{
			"running before ended", []string{"p:ab", "q:bz", "r+:ac", "s+:cz"},
			[]string{"a -r+- c -s+- z", "a -p- b -q- z"}, 2,
		},
		{
			"small before middling", []string{"p:abxy", "q:bz", "r:ac", "s:cz"},
			[]string{"a -r- c -s- z", "a -p- b -q- z"}, 2,
		},
		{
			"a small project long ago before a crowd today", []string{"p+:a" + crowd, "q+:bz", "r:ay", "s:yz"},
			[]string{"a -r- y -s- z", "a -p+- b -q+- z"}, 2,
		},
		{
			"nothing decides: the order of ids", []string{"p:ab", "q:bz", "r:ac", "s:cz"},
			[]string{"a -p- b -q- z", "a -r- c -s- z"}, 2,
		},
		{
			"one shortest: the second goes the next length, around it", []string{"p:ab", "q:bz", "r:ac", "s:cd", "t:dz"},
			[]string{"a -p- b -q- z", "a -r- c -s- d -t- z"}, 1,
		},
		{
			"all lead through b: the second has another second step", []string{"p:ab", "q:bc", "r:cz", "s:bd", "t:dz", "u+:bd"},
			[]string{"a -p- b -u+,s- d -t- z", "a -p- b -q- c -r- z"}, 2,
		},
		{
			// No way does without both b and c; around c alone there is one.
			"around one of two", []string{"p:ab", "q:bc", "r:cz", "s:bd", "t:de", "u:ez"},
			[]string{"a -p- b -q- c -r- z", "a -p- b -s- d -t- e -u- z"}, 1,
		},
		{"no way", []string{"p:ab", "q:cz"}, nil, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := network(t, c.projects...)
			got, shortest := find(t, n, route.Query{From: ends(n, "a"), To: ends(n, "z"), Running: running(n)})
			if !slices.Equal(got, c.want) || shortest != c.shortest {
				t.Errorf("%d: %q\nwant %d: %q", shortest, got, c.shortest, c.want)
			}
		})
	}
}

// The second choice has other people all along where that is possible, though
// a better chain shares one of them with the first.
func TestSecondDiffersAsFarAsItCan(t *testing.T) {
	n := network(t, "p:ab", "p2:ab", "q:bc", "q2:bc", "r:cz", "r2:cz", "s:bd", "s2:bd", "t:dz", "u:ae", "v:ef", "w:fz")
	got, shortest := find(t, n, route.Query{From: ends(n, "a"), To: ends(n, "z")})
	want := []string{
		"a -p,p2- b -q,q2- c -r,r2- z", "a -u- e -v- f -w- z", "a -p,p2- b -s,s2- d -t- z",
	}
	if !slices.Equal(got, want) || shortest != 3 {
		t.Errorf("%d: %q\nwant 3: %q", shortest, got, want)
	}
	if got, _ := find(t, n, route.Query{From: ends(n, "a"), To: ends(n, "z"), Most: 1}); !slices.Equal(got, want[:1]) {
		t.Errorf("one route asked for: %q", got)
	}
}

func TestOwnRegionFirst(t *testing.T) {
	n := network(t, "p:ab", "q:bz", "r:ac", "s:cz", "t:ad", "u:dz")
	standing := map[graph.ActorID]graph.Standing{"b": graph.Elsewhere, "c": graph.SeatUnknown, "d": graph.Own}
	got, _ := find(t, n, route.Query{From: ends(n, "a"), To: ends(n, "z"), Standing: func(a int32) graph.Standing {
		return standing[n.Actors[a].ID]
	}})
	want := []string{"a -t- d -u- z", "a -r- c -s- z", "a -p- b -q- z"}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}

// Only projects of the scope are walked through and named.
func TestScope(t *testing.T) {
	n := network(t, "p:az", "q:az", "r:ab", "s:bz")
	q := route.Query{From: ends(n, "a"), To: ends(n, "z"), Projects: []int32{1, 2, 3}}
	if got, _ := find(t, n, q); !slices.Equal(got, []string{"a -q- z", "a -r- b -s- z"}) {
		t.Errorf("%q", got)
	}
	q.Projects = []int32{}
	if got, _ := find(t, n, q); got != nil {
		t.Errorf("no project in scope: %q", got)
	}
}

// Of the members of a group the one deeper rooted in it is met, where all else
// is equal; a member asks for itself.
func TestGroups(t *testing.T) {
	n := network(t, "p:ax", "q:ay", "r:bx", "s:by")
	group := ends(n, "xy")
	group[1].Projects = 4
	if got, shortest := find(t, n, route.Query{From: ends(n, "a"), To: group}); !slices.Equal(got, []string{"a -q- y", "a -p- x"}) || shortest != 2 {
		t.Errorf("%d: %q", shortest, got)
	}
	if got, shortest := find(t, n, route.Query{From: group, To: ends(n, "b")}); !slices.Equal(got, []string{"y -s- b", "x -r- b"}) || shortest != 2 {
		t.Errorf("%d: %q", shortest, got)
	}
	if got, shortest := find(t, n, route.Query{From: ends(n, "x"), To: group}); !slices.Equal(got, []string{"x"}) || shortest != 1 {
		t.Errorf("a member: %d: %q", shortest, got)
	}
	if got, _ := find(t, n, route.Query{From: nil, To: group}); got != nil {
		t.Errorf("nobody: %q", got)
	}
}

func TestCancelled(t *testing.T) {
	n := network(t, "p:ab", "q:bz")
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := route.NewFinder(n.TwoMode()).Find(ctx, route.Query{From: ends(n, "a"), To: ends(n, "z")}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

package lens

import (
	"context"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
)

// here is the municipality of the region in these tests.
const here graph.Municipality = "001"

// consortia makes a network from lines such as "p1: a1 a2 o1- u1?": a project
// that takes effect here, or elsewhere when its id begins with q, and its
// actors, seated here, elsewhere (-) or at an unknown place (?).
func consortia(t interface{ Fatal(...any) }, lines ...string) *graph.Network {
	var projects []graph.Project
	var ties []graph.Tie
	seen := map[graph.ActorID]bool{}
	var actors []graph.Actor
	for _, line := range lines {
		id, list, _ := strings.Cut(line, ":")
		effect := here
		if strings.HasPrefix(id, "q") {
			effect = "999"
		}
		p := graph.Project{ID: graph.ProjectID(id), Places: []graph.Place{{Municipalities: []graph.Municipality{effect}}}}
		names := strings.Fields(list)
		if len(names) > 1 {
			p.Partners = graph.PartnersListed
		}
		for _, name := range names {
			tie := graph.Tie{Project: p.ID, Seat: here}
			switch {
			case strings.HasSuffix(name, "-"):
				tie.Seat = "999"
			case strings.HasSuffix(name, "?"):
				tie.Seat = ""
			}
			tie.Actor = graph.ActorID(strings.TrimRight(name, "-?"))
			if !seen[tie.Actor] {
				seen[tie.Actor] = true
				actors = append(actors, graph.Actor{ID: tie.Actor, Name: string(tie.Actor)})
			}
			ties = append(ties, tie)
		}
		projects = append(projects, p)
	}
	return network(t, projects, actors, ties)
}

func region() graph.Query { return graph.Query{Region: []graph.Municipality{here}} }

func cooperation(t interface{ Fatal(...any) }, n *graph.Network) *Cooperation {
	c, err := CooperationOf(context.Background(), n, "set:here", graph.Select(n, region()), CooperationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// valleys has the networks of a1 with x and of b1 with y, who is from elsewhere;
// x also takes part in p09 and y in p10 of the other network; one of a single project, two from elsewhere,
// one of unknown seats; l1, of whom no partners are known, and a project
// without any actor. Elsewhere y and o1 have projects with others.
var valleys = []string{
	"p01: a1 a2 a3 a4", "p02: a1 a2 a3 a4", "p03: a1 a2 a3 a4", "p04: a1", "p05: a1 a3 a4 x", "p08: a1 a2 a3 x", "p09: b1 b2 x",
	"p06: b1 b2 b3 b4", "p07: b1 b2 b3 b4", "p12: b1 b2 b3 b4", "p11: b1 b3 b4 y-", "p13: b1 b2 b3 y-", "p10: a3 a4 y-",
	"p14: s1 s2 s3", "p15: o1- o2-", "p16: o1- o3-", "p17: o4-", "p18: u1? u2?", "p19: u1? u3?", "p20: l1", "p21: l1", "p22:",
	"q1: o1- z1-", "q2: o1- z2-", "q3: y- z3-",
}

func ids[T ~string](positions []int32, id func(i int32) T) string {
	var list []string
	for _, i := range positions {
		list = append(list, string(id(i)))
	}
	return strings.Join(list, " ")
}

func (c *Cooperation) projectIDs(list []int32) string {
	return ids(list, func(i int32) graph.ProjectID { return c.network.Projects[i].ID })
}

func (c *Cooperation) actorIDs(list []int32) string {
	return ids(list, func(i int32) graph.ActorID { return c.network.Actors[i].ID })
}

func TestCooperationByHand(t *testing.T) {
	c := cooperation(t, consortia(t, valleys...))
	for i, want := range []struct {
		id               string
		kind             CommunityKind
		folded           int
		projects, actors string
	}{
		{"a1", Partners, 0, "p01 p02 p03 p04 p05 p08 p10", "a1 a2 a3 a4 x"},
		{"b1", Partners, 0, "p06 p07 p09 p11 p12 p13", "b1 b2 b3 b4 y"},
		{"u1", Partners, 0, "p18 p19", "u1 u2 u3"}, // unknown is not elsewhere
		{"single", SingleProject, 1, "p14", "s1 s2 s3"},
		{"outside", Outside, 2, "p15 p16 p17", "o1 o2 o3 o4"},
		{"alone", Alone, 2, "p20 p21 p22", "l1"},
	} {
		if i >= len(c.Communities) {
			t.Fatalf("%d communities: %+v", len(c.Communities), c.Communities)
		}
		g := c.Communities[i]
		if g.ID != "cooperation:set:here:"+want.id || g.Kind != want.kind || g.Folded != want.folded {
			t.Errorf("community %d is %s of kind %d with %d folded, want %+v", i, g.ID, g.Kind, g.Folded, want)
		}
		if projects, actors := c.projectIDs(g.Projects), c.actorIDs(g.Actors); projects != want.projects || actors != want.actors {
			t.Errorf("%s has %s and %s, want %s and %s", g.ID, projects, actors, want.projects, want.actors)
		}
		if anchored := want.kind == Partners; anchored != (g.Anchor >= 0) || anchored && string(c.network.Actors[g.Anchor].ID) != want.id {
			t.Errorf("%s has the anchor %d", g.ID, g.Anchor)
		}
		if seated := want.kind == Partners; seated != (g.Slot >= 0) || seated != (g.Colour >= 0) {
			t.Errorf("%s has slot %d and colour %d", g.ID, g.Slot, g.Colour)
		}
	}
	if len(c.Communities) != 6 || c.Slots != 6 || c.Basis != (graph.Basis{Listed: 17, Unknown: 5}) {
		t.Errorf("%d communities, %d slots, basis %+v", len(c.Communities), c.Slots, c.Basis)
	}
}

// x joins the networks of a1 and b1 from within the region; y, from elsewhere,
// is ranked by its place in all data. Nobody else has projects with others in two
// communities, however many projects.
func TestBridgesByHand(t *testing.T) {
	c := cooperation(t, consortia(t, valleys...))
	all, err := ActorBetweenness(t.Context(), c.network)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range c.Bridges {
		line := fmt.Sprintf("%s rank %d everywhere %v:", c.network.Actors[b.Actor].ID, b.Rank, b.Everywhere)
		for _, s := range b.Communities {
			line += fmt.Sprintf(" [%d %s]", s.Community, c.projectIDs(s.Projects))
		}
		got = append(got, line+" proof "+c.projectIDs(b.Proof))
	}
	// In all data y lies between more pairs than x: those with z3 and q3.
	want := []string{
		"x rank 1 everywhere false: [0 p05 p08] [1 p09] proof p05 p08 p09",
		"y rank 1 everywhere true: [1 p11 p13] [0 p10] proof p10 p11 p13",
	}
	if !slices.Equal(got, want) {
		t.Fatalf("%q, want %q", got, want)
	}
	x, y := c.Bridges[0], c.Bridges[1]
	inScope := func(a int32) float64 { return c.Betweenness[slices.Index(c.selection.Actors, a)] }
	if x.Betweenness != inScope(x.Actor) || y.Betweenness != all[y.Actor] || y.Betweenness <= inScope(y.Actor) {
		t.Errorf("x has %v of %v, y %v of %v and %v in all data", x.Betweenness, inScope(x.Actor), y.Betweenness, inScope(y.Actor), all[y.Actor])
	}
	if len(c.Joints) != 1 {
		t.Fatalf("joints %+v", c.Joints)
	}
	if j := c.Joints[0]; j.A != 0 || j.B != 1 || c.actorIDs(j.Actors) != "x y" || c.projectIDs(j.Projects) != "p09 p10" {
		t.Errorf("%d and %d share %s and %s", j.A, j.B, c.actorIDs(j.Actors), c.projectIDs(j.Projects))
	}
}

// Of many projects in a community the two largest prove it.
func TestProofIsTheLargestProjects(t *testing.T) {
	c := cooperation(t, consortia(t, append(slices.Clone(valleys), "p31: a1 a2 a3 a4 x", "p33: b1 b2 b3 b4 x")...))
	b := c.Bridges[0]
	if c.network.Actors[b.Actor].ID != "x" || c.projectIDs(b.Proof) != "p05 p09 p31 p33" {
		t.Errorf("%s by %s", c.network.Actors[b.Actor].ID, c.projectIDs(b.Proof))
	}
	if projects := len(b.Communities[0].Projects) + len(b.Communities[1].Projects); len(b.Communities) != 2 || projects != 5 {
		t.Errorf("communities %+v", b.Communities)
	}
}

func TestWhatMayBeSaid(t *testing.T) {
	for _, test := range []struct {
		basis         graph.Basis
		thin, absence bool
	}{
		{graph.Basis{}, true, false},
		{graph.Basis{Listed: 30, Alone: 29, Unknown: 41}, true, false},
		{graph.Basis{Listed: 30, Alone: 30, Unknown: 40}, false, false},
		{graph.Basis{Listed: 74, Unknown: 26}, false, false},
		{graph.Basis{Listed: 40, Alone: 35, Unknown: 25}, false, true},
	} {
		if c := (&Cooperation{Basis: test.basis}); c.Thin() != test.thin || c.TellsAbsence() != test.absence {
			t.Errorf("%+v: thin %v, tells absence %v", test.basis, c.Thin(), c.TellsAbsence())
		}
	}
}

// Small scopes: nothing, one project, one consortium, one actor's projects.
func TestSmallestCooperations(t *testing.T) {
	for _, test := range []struct {
		name  string
		lines []string
		kinds []CommunityKind
	}{
		{"nothing", nil, nil},
		{"a project without actors", []string{"p1:"}, []CommunityKind{Alone}},
		{"one actor", []string{"p1: a", "p2: a"}, []CommunityKind{Alone}},
		{"one project", []string{"p1: a b c"}, []CommunityKind{SingleProject}},
		{"one consortium", []string{"p1: a b c", "p2: a b c"}, []CommunityKind{Partners}},
		{"an actor's own projects and its one consortium", []string{"p1: a b c", "p2: a", "p3: a"}, []CommunityKind{Partners, SingleProject}},
		{"one from elsewhere", []string{"p1: a-", "p2: a- b-"}, []CommunityKind{Outside}},
		{"unknown and elsewhere", []string{"p1: a- b?"}, []CommunityKind{Outside}},
	} {
		c := cooperation(t, consortia(t, test.lines...))
		var kinds []CommunityKind
		for _, g := range c.Communities {
			kinds = append(kinds, g.Kind)
		}
		if !slices.Equal(kinds, test.kinds) || len(c.Bridges) != 0 {
			t.Errorf("%s: kinds %v, %d bridges", test.name, kinds, len(c.Bridges))
		}
		if s, err := c.Significance(t.Context(), 3, 1); err != nil || !math.IsNaN(s.Z) {
			t.Errorf("%s: %+v, %v", test.name, s, err)
		}
	}
}

// someConsortia draws a list of projects and their actors.
func someConsortia(t *rapid.T) []string {
	lines := make([]string, rapid.IntRange(1, 25).Draw(t, "projects"))
	for i := range lines {
		lines[i] = fmt.Sprintf("%s%02d:", rapid.SampledFrom([]string{"p", "p", "p", "q"}).Draw(t, "where"), i)
		used := map[int]bool{}
		for range rapid.IntRange(0, 4).Draw(t, "actors") {
			a := rapid.IntRange(0, 14).Draw(t, "actor")
			if !used[a] {
				used[a] = true
				lines[i] += fmt.Sprintf(" a%02d%s", a, []string{"", "", "-", "?"}[a%4])
			}
		}
	}
	return lines
}

func TestCooperationProperties(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		lines := someConsortia(rt)
		c := cooperation(rt, consortia(rt, lines...))
		n, seen := c.network, map[string]bool{}
		projects, actors := 0, 0
		for i, g := range c.Communities {
			if seen[g.ID] || !strings.HasPrefix(g.ID, "cooperation:set:here:") {
				rt.Fatalf("id %s", g.ID)
			}
			seen[g.ID] = true
			projects, actors = projects+len(g.Projects), actors+len(g.Actors)
			if i > 0 && (g.Kind < c.Communities[i-1].Kind || g.Kind == Partners && len(g.Projects) > len(c.Communities[i-1].Projects)) {
				rt.Fatalf("community %d of kind %d stands too late", i, g.Kind)
			}
			if !slices.IsSorted(g.Projects) || !slices.IsSorted(g.Actors) || (g.Folded == 0) != (g.Kind == Partners) {
				rt.Fatalf("%+v", g)
			}
			for _, p := range g.Projects {
				ties := n.ProjectTies(int(p))
				if int(c.OfProject[p]) != i || g.Kind == Alone && len(ties) > 1 {
					rt.Fatalf("project %s in %s", n.Projects[p].ID, g.ID)
				}
				if len(ties) == 1 && c.OfActor[ties[0].A] != int32(i) {
					rt.Fatalf("project %s is not with its only actor", n.Projects[p].ID)
				}
			}
			for _, a := range g.Actors {
				standing := c.selection.StandingOf(int(a))
				if int(c.OfActor[a]) != i || g.Kind == Outside && standing == graph.Own {
					rt.Fatalf("actor %s, %s, in %s", n.Actors[a].ID, standing, g.ID)
				}
			}
			if g.Kind == Partners && (c.OfActor[g.Anchor] != int32(i) || c.selection.StandingOf(int(g.Anchor)) == graph.Elsewhere) {
				rt.Fatalf("%s has the anchor %d", g.ID, g.Anchor)
			}
		}
		if projects != len(c.selection.Projects) || actors != len(c.selection.Actors) {
			rt.Fatalf("%d projects and %d actors of %d and %d have a community", projects, actors, len(c.selection.Projects), len(c.selection.Actors))
		}
		for i, b := range c.Bridges {
			if b.Betweenness <= 0 || b.Everywhere == (c.selection.StandingOf(int(b.Actor)) == graph.Own) {
				rt.Fatalf("bridge %+v", b)
			}
			if before := c.Bridges[max(i-1, 0)]; before.Everywhere && !b.Everywhere || before.Everywhere == b.Everywhere && before.Betweenness < b.Betweenness {
				rt.Fatalf("bridge %d %+v stands too late", i, b)
			}
			joined := map[int32]bool{}
			for _, p := range b.Proof {
				if len(n.ProjectTies(int(p))) < 2 || !slices.ContainsFunc(n.ProjectTies(int(p)), func(t graph.Tie) bool { return t.A == b.Actor }) {
					rt.Fatalf("%s proves nothing of %s", n.Projects[p].ID, n.Actors[b.Actor].ID)
				}
				joined[c.OfProject[p]] = true
			}
			if len(joined) < 2 {
				rt.Fatalf("%+v joins %d communities", b, len(joined))
			}
		}
		// The order of the lines and of the actors in them must not matter, nor may another run.
		shuffled := rapid.Permutation(lines).Draw(rt, "order")
		again := cooperation(rt, consortia(rt, shuffled...))
		if !reflect.DeepEqual(c.Communities, again.Communities) || !reflect.DeepEqual(c.Bridges, again.Bridges) || !reflect.DeepEqual(c.Joints, again.Joints) ||
			c.Q != again.Q || !slices.Equal(c.Betweenness, again.Betweenness) {
			rt.Fatalf("%+v, in another order %+v", c, again)
		}
	})
}

// Projects elsewhere change nothing but the rank of outsiders.
func TestOnlyTheScopeCounts(t *testing.T) {
	c := cooperation(t, consortia(t, valleys...))
	more := cooperation(t, consortia(t, append(slices.Clone(valleys), "q7: a1- b1-", "q8: a1- b1-")...))
	if len(c.Communities) != len(more.Communities) || c.Q != more.Q || !slices.Equal(c.Betweenness, more.Betweenness) {
		t.Errorf("%+v, with projects elsewhere %+v", c.Communities, more.Communities)
	}
}

// Ten clear consortia tied in a ring: the whole country's modularity puts
// neighbours together, on its own each comes apart again.
func TestCooperationSubGroups(t *testing.T) {
	var lines []string
	for c := range 24 {
		for p := range 5 {
			lines = append(lines, fmt.Sprintf("p%02d%d: c%02da c%02db c%02dc", c, p, c, c, c))
		}
		if c%2 == 0 {
			lines = append(lines, fmt.Sprintf("p%02d8: c%02da c%02db", c, c, c+1), fmt.Sprintf("p%02d9: c%02db c%02da", c, c, c+1))
		}
	}
	c := cooperation(t, consortia(t, lines...))
	if len(c.Communities) != 12 {
		t.Fatalf("%d communities of 12 pairs", len(c.Communities))
	}
	for i := range c.Communities {
		parts, err := c.SubGroups(t.Context(), i)
		if err != nil || len(parts) != 2 {
			t.Fatalf("%s: %+v, %v", c.Communities[i].ID, parts, err)
		}
		for _, part := range parts {
			for _, a := range part.Actors {
				if c.network.Actors[a].ID[:3] != c.network.Actors[part.Anchor].ID[:3] {
					t.Errorf("%s has %s", c.Communities[i].ID, c.actorIDs(part.Actors))
				}
			}
			if len(part.Projects) < 5 || len(part.Actors) != 3 {
				t.Errorf("%s has the part %s", c.Communities[i].ID, c.projectIDs(part.Projects))
			}
		}
	}
	for _, at := range []int{-1, 12} {
		if _, err := c.SubGroups(t.Context(), at); !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("community %d: %v, want ErrNotFound", at, err)
		}
	}
	small := cooperation(t, consortia(t, valleys...))
	for i := range small.Communities {
		if parts, err := small.SubGroups(t.Context(), i); err != nil || parts != nil {
			t.Errorf("%s has the parts %+v, %v", small.Communities[i].ID, parts, err)
		}
	}
}

// Who never leaves is found again; with a fifth missing most still is.
func TestCooperationStability(t *testing.T) {
	c := cooperation(t, consortia(t, valleys...))
	whole, err := c.Stability(t.Context(), 3, 1, 5)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range whole {
		if h != (Held{1, 1, 1}) {
			t.Errorf("with all projects %+v", h)
		}
	}
	some, err := c.Stability(t.Context(), 10, 0.8, 5)
	if err != nil {
		t.Fatal(err)
	}
	mean, moved := 0.0, false
	for _, h := range some {
		mean += (h.Projects + h.Actors + h.IDs) / 30
		moved = moved || h != Held{1, 1, 1}
	}
	if mean < 0.8 || !moved {
		t.Errorf("with 80 %% of the projects %.2f: %+v", mean, some)
	}
}

// Clear groups are far from chance; ties by chance are not.
func TestCooperationSignificance(t *testing.T) {
	clear := cooperation(t, consortia(t, valleys...))
	s, err := clear.Significance(t.Context(), 50, 3)
	if err != nil || s.Z < 3 || s.Q < clear.Q-1e-12 || s.Samples != 50 || s.SD <= 0 {
		t.Errorf("clear groups: %+v, %v", s, err)
	}
	if again, err := clear.Significance(t.Context(), 50, 3); err != nil || again != s {
		t.Errorf("the same seed: %+v, then %+v, %v", s, again, err)
	}
	var lines []string
	for p := range 60 {
		lines = append(lines, fmt.Sprintf("p%02d: a%02d a%02d", p, p*7%30, (p*p*11+p+1)%29+30))
	}
	mixed := cooperation(t, consortia(t, lines...))
	if s, err := mixed.Significance(t.Context(), 50, 3); err != nil || math.Abs(s.Z) > 3 {
		t.Errorf("ties by chance: %+v, %v", s, err)
	}
}

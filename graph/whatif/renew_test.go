package whatif_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/brokerage"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/community"
	"hankeverkko/graph/nets"
	"hankeverkko/graph/projection"
	"hankeverkko/graph/whatif"
)

type failer interface {
	Helper()
	Fatalf(string, ...any)
}

// change is one of the four kinds, asked of a standing and made by hand.
type change struct {
	name string
	ask  func(s *whatif.Standing) (*whatif.Renewal, error)
	gone int32
	make func(members [][]int32) [][]int32 // of the projects
}

func actorGoes(a int32) change {
	return change{"actor goes", func(s *whatif.Standing) (*whatif.Renewal, error) { return s.WithoutActor(context.Background(), a) }, a,
		func(members [][]int32) [][]int32 {
			for p := range members {
				members[p] = slices.DeleteFunc(members[p], func(b int32) bool { return a == b })
			}
			return members
		}}
}

func projectGoes(p int32) change {
	return change{"project goes", func(s *whatif.Standing) (*whatif.Renewal, error) { return s.WithoutProject(context.Background(), p) }, -1,
		func(members [][]int32) [][]int32 { members[p] = nil; return members }}
}

func projectComes(actors []int32) change {
	return change{"project comes", func(s *whatif.Standing) (*whatif.Renewal, error) { return s.WithProject(context.Background(), actors) }, -1,
		func(members [][]int32) [][]int32 { return append(members, actors) }}
}

func tieComes(p, a int32) change {
	return change{"tie comes", func(s *whatif.Standing) (*whatif.Renewal, error) { return s.WithTie(context.Background(), p, a) }, -1,
		func(members [][]int32) [][]int32 { members[p] = append(members[p], a); return members }}
}

// network builds the changed network from nothing. Who is gone is in no
// project; keep gives, for every actor left, its position before.
func network(projects [][]int32, actors int, gone int32) (g *graph.TwoMode, keep []int32) {
	number := make([]int32, actors)
	for a := range int32(actors) {
		if number[a] = int32(len(keep)); a != gone {
			keep = append(keep, a)
		}
	}
	var pairs [][2]int32
	for p, members := range projects {
		for _, a := range slices.Compact(slices.Sorted(slices.Values(members))) {
			pairs = append(pairs, [2]int32{int32(p), number[a]})
		}
	}
	return graph.NewTwoMode(len(projects), len(keep), pairs), keep
}

func membersOf(g *graph.TwoMode) [][]int32 {
	members := make([][]int32, g.Projects)
	for p := range members {
		for _, v := range g.Row(p) {
			members[p] = append(members[p], v-int32(g.Projects))
		}
	}
	return members
}

// burt is Burt's measures of everyone.
func burt(t failer, g *graph.TwoMode) (actors *graph.OneMode, constraint, effective []float64) {
	t.Helper()
	actors = projection.Of(g, graph.Actors, projection.Newman)
	holes, err := brokerage.HolesOf(context.Background(), actors)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return actors, holes.Constraint(), holes.EffectiveSize()
}

func near(a, b float64) bool {
	return math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) <= 1e-9*max(1, math.Abs(b))
}

// checkRenewal holds what a standing answers against the changed network, made
// and worked out from nothing.
func checkRenewal(t failer, g *graph.TwoMode, p community.Partition, s *whatif.Standing, c change) {
	t.Helper()
	ctx := context.Background()
	r, err := c.ask(s)
	if err != nil {
		t.Fatalf("%s: %v", c.name, err)
	}
	actors := g.Len() - g.Projects
	changed, keep := network(c.make(membersOf(g)), actors, c.gone)
	_, constraint, effective := burt(t, g)
	after, wantConstraint, wantEffective := burt(t, changed)
	for i, v := range r.Touched {
		if i > 0 && r.Touched[i-1] >= v || v == c.gone {
			t.Fatalf("%s: touched %v", c.name, r.Touched)
		}
		constraint[v], effective[v] = r.Constraint[i], r.EffectiveSize[i]
	}
	ranked, err := centrality.PageRankOfActors(ctx, changed, 0.85, 1e-12)
	if err != nil {
		t.Fatalf("%v", err)
	}
	kept, groups := make(community.Partition, len(keep)), make(community.Partition, len(keep))
	for i, v := range keep {
		if !near(constraint[v], wantConstraint[i]) || !near(effective[v], wantEffective[i]) {
			t.Fatalf("%s: actor %d has constraint %v and effective size %v, from nothing %v and %v", c.name, v, constraint[v], effective[v], wantConstraint[i], wantEffective[i])
		}
		if !near(r.PageRank[v], ranked[i]) {
			t.Fatalf("%s: actor %d has PageRank %v, from nothing %v", c.name, v, r.PageRank[v], ranked[i])
		}
		kept[i], groups[i] = p[v], r.Groups[v]
	}
	kept = fewer(kept)
	if c.gone >= 0 && (r.Groups[c.gone] != -1 || !math.IsNaN(r.PageRank[c.gone])) {
		t.Fatalf("%s: %d stands", c.name, c.gone)
	}
	if q := community.Modularity(&after.Rows, kept, 1); !near(r.KeptModularity, q) {
		t.Fatalf("%s: the groups before have modularity %v, told %v", c.name, q, r.KeptModularity)
	}
	if q := community.Modularity(&after.Rows, groups, 1); !near(r.Modularity, q) || q < r.KeptModularity-1e-12 {
		t.Fatalf("%s: modularity %v, told %v, before %v", c.name, q, r.Modularity, r.KeptModularity)
	}
	if !community.Connected(&after.Rows, groups) {
		t.Fatalf("%s: groups fall apart", c.name)
	}
}

// fewer gives the labels of a partition that lost vertices numbers below theirs.
func fewer(p community.Partition) community.Partition {
	number := map[int32]int32{}
	for i, c := range p {
		if c < 0 {
			continue
		}
		if _, known := number[c]; !known {
			number[c] = int32(len(number))
		}
		p[i] = number[c]
	}
	return p
}

func standing(t failer, g *graph.TwoMode) (*whatif.Standing, community.Partition) {
	t.Helper()
	p, err := community.Leiden(context.Background(), &projection.Of(g, graph.Actors, projection.Newman).Rows, community.Options{})
	if err != nil {
		t.Fatalf("%v", err)
	}
	s, err := whatif.Stand(context.Background(), g, p)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return s, p
}

// One standing answers all changes, one after the other: what a change leaves
// behind would show in the next.
func TestRenewalIsWhatTheChangedNetworkGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := networks(t)
		s, p := standing(t, g)
		actors := int32(g.Len() - g.Projects)
		if rapid.Bool().Draw(t, "any groups") { // also such as do not hang together
			for v := range p {
				p[v] = rapid.Int32Range(-1, min(2, actors-1)).Draw(t, "group")
			}
			var err error
			if s, err = whatif.Stand(context.Background(), g, p); err != nil {
				t.Fatal(err)
			}
		}
		for range 6 {
			a, project := rapid.Int32Range(0, actors-1).Draw(t, "actor"), rapid.Int32Range(0, int32(g.Projects)-1).Draw(t, "project")
			switch rapid.IntRange(0, 3).Draw(t, "kind") {
			case 0:
				checkRenewal(t, g, p, s, actorGoes(a))
			case 1:
				checkRenewal(t, g, p, s, projectGoes(project))
			case 2:
				checkRenewal(t, g, p, s, projectComes(rapid.SliceOfDistinct(rapid.Int32Range(0, actors-1), rapid.ID[int32]).Draw(t, "given")))
			case 3:
				checkRenewal(t, g, p, s, tieComes(project, a))
			}
		}
	})
}

func TestRenewalOnNamedNetworks(t *testing.T) {
	planted, _ := nets.PlantedTwoMode(6, 8, 9, 0.3, 0.01, 3)
	for _, g := range []*graph.TwoMode{nets.SouthernWomen().TwoMode(), planted, two(false), two(true)} {
		s, p := standing(t, g)
		actors := int32(g.Len() - g.Projects)
		for a := range actors {
			checkRenewal(t, g, p, s, actorGoes(a))
			checkRenewal(t, g, p, s, projectComes([]int32{a, (a + 3) % actors, (a + 5) % actors}))
			checkRenewal(t, g, p, s, tieComes(a%int32(g.Projects), a))
		}
		for project := range int32(g.Projects) {
			checkRenewal(t, g, p, s, projectGoes(project))
		}
	}
}

var edgeCases = []struct {
	name     string
	projects [][]int32
	actors   int
	change   change
}{
	{"the last actor goes", nil, 1, actorGoes(0)},
	{"one of two goes", [][]int32{{0, 1}}, 2, actorGoes(0)},
	{"an actor alone goes", [][]int32{{0, 1}, {2}}, 4, actorGoes(2)},
	{"an actor without a project goes", [][]int32{{0, 1}}, 3, actorGoes(2)},
	{"the network falls apart", [][]int32{{0, 1, 2}, {2, 3, 4}, {2, 5}}, 6, actorGoes(2)},
	{"the only project goes", [][]int32{{0, 1, 2}}, 3, projectGoes(0)},
	{"a project of nobody", [][]int32{{0, 1, 2}}, 3, projectComes(nil)},
	{"a project of one", [][]int32{{0, 1, 2}}, 3, projectComes([]int32{1})},
	{"a first project", nil, 3, projectComes([]int32{0, 2})},
	{"a project of strangers", [][]int32{{0, 1}, {2, 3}, {4}}, 6, projectComes([]int32{5, 0, 2, 4})},
	{"a project joins one alone", [][]int32{{0}, {1, 2}}, 3, tieComes(0, 1)},
	{"in it already", [][]int32{{0, 1}, {1, 2}}, 3, tieComes(0, 1)},
}

func TestRenewalAtTheEdges(t *testing.T) {
	for _, c := range edgeCases {
		t.Run(c.name, func(t *testing.T) {
			g, _ := network(c.projects, c.actors, -1)
			s, p := standing(t, g)
			checkRenewal(t, g, p, s, c.change)
			checkRenewal(t, g, p, s, c.change)
		})
	}
}

func TestRenewalOfWhatIsNotThere(t *testing.T) {
	g := two(false)
	s, _ := standing(t, g)
	for name, c := range map[string]change{
		"actor": actorGoes(7), "project": projectGoes(6), "of a project": projectComes([]int32{0, -1}), "who joins": tieComes(0, 7), "joined": tieComes(-1, 0),
	} {
		if _, err := c.ask(s); !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := whatif.Stand(t.Context(), g, make(community.Partition, 3)); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("too few groups: %v", err)
	}
}

package projection_test

import (
	"fmt"
	"math"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/nets"
	"hankeverkko/graph/projection"
)

// network makes a network of projects given by the numbers of their actors.
func network(t interface{ Fatal(...any) }, actors int, projects [][]int) *graph.Network {
	var ps []graph.Project
	var as []graph.Actor
	var ties []graph.Tie
	for a := range actors {
		as = append(as, graph.Actor{ID: graph.ActorID(fmt.Sprintf("a%02d", a))})
	}
	for p, members := range projects {
		id := graph.ProjectID(fmt.Sprintf("p%02d", p))
		ps = append(ps, graph.Project{ID: id})
		for _, a := range members {
			ties = append(ties, graph.Tie{Project: id, Actor: as[a].ID})
		}
	}
	n, err := graph.New(ps, as, ties)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestOntoByHand(t *testing.T) {
	// Two actors share two projects, one of them with a third; a fourth works
	// alone and a fifth not at all.
	n := network(t, 5, [][]int{{0, 1, 2}, {0, 1}, {3}})
	for _, test := range []struct {
		name      string
		side      graph.Side
		weighting projection.Weighting
		want      *graph.OneMode
	}{
		{"actors by count", graph.Actors, projection.Count, graph.NewOneMode(5, []graph.Edge{{U: 0, V: 1, Weight: 2}, {U: 0, V: 2, Weight: 1}, {U: 1, V: 2, Weight: 1}})},
		{"actors by Newman", graph.Actors, projection.Newman, graph.NewOneMode(5, []graph.Edge{{U: 0, V: 1, Weight: 1.5}, {U: 0, V: 2, Weight: 0.5}, {U: 1, V: 2, Weight: 0.5}})},
		{"actors by allocation", graph.Actors, projection.Allocation, graph.NewOneMode(5, []graph.Edge{{U: 0, V: 1, Weight: 1./3 + 1./2}, {U: 0, V: 2, Weight: 1. / 3}, {U: 1, V: 2, Weight: 1. / 3}})},
		{"actors by Jaccard", graph.Actors, projection.Jaccard, graph.NewOneMode(5, []graph.Edge{{U: 0, V: 1, Weight: 1}, {U: 0, V: 2, Weight: 0.5}, {U: 1, V: 2, Weight: 0.5}})},
		{"projects by Jaccard", graph.Projects, projection.Jaccard, graph.NewOneMode(3, []graph.Edge{{U: 0, V: 1, Weight: 2. / 3}})},
		{"projects by count", graph.Projects, projection.Count, graph.NewOneMode(3, []graph.Edge{{U: 0, V: 1, Weight: 2}})},
		{"projects by Newman", graph.Projects, projection.Newman, graph.NewOneMode(3, []graph.Edge{{U: 0, V: 1, Weight: 2}})},
	} {
		if diff := cmp.Diff(test.want, projection.Onto(n, test.side, test.weighting), cmpopts.EquateEmpty(), cmpopts.EquateApprox(0, 1e-15)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestOntoEmpty(t *testing.T) {
	if g := projection.Onto(network(t, 0, nil), graph.Actors, projection.Newman); g.Len() != 0 || len(g.Targets) != 0 {
		t.Errorf("%v", g)
	}
}

// Evelyn and Theresa met at seven events; Flora and Olivia only at two
// (Davis, Gardner & Gardner 1941, figure 3).
func TestOntoSouthernWomen(t *testing.T) {
	n := nets.SouthernWomen()
	g := projection.Onto(n, graph.Actors, projection.Count)
	weight := func(a, b graph.ActorID) float64 {
		u, _ := n.FindActor(a)
		v, _ := n.FindActor(b)
		for i, t := range g.Row(u) {
			if int(t) == v {
				return g.RowWeights(u)[i]
			}
		}
		return 0
	}
	if got := weight("Evelyn", "Theresa"); got != 7 {
		t.Errorf("Evelyn and Theresa met %v times, want 7", got)
	}
	if got := weight("Flora", "Olivia"); got != 2 {
		t.Errorf("Flora and Olivia met %v times, want 2", got)
	}
	if got := len(g.Targets) / 2; got != 139 {
		t.Errorf("%d pairs met, want 139", got)
	}
}

func TestOntoProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		actors := rapid.IntRange(1, 150).Draw(t, "actors") // more than one word of bits
		members := rapid.SliceOfNDistinct(rapid.IntRange(0, actors-1), 0, min(actors, 12), rapid.ID[int])
		n := network(t, actors, rapid.SliceOfN(members, 0, 20).Draw(t, "projects"))

		// The plain way: every pair of every project.
		var edges []graph.Edge
		shared := make([]float64, actors)
		for p := range n.Projects {
			ties := n.ProjectTies(p)
			for i, a := range ties {
				if len(ties) > 1 {
					shared[a.A]++
				}
				for _, b := range ties[:i] {
					edges = append(edges, graph.Edge{U: a.A, V: b.A, Weight: 1 / float64(len(ties)-1)})
				}
			}
		}
		g := projection.Onto(n, graph.Actors, projection.Newman)
		if diff := cmp.Diff(graph.NewOneMode(actors, edges), g, cmpopts.EquateEmpty(), cmpopts.EquateApprox(0, 1e-12)); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
		for a := range actors { // Newman's reason for the weighting
			strength := 0.0
			for _, w := range g.RowWeights(a) {
				strength += w
			}
			if math.Abs(strength-shared[a]) > 1e-9 {
				t.Fatalf("actor %d shares %v projects and has strength %v", a, shared[a], strength)
			}
		}
	})
}

func TestOntoOnAnyNumberOfThreads(t *testing.T) {
	n := nets.SouthernWomen()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for _, weighting := range []projection.Weighting{projection.Newman, projection.Allocation, projection.Jaccard} {
		runtime.GOMAXPROCS(1)
		one := projection.Onto(n, graph.Actors, weighting)
		runtime.GOMAXPROCS(2)
		if diff := cmp.Diff(one, projection.Onto(n, graph.Actors, weighting)); diff != "" {
			t.Error(diff)
		}
	}
}

package analysis_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/analysis"
)

type failing interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

// everywhere runs a property on the networks of the reference, on the example and on
// networks drawn by lot.
func everywhere(t *testing.T, property func(t failing, n *graph.Network, group []int32)) {
	networks := references(t).Networks
	for _, name := range slices.Sorted(maps.Keys(networks)) {
		n := networks[name].network(t)
		t.Run(name, func(t *testing.T) { property(t, n, inTurn(len(n.Actors))) })
	}
	t.Run("example", func(t *testing.T) {
		n := inProjects(t)
		property(t, n, inTurn(len(n.Actors)))
	})
	t.Run("by lot", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			actors := rapid.IntRange(1, 16).Draw(t, "actors")
			m := members{Actors: actors, Projects: rapid.SliceOfN(
				rapid.SliceOfNDistinct(rapid.Int32Range(0, int32(actors-1)), 1, min(actors, 6), rapid.ID), 0, 16).Draw(t, "projects")}
			for a := range int32(actors) {
				if !slices.ContainsFunc(m.Projects, func(in []int32) bool { return slices.Contains(in, a) }) {
					m.Projects = append(m.Projects, []int32{a})
				}
			}
			property(t, m.network(t), rapid.SliceOfN(rapid.Int32Range(-1, 3), actors, actors).Draw(t, "groups"))
		})
	})
}

// inProjects is the example's part of known partners, without the actors that
// are in none of its projects.
func inProjects(t *testing.T) *graph.Network {
	t.Helper()
	n := known(t)
	part, err := graph.Restrict(n, graph.Select(n, graph.Query{}))
	if err != nil {
		t.Fatal(err)
	}
	return part
}

// inTurn puts actors into four groups and none.
func inTurn(actors int) []int32 {
	group := make([]int32, actors)
	for a := range group {
		group[a] = int32(a%5) - 1
	}
	return group
}

// table computes all measures over all actors.
func table(t failing, n *graph.Network, group []int32) map[string][]float64 {
	t.Helper()
	subject, err := analysis.NewSubject(n, graph.Select(n, graph.Query{}), group)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]float64{}
	for _, m := range analysis.Measures() {
		result, err := subject.Compute(context.Background(), m)
		if err != nil {
			t.Fatal(err)
		}
		if len(result.Scores) != len(n.Actors) {
			t.Fatalf("%s: %d scores of %d actors", m.ID, len(result.Scores), len(n.Actors))
		}
		all[m.ID] = result.Scores
	}
	return all
}

func same(a, b float64) bool {
	return math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) <= 1e-9*max(1, math.Abs(b))
}

// Other names in another order move the scores along.
func TestRenamingMovesTheScores(t *testing.T) {
	everywhere(t, func(t failing, n *graph.Network, group []int32) {
		random := rand.New(rand.NewPCG(1, uint64(len(n.Ties)))) // the same network, the same names
		before := table(t, n, group)
		actors, projects, ties := slices.Clone(n.Actors), slices.Clone(n.Projects), slices.Clone(n.Ties)
		name := random.Perm(len(actors))
		for a := range actors {
			actors[a].ID = graph.ActorID(fmt.Sprintf("%04d", name[a]))
		}
		for p, at := range random.Perm(len(projects)) {
			projects[p].ID = graph.ProjectID(fmt.Sprintf("%04d", at))
		}
		for i := range ties {
			ties[i].Project, ties[i].Actor = projects[ties[i].P].ID, actors[ties[i].A].ID
		}
		random.Shuffle(len(ties), func(i, j int) { ties[i], ties[j] = ties[j], ties[i] })
		renamed, err := graph.New(projects, actors, ties)
		if err != nil {
			t.Fatal(err)
		}
		moved := make([]int32, len(group))
		for a, at := range name {
			moved[at] = group[a]
		}
		for id, scores := range table(t, renamed, moved) {
			for a, at := range name {
				if was, is := before[id][a], scores[at]; !same(is, was) {
					t.Fatalf("%s was %v and is %v under another name", id, was, is)
				}
			}
		}
	})
}

// What is computed is the same to the bit at each call, on any number of processors.
func TestTheSameEachTime(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	everywhere(t, func(t failing, n *graph.Network, group []int32) {
		first := table(t, n, group)
		for _, processors := range []int{1, 2, 3} {
			runtime.GOMAXPROCS(processors)
			for id, again := range table(t, n, group) {
				if !slices.EqualFunc(first[id], again, func(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) }) {
					t.Fatalf("%s differs at another call, on %d processors", id, processors)
				}
			}
		}
	})
}

// An actor alone changes nothing for the others, but for the measures that are
// shares of all actors: these shrink for all alike.
func TestAnIsolateChangesNothing(t *testing.T) {
	everywhere(t, func(t failing, n *graph.Network, group []int32) {
		more, err := graph.New(
			append(slices.Clone(n.Projects), graph.Project{ID: "~", Partners: graph.PartnersAlone}),
			append(slices.Clone(n.Actors), graph.Actor{ID: "~"}),
			append(slices.Clone(n.Ties), graph.Tie{Project: "~", Actor: "~"}))
		if err != nil {
			t.Fatal(err)
		}
		last := len(n.Actors)
		if more.Actors[last].ID != "~" {
			t.Fatal("the isolate is not the last")
		}
		before, after := table(t, n, group), table(t, more, append(slices.Clone(group), -1))
		shrinks := map[string]float64{"pagerank": 1 - after["pagerank"][last]}
		if last > 0 {
			shrinks["closeness"] = float64(last-1) / float64(last)
		}
		for id, scores := range before {
			for a, score := range scores {
				if by, shrinking := shrinks[id]; shrinking {
					score *= by
				}
				if got := after[id][a]; !same(got, score) {
					t.Fatalf("%s of actor %d is %v with the isolate, want %v", id, a, got, score)
				}
			}
		}
	})
}

// Whatever takes more than a pass over the ties stops when it is told to.
func TestMeasuresStop(t *testing.T) {
	n := inProjects(t)
	quick := []string{"projects", "degree", "strength", "coreness", "sole_connector", "participation", "participation_expected", "within_group"}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	for _, m := range analysis.Measures() {
		subject, err := analysis.NewSubject(n, graph.Select(n, graph.Query{}), inTurn(len(n.Actors)))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := subject.Compute(stopped, m); !slices.Contains(quick, m.ID) && !errors.Is(err, context.Canceled) {
			t.Errorf("%s went on: %v", m.ID, err)
		}
	}
}

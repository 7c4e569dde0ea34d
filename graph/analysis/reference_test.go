package analysis_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/analysis"
	"hankeverkko/graph/place"
)

var write = flag.Bool("write", false, "write testdata/region.json anew")

// members is a network as lists of the actors in each project.
type members struct {
	Actors   int       `json:"actors"`
	Projects [][]int32 `json:"projects"`
}

// network makes one whose actors keep their order.
func (m members) network(t testing.TB) *graph.Network {
	t.Helper()
	var projects []graph.Project
	var actors []graph.Actor
	var ties []graph.Tie
	for a := range m.Actors {
		actors = append(actors, graph.Actor{ID: graph.ActorID(fmt.Sprintf("%04d", a))})
	}
	for p, in := range m.Projects {
		id := graph.ProjectID(fmt.Sprintf("%04d", p))
		projects = append(projects, graph.Project{ID: id, Partners: graph.PartnersListed})
		for _, a := range in {
			ties = append(ties, graph.Tie{Project: id, Actor: actors[a].ID})
		}
	}
	n, err := graph.New(projects, actors, ties)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// The real region of the table is that of the example.
func TestRegion(t *testing.T) {
	n := known(t)
	lapland, ok := place.Find("maakunta:19")
	if !ok {
		t.Fatal("no Lapland")
	}
	part, err := graph.Restrict(n, graph.Select(n, graph.Query{Region: lapland.Municipalities}))
	if err != nil {
		t.Fatal(err)
	}
	now := members{Actors: len(part.Actors), Projects: make([][]int32, len(part.Projects))}
	for i := range part.Ties {
		p := part.Ties[i].P
		now.Projects[p] = append(now.Projects[p], part.Ties[i].A)
	}
	text, err := json.Marshal(now)
	if err != nil {
		t.Fatal(err)
	}
	if *write {
		if err := os.WriteFile("testdata/region.json", append(text, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if kept, err := os.ReadFile("testdata/region.json"); err != nil || string(kept) != string(text)+"\n" {
		t.Errorf("testdata/region.json is not the example's Lapland any more: write it with -write and make reference.json anew (%v)", err)
	}
	if len(now.Projects) < 20 || now.Actors < 30 {
		t.Errorf("a region of %d projects and %d actors says little", len(now.Projects), now.Actors)
	}
}

// reference is what testdata/reference.py writes.
type reference struct {
	Networks map[string]struct {
		members
		Measures map[string][]*float64
	}
}

// Every measure of the table equals networkx and igraph to nine digits.
func TestAgainstNetworkxAndIgraph(t *testing.T) {
	file, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var want reference
	if err := json.Unmarshal(file, &want); err != nil {
		t.Fatal(err)
	}
	if len(want.Networks) < 12 {
		t.Fatalf("only %d networks", len(want.Networks))
	}
	for name, want := range want.Networks {
		t.Run(name, func(t *testing.T) {
			n := want.network(t)
			group := make([]int32, len(n.Actors))
			for a := range group {
				if group[a] = int32(a % 3); a%7 == 6 {
					group[a] = -1
				}
			}
			subject, err := analysis.NewSubject(n, graph.Select(n, graph.Query{}), group)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range analysis.Measures() {
				if m.ID == "participation_expected" { // drawn by lot: see graph/brokerage
					continue
				}
				result, err := subject.Compute(t.Context(), m)
				if err != nil {
					t.Fatal(err)
				}
				scores := want.Measures[m.ID]
				if len(scores) != len(result.Scores) {
					t.Errorf("%s: %d scores, want %d", m.ID, len(result.Scores), len(scores))
					continue
				}
				for a, score := range result.Scores {
					switch want := scores[a]; {
					case want == nil && !math.IsNaN(score), want != nil && !(math.Abs(score-*want) <= 1e-9*max(1, math.Abs(*want))):
						if want == nil {
							want = new(float64)
							*want = math.NaN()
						}
						t.Errorf("%s of actor %d is %v, want %v", m.ID, a, score, *want)
					}
				}
			}
		})
	}
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

// Other names in another order move the scores along.
func TestRenamingMovesTheScores(t *testing.T) {
	n := inProjects(t)
	random := rand.New(rand.NewPCG(1, 1))
	group := make([]int32, len(n.Actors))
	for a := range group {
		group[a] = int32(a%5) - 1
	}
	before := allScores(t, n, group)
	for range 3 {
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
		after := allScores(t, renamed, moved)
		delete(after, "participation_expected") // drawn by lot, by position
		for id, scores := range after {
			for a, at := range name {
				if was, is := before[id][a], scores[at]; math.IsNaN(was) != math.IsNaN(is) || math.Abs(was-is) > 1e-9*max(1, math.Abs(was)) {
					t.Errorf("%s was %v and is %v under another name", id, was, is)
					break
				}
			}
		}
	}
}

// What is computed is the same to the bit at each call.
func TestTheSameEachTime(t *testing.T) {
	n := inProjects(t)
	group := make([]int32, len(n.Actors))
	for a := range group {
		group[a] = int32(a % 5)
	}
	first := allScores(t, n, group)
	for id, again := range allScores(t, n, group) {
		if !slices.EqualFunc(first[id], again, func(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) }) {
			t.Errorf("%s differs at the second call", id)
		}
	}
}

// An actor alone changes nothing for the others, but for the measures that are
// shares of all actors.
func TestAnIsolateChangesNothing(t *testing.T) {
	n := inProjects(t)
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
	group := make([]int32, last+1)
	for a := range group {
		group[a] = int32(a % 5)
	}
	before, after := allScores(t, n, group[:last]), allScores(t, more, append(slices.Clone(group[:last]), -1))
	shrinks := map[string]float64{"closeness": float64(last-1) / float64(last), "pagerank": 1 - after["pagerank"][last]}
	for id, scores := range before {
		by := shrinks[id]
		if by == 0 {
			by = 1
		}
		for a, score := range scores {
			if got := after[id][a]; math.IsNaN(got) != math.IsNaN(score) || math.Abs(got-score*by) > 1e-9*max(1, math.Abs(score)) {
				t.Errorf("%s of actor %d is %v with the isolate, %v without", id, a, got, score)
				break
			}
		}
	}
}

// allScores computes the whole table over all actors.
func allScores(t *testing.T, n *graph.Network, group []int32) map[string][]float64 {
	t.Helper()
	selection := graph.Select(n, graph.Query{})
	if len(selection.Actors) != len(n.Actors) {
		t.Fatalf("%d of %d actors", len(selection.Actors), len(n.Actors))
	}
	subject, err := analysis.NewSubject(n, selection, group)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]float64{}
	for _, m := range analysis.Measures() {
		result, err := subject.Compute(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		all[m.ID] = result.Scores
	}
	return all
}

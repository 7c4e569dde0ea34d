package analysis_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
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
func (m members) network(t failing) *graph.Network {
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

func references(t testing.TB) *reference {
	t.Helper()
	file, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	r := &reference{}
	if err := json.Unmarshal(file, r); err != nil {
		t.Fatal(err)
	}
	return r
}

// Every measure of the table equals networkx and igraph to nine digits.
func TestAgainstNetworkxAndIgraph(t *testing.T) {
	want := references(t)
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

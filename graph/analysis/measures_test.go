package analysis_test

import (
	"errors"
	"math"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/analysis"
	"hankeverkko/words"
)

// valley has the projects p (a, b, c), q (c, d) and r (d alone).
func valley(t *testing.T) *graph.Network {
	t.Helper()
	actors := []graph.Actor{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}}
	projects := []graph.Project{{ID: "p", Fund: "x", Partners: graph.PartnersListed}, {ID: "q", Fund: "x", Partners: graph.PartnersListed}, {ID: "r", Partners: graph.PartnersAlone}}
	var ties []graph.Tie
	for project, list := range map[graph.ProjectID]string{"p": "abc", "q": "cd", "r": "d"} {
		for _, a := range list {
			ties = append(ties, graph.Tie{Project: project, Actor: graph.ActorID(a)})
		}
	}
	n, err := graph.New(projects, actors, ties)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// By hand. Newman: p gives each pair 1/2, q gives its pair 1. On the two-mode
// path p - c - q - d - r with a and b hanging on p, c parts {a, b, p} from
// {q, d, r} and d parts r from the five others. On the projection c alone lies
// between a, b and d.
func TestScoresByHand(t *testing.T) {
	n := valley(t)
	for id, want := range map[string][]float64{
		"projects":              {1, 1, 2, 2},
		"degree":                {2, 2, 3, 1},
		"strength":              {1, 1, 2, 1},
		"betweenness":           {0, 0, 9, 5},
		"betweenness_projected": {0, 0, 2, 0},
	} {
		result, err := analysis.Compute(t.Context(), n, graph.Select(n, graph.Query{}), id)
		if err != nil {
			t.Fatal(err)
		}
		for i := range want {
			if math.Abs(result.Scores[i]-want[i]) > 1e-12 {
				t.Errorf("%s of %s is %v, want %v", id, n.Actors[result.Actors[i]].ID, result.Scores[i], want[i])
			}
		}
	}
	result, err := analysis.Compute(t.Context(), n, graph.Select(n, graph.Query{}), "pagerank")
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for _, s := range result.Scores {
		sum += s
	}
	if math.Abs(sum-1) > 1e-9 || result.Scores[0] != result.Scores[1] || result.Scores[2] <= result.Scores[0] {
		t.Errorf("pagerank %v", result.Scores)
	}
}

// Only what is selected counts: without r, d is no longer in between.
func TestOnlyTheSelectionCounts(t *testing.T) {
	n := valley(t)
	result, err := analysis.Compute(t.Context(), n, graph.Select(n, graph.Query{Funds: []string{"x"}}), "betweenness")
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Scores) != 4 || result.Scores[2] != 6 || result.Scores[3] != 0 || result.Basis != (graph.Basis{Listed: 2}) {
		t.Errorf("%+v", result)
	}
	if _, err := analysis.Compute(t.Context(), n, graph.Select(n, graph.Query{}), "fame"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("unknown measure: %v", err)
	}
}

// Every row has an id of its own and its words, and scores every actor, also of nothing.
func TestEveryRowIsComplete(t *testing.T) {
	empty, err := graph.New(nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, m := range analysis.Measures() {
		if seen[m.ID] || m.Reference == "" || m.Network != analysis.TwoMode && m.Network != analysis.Projection {
			t.Errorf("row %+v", m)
		}
		seen[m.ID] = true
		for _, key := range []string{m.Name, m.Question, m.Conventions} {
			if words.Text("fi", key, nil) == key {
				t.Errorf("%s: no word for %q", m.ID, key)
			}
		}
		for _, n := range []*graph.Network{empty, valley(t)} {
			if scores, err := m.Score(t.Context(), n); err != nil || len(scores) != len(n.Actors) {
				t.Errorf("%s: %d scores for %d actors, %v", m.ID, len(scores), len(n.Actors), err)
			}
		}
	}
}

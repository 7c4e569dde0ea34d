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

// compute is one measure of what a query selects; the actors a and b are in
// group 0, c and d in group 1.
func compute(t *testing.T, n *graph.Network, q graph.Query, id string) (*analysis.Result, error) {
	t.Helper()
	m, err := analysis.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	selection := graph.Select(n, q)
	groups := map[graph.ActorID]int32{"a": 0, "b": 0, "c": 1, "d": 1}
	var group []int32
	for _, a := range selection.Actors {
		group = append(group, groups[n.Actors[a].ID])
	}
	subject, err := analysis.NewSubject(n, selection, group)
	if err != nil {
		t.Fatal(err)
	}
	return subject.Compute(t.Context(), m)
}

// By hand. Newman: p gives each pair 1/2, q gives its pair 1. On the two-mode
// path p - c - q - d - r with a and b hanging on p, c parts {a, b, p} from
// {q, d, r} and d parts r from the five others. On the projection c alone lies
// between a, b and d, and joins them: a and b are one group, c and d another. Of
// c's weight 2 a quarter goes to each of a and b, which hold half of theirs in
// each other, and a half to d: (1/4 + 1/8)^2 twice and (1/2)^2; for a it is
// (1/2 + 1/8)^2 by b and (1/2 + 1/4)^2 by c.
func TestScoresByHand(t *testing.T) {
	n := valley(t)
	for id, want := range map[string][]float64{
		"projects":              {1, 1, 2, 2},
		"degree":                {2, 2, 3, 1},
		"strength":              {1, 1, 2, 1},
		"betweenness":           {0, 0, 9, 5},
		"betweenness_projected": {0, 0, 2, 0},
		"constraint":            {0.953125, 0.953125, 0.53125, 1},
		"effective_size":        {1.25, 1.25, 2.5, 1},
		"role_coordinator":      {0, 0, 0, 0},
		"role_gatekeeper":       {0, 0, 2, 0},
		"role_itinerant":        {0, 0, 0, 0},
		"role_liaison":          {0, 0, 0, 0},
	} {
		result, err := compute(t, n, graph.Query{}, id)
		if err != nil {
			t.Fatal(err)
		}
		for i := range want {
			if math.Abs(result.Scores[i]-want[i]) > 1e-12 {
				t.Errorf("%s of %s is %v, want %v", id, n.Actors[result.Actors[i]].ID, result.Scores[i], want[i])
			}
		}
	}
	result, err := compute(t, n, graph.Query{}, "pagerank")
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
	result, err := compute(t, n, graph.Query{Funds: []string{"x"}}, "betweenness")
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Scores) != 4 || result.Scores[2] != 6 || result.Scores[3] != 0 || result.Basis != (graph.Basis{Listed: 2}) {
		t.Errorf("%+v", result)
	}
	if _, err := analysis.Find("fame"); !errors.Is(err, graph.ErrNotFound) {
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
			subject, err := analysis.NewSubject(n, graph.Select(n, graph.Query{}), nil)
			if err != nil {
				t.Fatal(err)
			}
			if result, err := subject.Compute(t.Context(), m); err != nil || len(result.Scores) != len(n.Actors) {
				t.Errorf("%s: %+v, %v", m.ID, result, err)
			}
		}
	}
}

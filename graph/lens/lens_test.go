package lens

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
)

// themed makes projects on a few clear themes, six words each.
func themed(perTheme int) []graph.Project {
	themes := map[string][]string{
		"a": {"matkailu", "luontomatkailu", "retkeily", "majoitus"},
		"b": {"kiertotalous", "kierrätys", "muovi", "jäte"},
		"c": {"kotoutuminen", "maahanmuutto", "kielikoulutus", "pakolainen"},
	}
	var projects []graph.Project
	for _, theme := range []string{"a", "b", "c"} {
		words := themes[theme]
		for i := range perTheme {
			projects = append(projects, graph.Project{
				ID: graph.ProjectID(fmt.Sprintf("t:%s%02d", theme, i)), Name: words[0] + " " + words[1+i%3],
				Description: fmt.Sprintf("%s ja %s sekä %s alueella", words[0], words[1+(i+1)%3], words[1+i%3]),
				Keywords:    []string{words[0], words[1+i%3]},
			})
		}
	}
	return projects
}

func network(t interface{ Fatal(...any) }, projects []graph.Project, actors []graph.Actor, ties []graph.Tie) *graph.Network {
	n, err := graph.New(projects, actors, ties)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestClearTopicsAreFoundAndNamed(t *testing.T) {
	n := network(t, themed(8), nil, nil)
	topics, err := FindTopics(t.Context(), n, TopicOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if len(topics.List) != 3 {
		t.Fatalf("%d topics of 3: %+v", len(topics.List), topics.List)
	}
	for _, topic := range topics.List {
		theme := n.Projects[topic.Projects[0]].ID[2]
		for _, p := range topic.Projects {
			if n.Projects[p].ID[2] != theme {
				t.Errorf("%s lies with %c", n.Projects[p].ID, theme)
			}
		}
		want := map[byte]string{'a': "matkailu", 'b': "kiertotalous", 'c': "kotoutuminen"}[theme]
		if len(topic.Words) == 0 || topic.Words[0] != want || topic.Cover < 0.99 {
			t.Errorf("theme %c is named %v, covering %.2f", theme, topic.Words, topic.Cover)
		}
	}
}

// The order of projects and of their keywords must not matter.
func TestTopicsDoNotDependOnOrder(t *testing.T) {
	projects := themed(6)
	want, err := FindTopics(t.Context(), network(t, projects, nil, nil), TopicOptions{})
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		shuffled := rapid.Permutation(projects).Draw(rt, "projects")
		for i := range shuffled {
			shuffled[i].Keywords = rapid.Permutation(shuffled[i].Keywords).Draw(rt, "keywords")
		}
		got, err := FindTopics(t.Context(), network(rt, shuffled, nil, nil), TopicOptions{})
		if err != nil {
			rt.Fatal(err)
		}
		if len(got.List) != len(want.List) {
			rt.Fatalf("%d topics, %d before", len(got.List), len(want.List))
		}
		for i := range got.List {
			a, b := got.List[i], want.List[i]
			if a.ID != b.ID || a.Slot != b.Slot || !slices.Equal(a.Words, b.Words) || !slices.Equal(a.Projects, b.Projects) {
				rt.Fatalf("%+v, %+v before", a, b)
			}
		}
	})
}

func TestShortTextsUseTheObjective(t *testing.T) {
	var projects []graph.Project
	for i := range 12 {
		projects = append(projects, graph.Project{ID: graph.ProjectID(fmt.Sprintf("t:%02d", i)), Name: fmt.Sprintf("Avustus %d", i), Objective: []string{"Työllisyys", "Innovaatiot"}[i%2]})
	}
	topics, err := FindTopics(t.Context(), network(t, projects, nil, nil), TopicOptions{})
	if err != nil || !topics.Method.Thin || len(topics.List) != 2 {
		t.Fatalf("%+v, %v", topics, err)
	}
}

func TestNoProjects(t *testing.T) {
	topics, err := FindTopics(t.Context(), network(t, nil, nil, nil), TopicOptions{})
	if err != nil || len(topics.List) != 0 || topics.Slots != 0 {
		t.Errorf("%+v, %v", topics, err)
	}
}

// The ring must be as good as the best of all orders, up to nine, and 2-opt
// beyond must not be beaten by any swap of two.
func TestRing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		size := rapid.IntRange(1, 11).Draw(rt, "size")
		alike := make([][]float64, size)
		for i := range alike {
			alike[i] = make([]float64, size)
			for j := range i {
				alike[i][j] = float64(rapid.IntRange(0, 9).Draw(rt, "alike"))
				alike[j][i] = alike[i][j]
			}
		}
		order := ring(alike, size)
		if order[0] != 0 || len(order) != size {
			rt.Fatalf("order %v", order)
		}
		sorted := slices.Sorted(slices.Values(order))
		for i, v := range sorted {
			if i != v {
				rt.Fatalf("order %v is no order", order)
			}
		}
		got := total(alike, order)
		if size <= 6 {
			rest, best := slices.Clone(order), 0.0
			permute(rest[1:], func() { best = max(best, total(alike, rest)) })
			if got < best-1e-9 {
				rt.Fatalf("%v makes %v, the best %v", order, got, best)
			}
		}
		for i := 1; i < size; i++ {
			for j := i + 1; j < size; j++ {
				turned := slices.Clone(order)
				slices.Reverse(turned[i : j+1])
				if total(alike, turned) > got+1e-9 {
					rt.Fatalf("%v makes %v, turned to %v it makes more", order, got, turned)
				}
			}
		}
	})
}

// By hand: H shares project 1 (topic 0) with A and B and project 2 (topic 1)
// with C; A and C share project 3, so H joins only B with C. G shares 1 and 2
// as well, so each joins that pair by a half.
func TestJoinsByHand(t *testing.T) {
	projects := []graph.Project{{ID: "1", Partners: graph.PartnersListed}, {ID: "2", Partners: graph.PartnersListed}, {ID: "3", Partners: graph.PartnersListed}, {ID: "4"}}
	actors := []graph.Actor{{ID: "A"}, {ID: "B"}, {ID: "C"}, {ID: "G"}, {ID: "H"}}
	var ties []graph.Tie
	for project, list := range map[graph.ProjectID]string{"1": "ABGH", "2": "CGH", "3": "AC"} {
		for _, a := range list {
			ties = append(ties, graph.Tie{Project: project, Actor: graph.ActorID(a)})
		}
	}
	n := network(t, projects, actors, ties)
	got := Joins(&Topics{Of: []int32{0, 1, 0, 0}}, n)
	for i, want := range []float64{0, 0, 0, 0.5, 0.5} {
		if math.Abs(got[i]-want) > 1e-12 {
			t.Errorf("%s joins %v, want %v", actors[i].ID, got[i], want)
		}
	}
}

func TestSubGroups(t *testing.T) {
	var projects []graph.Project
	for i := range 12 {
		special := []string{"pyöräily", "talvi", "kalastus"}[i/4]
		projects = append(projects, graph.Project{
			ID: graph.ProjectID(fmt.Sprintf("t:%02d", i)), Name: "Matkailu " + special, Description: "Matkailun kasvu ja kansainvälisyys syrjäseuduilla sekä " + special,
			Keywords: []string{"matkailu", special},
		})
	}
	n := network(t, projects, nil, nil)
	topics := &Topics{List: []Topic{{Words: []string{"matkailu"}, Projects: all(12)}}, Of: make([]int32, 12), words: newVocabulary(n)}
	groups, err := topics.SubGroups(t.Context(), 0, all(12))
	if err != nil || len(groups) != 3 {
		t.Fatalf("%+v, %v", groups, err)
	}
	for _, g := range groups {
		if len(g.Projects) != 4 || len(g.Words) == 0 || g.Words[0] == "matkailu" {
			t.Errorf("%+v", g)
		}
	}
	if few, err := topics.SubGroups(t.Context(), 0, all(5)); err != nil || few != nil {
		t.Errorf("five projects have the sub-groups %+v, %v", few, err)
	}
}

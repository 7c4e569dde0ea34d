package drawing_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"hankeverkko/example"
	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/place"
	"hankeverkko/graph/store/neo4j/drawing"
	"hankeverkko/importer"
)

func exampleNetwork(t *testing.T) *graph.Network {
	t.Helper()
	reading, err := importer.Read(example.File, bytes.NewReader(example.CSV), importer.Options{Source: example.Source})
	if err != nil {
		t.Fatal(err)
	}
	n, err := identity.Apply(reading.Records, nil)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestCountsAreTheNetworks(t *testing.T) {
	n := exampleNetwork(t)
	d := drawing.Of(n)
	names, themes := map[string]bool{}, map[string]bool{}
	seats := 0
	for _, a := range n.Actors {
		for _, alias := range a.Aliases {
			names[alias.Name] = true
		}
		if a.Seat != "" {
			seats++
		}
	}
	for _, p := range n.Projects {
		for _, word := range slices.Concat(p.Keywords, p.Themes) {
			themes[word] = true
		}
	}
	want := map[string]int{
		"Actor": len(n.Actors), "Project": len(n.Projects), "Name": len(names), "Theme": len(themes), "Municipality": 308,
	}
	for _, s := range d.Nodes {
		if w, ok := want[s.Label]; ok && len(s.Keys) != w {
			t.Errorf("%d %s, want %d", len(s.Keys), s.Label, w)
		}
		if !slices.IsSorted(s.Keys) || len(slices.Compact(slices.Clone(s.Keys))) != len(s.Keys) {
			t.Errorf("the keys of %s are not rising", s.Label)
		}
		if !slices.Contains(drawing.Labels[:], s.Label) {
			t.Errorf("%s is not among the labels", s.Label)
		}
	}
	for _, s := range d.Relationships {
		switch s.Type {
		case "TAKES_PART":
			if len(s.Ends) != len(n.Ties) {
				t.Errorf("%d times TAKES_PART, want %d", len(s.Ends), len(n.Ties))
			}
		case "SEATED_IN":
			if len(s.Ends) != seats {
				t.Errorf("%d times SEATED_IN, want %d", len(s.Ends), seats)
			}
		}
	}
}

// Whatever a node or relationship tells is among the names it may have, so
// that what is not told any more is found and taken away.
func TestNamesAreComplete(t *testing.T) {
	d := drawing.Of(exampleNetwork(t))
	check := func(what string, names []string, p drawing.Properties) {
		for name, value := range p {
			if !slices.Contains(names, name) {
				t.Fatalf("%s tells %s, which it does not name", what, name)
			}
			if value == nil || value == "" {
				t.Fatalf("%s tells an empty %s", what, name)
			}
		}
		if set := p.Changes(p, names); set != nil {
			t.Fatalf("%s differs from itself: %v", what, set)
		}
	}
	for _, s := range d.Nodes {
		for i := range s.Keys {
			check(s.Label, s.Names, s.Properties(i))
		}
	}
	for _, s := range d.Relationships {
		for i := range s.Ends {
			check(s.Type, s.Names, s.Properties(i))
		}
	}
}

// (:Project)-[:TAKES_PLACE_IN|RUN_FROM]->()-[:PART_OF*0..1]->(region) finds
// the projects that the program finds, in every area.
func TestRegionsHoldWhatTheProgramSays(t *testing.T) {
	n := exampleNetwork(t)
	d := drawing.Of(n)
	in := map[string][]int32{} // projects joined to an area itself, by the area's key
	around := map[string][]string{}
	for _, s := range d.Relationships {
		for _, e := range s.Ends {
			to := s.To.Keys[e.To]
			switch s.Type {
			case "TAKES_PLACE_IN", "RUN_FROM":
				in[to] = append(in[to], e.From)
			case "PART_OF":
				around[s.From.Keys[e.From]] = append(around[s.From.Keys[e.From]], to)
			}
		}
	}
	found := map[string][]int32{}
	for at, projects := range in {
		for _, area := range append(around[at], at) {
			found[area] = append(found[area], projects...)
		}
	}
	filled := 0
	for _, area := range place.Areas() {
		id := strings.TrimPrefix(string(area.ID), "kunta:")
		got := found[id]
		slices.Sort(got)
		got = slices.Compact(got)
		want := graph.Select(n, graph.Query{Region: area.Municipalities}).Projects
		if !slices.Equal(got, want) {
			t.Errorf("%s: %d projects by the drawing, %d by the program", area.Names.Fi, len(got), len(want))
		}
		if len(want) > 0 {
			filled++
		}
	}
	if filled < 100 {
		t.Errorf("only %d areas hold a project", filled)
	}
}

func TestChanges(t *testing.T) {
	date := drawing.Of(mustNew(t, []graph.Project{{ID: "p", Name: "P", From: 20200131, TargetGroups: []string{"a", "b"}}}))
	p := projectsOf(t, date)
	want := p.Properties(0)
	for name, c := range map[string]struct {
		found map[string]any
		set   int
	}{
		"as it is, with something of a user's own": {with(want, "note", "mine"), 0},
		"another name":      {with(want, "name", "Q"), 1},
		"another date":      {with(want, "from", projectsOf(t, drawing.Of(mustNew(t, []graph.Project{{ID: "p", From: 20200201}}))).Properties(0)["from"]), 1},
		"no date":           {with(want, "from", nil), 1},
		"a date as text":    {with(want, "from", "2020-01-31"), 1},
		"a list in order":   {with(want, "targetGroups", []any{"b", "a"}), 1},
		"a text for a list": {with(want, "targetGroups", "a"), 1},
		"what is not known": {with(want, "fund", "EAKR"), 1},
		"nothing of ours":   {map[string]any{}, len(want)},
		"a list for a text": {with(want, "name", []any{"P"}), 1},
	} {
		if set := want.Changes(c.found, p.Names); len(set) != c.set {
			t.Errorf("%s: %v must be set, want %d", name, set, c.set)
		}
	}
}

func with(p drawing.Properties, name string, value any) map[string]any {
	again := map[string]any{}
	for k, v := range p {
		again[k] = v
	}
	again[name] = value
	return again
}

func mustNew(t *testing.T, projects []graph.Project) *graph.Network {
	t.Helper()
	n, err := graph.New(projects, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func projectsOf(t *testing.T, d *drawing.Drawing) *drawing.Nodes {
	t.Helper()
	for _, s := range d.Nodes {
		if s.Label == "Project" {
			return s
		}
	}
	t.Fatal("no projects")
	return nil
}

func TestLongKeysFitAnIndex(t *testing.T) {
	long := strings.Repeat("ä", 5000)
	a, b := drawing.KeyOf(graph.ActorID(long+"a")), drawing.KeyOf(graph.ActorID(long+"b"))
	if len(a) > 4100 || a == b || !strings.HasPrefix(a, "ää") {
		t.Errorf("%d bytes, equal %t", len(a), a == b)
	}
	if got := drawing.KeyOf(graph.ActorID("ytunnus:0116565-9")); got != "ytunnus:0116565-9" {
		t.Error(got)
	}
}

package graph_test

import (
	"slices"
	"testing"

	"hankeverkko/graph"

	"github.com/google/go-cmp/cmp"
)

func TestSelect(t *testing.T) {
	south := []graph.Municipality{"743", "145"} // Seinäjoki and Ilmajoki
	both := graph.ByEffect | graph.BySeat
	own, elsewhere, unknown := graph.Own, graph.Elsewhere, graph.SeatUnknown
	type belonging map[graph.ProjectID]graph.Belongs
	type standing map[graph.ActorID]graph.Standing
	for _, c := range []struct {
		name     string
		query    graph.Query
		projects belonging
		actors   standing
		wider    int
	}{
		{"everything", graph.Query{},
			belonging{"biogas": both, "food": both, "hydrogen": both, "tampere": both, "unknown": both},
			standing{"nowhere": own, "seamk": own, "tuni": own, "valio": own}, 0},
		// Biogas takes place in an area around the region, Tampere has a partner from it.
		{"a region", graph.Query{Region: south},
			belonging{"food": graph.ByEffect, "hydrogen": both, "tampere": graph.BySeat},
			standing{"nowhere": unknown, "seamk": own, "tuni": elsewhere, "valio": own}, 1},
		// Here Valio takes part in a project of the region from Seinäjoki alone.
		{"one municipality", graph.Query{Region: south[:1]},
			belonging{"hydrogen": both}, standing{"seamk": own, "tuni": elsewhere, "valio": own}, 1},
		{"a region without municipalities", graph.Query{Region: []graph.Municipality{}}, belonging{}, standing{}, 0},
		{"a region that nobody knows", graph.Query{Region: []graph.Municipality{"999"}}, belonging{}, standing{}, 0},
		{"led in the region", graph.Query{Region: south, LedHere: true},
			belonging{"hydrogen": both}, standing{"seamk": own, "tuni": elsewhere, "valio": own}, 1},
		{"running", graph.Query{Date: 20190630, State: graph.Running},
			belonging{"biogas": both, "hydrogen": both}, standing{"seamk": own, "tuni": own, "valio": own}, 0},
		{"ended", graph.Query{Date: 20190630, State: graph.Ended},
			belonging{"food": both}, standing{"nowhere": own}, 0},
		{"upcoming", graph.Query{Date: 20190630, State: graph.Upcoming},
			belonging{"tampere": both}, standing{"tuni": own, "valio": own}, 0},
		{"a period", graph.Query{From: 20190101, To: 20191231},
			belonging{"biogas": both, "hydrogen": both, "unknown": both}, standing{"seamk": own, "tuni": own, "valio": own}, 0},
		{"a fund", graph.Query{Funds: []string{"EAKR", "ESR"}},
			belonging{"hydrogen": both, "tampere": both}, standing{"seamk": own, "tuni": own, "valio": own}, 0},
		{"a theme or keyword", graph.Query{Themes: []string{"vety"}},
			belonging{"biogas": both, "hydrogen": both}, standing{"seamk": own, "tuni": own, "valio": own}, 0},
		{"a target group", graph.Query{Targets: []string{"yritykset"}},
			belonging{"hydrogen": both}, standing{"seamk": own, "tuni": own, "valio": own}, 0},
		{"a kind of actor", graph.Query{Kinds: []graph.ActorKind{graph.KindCompany}},
			belonging{"hydrogen": both, "tampere": both}, standing{"seamk": own, "tuni": own, "valio": own}, 0},
		{"a part", graph.Query{Parts: []graph.Part{graph.Partner}},
			belonging{"hydrogen": both, "tampere": both}, standing{"seamk": own, "tuni": own, "valio": own}, 0},
		// Tuni leads two projects and is a partner in one.
		{"a kind of actor in a part", graph.Query{Kinds: []graph.ActorKind{graph.KindUAS}, Parts: []graph.Part{graph.Partner}},
			belonging{"hydrogen": both}, standing{"seamk": own, "tuni": own, "valio": own}, 0},
		{"a kind of actor in no such part", graph.Query{Kinds: []graph.ActorKind{graph.KindCompany}, Parts: []graph.Part{graph.Lead}},
			belonging{}, standing{}, 0},
		{"a source", graph.Query{Sources: []graph.SourceID{"muu"}},
			belonging{"biogas": both}, standing{"tuni": own}, 0},
		{"a source in a region", graph.Query{Region: south, Sources: []graph.SourceID{"eura"}},
			belonging{"hydrogen": both}, standing{"seamk": own, "tuni": elsewhere, "valio": own}, 0},
	} {
		n := valley(t)
		s := graph.Select(n, c.query)
		projects, actors := belonging{}, standing{}
		for i, p := range s.Projects {
			projects[n.Projects[p].ID] = s.Belongs[i]
		}
		for i, a := range s.Actors {
			actors[n.Actors[a].ID] = s.Standing[i]
		}
		if d := cmp.Diff(c.projects, projects); d != "" {
			t.Errorf("%s: projects (-want +got):\n%s", c.name, d)
		}
		if d := cmp.Diff(c.actors, actors); d != "" {
			t.Errorf("%s: actors (-want +got):\n%s", c.name, d)
		}
		if s.Wider != c.wider {
			t.Errorf("%s: %d projects of a wider area, want %d", c.name, s.Wider, c.wider)
		}
		if !slices.IsSorted(s.Projects) || !slices.IsSorted(s.Actors) {
			t.Errorf("%s: positions are not in order", c.name)
		}
		for p := range n.Projects {
			if s.HasProject(p) != slices.Contains(s.Projects, int32(p)) {
				t.Errorf("%s: HasProject(%d) = %t", c.name, p, s.HasProject(p))
			}
		}
		for a := range n.Actors {
			if s.StandingOf(a) != actors[n.Actors[a].ID] {
				t.Errorf("%s: StandingOf(%d) = %v", c.name, a, s.StandingOf(a))
			}
		}
	}
}

func TestRestrict(t *testing.T) {
	n := valley(t)
	s := graph.Select(n, graph.Query{Themes: []string{"vety"}})
	sub, err := graph.Restrict(n, s)
	if err != nil {
		t.Fatal(err)
	}
	if len(sub.Projects) != 2 || len(sub.Actors) != 3 || len(sub.Ties) != 4 {
		t.Errorf("%d projects, %d actors, %d ties", len(sub.Projects), len(sub.Actors), len(sub.Ties))
	}
	for i, a := range s.Actors {
		if sub.Actors[i].ID != n.Actors[a].ID {
			t.Errorf("actor %d is %s, want %s", i, sub.Actors[i].ID, n.Actors[a].ID)
		}
	}
}

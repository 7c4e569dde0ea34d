package graph_test

import (
	"errors"
	"slices"
	"testing"

	"hankeverkko/graph"
)

// valley is a small network by hand: three projects around Seinäjoki (743)
// and Ilmajoki (145), one in Tampere (837), one of which nothing is known.
func valley(t *testing.T) *graph.Network {
	t.Helper()
	place := func(municipalities ...graph.Municipality) []graph.Place {
		return []graph.Place{{Municipalities: municipalities}}
	}
	n, err := graph.New([]graph.Project{
		{ID: "tampere", Name: "Tampere", From: 20200101, To: 20211231, Places: place("837"), Fund: "ESR"},
		{ID: "hydrogen", Name: "Vetylaakso", From: 20180101, To: 20191231, Places: place("743"), Fund: "EAKR", Keywords: []string{"vety"}, TargetGroups: []string{"yritykset"},
			Partners: graph.PartnersListed, Records: []graph.RecordRef{{Source: "eura"}}},
		{ID: "biogas", Name: "Biokaasu", From: 20190101, Places: place("145", "743", "837"), Themes: []string{"vety"}, Records: []graph.RecordRef{{Source: "muu"}}},
		{ID: "food", Name: "Ruokaketju", To: 20181231, Places: []graph.Place{{Municipalities: []graph.Municipality{"837"}}, {Municipalities: []graph.Municipality{"145"}}}, Partners: graph.PartnersAlone},
		{ID: "unknown"},
	}, []graph.Actor{
		{ID: "seamk", Kind: graph.KindUAS}, {ID: "valio", Kind: graph.KindCompany}, {ID: "tuni", Kind: graph.KindUAS}, {ID: "alone"}, {ID: "nowhere"},
	}, []graph.Tie{
		{Project: "hydrogen", Actor: "valio", Part: graph.Partner, Seat: "743"},
		{Project: "hydrogen", Actor: "seamk", Part: graph.Lead, Seat: "743"},
		{Project: "hydrogen", Actor: "tuni", Part: graph.Partner, Seat: "837"},
		{Project: "biogas", Actor: "tuni", Part: graph.Lead, Seat: "837"},
		{Project: "tampere", Actor: "tuni", Part: graph.Lead, Seat: "837"},
		{Project: "tampere", Actor: "valio", Part: graph.Partner, Seat: "145"},
		{Project: "food", Actor: "nowhere", Part: graph.Lead},
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestNewSortsAndLinks(t *testing.T) {
	n := valley(t)
	var projects []graph.ProjectID
	for _, p := range n.Projects {
		projects = append(projects, p.ID)
	}
	if want := []graph.ProjectID{"biogas", "food", "hydrogen", "tampere", "unknown"}; !slices.Equal(projects, want) {
		t.Errorf("projects %v, want %v", projects, want)
	}
	for p, project := range n.Projects {
		for _, tie := range n.ProjectTies(p) {
			if tie.Project != project.ID || int(tie.P) != p || n.Actors[tie.A].ID != tie.Actor {
				t.Errorf("tie %+v among those of %s", tie, project.ID)
			}
		}
	}
	count := 0
	for a, actor := range n.Actors {
		if !slices.IsSorted(n.ActorTies(a)) {
			t.Errorf("ties of %s are not in order", actor.ID)
		}
		for _, i := range n.ActorTies(a) {
			if n.Ties[i].Actor != actor.ID {
				t.Errorf("tie %+v among those of %s", n.Ties[i], actor.ID)
			}
			count++
		}
	}
	if count != len(n.Ties) {
		t.Errorf("actors have %d ties of %d", count, len(n.Ties))
	}
	if p, ok := n.FindProject("food"); !ok || n.Projects[p].Name != "Ruokaketju" {
		t.Errorf("FindProject(food) = %d, %t", p, ok)
	}
	if _, ok := n.FindProject("seamk"); ok {
		t.Error("an actor is found among the projects")
	}
	if _, ok := n.FindActor("food"); ok {
		t.Error("a project is found among the actors")
	}
}

func TestNewRefuses(t *testing.T) {
	projects, actors := []graph.Project{{ID: "p"}, {ID: "q"}}, []graph.Actor{{ID: "a"}, {ID: "b"}}
	for name, c := range map[string]struct {
		projects []graph.Project
		actors   []graph.Actor
		ties     []graph.Tie
	}{
		"a tie between two actors":      {projects, actors, []graph.Tie{{Project: "a", Actor: "b"}}},
		"a tie between two projects":    {projects, actors, []graph.Tie{{Project: "p", Actor: "q"}}},
		"a tie the wrong way round":     {projects, actors, []graph.Tie{{Project: "a", Actor: "p"}}},
		"a tie to nothing":              {projects, actors, []graph.Tie{{Project: "p"}}},
		"a tie that stands twice":       {projects, actors, []graph.Tie{{Project: "p", Actor: "a"}, {Project: "p", Actor: "b"}, {Project: "p", Actor: "a", Part: graph.Lead}}},
		"a project that stands twice":   {append(projects[:2:2], graph.Project{ID: "p"}), actors, nil},
		"an actor that stands twice":    {projects, append(actors[:2:2], graph.Actor{ID: "a"}), nil},
		"a tie without anything around": {nil, nil, []graph.Tie{{Project: "p", Actor: "a"}}},
	} {
		if _, err := graph.New(c.projects, c.actors, c.ties); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n, err := graph.New(nil, nil, nil); err != nil || n.TwoMode().Len() != 0 {
		t.Errorf("the empty network: %v", err)
	}
}

func TestStateAt(t *testing.T) {
	for _, c := range []struct {
		from, to, at graph.Date
		want         graph.State
	}{
		{20180101, 20191231, 20190630, graph.Running},
		{20180101, 20191231, 20180101, graph.Running},
		{20180101, 20191231, 20191231, graph.Running},
		{20180101, 20191231, 20200101, graph.Ended},
		{20180101, 20191231, 20171231, graph.Upcoming},
		{20180101, 0, 20990101, graph.Running},
		{0, 20191231, 20200101, graph.Ended},
		{0, 20191231, 20190630, graph.StateUnknown},
		{0, 0, 20190630, graph.StateUnknown},
	} {
		p := graph.Project{From: c.from, To: c.to}
		if got := p.StateAt(c.at); got != c.want {
			t.Errorf("%v to %v at %v: %v, want %v", c.from, c.to, c.at, got, c.want)
		}
	}
}

func TestBasis(t *testing.T) {
	n := valley(t)
	all := graph.BasisOf(n, []int32{0, 1, 2, 3, 4})
	if want := (graph.Basis{Listed: 1, Alone: 1, Unknown: 3}); all != want {
		t.Errorf("basis %+v, want %+v", all, want)
	}
	if all.Known() != 2./5 || (graph.Basis{}).Known() != 0 {
		t.Errorf("known share %v of five, %v of none", all.Known(), (graph.Basis{}).Known())
	}
}

func TestMoneyPlus(t *testing.T) {
	known, none := graph.Money{Cents: 5, Known: true}, graph.Money{}
	if known.Plus(none) != known || none.Plus(none) != none || known.Plus(known) != (graph.Money{Cents: 10, Known: true}) {
		t.Error("unknown money is not nothing added")
	}
}

func TestPartsByName(t *testing.T) {
	for p := graph.Participant; p <= graph.Associated; p++ {
		if got, err := graph.ParsePart(p.String()); err != nil || got != p {
			t.Errorf("%v is read as %v, %v", p, got, err)
		}
	}
	if _, err := graph.ParsePart("coordinator"); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a brokerage role is read as a part: %v", err)
	}
}

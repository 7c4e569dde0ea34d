package server

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"hankeverkko/example"
	"hankeverkko/server/api"
)

// What the cooperation lens says of Lappi, where 39 of 69 projects have known
// partners: a list first, no absence, its largest network with proof.
func TestCooperationOfLappi(t *testing.T) {
	s := exampleServer(t)
	l := decode[api.Landscape](t, get(s, "/api/v1/landscape?region=maakunta:19&lens=cooperation"))
	if l.Lens != api.LensCooperation || l.Open != api.List || l.Basis.Listed+l.Basis.Alone != 39 {
		t.Errorf("lens %s opens as %s on %+v", l.Lens, l.Open, l.Basis)
	}
	var notes []string
	for _, n := range l.Notes {
		notes = append(notes, n.Key)
	}
	if want := []string{"cooperation.basis", "cooperation.list-first", "cooperation.no-absence"}; !slices.Equal(notes, want) {
		t.Errorf("notes %v, want %v", notes, want)
	}
	largest := l.Groups[0]
	if largest.Name != "Lapin ammattikorkeakoulu Oy kumppaneineen" || largest.Kind != api.GroupKindNamed || largest.Actors < 2 || largest.OwnActors == 0 {
		t.Errorf("largest network: %+v", largest)
	}
	if l.Method.Features != api.Ties || l.Method.Modularity.Value == nil || *l.Method.Modularity.Value < 0.5 {
		t.Errorf("method %+v", l.Method)
	}
	projects := 0
	for _, g := range l.Groups {
		projects += g.Counts.Projects
	}
	if projects != 69 {
		t.Errorf("the groups hold %d of 69 projects", projects)
	}
	lapinAMK := l.Bridges[0]
	if lapinAMK.Actor.Shown != "Lapin AMK" || lapinAMK.Rank != 1 || len(lapinAMK.Groups) < 2 || len(lapinAMK.Proof) < 2 {
		t.Errorf("first bridge-builder: %+v", lapinAMK)
	}
}

// Every bridge-builder has a project in each network that it joins, and those
// projects are its own.
func TestBridgesAreProved(t *testing.T) {
	s := exampleServer(t)
	seen := 0
	for _, region := range []string{"maakunta:19", "maakunta:17", "maakunta:01"} {
		in := "&lens=cooperation&region=" + region + "&limit=2000"
		for _, b := range decode[api.Landscape](t, get(s, "/api/v1/landscape?"+in)).Bridges {
			own := decode[api.ProjectList](t, get(s, "/api/v1/projects?actor="+url.QueryEscape(b.Actor.Id)+in))
			group := map[string]string{}
			for _, p := range own.Projects {
				group[p.Id] = p.Group.Id
			}
			proved := map[string]bool{}
			for _, p := range b.Proof {
				proved[group[p.Id]] = true
			}
			for _, g := range b.Groups {
				if !proved[g.Id] {
					t.Errorf("%s: %s joins %s without a proof", region, b.Actor.Name, g.Name)
				}
			}
			if b.Actor.Standing != api.StandingOwn && b.Rank < 1 {
				t.Errorf("%s: %s comes from elsewhere without a place in all data", region, b.Actor.Name)
			}
			seen++
		}
	}
	if seen < 15 {
		t.Errorf("only %d bridge-builders", seen)
	}
}

// A big partner network opens into parts that have names.
func TestPartsOfNetworksHaveNames(t *testing.T) {
	s := exampleServer(t)
	parts := 0
	for _, region := range []string{"maakunta:17", "maakunta:01", "fi"} {
		for _, g := range decode[api.Landscape](t, get(s, "/api/v1/landscape?lens=cooperation&region="+region)).Groups {
			card := decode[api.GroupCard](t, get(s, "/api/v1/groups/"+url.PathEscape(g.Id)+"?region="+region))
			for _, part := range card.SubGroups {
				parts++
				if strings.TrimSpace(part.Name) == "" || strings.ContainsRune(part.Name, '\uFFFD') {
					t.Errorf("%s, %s: a part is named %q", region, g.Name, part.Name)
				}
			}
		}
	}
	if parts < 20 {
		t.Errorf("only %d parts", parts)
	}
}

// The groups of a list are those of the lens; a filter takes groups of either.
func TestListsThroughEitherLens(t *testing.T) {
	s := exampleServer(t)
	landscape := decode[api.Landscape](t, get(s, "/api/v1/landscape?region=maakunta:19&lens=cooperation"))
	network := landscape.Groups[0]
	in := "?region=maakunta:19&limit=500&group=" + url.QueryEscape(network.Id)
	for _, c := range []struct{ lens, prefix string }{{"topics", "topics:"}, {"cooperation", "cooperation:maakunta:19:"}} {
		list := decode[api.ProjectList](t, get(s, "/api/v1/projects"+in+"&lens="+c.lens))
		if list.Total != network.Counts.Projects {
			t.Errorf("%s: %d projects in a network of %d", c.lens, list.Total, network.Counts.Projects)
		}
		for _, p := range list.Projects {
			if !strings.HasPrefix(p.Group.Id, c.prefix) {
				t.Errorf("through %s the group is %s", c.lens, p.Group.Id)
			}
		}
		actors := decode[api.ActorList](t, get(s, "/api/v1/actors"+in+"&lens="+c.lens))
		if actors.Total != network.Actors {
			t.Errorf("%s: %d members of %d", c.lens, actors.Total, network.Actors)
		}
	}
	card := decode[api.GroupCard](t, get(s, "/api/v1/groups/"+url.PathEscape(network.Id)+"?region=maakunta:19"))
	if card.Members != network.Actors || len(card.Bridges) == 0 || len(card.Connections) == 0 {
		t.Errorf("card: %d members, %d bridges, %d connections", card.Members, len(card.Bridges), len(card.Connections))
	}
	for _, c := range card.Connections {
		if c.Group.Id == network.Id || len(c.Actors) == 0 {
			t.Errorf("connection %+v", c)
		}
	}
}

// A filter hides projects, and leaves groups, colours and their order alone.
func TestFiltersLeaveGroupsAlone(t *testing.T) {
	s := exampleServer(t)
	for _, lens := range []string{"topics", "cooperation"} {
		target := "/api/v1/landscape?region=maakunta:01&lens=" + lens
		whole := decode[api.Landscape](t, get(s, target))
		actors := decode[api.ActorList](t, get(s, "/api/v1/actors?region=maakunta:01&limit=1"))
		kind := string(actors.Actors[0].Kind)
		place := map[string]int{}
		for i, g := range whole.Groups {
			place[g.Id] = i
		}
		for _, filter := range []string{"fund=ESR", "from=2018-06-01&to=2018-06-30", "part=partner", "ledHere=true", "kind=" + kind + "&part=lead", "source=" + string(example.Source)} {
			narrow := decode[api.Landscape](t, get(s, target+"&"+filter))
			last, projects := -1, 0
			for _, g := range narrow.Groups {
				i, ok := place[g.Id]
				if !ok || i <= last {
					t.Fatalf("%s, %s: %s stands out of order", lens, filter, g.Id)
				}
				if g.Slot != whole.Groups[i].Slot || g.Name != whole.Groups[i].Name || g.Counts.Projects > whole.Groups[i].Counts.Projects {
					t.Errorf("%s, %s: %s changes", lens, filter, g.Name)
				}
				last = i
				projects += g.Counts.Projects
			}
			list := decode[api.ProjectList](t, get(s, strings.Replace(target, "landscape", "projects", 1)+"&limit=1&"+filter))
			if list.Total != projects || projects == 0 {
				t.Errorf("%s, %s: %d projects in the picture, %d in the list", lens, filter, projects, list.Total)
			}
			if narrow.Method.Groups != whole.Method.Groups || len(narrow.Bridges) != len(whole.Bridges) {
				t.Errorf("%s, %s: the grouping changed", lens, filter)
			}
		}
	}
}

func TestActorsOfAKindInAPart(t *testing.T) {
	s := exampleServer(t)
	all := decode[api.ActorList](t, get(s, "/api/v1/actors?region=maakunta:19&limit=500"))
	kind := all.Actors[0].Kind
	if kind == "" {
		t.Fatal("the first actor has no kind")
	}
	some := decode[api.ActorList](t, get(s, "/api/v1/actors?region=maakunta:19&limit=500&part=lead&kind="+url.QueryEscape(string(kind))))
	if some.Total == 0 || some.Total >= all.Total {
		t.Errorf("%d of %d actors are %s and lead", some.Total, all.Total, kind)
	}
	for _, a := range some.Actors {
		if a.Kind != kind || a.Led == 0 {
			t.Errorf("%s is %s and leads %d", a.Name, a.Kind, a.Led)
		}
	}
}

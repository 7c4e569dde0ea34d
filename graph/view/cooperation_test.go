package view

import (
	"errors"
	"slices"
	"testing"

	"hankeverkko/graph"
)

// cluster are two partner networks of Lappi that Lapin yliopisto joins, an
// actor whose partners are unknown, and a project made elsewhere alone.
var cluster = []row{
	{"A1", "2018-01-01", "2020-12-31", "Lappi", "Lapin yliopisto", rovaniemi, "lead", "yes", "ESR", "matkailu"},
	{"A1", "2018-01-01", "2020-12-31", "Lappi", "Rovaniemen kaupunki", rovaniemi, "partner", "yes", "ESR", "matkailu"},
	{"A2", "2018-01-01", "2020-12-31", "Lappi", "Lapin yliopisto", rovaniemi, "lead", "yes", "ESR", "matkailu"},
	{"A2", "2018-01-01", "2020-12-31", "Lappi", "Rovaniemen kaupunki", rovaniemi, "partner", "yes", "ESR", "matkailu"},
	{"A3", "2018-01-01", "2020-12-31", "Lappi", "Lapin yliopisto", rovaniemi, "lead", "yes", "ESR", "matkailu"},
	{"A3", "2018-01-01", "2020-12-31", "Lappi", "Rovaniemen kaupunki", rovaniemi, "partner", "yes", "ESR", "matkailu"},
	{"B1", "2018-01-01", "2020-12-31", "Lappi", "Kemin kaupunki", kemi, "lead", "yes", "EAKR", "satama"},
	{"B1", "2018-01-01", "2020-12-31", "Lappi", "Digipolis", kemi, "partner", "yes", "EAKR", "satama"},
	{"B2", "2018-01-01", "2018-12-31", "Lappi", "Kemin kaupunki", kemi, "lead", "yes", "EAKR", "satama"},
	{"B2", "2018-01-01", "2018-12-31", "Lappi", "Digipolis", kemi, "partner", "yes", "EAKR", "satama"},
	{"B3", "2018-01-01", "2018-12-31", "Lappi", "Kemin kaupunki", kemi, "lead", "yes", "EAKR", "satama"},
	{"B3", "2018-01-01", "2018-12-31", "Lappi", "Lapin yliopisto", rovaniemi, "partner", "yes", "EAKR", "satama"},
	{"C1", "2018-01-01", "2020-12-31", "Lappi", "Lapin liitto", rovaniemi, "lead", "", "EAKR", "kaivos"},
	{"D1", "2018-01-01", "2020-12-31", "Kainuu", "Kajaanin amk", kajaani, "lead", "no", "ESR", "bio"},
}

func clusterSlice(t *testing.T, ask Ask) *Slice {
	t.Helper()
	v, err := Load(t.Context(), smallStore(t, cluster))
	if err != nil {
		t.Fatal(err)
	}
	ask.Area, ask.Lens = lappi, LensCooperation
	return sliceOf(t, v, ask)
}

func TestPartnerNetworks(t *testing.T) {
	s := clusterSlice(t, Ask{})
	groups := s.Groups()
	type seen struct {
		kind                  GroupKind
		projects, actors, own int
	}
	want := map[string]seen{
		"Lapin yliopisto kumppaneineen":         {GroupNamed, 3, 2, 2},
		"Kemin kaupunki kumppaneineen":          {GroupNamed, 3, 2, 2},
		"Ilman tiedossa olevia kumppaneita (1)": {GroupAlone, 1, 1, 1},
	}
	if len(groups) != len(want) {
		t.Errorf("%d groups, want %d", len(groups), len(want))
	}
	for _, g := range groups {
		name := s.GroupName(g.Group, "fi")
		if got := (seen{g.Kind, len(g.Here), g.Members, g.Own}); got != want[name] {
			t.Errorf("%s: %+v, want %+v", name, got, want[name])
		}
	}
	if groups[len(groups)-1].Kind != GroupAlone {
		t.Error("what is folded stands before a partner network")
	}
	for lang, want := range map[string]string{"fi": "Lapin yliopisto kumppaneineen", "sv": "Lapin yliopisto med partner", "en": "Lapin yliopisto with partners"} {
		if !slices.ContainsFunc(groups, func(g GroupHere) bool { return s.GroupName(g.Group, lang) == want }) {
			t.Errorf("%s: no %s", lang, want)
		}
	}
}

func TestBridgeBetweenPartnerNetworks(t *testing.T) {
	s := clusterSlice(t, Ask{})
	l := s.Landscape("fi", 0)
	if len(l.Bridges) != 1 || len(l.Across) != 1 {
		t.Fatalf("%d bridge-builders, %d of them drawn", len(l.Bridges), len(l.Across))
	}
	b := l.Bridges[0]
	if s.Network.Actors[b.Actor].Name != "Lapin yliopisto" || b.Rank != 1 || b.Everywhere || b.Sentence.Key != "bridge.own-1" {
		t.Errorf("%+v", b)
	}
	if proof := names(s, b.Proof); !slices.Contains(proof, "B3") {
		t.Errorf("proof %v", proof)
	}
	card := s.ActorCard(b.Actor)
	if card.Network == nil || card.Bridge == nil || s.GroupName(card.Network, "fi") != "Lapin yliopisto kumppaneineen" {
		t.Errorf("card: network %v, bridge %v", card.Network, card.Bridge)
	}
	group, err := s.GroupCard(t.Context(), b.Groups[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(group.Bridges) != 1 || len(group.Connections) != 1 || len(group.Connections[0].Actors) != 1 || group.Connections[0].Actors[0].Actor != b.Actor {
		t.Errorf("card of the other network: %+v, %+v", group.Bridges, group.Connections)
	}
}

// Eight of nine projects have known partners: a picture, and absence may be told.
func TestThresholdsOfKnowledge(t *testing.T) {
	known := clusterSlice(t, Ask{}).Landscape("fi", 0)
	if known.ListFirst || len(known.Notes) != 1 || known.Notes[0].Key != "cooperation.basis" {
		t.Errorf("known: list first %t, notes %+v", known.ListFirst, known.Notes)
	}
	var unknown []row
	for _, r := range cluster {
		if r.actor != "Rovaniemen kaupunki" && r.actor != "Digipolis" {
			r.joint = ""
			unknown = append(unknown, r)
		}
	}
	v, err := Load(t.Context(), smallStore(t, unknown))
	if err != nil {
		t.Fatal(err)
	}
	l := sliceOf(t, v, Ask{Area: lappi, Lens: LensCooperation}).Landscape("fi", 0)
	var keys []string
	for _, note := range l.Notes {
		keys = append(keys, note.Key)
	}
	if !l.ListFirst || !slices.Equal(keys, []string{"cooperation.basis", "cooperation.list-first", "cooperation.no-absence"}) {
		t.Errorf("unknown: list first %t, notes %v", l.ListFirst, keys)
	}
}

// Date and filters change what a group shows, not what it is.
func TestGroupsStayUnderFilters(t *testing.T) {
	whole := clusterSlice(t, Ask{})
	for _, ask := range []Ask{
		{Date: 2025_01_01}, {LedHere: true}, {Narrow: Narrow{Fund: "EAKR"}}, {Narrow: Narrow{Theme: "satama", Part: "partner"}},
		{Narrow: Narrow{From: 2019_01_01, To: 2019_12_31}}, {Narrow: Narrow{Source: "t"}},
	} {
		s := clusterSlice(t, ask)
		if len(s.Selection.Projects) == 0 {
			t.Errorf("%+v leaves nothing", ask)
		}
		for _, p := range s.Selection.Projects {
			if got, want := s.GroupOf(p), whole.GroupOf(p); got.ID != want.ID || s.scope.places[got.at] != whole.scope.places[want.at] {
				t.Errorf("%+v: project %d lies in %s at another place than in %s", ask, p, got.ID, want.ID)
			}
		}
		for i, a := range s.Selection.Actors {
			if s.Selection.Standing[i] != whole.Selection.StandingOf(int(a)) {
				t.Errorf("%+v: the standing of actor %d changes", ask, a)
			}
		}
	}
	v := smallView(t)
	if _, err := v.Slice(t.Context(), Ask{Narrow: Narrow{Part: "king"}}, today); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("unknown part: %v", err)
	}
}

// A partner network keeps its members when it is looked at from another region.
func TestGroupsOfAnotherRegion(t *testing.T) {
	here := clusterSlice(t, Ask{})
	there := sliceOf(t, here.View, Ask{Area: kainuu, Lens: LensCooperation})
	card, err := there.GroupCard(t.Context(), here.Groups()[0].ID)
	if err != nil || len(card.Here) != 0 || card.CountsAll.Projects != 3 {
		t.Errorf("%+v, %v", card, err)
	}
	for _, id := range []string{"cooperation:maakunta:99:single", "cooperation:maakunta:19:name:nobody", "cooperation:", "cooperation:all", "topics:", ""} {
		if _, err := here.GroupCard(t.Context(), id); !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("%q: %v", id, err)
		}
	}
	for _, kind := range []string{"single", "alone", "outside", "rest"} {
		if _, err := here.GroupCard(t.Context(), "cooperation:maakunta:19:"+kind); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

package view

import (
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/memory"
	"hankeverkko/words"
)

// editionStore holds rows "project;authority;title;actor;business id", and decisions.
func editionStore(t *testing.T, journal []graph.Decision, lines ...string) store.Store {
	t.Helper()
	var records []graph.Record
	for i, line := range lines {
		parts := strings.Split(line+";;;;", ";")
		cells := graph.Cells{}
		for j, f := range []graph.Field{graph.FieldCode, graph.FieldAuthority, graph.FieldProject, graph.FieldActor, graph.FieldBusinessID} {
			if parts[j] != "" {
				cells[f] = parts[j]
			}
		}
		cells[graph.FieldPart] = graph.Lead.String()
		records = append(records, graph.NewRecord("s", graph.ProjectID("s:"+parts[0]), fmt.Sprint(i), cells, i+1))
	}
	s := memory.Open()
	base, err := s.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Commit(t.Context(), base, store.Commit{Source: graph.Source{ID: "s", Name: "S"}, Change: graph.Diff(nil, records, false), Run: graph.Run{File: "s.csv"}}); err != nil {
		t.Fatal(err)
	}
	for _, d := range journal {
		if err := s.Append(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func edition(t *testing.T, s store.Reader, e Edition) *View {
	t.Helper()
	v, err := LoadEdition(t.Context(), s, e, true)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

var aidLines = []string{
	"1;Finnvera;Investointi;Konepaja Oy;", "2;Finnvera;Investointi;Saha Oy;", "3;Lapin liitto;Matkailun verkosto;Lapin yliopisto;0292800-5",
	"4;Lapin liitto;Kylät yhdessä;Lapin yliopisto;0292800-5", "5;Lapin liitto;Konepajat yhdessä;Konepaja Oy;",
}

func TestAidIsLeftOutWhereThereIsMuch(t *testing.T) {
	s := editionStore(t, nil, aidLines...)
	for _, c := range []struct {
		aid              Aid
		projects, actors int
	}{{AidByShare, 3, 2}, {AidWithout, 3, 2}, {AidWith, 5, 3}} {
		v := edition(t, s, Edition{Aid: c.aid})
		if len(v.Network.Projects) != c.projects || len(v.Network.Actors) != c.actors || v.LeftOut() != 5-c.projects || len(v.Whole().Projects) != 5 {
			t.Errorf("%d: %d projects, %d actors, %d left out", c.aid, len(v.Network.Projects), len(v.Network.Actors), v.LeftOut())
		}
	}
	v := edition(t, s, Edition{})
	slice, err := v.Slice(t.Context(), Ask{}, 20260101)
	if err != nil {
		t.Fatal(err)
	}
	note := slice.Summary().Notes[0]
	if note.Key != "note.aid-left-out" || note.Values[0].Count != 2 || !note.Values[0].Link.Filter.Aid {
		t.Errorf("%+v", note)
	}
	// Two companies got aid, one does something else as well.
	at, err := v.FindActor("name:konepaja oy")
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, said := range slice.ActorCard(at).Sentences {
		found = found || said.Key == "actor.aid-left-out" && said.Values[0].Count == 1
	}
	if !found {
		t.Error("the card does not tell of the aid")
	}
	// A little aid hides nothing.
	var more []string
	for i := range 20 {
		more = append(more, fmt.Sprintf("x%d;Lapin liitto;Hanke %d;Lapin yliopisto;0292800-5", i, i))
	}
	if v := edition(t, editionStore(t, nil, append(more, aidLines[:2]...)...), Edition{}); v.LeftOut() != 0 {
		t.Errorf("2 of 22 are left out")
	}
}

func TestPartsTogether(t *testing.T) {
	const part, whole = graph.ActorID("name:oulun yliopisto thule instituutti"), graph.ActorID("ytunnus:0245895-5")
	s := editionStore(t, []graph.Decision{{Kind: graph.DecidePartOf, Actors: []graph.ActorID{part, whole}, Who: "curator"}},
		"1;;A;Oulun yliopisto;0245895-5", "2;;B;Oulun yliopisto / Thule-instituutti;", "3;;C;Oulun yliopisto / Thule-instituutti;")
	for _, c := range []struct {
		together bool
		actors   int
		projects map[graph.ActorID]int
	}{
		{false, 2, map[graph.ActorID]int{whole: 1, part: 2}},
		{true, 1, map[graph.ActorID]int{whole: 3, part: 3}}, // the part's id leads to the whole
	} {
		v := edition(t, s, Edition{Together: c.together})
		if len(v.Network.Actors) != c.actors {
			t.Errorf("together %t: %d actors", c.together, len(v.Network.Actors))
		}
		slice, err := v.Slice(t.Context(), Ask{}, 20260101)
		if err != nil {
			t.Fatal(err)
		}
		if got := slice.Summary().Actors; got != c.actors {
			t.Errorf("together %t: the summary counts %d", c.together, got)
		}
		list, err := slice.Actors(t.Context(), ActorFilter{}, "projects", true)
		if err != nil {
			t.Fatal(err)
		}
		if len(list.Actors) != c.actors {
			t.Errorf("together %t: the list has %d", c.together, len(list.Actors))
		}
		for id, want := range c.projects {
			at, err := v.FindActor(id)
			if err != nil {
				t.Fatal(err)
			}
			if got := slice.ActorCard(at).CountsAll.Projects; got != want {
				t.Errorf("together %t: %s has %d projects, want %d", c.together, id, got, want)
			}
		}
	}
}

// Editions that the data do not tell apart are one view; few are kept.
func TestEditionsAreKept(t *testing.T) {
	s := editionStore(t, nil, "1;;A;Oulun yliopisto;0245895-5")
	l := NewLive(s, slog.New(slog.DiscardHandler), time.Now)
	if err := l.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	first, _, err := l.Current()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range []Edition{{Aid: AidWith}, {Aid: AidWithout}, {Together: true, Named: true}} {
		v, err := l.Edition(t.Context(), e)
		if err != nil {
			t.Fatal(err)
		}
		if v != first {
			t.Errorf("%+v is another view of the same data", e)
		}
	}
	s = editionStore(t, []graph.Decision{{Kind: graph.DecidePartOf, Actors: []graph.ActorID{"name:saha oy", "name:konepaja oy"}, Who: "curator"}},
		append(aidLines, "6;;Kotisivut;Tmi Teuvo Kanarianen;")...)
	l = NewLive(s, slog.New(slog.DiscardHandler), time.Now)
	if err := l.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, aid := range []Aid{AidWith, AidWithout} {
		for _, together := range []bool{false, true} {
			for _, named := range []bool{false, true} {
				if _, err := l.Edition(t.Context(), Edition{aid, together, named}); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if n := l.current.Load().all.views.entries.Len(); n > keptEditions+1 {
		t.Errorf("%d editions are kept, want at most %d", n, keptEditions+1)
	}
}

// A decision changes no text: topics are not looked for again.
func TestTopicsStayOverDecisions(t *testing.T) {
	s := editionStore(t, nil, aidLines...)
	l := NewLive(s, slog.New(slog.DiscardHandler), time.Now)
	if err := l.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	before, _, _ := l.Current()
	if err := s.Append(t.Context(), graph.Decision{Kind: graph.DecideName, Actors: []graph.ActorID{"ytunnus:0292800-5"}, Value: "LaY", Who: "curator"}); err != nil {
		t.Fatal(err)
	}
	if err := l.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	after, _, _ := l.Current()
	if after.Revision == before.Revision || after.Topics != before.Topics {
		t.Error("the topics were found again")
	}
}

func TestCoverage(t *testing.T) {
	v := edition(t, editionStore(t, nil, append(aidLines, "6;;Kotisivut;Tmi Teuvo Kanarianen;")...), Edition{})
	slice, err := v.Slice(t.Context(), Ask{}, 20260101)
	if err != nil {
		t.Fatal(err)
	}
	c := slice.Coverage()
	if c.Projects != 4 || c.Aid != 2 || c.Persons != 1 || len(c.Sources) != 1 {
		t.Fatalf("%+v", c)
	}
	of := c.Sources[0]
	if of.Projects != 4 || of.Actors != 3 || of.Ties != 4 || of.BusinessID != (Share{2, 3}) || of.Place != (Share{3, 4}) || of.TargetGroup != (Share{0, 4}) || of.Dates != (Share{0, 4}) {
		t.Errorf("%+v", of)
	}
	sum := 0
	for _, rows := range [][]CoverageRow{c.ByYear, c.ByFund} {
		for _, row := range rows {
			sum += row.Projects
			if b := row.Basis; b.Listed+b.Alone+b.Unknown != row.Projects {
				t.Errorf("%+v does not add up", row)
			}
		}
	}
	if sum != 8 {
		t.Errorf("years and funds hold %d projects, want 4 each", sum)
	}
	said := map[string]int{}
	for _, s := range append(c.Missing, c.Warnings...) {
		said[s.Key]++
		for _, lang := range words.Languages {
			if _, ok := words.Keys(lang)[s.Key]; !ok {
				t.Errorf("%s lacks %s", lang, s.Key)
			}
		}
	}
	for _, key := range []string{"coverage.missing.place", "coverage.missing.business-id", "note.aid-left-out", "coverage.thin.few", "coverage.thin.partners", "coverage.thin.region"} {
		if said[key] != 1 {
			t.Errorf("%s is said %d times: %v", key, said[key], said)
		}
	}
}

func TestMissingYears(t *testing.T) {
	rows := []CoverageRow{{Key: ""}, {Key: "2008"}, {Key: "2009"}, {Key: "2011"}, {Key: "2015"}}
	var gaps []string
	for _, s := range (&Slice{}).missingYears(rows) {
		gaps = append(gaps, s.Values[0].Text)
	}
	if strings.Join(gaps, " ") != "2010 2012–2014" {
		t.Errorf("%q", gaps)
	}
}

// What the public gets holds no hidden name anywhere in the network.
func TestMaskedNetwork(t *testing.T) {
	s := editionStore(t, nil, "1;;Kanariasen verstas;Tmi Teuvo Kanarianen;0737546-2", "2;;B;Tmi Teuvo Kanarianen;0737546-2", "3;;C;Lapin yliopisto;0292800-5")
	v := edition(t, s, Edition{})
	for _, text := range []string{fmt.Sprintf("%+v", v.Network.Actors), fmt.Sprintf("%+v", v.Network.Projects), fmt.Sprintf("%+v", v.Network.Ties)} {
		if low := strings.ToLower(text); strings.Contains(low, "kanaria") || strings.Contains(low, "0737546") {
			t.Errorf("%s", text)
		}
	}
	if named := edition(t, s, Edition{Named: true}); identity.Hidden(named.Network) != 1 || named.Network.Actors[0].Name != "Lapin yliopisto" && named.Network.Actors[1].Name != "Tmi Teuvo Kanarianen" {
		t.Errorf("%+v", named.Network.Actors)
	}
	a, err := v.FindActor("person:s:1#1")
	if err != nil || len(v.Network.ActorTies(int(a))) != 2 {
		t.Errorf("the hidden person has not its two projects: %v", err)
	}
}

// What Neo4j shows to others, too, is the whole network without hidden names.
func TestPublishedNetwork(t *testing.T) {
	s := editionStore(t, nil, append(aidLines, "6;;Kotisivut Kanariaselle;Tmi Teuvo Kanarianen;0737546-2")...)
	_, n, err := NetworkOf(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	if low := strings.ToLower(fmt.Sprintf("%+v %+v %+v", n.Projects, n.Actors, n.Ties)); len(n.Projects) != 6 || strings.Contains(low, "kanaria") || strings.Contains(low, "0737546") {
		t.Errorf("%d projects: %s", len(n.Projects), low)
	}
}

package view

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/memory"
)

// The small region: Rovaniemi and Kemi lie in Lappi, Kajaani in Kainuu.
const (
	rovaniemi = "Rovaniemi"
	kemi      = "Kemi"
	kajaani   = "Kajaani"
	inKemi    = graph.AreaID("kunta:240")
	lappi     = graph.AreaID("maakunta:19")
	kainuu    = graph.AreaID("maakunta:18")
)

// row is one line of the small landscape.
type row struct{ project, from, to, places, actor, seat, part, joint, fund, keywords string }

var rows = []row{
	{"Äly", "2018-01-01", "2019-12-31", "Lappi", "Lapin yliopisto", rovaniemi, "lead", "yes", "ESR", "matkailu"},
	{"Äly", "2018-01-01", "2019-12-31", "Lappi", "Kajaanin amk", kajaani, "partner", "yes", "ESR", "matkailu"},
	{"Ankkuri", "2019-02-01", "2020-01-31", "", "Lapin yliopisto", rovaniemi, "lead", "no", "ESR", "metsä"},
	{"Öljy", "2015-01-01", "2016-12-31", "Kemi", "Kemin kaupunki", kemi, "lead", "", "EAKR", "satama"},
	{"Åbo", "2021-01-01", "2022-12-31", "Kainuu", "Kajaanin amk", kajaani, "lead", "no", "EAKR", "kaivos"},
	{"Bio", "2019-06-30", "2019-06-30", "Kainuu", "Lapin yliopisto", "", "lead", "", "ESR", "bio"},
}

func smallStore(t testing.TB, rows []row) store.Store {
	t.Helper()
	s := memory.Open()
	var records []graph.Record
	for i, r := range rows {
		cells := graph.Cells{}
		for field, value := range map[graph.Field]string{
			graph.FieldProject: r.project, graph.FieldFrom: r.from, graph.FieldTo: r.to, graph.FieldPlaces: r.places, graph.FieldActor: r.actor,
			graph.FieldSeat: r.seat, graph.FieldPart: r.part, graph.FieldJoint: r.joint, graph.FieldFund: r.fund, graph.FieldKeywords: r.keywords,
		} {
			if value != "" {
				cells[field] = value
			}
		}
		project := graph.ProjectID("t:" + strings.ToLower(r.project))
		records = append(records, graph.NewRecord("t", project, fmt.Sprintf("%s|%s", project, r.actor), cells, i+2))
	}
	base, err := s.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Commit(t.Context(), base, store.Commit{
		Source: graph.Source{ID: "t", Name: "T", AsOf: 2019_06_30}, Change: graph.Diff(nil, records, false), Run: graph.Run{At: time.Unix(0, 0), File: "t.csv"},
	}); err != nil {
		t.Fatal(err)
	}
	return s
}

func smallView(t testing.TB) *View {
	t.Helper()
	v, err := Load(t.Context(), smallStore(t, rows))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

const today = graph.Date(2026_11_24)

func sliceOf(t testing.TB, v *View, ask Ask) *Slice {
	t.Helper()
	s, err := v.Slice(t.Context(), ask, today)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func names(s *Slice, projects []int32) []string {
	var list []string
	for _, p := range projects {
		list = append(list, s.Network.Projects[p].Name)
	}
	return list
}

func TestBelonging(t *testing.T) {
	v := smallView(t)
	for area, want := range map[graph.AreaID][]string{
		"":            {"Ankkuri", "Bio", "Åbo", "Äly", "Öljy"},
		lappi:         {"Ankkuri", "Bio", "Äly", "Öljy"}, // Bio: the actor's commonest seat
		kainuu:        {"Bio", "Åbo", "Äly"},
		inKemi:        {"Öljy"},
		"maakunta:21": nil,
	} {
		s := sliceOf(t, v, Ask{Area: area})
		list, err := s.Projects(t.Context(), ProjectFilter{}, "name", false)
		if err != nil {
			t.Fatal(err)
		}
		if got := names(s, list.Projects); !slices.Equal(got, want) {
			t.Errorf("%q holds %v, want %v in this order", area, got, want)
		}
	}
	if s := sliceOf(t, v, Ask{Area: inKemi}); s.Selection.Wider != 1 {
		t.Errorf("%d projects name a wider area around Kemi, want 1", s.Selection.Wider)
	}
	if _, err := v.Slice(t.Context(), Ask{Area: "maakunta:99"}, today); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("unknown region: %v", err)
	}
}

func TestViewingDate(t *testing.T) {
	v := smallView(t)
	if date, why := v.defaultDate(today); date != 2019_06_30 || why != DateAsOf {
		t.Errorf("after the data: %s, %s", date, why)
	}
	if date, why := v.defaultDate(2018_05_05); date != 2018_05_05 || why != DateToday {
		t.Errorf("within the data: %s, %s", date, why)
	}
	s := sliceOf(t, v, Ask{})
	if got, want := s.Count(s.Selection.Projects, s.Date), (Counts{Projects: 5, Running: 3, Ended: 1, Upcoming: 1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	sum := s.Summary()
	// Ankkuri began within six months and Bio on the day itself; Bio ends on
	// it, Äly on 31 December is past 30 December.
	if sum.Started != 2 || sum.Ending != 1 {
		t.Errorf("started %d, ending %d", sum.Started, sum.Ending)
	}
	if sum.Basis != (graph.Basis{Listed: 1, Alone: 2, Unknown: 2}) {
		t.Errorf("basis %+v", sum.Basis)
	}
}

func TestSummaryOfARegion(t *testing.T) {
	s := sliceOf(t, smallView(t), Ask{Area: lappi})
	sum := s.Summary()
	if sum.Own != 2 || sum.Outside != 1 || sum.UnknownSeat != 0 {
		t.Errorf("actors: %d own, %d from elsewhere, %d unknown", sum.Own, sum.Outside, sum.UnknownSeat)
	}
	keys := []string{}
	for _, sentence := range sum.Sentences {
		keys = append(keys, sentence.Key)
	}
	if !slices.Contains(keys, "summary.running") || !slices.Contains(keys, "summary.actors") {
		t.Errorf("sentences %v", keys)
	}
	empty := sliceOf(t, smallView(t), Ask{Area: "maakunta:21"}).Summary()
	if len(empty.Sentences) != 1 || empty.Sentences[0].Key != "summary.empty" || len(empty.Questions) != 0 {
		t.Errorf("empty region: %+v", empty.Sentences)
	}
}

// A facet promises exactly the number of projects that its filter leaves.
func TestFacetsKeepTheirPromise(t *testing.T) {
	v := smallView(t)
	rapid.Check(t, func(rt *rapid.T) {
		area := rapid.SampledFrom([]graph.AreaID{"", lappi, kainuu}).Draw(rt, "area")
		s, err := v.Slice(t.Context(), Ask{
			Area: area, LedHere: rapid.Bool().Draw(rt, "led"), Lens: rapid.SampledFrom([]Lens{LensTopics, LensCooperation}).Draw(rt, "lens"),
		}, today)
		if err != nil {
			rt.Fatal(err)
		}
		f := ProjectFilter{
			State:    rapid.SampledFrom([]string{"", "running", "ended", "started", "ending"}).Draw(rt, "state"),
			Fund:     rapid.SampledFrom([]string{"", "ESR", "EAKR"}).Draw(rt, "fund"),
			Partners: rapid.SampledFrom([]string{"", "listed", "alone", "unknown"}).Draw(rt, "partners"),
		}
		list, err := s.Projects(t.Context(), f, "name", false)
		if err != nil {
			rt.Fatal(err)
		}
		check := func(facets []Facet, narrow func(ProjectFilter, string) ProjectFilter) {
			for _, facet := range facets {
				left, err := s.Projects(t.Context(), narrow(f, facet.Value), "name", false)
				if err != nil {
					rt.Fatal(err)
				}
				if len(left.Projects) != facet.Count {
					rt.Fatalf("%q promises %d, leaves %d", facet.Value, facet.Count, len(left.Projects))
				}
			}
		}
		check(list.States, func(f ProjectFilter, v string) ProjectFilter { f.State = v; return f })
		check(list.Funds, func(f ProjectFilter, v string) ProjectFilter { f.Fund = v; return f })
		check(list.Partners, func(f ProjectFilter, v string) ProjectFilter { f.Partners = v; return f })
		var groups []Facet
		for _, share := range list.Groups {
			groups = append(groups, Facet{share.ID, share.Projects})
		}
		check(groups, func(f ProjectFilter, v string) ProjectFilter { f.Group = v; return f })
	})
}

func TestActorsOfARegion(t *testing.T) {
	s := sliceOf(t, smallView(t), Ask{Area: lappi})
	list, err := s.Actors(t.Context(), ActorFilter{}, "projects", true)
	if err != nil {
		t.Fatal(err)
	}
	first := list.Actors[0]
	if s.Network.Actors[first.Actor].Name != "Lapin yliopisto" || len(first.Projects) != 3 || first.Led != 3 || first.Partners != 1 {
		t.Errorf("%+v", first)
	}
	own, err := s.Actors(t.Context(), ActorFilter{Standing: "own", Text: "KEMIN"}, "name", false)
	if err != nil || len(own.Actors) != 1 {
		t.Errorf("own actors named Kemin: %d, %v", len(own.Actors), err)
	}
	if _, err := s.Actors(t.Context(), ActorFilter{Group: "topics:none"}, "name", false); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("unknown group: %v", err)
	}
}

func TestCards(t *testing.T) {
	s := sliceOf(t, smallView(t), Ask{Area: lappi})
	p, err := s.FindProject("t:äly")
	if err != nil {
		t.Fatal(err)
	}
	project := s.ProjectCard(p)
	if len(project.Ties) != 2 || project.Ties[0].Part != graph.Lead {
		t.Errorf("ties of the project: %+v", project.Ties)
	}
	actor := s.ActorCard(project.Ties[1].A)
	if actor.Counts.Projects != 1 || actor.CountsAll.Projects != 2 {
		t.Errorf("Kajaanin amk: %+v here, %+v in all", actor.Counts, actor.CountsAll)
	}
	group, err := s.GroupCard(t.Context(), s.GroupOf(p).ID)
	if err != nil || !slices.Contains(group.Here, p) {
		t.Errorf("group card: %v, %v", group, err)
	}
	if _, err := s.GroupCard(t.Context(), "topics:none"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("unknown group: %v", err)
	}
	if _, err := s.FindActor("name:nobody"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("unknown actor: %v", err)
	}
}

// What another source says otherwise stands on the card, with its name.
func TestCardTellsWhereSourcesDiffer(t *testing.T) {
	store := smallStore(t, rows)
	base, err := store.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	other := graph.NewRecord("u", "t:äly", "u", graph.Cells{
		graph.FieldProject: "Älykäs Lappi", graph.FieldFrom: "2018-01-01", graph.FieldTo: "2020-06-30", graph.FieldDescription: "Pitkä teksti", graph.FieldActor: "Lapin yliopisto",
	}, 2)
	if _, err := store.Commit(t.Context(), base, storeCommit("u", "Muistio", other)); err != nil {
		t.Fatal(err)
	}
	v, err := Load(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	s := sliceOf(t, v, Ask{})
	p, err := s.FindProject("t:äly")
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, sentence := range s.ProjectCard(p).Sentences {
		if strings.HasPrefix(sentence.Key, "project.differs.") {
			told = append(told, fmt.Sprint(sentence.Key, " ", sentence.Values[0].Text, " ", sentence.Values[1].Text, sentence.Values[1].Date))
		}
	}
	if want := []string{"project.differs.project Muistio Älykäs Lappi", "project.differs.to Muistio 2020-06-30"}; !slices.Equal(told, want) {
		t.Errorf("%q, want %q", told, want)
	}
}

func storeCommit(source graph.SourceID, name string, records ...graph.Record) store.Commit {
	return store.Commit{
		Source: graph.Source{ID: source, Name: name}, Change: graph.Diff(nil, records, false), Run: graph.Run{At: time.Unix(0, 0), File: "u.csv"},
	}
}

// Regions must be counted as each region's own page counts them.
func TestRegionsAgreeWithTheirPages(t *testing.T) {
	v := smallView(t)
	for _, r := range v.Regions(2019_06_30) {
		s := sliceOf(t, v, Ask{Area: r.Area.ID, Date: 2019_06_30})
		if own := s.RegionCounts(); own.Counts != r.Counts || own.Actors != r.Actors || own.Basis != r.Basis {
			t.Errorf("%s: %+v in the list, %+v on its page", r.Area.ID, r.Counts, own.Counts)
		}
	}
}

// away is a store whose revision can stop answering.
type away struct {
	store.Reader
	gone bool
}

func (a *away) Revision(ctx context.Context) (graph.Revision, error) {
	if a.gone {
		return "", graph.ErrUnavailable
	}
	return a.Reader.Revision(ctx)
}

func TestLive(t *testing.T) {
	s := smallStore(t, rows[:1])
	reader, now := &away{Reader: s}, time.Unix(1000, 0)
	live := NewLive(reader, slog.New(slog.NewTextHandler(io.Discard, nil)), func() time.Time { return now })
	if _, _, err := live.Current(); !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("before the first refresh: %v", err)
	}
	if err := live.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	first, fresh, err := live.Current()
	if err != nil || fresh.Stale || len(first.Network.Projects) != 1 {
		t.Fatalf("%+v, %v", fresh, err)
	}
	reader.gone, now = true, now.Add(time.Minute)
	if err := live.Refresh(t.Context()); !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("refresh without a store: %v", err)
	}
	if view, fresh, err := live.Current(); view != first || !fresh.Stale || fresh.Age != time.Minute || err != nil {
		t.Errorf("the last view is not served: %+v, %v", fresh, err)
	}
	reader.gone, reader.Reader = false, smallStore(t, rows)
	if err := live.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if view, fresh, _ := live.Current(); fresh.Stale || len(view.Network.Projects) != 5 {
		t.Errorf("the new view is not served: %+v", fresh)
	}
}

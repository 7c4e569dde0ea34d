package storetest

import (
	"slices"
	"strings"
	"testing"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

func empty(t *testing.T, f Fixture) {
	s := f.open(t)
	s.same("revision", s.revision(), graph.Digest{}.Revision())
	s.same("sources", len(s.sources()), 0)
	s.same("records", len(s.records()), 0)
	journal, err := s.Journal(ctx())
	s.must(err)
	s.same("journal", len(journal), 0)
	views, err := s.Documents(ctx(), "view")
	s.must(err)
	s.same("documents", len(views), 0)
	_, err = s.Runs(ctx(), "eura")
	s.refuses("runs of an unknown source", err, graph.ErrNotFound)
	_, err = s.Document(ctx(), "view", "1")
	s.refuses("an unknown document", err, graph.ErrNotFound)
}

// awkward holds texts that a store may trip over.
var awkward = []string{
	"", " ", "a'b\"c`d", "'; DROP TABLE record; --", "${jndi:x} {{y}} %s ?1 :a @b $c", "rivi\nrivi\r\n\tsarkain",
	"Ä ä ö å Š ž – — €", "e\u0301 ja é", "👩🏽‍🔬 \U0010FFFF \uFFFD", "nolla\x00tavu", "<b>&amp;</b> \u2028", "null", "{}", "0012", "1e5",
	strings.Repeat("pitkä ", 20_000),
}

func readBack(t *testing.T, f Fixture) {
	s := f.open(t)
	var records []graph.Record
	for i, text := range awkward {
		records = append(records, graph.NewRecord("eura", graph.ProjectID("eura:"+text), text, graph.Cells{
			graph.FieldProject: text, graph.FieldActor: "Seinäjoen ammattikorkeakoulu Oy", graph.FieldGranted: "-12345",
		}, i))
	}
	records = append(records, graph.NewRecord("eura", "", "no cells", nil, -1))
	c := store.Commit{
		Source: source("eura"),
		Run: graph.Run{
			ID: "ignored", Source: "ignored", At: time.Date(2026, 9, 1, 15, 0, 0, 987654321, time.FixedZone("", 3*3600)),
			File: "hankkeet 'ä'.csv", SHA256: "ab", AsOf: 20190630, Added: 99, Removed: 99, Restored: true, Restores: "ignored",
		},
		Change: graph.Diff(nil, records, false),
	}
	run, err := s.Commit(ctx(), s.revision(), c)
	s.must(err)
	want := graph.Run{
		ID: "eura-1", Source: "eura", At: time.Date(2026, 9, 1, 12, 0, 0, 987654321, time.UTC),
		File: "hankkeet 'ä'.csv", SHA256: "ab", AsOf: 20190630, Added: len(records),
	}
	s.same("run", run, want)
	s.same("zone of the run", run.At.Location().String(), "UTC")
	s.same("runs", s.runs("eura"), []graph.Run{want})
	s.same("zone of the run read back", s.runs("eura")[0].At.Location().String(), "UTC")
	s.same("sources", s.sources(), []graph.Source{source("eura")})
	for i := range records {
		records[i].Run = "eura-1"
		if records[i].Cells == nil {
			records[i].Cells = graph.Cells{}
		}
	}
	slices.SortFunc(records, func(a, b graph.Record) int { return strings.Compare(a.Key, b.Key) })
	s.same("records", s.records(), records)
	s.sound()
}

func changes(t *testing.T, f Fixture) {
	s := f.open(t)
	s.load("eura", row("eura", "1", "Vetylaakso"), row("eura", "2", "Biokaasu"), row("eura", "3", "Kiertotalous"))
	run := s.load("eura", row("eura", "1", "Vetylaakso"), row("eura", "2", "Biokaasu II"), row("eura", "4", "Ruokaketju"))
	s.same("run", run, graph.Run{ID: "eura-2", Source: "eura", At: noon, Added: 2, Removed: 2})
	s.same("runs", ids(s.runs("eura")), []graph.RunID{"eura-2", "eura-1"})
	s.same("records", titles(s.records()), []string{"eura-1 Vetylaakso", "eura-2 Biokaasu II", "eura-2 Ruokaketju"})
	s.sound()
	s.load("eura")
	s.same("records of an emptied source", len(s.records()), 0)
	s.same("sources", s.sources(), []graph.Source{source("eura")})
	s.sound()
}

func rowsOfOneKey(t *testing.T, f Fixture) {
	s := f.open(t)
	s.load("eura", row("eura", "1", "a"), row("eura", "1", "b"), row("eura", "1", "c"))
	s.load("eura", row("eura", "1", "a"), row("eura", "1", "d"), row("eura", "1", "c"))
	got := titles(s.records())
	slices.Sort(got)
	s.same("records", got, []string{"eura-1 a", "eura-1 c", "eura-2 d"})
	s.sound()
}

func sameAgain(t *testing.T, f Fixture) {
	s := f.open(t)
	content := []graph.Record{row("eura", "1", "Vetylaakso"), row("eura", "2", "Biokaasu")}
	s.load("eura", content...)
	second := s.load("eura", append(content, row("eura", "3", "Kiertotalous"))...)
	before := s.dump()
	c := s.difference("eura", append([]graph.Record{row("eura", "3", "Kiertotalous")}, content...)...)
	c.Run = graph.Run{At: noon.Add(time.Hour), File: "toinen.csv"}
	run, err := s.Commit(ctx(), s.revision(), c)
	s.must(err)
	s.same("run", run, second)
	s.unchanged(before)
	s.same("runs", len(s.runs("eura")), 2)
}

func sourceAlone(t *testing.T, f Fixture) {
	s := f.open(t)
	s.load("eura", row("eura", "1", "Vetylaakso"))
	seen := map[graph.Revision]bool{s.revision(): true}
	change := []func(*graph.Source){
		func(f *graph.Source) { f.Name = "EURA 2021" },
		func(f *graph.Source) { f.Format = "xlsx" },
		func(f *graph.Source) { f.AsOf = 0 },
		func(f *graph.Source) { f.Credit = "" },
		func(f *graph.Source) { f.Example = false },
	}
	c := store.Commit{Source: source("eura"), Run: graph.Run{At: noon}}
	for i, edit := range change {
		edit(&c.Source)
		run, err := s.Commit(ctx(), s.revision(), c)
		s.must(err)
		s.same("run", run, graph.Run{ID: store.RunName("eura", i+2), Source: "eura", At: noon})
		s.same("sources", s.sources(), []graph.Source{c.Source})
		if seen[s.revision()] {
			t.Errorf("change %d of the source did not change the revision", i)
		}
		seen[s.revision()] = true
	}
	s.same("records", titles(s.records()), []string{"eura-1 Vetylaakso"})
	s.sound()
}

func conflict(t *testing.T, f Fixture) {
	s := f.open(t)
	old := s.revision()
	c := s.difference("eura", row("eura", "1", "Vetylaakso"))
	s.load("muu", row("muu", "1", "Biokaasu"))
	before := s.dump()
	for _, base := range []graph.Revision{old, "", "x"} {
		_, err := s.Commit(ctx(), base, c)
		s.refuses("a commit", err, graph.ErrConflict)
		_, err = s.Commit(ctx(), base, store.Commit{Source: source("muu")})
		s.refuses("a commit of nothing", err, graph.ErrConflict)
		_, err = s.Restore(ctx(), base, store.Restoration{Source: "muu"})
		s.refuses("a return", err, graph.ErrConflict)
	}
	s.unchanged(before)
	base := s.revision()
	s.append("päätös")
	_, err := s.Commit(ctx(), base, c)
	s.refuses("a commit after a decision", err, graph.ErrConflict)
}

func refused(t *testing.T, f Fixture) {
	s := f.open(t)
	there := row("eura", "1", "Vetylaakso")
	s.load("eura", there)
	before := s.dump()
	added := func(r graph.Record) store.Commit {
		return store.Commit{Source: source("eura"), Change: graph.Change{Added: []graph.Record{row("eura", "0", "ensin kelvollinen"), r}}}
	}
	removed := func(r graph.Record) store.Commit {
		return store.Commit{Source: source("eura"), Change: graph.Change{Removed: []graph.Record{there, r}}}
	}
	forged := row("eura", "2", "x")
	forged.Cells = graph.Cells{graph.FieldProject: "y"}
	commits := map[string]store.Commit{
		"no source":                    {},
		"a record of another source":   added(row("muu", "2", "x")),
		"a record that is there":       added(there),
		"a record that stands twice":   added(row("eura", "0", "ensin kelvollinen")),
		"a hash of other content":      added(forged),
		"a field that is none":         added(graph.NewRecord("eura", "", "2", graph.Cells{"email": "a@b.fi"}, 0)),
		"a cell that is not UTF-8":     added(row("eura", "2", "\xff")),
		"a key that is not UTF-8":      added(row("eura", "\xff", "x")),
		"a removed one of no source":   removed(row("muu", "1", "Vetylaakso")),
		"a removed one not there":      removed(row("eura", "1", "Biokaasu")),
		"a removed one twice":          removed(there),
		"a name that is not UTF-8":     {Source: graph.Source{ID: "eura", Name: "\xff"}},
		"a time that no calendar has":  {Source: source("muu"), Run: graph.Run{At: time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC)}},
		"a file name that is not text": {Source: source("muu"), Run: graph.Run{File: "\xff"}},
	}
	for name, c := range commits {
		_, err := s.Commit(ctx(), s.revision(), c)
		s.refuses(name, err, graph.ErrInvalid)
	}
	for name, d := range map[string]graph.Decision{
		"a decision of no kind":       {},
		"a decision of unknown kind":  {Kind: 200},
		"a reason that is not text":   {Kind: graph.DecideName, Why: "\xff"},
		"an actor that is not text":   {Kind: graph.DecideName, Actors: []graph.ActorID{"\xff"}},
		"a language that is not text": {Kind: graph.DecideName, Lang: "\xff"},
		"a day that no calendar has":  {Kind: graph.DecidePartOf, From: 20190231},
		"a last day that is none":     {Kind: graph.DecidePartOf, To: -1},
	} {
		s.refuses(name, s.Append(ctx(), d), graph.ErrInvalid)
	}
	for name, d := range map[string]graph.Document{
		"a document of no kind":        {ID: "1", Body: []byte("{}")},
		"a document without id":        {Kind: "view", Body: []byte("{}")},
		"a document without body":      {Kind: "view", ID: "1"},
		"a document that is not JSON":  {Kind: "view", ID: "1", Body: []byte("{")},
		"a document that is not UTF-8": {Kind: "view", ID: "1", Body: []byte("\"\xff\"")},
	} {
		_, err := s.PutDocument(ctx(), d)
		s.refuses(name, err, graph.ErrInvalid)
	}
	_, err := s.Restore(ctx(), s.revision(), store.Restoration{Source: "eura", At: time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC)})
	s.refuses("a return at a time that no calendar has", err, graph.ErrInvalid)
	s.unchanged(before)
	_, err = s.Runs(ctx(), "muu")
	s.refuses("a source of refused commits", err, graph.ErrNotFound)
}

func ids(runs []graph.Run) []graph.RunID {
	var list []graph.RunID
	for _, run := range runs {
		list = append(list, run.ID)
	}
	return list
}

// titles gives the run and the title of each record.
func titles(records []graph.Record) []string {
	list := []string{}
	for _, r := range records {
		list = append(list, string(r.Run)+" "+r.Cells[graph.FieldProject])
	}
	return list
}

package storetest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"hankeverkko/graph"
)

func recordOrder(t *testing.T, f Fixture) {
	s := f.open(t)
	long := strings.Repeat("pitkä avain ", 200)
	sources := []graph.SourceID{"b", "a-1", "a", "a 1", "ä", "Z", "a\x001", graph.SourceID(long + "2"), graph.SourceID(long + "10")}
	var want []graph.Record
	for _, id := range sources {
		var records []graph.Record
		for _, key := range []string{"2", "10", "é", "e", "E", "", "1\x00", "1", "1\x01", long + "b", long + "\x00", long, long + "a", "\U0010FFFF", "\uFFFD"} {
			records = append(records, row(id, key, "yksi"), row(id, key, "kaksi"), row(id, key, "kolme"))
		}
		// In two imports, so that what comes later stands between what was there.
		first := records[len(records)/2:]
		for i, part := range [][]graph.Record{first, records} {
			run := s.load(id, part...)
			for _, r := range part[:len(part)-i*len(first)] {
				r.Run = run.ID
				want = append(want, r)
			}
		}
	}
	slices.SortFunc(want, func(a, b graph.Record) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Hash, b.Hash))
	})
	s.same("records", s.records(), want)
	slices.Sort(sources)
	var got []graph.SourceID
	for _, f := range s.sources() {
		got = append(got, f.ID)
	}
	s.same("sources", got, sources)
}

// many makes n rows that belong together: all of one title.
func many(id graph.SourceID, n int, title string) []graph.Record {
	records := make([]graph.Record, n)
	for i := range records {
		records[i] = row(id, fmt.Sprint(i), title)
	}
	return records
}

func oneRevision(t *testing.T, f Fixture) {
	s := f.open(t)
	s.load("eura", many("eura", 3000, "ennen")...)
	before := s.revision()
	var digest graph.Digest
	digest.AddSource(source("eura"))
	n := 0
	for r, err := range s.Records(ctx()) {
		s.must(err)
		if n == 1 {
			s.load("eura", many("eura", 3000, "jälkeen")...)
			s.restore("eura", "")
			s.same("sources inside the loop", len(s.sources()), 0)
			s.same("records inside the loop", len(s.records()), 0)
		}
		n++
		digest.AddRecord(r)
	}
	s.same("records read", n, 3000)
	s.same("revision of what was read", digest.Revision(), before)
}

func stopEarly(t *testing.T, f Fixture) {
	s := f.open(t)
	s.load("eura", many("eura", 100, "ennen")...)
	for range 50 {
		for _, err := range s.Records(ctx()) {
			s.must(err)
			break
		}
	}
	s.load("eura", many("eura", 100, "jälkeen")...)
	s.same("records", s.records()[0].Cells[graph.FieldProject], "jälkeen")
}

func ownership(t *testing.T, f Fixture) {
	s := f.open(t)
	given := row("eura", "1", "Vetylaakso")
	actors := []graph.ActorID{"a", "b"}
	body := []byte(`{"n": 1}`)
	s.load("eura", given)
	s.must(s.Append(ctx(), graph.Decision{Kind: graph.DecideMerge, Actors: actors, At: noon}))
	put := s.put(graph.Document{Kind: "view", ID: "1", Body: body})
	before := s.dump()

	given.Cells[graph.FieldProject] = "muutettu"
	actors[0] = "muutettu"
	body[1], put.Body[1] = 'x', 'y'
	s.unchanged(before)

	s.records()[0].Cells[graph.FieldProject] = "muutettu"
	s.sources()[0].Name = "muutettu"
	s.runs("eura")[0].File = "muutettu"
	journal, err := s.Journal(ctx())
	s.must(err)
	journal[0].Actors[0] = "muutettu"
	document, err := s.Document(ctx(), "view", "1")
	s.must(err)
	document.Body[1] = 'z'
	views, err := s.Documents(ctx(), "view")
	s.must(err)
	views[0].Body[1] = 'z'
	s.unchanged(before)
}

// revision comes to one content by two ways.
func revision(t *testing.T, f Fixture) {
	a, b := row("a", "1", "Vetylaakso"), row("b", "1", "Biokaasu")
	straight := f.open(t)
	straight.load("a", a)
	straight.load("b", b)
	straight.append("päätös")
	straight.sound()

	winding := f.open(t)
	winding.append("päätös")
	winding.load("b", row("b", "1", "toinen"), row("b", "2", "kolmas"))
	winding.load("c", row("c", "1", "väärä tiedosto"))
	winding.load("b", b)
	winding.restore("c", "")
	winding.load("a")
	winding.load("a", a)
	winding.put(graph.Document{Kind: "view", ID: "1", Body: []byte("1")})
	winding.sound()
	winding.same("revision", winding.revision(), straight.revision())

	seen := map[graph.Revision]string{}
	note := func(what string) {
		r := winding.revision()
		if before, ok := seen[r]; ok {
			t.Errorf("%s: revision is that of %s", what, before)
		}
		seen[r] = what
	}
	note("start")
	winding.load("a", a, row("a", "2", "uusi"))
	note("a record more")
	winding.load("d", row("d", "1", "Vetylaakso"))
	note("a source more")
	winding.append("toinen päätös")
	note("a decision more")
	winding.append("toinen päätös")
	note("the same decision again")
}

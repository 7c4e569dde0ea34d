package storetest

import (
	"fmt"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

// undoRedo walks back and forth through the states of a source.
func undoRedo(t *testing.T, f Fixture) {
	s := f.open(t)
	s.load("muu", row("muu", "1", "pysyy"))
	states := map[graph.RunID]graph.Revision{"": s.revision()}
	held := map[graph.RunID][]graph.Record{"": nil}
	contents := [][]graph.Record{
		{row("eura", "1", "Vetylaakso"), row("eura", "2", "Biokaasu")},
		{row("eura", "1", "Vetylaakso II"), row("eura", "2", "Biokaasu"), row("eura", "3", "Ruokaketju")},
		{},
		{row("eura", "1", "Vetylaakso"), row("eura", "1", "Vetylaakso II")},
	}
	for i, content := range contents {
		c := s.difference("eura", content...)
		c.Source.AsOf = graph.Date(20260101 + i)
		c.Run.AsOf = c.Source.AsOf
		run, err := s.Commit(ctx(), s.revision(), c)
		s.must(err)
		states[run.ID], held[run.ID] = s.revision(), s.records("eura")
	}
	for _, to := range []graph.RunID{"eura-3", "eura-4", "eura-2", "eura-1", "", "eura-2", "eura-5", "eura-9", "eura-4", "eura-1", "eura-10", "eura-3"} {
		count := len(s.runs("eura"))
		run := s.restore("eura", to)
		if got, want := s.revision(), states[to]; got != want {
			t.Fatalf("after a return to %q: revision %s, want %s", to, got, want)
		}
		s.sound()
		s.same("number of runs", len(s.runs("eura")), count+1)
		s.same("run", run, s.runs("eura")[0])
		s.same("run", [2]any{run.Restored, run.Restores}, [2]any{true, to})
		s.same("name of the run", run.ID, store.RunName("eura", count+1))
		states[run.ID], held[run.ID] = s.revision(), s.records("eura")
	}
	for run, want := range held {
		got, err := s.RecordsAfter(ctx(), "eura", run)
		s.must(err)
		s.same(fmt.Sprintf("records as they were after %q", run), got, want)
	}
	_, err := s.RecordsAfter(ctx(), "eura", "eura-99")
	s.refuses("records after an unknown run", err, graph.ErrNotFound)
	_, err = s.RecordsAfter(ctx(), "nobody", "")
	s.refuses("records of an unknown source", err, graph.ErrNotFound)
	s.same("the other source", titles(s.records("muu")), []string{"muu-1 pysyy"})
}

func beforeFirst(t *testing.T, f Fixture) {
	s := f.open(t)
	start := s.revision()
	s.load("eura", row("eura", "1", "Vetylaakso"))
	first := s.revision()
	run := s.restore("eura", "")
	s.same("run", run, graph.Run{ID: "eura-2", Source: "eura", At: noon, Removed: 1, Restored: true})
	s.same("revision", s.revision(), start)
	s.same("sources", len(s.sources()), 0)
	s.same("records", len(s.records()), 0)
	s.same("runs", ids(s.runs("eura")), []graph.RunID{"eura-2", "eura-1"})
	s.same("redo", s.restore("eura", "eura-1"), graph.Run{ID: "eura-3", Source: "eura", At: noon, Added: 1, Restored: true, Restores: "eura-1"})
	s.same("revision after redo", s.revision(), first)
	s.same("records after redo", titles(s.records()), []string{"eura-1 Vetylaakso"})
	s.same("return to a return", s.restore("eura", "eura-2").Restores, graph.RunID("eura-2"))
	s.same("revision after return to a return", s.revision(), start)
	s.same("import anew", s.load("eura", row("eura", "1", "Vetylaakso")).ID, graph.RunID("eura-5"))
	s.same("revision after import anew", s.revision(), first)
	s.same("records after import anew", titles(s.records()), []string{"eura-5 Vetylaakso"})
	s.restore("eura", "")
	s.same("an empty source is not an absent one", s.load("eura").ID, graph.RunID("eura-7"))
	s.same("sources", s.sources(), []graph.Source{source("eura")})
}

func comesBack(t *testing.T, f Fixture) {
	s := f.open(t)
	first := graph.NewRecord("eura", "eura:1", "1", graph.Cells{graph.FieldProject: "Vetylaakso"}, 41)
	s.load("eura", first)
	s.load("eura")
	s.restore("eura", "eura-1")
	s.same("run and row", [2]any{s.records()[0].Run, s.records()[0].Row}, [2]any{graph.RunID("eura-1"), 41})

	// Read again from another row of another file, then back to the first
	// reading: the content is the same, so nothing is to be done.
	s.load("eura")
	again := first
	again.Row = 7
	s.load("eura", again)
	s.same("run and row of a new reading", [2]any{s.records()[0].Run, s.records()[0].Row}, [2]any{graph.RunID("eura-5"), 7})
	before := s.dump()
	s.restore("eura", "eura-1")
	s.unchanged(before)
}

func restoreNothing(t *testing.T, f Fixture) {
	s := f.open(t)
	s.load("eura", row("eura", "1", "Vetylaakso"))
	second := s.load("eura", row("eura", "1", "Vetylaakso II"))
	before := s.dump()
	s.same("run", s.restore("eura", "eura-2"), second)
	s.unchanged(before)
	gone := s.restore("eura", "")
	s.same("run", s.restore("eura", ""), gone)
	s.same("run", s.restore("eura", gone.ID), gone)
	s.same("runs", len(s.runs("eura")), 3)
}

func restoreUnknown(t *testing.T, f Fixture) {
	s := f.open(t)
	s.load("eura", row("eura", "1", "Vetylaakso"))
	s.load("muu", row("muu", "1", "Biokaasu"))
	before := s.dump()
	for _, r := range []store.Restoration{
		{Source: "tuntematon"}, {Source: "tuntematon", To: "eura-1"}, {},
		{Source: "eura", To: "muu-1"}, {Source: "eura", To: "eura-2"}, {Source: "eura", To: "eura-0"},
		{Source: "eura", To: "eura-01"}, {Source: "eura", To: "eura-+1"}, {Source: "eura", To: "eura--1"}, {Source: "eura", To: "1"},
		{Source: "eura", To: "eura-99999999999999999999"},
	} {
		_, err := s.Restore(ctx(), s.revision(), r)
		s.refuses(string(r.Source+" to "+graph.SourceID(r.To)), err, graph.ErrNotFound)
	}
	s.unchanged(before)
}

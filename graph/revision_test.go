package graph_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"hankeverkko/graph"

	"pgregory.net/rapid"
)

// Records go in and out of a digest in any order, and what is left decides.
func TestDigestForgetsTheWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stay, pass := sheets().Draw(t, "rows that stay"), sheets().Draw(t, "rows that pass")
		var want, got graph.Digest
		for _, r := range stay {
			want.AddRecord(r)
		}
		want.AddSource(graph.Source{ID: "eura", AsOf: 20190630})

		got.RemoveSource(graph.Source{ID: "eura"})
		for _, r := range rapid.Permutation(pass).Draw(t, "in") {
			got.AddRecord(r)
		}
		for _, r := range rapid.Permutation(stay).Draw(t, "stay") {
			got.AddRecord(r)
		}
		got.AddSource(graph.Source{ID: "eura", AsOf: 20190630})
		for _, r := range rapid.Permutation(pass).Draw(t, "out") {
			got.RemoveRecord(r)
		}
		got.AddSource(graph.Source{ID: "eura"})
		if got != want || got.Revision() != want.Revision() {
			t.Fatalf("%v by one way, %v by another", got, want)
		}
		if back, err := graph.ParseDigest(got.String()); err != nil || back != got {
			t.Fatalf("%v is read as %v, %v", got, back, err)
		}
	})
}

// Each of these differs from the others in one thing that must count.
func TestDigestTellsApart(t *testing.T) {
	noon := time.Date(2026, 9, 1, 12, 0, 0, 0, time.UTC)
	decision := func(edit func(*graph.Decision)) func(*graph.Digest) {
		d := graph.Decision{Kind: graph.DecideMerge, Actors: []graph.ActorID{"a", "b"}, Project: "p", Value: "v", Who: "curator", At: noon, Why: "w"}
		edit(&d)
		return func(g *graph.Digest) { g.AddDecision(0, d) }
	}
	source := func(f graph.Source) func(*graph.Digest) { return func(g *graph.Digest) { g.AddSource(f) } }
	record := func(r graph.Record) func(*graph.Digest) { return func(g *graph.Digest) { g.AddRecord(r) } }
	seen := make(map[graph.Revision]int)
	for i, fill := range []func(*graph.Digest){
		func(*graph.Digest) {},
		record(row("1", "a")), record(row("1", "b")), record(row("2", "a")),
		record(graph.NewRecord("muu", "eura:1", "1", graph.Cells{graph.FieldProject: "a"}, 0)),
		record(graph.NewRecord("eura", "eura:2", "1", graph.Cells{graph.FieldProject: "a"}, 0)),
		source(graph.Source{ID: "a"}), source(graph.Source{Name: "a"}), source(graph.Source{Format: "a"}), source(graph.Source{Credit: "a"}),
		source(graph.Source{AsOf: 20190630}), source(graph.Source{Example: true}),
		decision(func(*graph.Decision) {}),
		decision(func(d *graph.Decision) { d.Kind = graph.DecideSplit }),
		decision(func(d *graph.Decision) { d.Actors = []graph.ActorID{"b", "a"} }),
		decision(func(d *graph.Decision) { d.Actors = []graph.ActorID{"a b"} }),
		decision(func(d *graph.Decision) { d.Actors = nil }),
		decision(func(d *graph.Decision) { d.Project = "" }),
		decision(func(d *graph.Decision) { d.Value = "" }),
		decision(func(d *graph.Decision) { d.Who = "admin" }),
		decision(func(d *graph.Decision) { d.Lang = "sv" }),
		decision(func(d *graph.Decision) { d.From = 20190630 }),
		decision(func(d *graph.Decision) { d.To = 20190630 }),
		decision(func(d *graph.Decision) { d.Actors, d.Lang = []graph.ActorID{"b"}, "a" }),
		decision(func(d *graph.Decision) { d.Actors = []graph.ActorID{"sv", "", "", "a", "b"} }),
		decision(func(d *graph.Decision) { d.Why = "" }),
		decision(func(d *graph.Decision) { d.At = noon.Add(time.Nanosecond) }),
		func(g *graph.Digest) { g.AddDecision(1, graph.Decision{Kind: graph.DecideMerge}) },
		func(g *graph.Digest) { g.AddDecision(2, graph.Decision{Kind: graph.DecideMerge}) },
	} {
		var digest graph.Digest
		fill(&digest)
		if other, ok := seen[digest.Revision()]; ok {
			t.Errorf("case %d has the revision of case %d", i, other)
		}
		seen[digest.Revision()] = i
	}
}

func TestDigestIgnoresWhatIsNotContent(t *testing.T) {
	noon := time.Date(2026, 9, 1, 12, 0, 0, 0, time.UTC)
	a, b := row("1", "a"), row("1", "a")
	b.Run, b.Row = "eura-7", 41
	var one, other graph.Digest
	one.AddRecord(a)
	one.AddDecision(0, graph.Decision{Kind: graph.DecideName, At: noon})
	other.AddRecord(b)
	other.AddDecision(0, graph.Decision{Kind: graph.DecideName, At: noon.In(time.FixedZone("EET", 2*3600)), Actors: []graph.ActorID{}})
	if one != other {
		t.Error("run, row or time zone count towards the revision")
	}
}

// A store of the first release keeps its revision: this digest was computed by it.
func TestDigestOfAnOldDecision(t *testing.T) {
	var d graph.Digest
	d.AddDecision(3, graph.Decision{
		Kind: graph.DecideMerge, Actors: []graph.ActorID{"ytunnus:0245895-5", "name:x"}, Who: "curator", Why: "w",
		At: time.Date(2026, 9, 1, 12, 0, 0, 0, time.UTC),
	})
	if got, want := d.String(), "9e5bee1891a3652ca2a0908e5285b8b811891cd877f72ff3f9eea8ad043b1919"; got != want {
		t.Errorf("digest %s, want %s", got, want)
	}
}

func TestParseDigestRefuses(t *testing.T) {
	for _, s := range []string{"", "ab", strings.Repeat("0", 63), strings.Repeat("0", 66), strings.Repeat("x", 64)} {
		if _, err := graph.ParseDigest(s); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("ParseDigest(%q): %v", s, err)
		}
	}
}

func TestNewRecordHash(t *testing.T) {
	base := graph.NewRecord("eura", "eura:1", "key", graph.Cells{"a": "1", "b": "2"}, 1)
	if len(base.Hash) != 32 || strings.Trim(string(base.Hash), "0123456789abcdef") != "" {
		t.Errorf("hash %q is not 16 bytes in lower-case hex", base.Hash)
	}
	if same := graph.NewRecord("muu", "eura:1", "other key", graph.Cells{"b": "2", "a": "1"}, 2); same.Hash != base.Hash {
		t.Error("source, key or row count towards the hash of the content")
	}
	for _, other := range []graph.Record{
		graph.NewRecord("eura", "eura:2", "key", graph.Cells{"a": "1", "b": "2"}, 1),
		graph.NewRecord("eura", "eura:1", "key", graph.Cells{"a": "2", "b": "1"}, 1),
		graph.NewRecord("eura", "eura:1", "key", graph.Cells{"a": "1"}, 1),
		graph.NewRecord("eura", "eura:1", "key", graph.Cells{"a": "1\x00b\x002"}, 1),
		graph.NewRecord("eura", "eura:1", "key", graph.Cells{"a": "1", "b": "2", "c": ""}, 1),
	} {
		if other.Hash == base.Hash {
			t.Errorf("%v has the hash of %v", other, base)
		}
	}
}

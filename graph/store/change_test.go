package store_test

import (
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/store"

	"pgregory.net/rapid"
)

func TestRunNumber(t *testing.T) {
	for _, c := range []struct {
		source graph.SourceID
		run    graph.RunID
		want   int // 0 when it is no run of the source
	}{
		{"eura", "eura-1", 1},
		{"eura", "eura-120", 120},
		{"eura-1", "eura-1-2", 2},
		{"eura", "eura-1-2", 0},
		{"eura", "muu-1", 0},
		{"eura", "eura-0", 0},
		{"eura", "eura-01", 0},
		{"eura", "eura-+1", 0},
		{"eura", "eura--1", 0},
		{"eura", "eura-", 0},
		{"eura", "eura", 0},
		{"eura", "", 0},
		{"", "-7", 7},
	} {
		n, ok := store.RunNumber(c.source, c.run)
		if ok != (c.want > 0) || ok && n != c.want {
			t.Errorf("RunNumber(%q, %q) = %d, %t, want %d", c.source, c.run, n, ok, c.want)
		}
	}
}

// No two runs of any two sources share a name that both would take for theirs.
func TestRunNamesAreUnique(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source := graph.SourceID(rapid.StringMatching(`[a-z0-9-]{1,6}`).Draw(t, "source"))
		n := rapid.IntRange(1, 1_000_000).Draw(t, "number")
		name := store.RunName(source, n)
		if got, ok := store.RunNumber(source, name); !ok || got != n {
			t.Fatalf("%s is read as run %d, %t", name, got, ok)
		}
		other := graph.SourceID(rapid.StringMatching(`[a-z0-9-]{1,6}`).Draw(t, "another source"))
		if _, ok := store.RunNumber(other, name); ok && other != source {
			t.Fatalf("%s is a run of %s and of %s", name, source, other)
		}
	})
}

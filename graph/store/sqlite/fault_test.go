package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/sqlite"
	"hankeverkko/graph/store/storetest"
)

func mustDump(t *testing.T, s store.Reader) string {
	t.Helper()
	dump, err := storetest.Dump(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	return dump
}

// TestFull fills the disk, as SQLite sees it: the write fails, reads go on, and
// with room again the store works on without being opened anew.
func TestFull(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "x.db")
	s := mustOpen(t, path)
	before := mustDump(t, s)
	limit := func(pages int) {
		if _, err := sqlite.Connections(s)["writer"].Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages)); err != nil {
			t.Fatal(err)
		}
	}
	var change graph.Change
	for i := range 500 {
		change.Added = append(change.Added, graph.NewRecord("eura", "", fmt.Sprint(i), graph.Cells{graph.FieldDescription: strings.Repeat("x", 1000)}, i))
	}
	c := store.Commit{Source: graph.Source{ID: "eura"}, Change: change}
	limit(40)
	if _, err := s.Commit(ctx, mustRevision(t, s), c); !errors.Is(err, graph.ErrUnavailable) || !strings.Contains(err.Error(), "full") {
		t.Errorf("error %v, want one that is %q and says that the disk is full", err, graph.ErrUnavailable)
	}
	if after := mustDump(t, s); after != before {
		t.Errorf("something was written:\n%s", after)
	}
	limit(1 << 20)
	if _, err := s.Commit(ctx, mustRevision(t, s), c); err != nil {
		t.Errorf("with room again: %v", err)
	}
	check(t, path)
}

// TestLocked lets another program hold the file: reads go on, and a write waits
// no longer than its context.
func TestLocked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	s := mustOpen(t, path)
	before := mustDump(t, s)
	other := raw(t, path)
	other.SetMaxOpenConns(1)
	foreign := func(statement string) {
		if _, err := other.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	foreign("BEGIN IMMEDIATE")
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	if err := s.Append(ctx, graph.Decision{Kind: graph.DecideName}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v, want one that is %q", err, context.DeadlineExceeded)
	}
	if after := mustDump(t, s); after != before {
		t.Errorf("something was written:\n%s", after)
	}
	foreign("ROLLBACK")
	if err := s.Append(context.Background(), graph.Decision{Kind: graph.DecideName}); err != nil {
		t.Errorf("with the lock free again: %v", err)
	}
}

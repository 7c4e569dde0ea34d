package sqlite_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/sqlite"
	"hankeverkko/graph/store/storetest"
)

// mustOpen opens a store that is closed with the test.
func mustOpen(t testing.TB, path string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestOpenMakesFolderAndFile(t *testing.T) {
	for _, name := range []string{"a/b/c.db", "ä ö/50 % ?x=1&mode=memory#y.db", "a;b':memory:.db", ":memory:"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), name)
			mustOpen(t, path)
			if _, err := os.Stat(path); err != nil {
				t.Error(err)
			}
		})
	}
	t.Run("a path from where the program runs", func(t *testing.T) {
		t.Chdir(t.TempDir())
		mustOpen(t, "data/x.db")
		if _, err := os.Stat("data/x.db"); err != nil {
			t.Error(err)
		}
	})
}

// foreign makes a database that another program might have made.
func foreign(t *testing.T, path string, statements ...string) {
	t.Helper()
	db := raw(t, path)
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	cases := []struct {
		name string
		make func(t *testing.T, path string)
		kind error
		says string
	}{
		{"a folder", func(t *testing.T, path string) { os.Mkdir(path, 0o700) }, graph.ErrInvalid, "not a file"},
		{"a text file", func(t *testing.T, path string) {
			os.WriteFile(path, []byte(strings.Repeat("koodi;hanke;toimija\n", 1000)), 0o600)
		}, graph.ErrInvalid, "not a database"},
		{"a short text file", func(t *testing.T, path string) { os.WriteFile(path, []byte("koodi;hanke\n"), 0o600) }, graph.ErrInvalid, "not a database"},
		{"a database with tables of others", func(t *testing.T, path string) {
			foreign(t, path, "CREATE TABLE bookmarks (id)")
		}, graph.ErrInvalid, "another program"},
		{"a database marked by others", func(t *testing.T, path string) {
			foreign(t, path, "PRAGMA application_id = 7")
		}, graph.ErrInvalid, "another program"},
		{"a store of a newer program", func(t *testing.T, path string) {
			mustOpen(t, path).Close()
			foreign(t, path, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
		}, graph.ErrInvalid, "newer program (schema 9999"},
		{"a damaged store", func(t *testing.T, path string) {
			mustOpen(t, path).Close()
			damage(t, path)
		}, graph.ErrInvalid, "damaged"},
		{"a folder that is a file", func(t *testing.T, path string) { os.WriteFile(filepath.Dir(path), nil, 0o600) }, graph.ErrUnavailable, "not a directory"},
		{"a folder that may not be written", func(t *testing.T, path string) { os.Mkdir(filepath.Dir(path), 0o500) }, graph.ErrUnavailable, "permission denied"},
		{"a file that may not be written", func(t *testing.T, path string) { os.WriteFile(path, nil, 0o400) }, graph.ErrUnavailable, "permission denied"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "data")
			path := filepath.Join(folder, "store.db")
			if !strings.HasPrefix(c.name, "a folder that") {
				os.Mkdir(folder, 0o700)
			}
			c.make(t, path)
			before, _ := os.ReadFile(path)
			err := asOrdinaryUser(func() error {
				s, err := sqlite.Open(path)
				if err == nil {
					s.Close()
				}
				return err
			})
			if !errors.Is(err, c.kind) || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), path) {
				t.Errorf("error %v, want one that is %q, names the path and says %q", err, c.kind, c.says)
			}
			if after, _ := os.ReadFile(path); string(after) != string(before) {
				t.Error("the file was changed")
			}
		})
	}
	if _, err := sqlite.Open(""); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("no path: %v", err)
	}
}

// damage writes over the pages after the first.
func damage(t *testing.T, path string) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(content); i++ {
		content[i] = 0xAA
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestPragmas(t *testing.T) {
	s := mustOpen(t, filepath.Join(t.TempDir(), "x.db"))
	for name, db := range sqlite.Connections(s) {
		for pragma, want := range map[string]string{
			"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000", "trusted_schema": "0",
		} {
			var got string
			if err := db.QueryRow("PRAGMA " + pragma).Scan(&got); err != nil || got != want {
				t.Errorf("%s: %s is %s, %v, want %s", name, pragma, got, err, want)
			}
		}
	}
	if n := sqlite.Connections(s)["writer"].Stats().MaxOpenConnections; n != 1 {
		t.Errorf("%d connections may write", n)
	}
	if _, err := sqlite.Connections(s)["reader"].Exec("DELETE FROM state"); err == nil {
		t.Error("a reading connection can write")
	}
}

// TestOpenAtOnce lets many hands make the same new store.
func TestOpenAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	var opening sync.WaitGroup
	for range 8 {
		opening.Go(func() {
			s, err := sqlite.Open(path)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			if _, err := storetest.Dump(context.Background(), s); err != nil {
				t.Error(err)
			}
		})
	}
	opening.Wait()
	check(t, path)
}

// TestJournalOfTheFirstSchema opens a store from before decisions had languages and days.
func TestJournalOfTheFirstSchema(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	s := mustOpen(t, path)
	for _, d := range []graph.Decision{
		{Kind: graph.DecideMerge, Actors: []graph.ActorID{"ytunnus:0245895-5", "name:oulun yliopisto"}, Who: "curator", Why: "sama"},
		{Kind: graph.DecideName, Actors: []graph.ActorID{"ytunnus:0245895-5"}, Value: "Oulun yliopisto"},
	} {
		if err := s.Append(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
	before := mustDump(t, s)
	s.Close()
	foreign(t, path, "ALTER TABLE journal DROP COLUMN lang", "ALTER TABLE journal DROP COLUMN from_day", "ALTER TABLE journal DROP COLUMN to_day",
		"DELETE FROM goose_db_version WHERE version_id > 1")
	s = mustOpen(t, path)
	if after := mustDump(t, s); after != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
	if want, err := storetest.Recompute(context.Background(), s); err != nil || want != mustRevision(t, s) {
		t.Errorf("revision %s, the content makes %s (%v)", mustRevision(t, s), want, err)
	}
	check(t, path)
}

// TestCloseFoldsLog wants one file to be left, which can be copied away, also
// when a reader stopped early.
func TestCloseFoldsLog(t *testing.T) {
	folder := t.TempDir()
	s := mustOpen(t, filepath.Join(folder, "x.db"))
	if err := s.Append(context.Background(), graph.Decision{Kind: graph.DecideName}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Commit(context.Background(), mustRevision(t, s), store.Commit{
		Source: graph.Source{ID: "eura"},
		Change: graph.Change{Added: []graph.Record{graph.NewRecord("eura", "", "1", nil, 0), graph.NewRecord("eura", "", "2", nil, 0)}},
	}); err != nil {
		t.Fatal(err)
	}
	for _, err := range s.Records(context.Background()) {
		if err != nil {
			t.Error(err)
		}
		break
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 1 {
		t.Errorf("left behind: %v", files)
	}
}

func mustRevision(t *testing.T, s store.Reader) graph.Revision {
	t.Helper()
	revision, err := s.Revision(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return revision
}

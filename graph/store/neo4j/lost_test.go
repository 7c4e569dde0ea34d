package neo4j_test

import (
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/memory"
	"hankeverkko/graph/store/neo4j"
	"hankeverkko/graph/store/neo4j/neo4jtest"
	"hankeverkko/graph/store/storetest"
)

// over opens a new store of the server over a line with a script, and says at
// which address it is without the line.
func over(t *testing.T, script neo4jtest.Script, edit ...func(*neo4j.Options)) (s *neo4j.Store, direct string) {
	t.Helper()
	line := neo4jtest.ScriptedLine(t, server.Need(t), script)
	to := address(line.Address())
	return open(t, to, edit...), strings.Replace(to, line.Address(), server.Need(t), 1)
}

// open opens a store that is closed with the test.
func open(t *testing.T, address string, edit ...func(*neo4j.Options)) *neo4j.Store {
	t.Helper()
	o := options(address)
	for _, e := range edit {
		e(&o)
	}
	s, err := neo4j.Open(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func revision(t *testing.T, s store.Reader) graph.Revision {
	t.Helper()
	r, err := s.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// writes are one of each kind, and what tells that it was done once.
var writes = []struct {
	name string
	do   func(t *testing.T, s store.Store) error
}{
	{"commit", func(t *testing.T, s store.Store) error {
		base := revision(t, s)
		run, err := s.Commit(t.Context(), base, store.Commit{
			Source: graph.Source{ID: "eura"}, Change: graph.Change{Added: []graph.Record{graph.NewRecord("eura", "", "2", nil, 0)}},
		})
		if err == nil && run.ID != "eura-2" {
			t.Errorf("run %s", run.ID)
		}
		return err
	}},
	{"restore", func(t *testing.T, s store.Store) error {
		run, err := s.Restore(t.Context(), revision(t, s), store.Restoration{Source: "eura"})
		if err == nil && (run.ID != "eura-2" || run.Removed != 1) {
			t.Errorf("run %+v", run)
		}
		return err
	}},
	{"append", func(t *testing.T, s store.Store) error {
		return s.Append(t.Context(), graph.Decision{Kind: graph.DecideName, Value: "toinen"})
	}},
	{"put", func(t *testing.T, s store.Store) error {
		d, err := s.PutDocument(t.Context(), graph.Document{Kind: "view", ID: "1", Body: []byte("1")})
		if err == nil && d.Version != 1 {
			t.Errorf("version %d", d.Version)
		}
		return err
	}},
}

// lose is a script that lets the connection be lost at the COMMIT of a write,
// as often as armed says: before the server has it, or before its answer is back.
func lose(armed *atomic.Int32, answered bool) neo4jtest.Script {
	return func() func(neo4jtest.Message) (neo4jtest.Message, error) {
		var writing, committing atomic.Bool
		return func(m neo4jtest.Message) (neo4jtest.Message, error) {
			switch {
			case m.Is(neo4jtest.Begin):
				writing.Store(!m.Says("mode\x81r"))
			case m.Is(neo4jtest.Commit) && writing.Load() && armed.Load() > 0:
				armed.Add(-1)
				if !answered {
					return m, neo4jtest.ErrCut
				}
				committing.Store(true)
			case m.FromServer && committing.Load():
				return m, neo4jtest.ErrCut
			}
			return m, nil
		}
	}
}

// begun puts a first run into a store, for the writes to come after.
func begun(t *testing.T, s store.Store) {
	t.Helper()
	if _, err := s.Commit(t.Context(), revision(t, s), store.Commit{
		Source: graph.Source{ID: "eura"}, Change: graph.Change{Added: []graph.Record{graph.NewRecord("eura", "", "1", nil, 0)}},
	}); err != nil {
		t.Fatal(err)
	}
}

// dump writes all that a store holds.
func dump(t *testing.T, s store.Store) string {
	t.Helper()
	text, err := storetest.Dump(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	runs, err := s.Runs(t.Context(), "eura")
	if err != nil {
		t.Fatal(err)
	}
	views, err := s.Documents(t.Context(), "view")
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%s%v\n%v", text, runs, views)
}

// TestCommitUnanswered loses the connection when COMMIT has been sent: the
// store finds out by itself whether the work was done, and does it once.
func TestCommitUnanswered(t *testing.T) {
	for _, answered := range []bool{true, false} {
		for _, w := range writes {
			for _, times := range []int32{1, 2} {
				t.Run(fmt.Sprintf("%s, COMMIT arrived: %t, %d times", w.name, answered, times), func(t *testing.T) {
					want := memory.Open()
					begun(t, want)
					if err := w.do(t, want); err != nil {
						t.Fatal(err)
					}
					var armed atomic.Int32
					s, _ := over(t, lose(&armed, answered))
					begun(t, s)
					armed.Store(times)
					if err := w.do(t, s); err != nil {
						t.Error(err)
					}
					if left := armed.Load(); left == times || left > 0 && !answered {
						t.Errorf("%d of %d connections were not lost", left, times)
					}
					if got := dump(t, s); got != dump(t, want) {
						t.Errorf("the store holds\n%s\nwant\n%s", got, dump(t, want))
					}
				})
			}
		}
	}
}

// TestCommitForgotten lets others write so much meanwhile that nobody knows
// any more whether the work was done. That is what is said then; nothing is guessed.
func TestCommitForgotten(t *testing.T) {
	for others, want := range map[int]error{60: nil, 70: graph.ErrUnavailable} {
		t.Run(fmt.Sprint(others), func(t *testing.T) {
			var armed atomic.Int32
			meanwhile := func() {}
			s, direct := over(t, func() func(neo4jtest.Message) (neo4jtest.Message, error) {
				hear := lose(&armed, true)()
				return func(m neo4jtest.Message) (neo4jtest.Message, error) {
					m, err := hear(m)
					if err != nil {
						meanwhile()
					}
					return m, err
				}
			})
			revision(t, s)
			other := open(t, direct)
			meanwhile = func() {
				for range others {
					if err := other.Append(t.Context(), graph.Decision{Kind: graph.DecideName}); err != nil {
						t.Error(err)
					}
				}
			}
			armed.Store(1)
			if err := s.Append(t.Context(), graph.Decision{Kind: graph.DecideMerge}); !errors.Is(err, want) {
				t.Errorf("error %v, want %v", err, want)
			}
			journal, err := s.Journal(t.Context())
			if err != nil || len(journal) != others+1 {
				t.Errorf("%d decisions, %v, want %d", len(journal), err, others+1)
			}
		})
	}
}

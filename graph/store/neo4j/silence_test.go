package neo4j_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/neo4j"
	"hankeverkko/graph/store/neo4j/neo4jtest"
)

// impatient opens a store that gives the server one second, and sees to it
// that it is connected. Whoever waits for it here waits much longer, so what ends
// a call is clear without a look at the clock.
func impatient(t *testing.T, address string) *neo4j.Store {
	t.Helper()
	s := open(t, address, func(o *neo4j.Options) { o.Timeout = time.Second })
	ctx, cancel := context.WithTimeout(t.Context(), verylong)
	defer cancel()
	for {
		// On a busy machine a server that is well may need more than that.
		if _, err := s.Revision(ctx); err == nil {
			return s
		} else if ctx.Err() != nil {
			t.Fatal(err)
		}
	}
}

const verylong = 2 * time.Minute

// methods calls each method of a store once.
func methods(s store.Store, base graph.Revision) map[string]func(context.Context) error {
	return map[string]func(context.Context) error{
		"Revision": func(ctx context.Context) error { _, err := s.Revision(ctx); return err },
		"Sources":  func(ctx context.Context) error { _, err := s.Sources(ctx); return err },
		"Runs":     func(ctx context.Context) error { _, err := s.Runs(ctx, "eura"); return err },
		"Records": func(ctx context.Context) error {
			for _, err := range s.Records(ctx) {
				if err != nil {
					return err
				}
			}
			return nil
		},
		"Journal": func(ctx context.Context) error { _, err := s.Journal(ctx); return err },
		"Commit": func(ctx context.Context) error {
			_, err := s.Commit(ctx, base, store.Commit{Source: graph.Source{ID: "muu"}})
			return err
		},
		"Restore": func(ctx context.Context) error {
			_, err := s.Restore(ctx, base, store.Restoration{Source: "eura"})
			return err
		},
		"Append":    func(ctx context.Context) error { return s.Append(ctx, graph.Decision{Kind: graph.DecideName}) },
		"Document":  func(ctx context.Context) error { _, err := s.Document(ctx, "view", "1"); return err },
		"Documents": func(ctx context.Context) error { _, err := s.Documents(ctx, "view"); return err },
		"PutDocument": func(ctx context.Context) error {
			_, err := s.PutDocument(ctx, graph.Document{Kind: "view", ID: "1", Body: []byte("1")})
			return err
		},
	}
}

// givesUp wants every method, called at once with the others, to end by itself
// and to say that nobody answers.
func givesUp(t *testing.T, s store.Store, base graph.Revision) {
	t.Helper()
	var calls sync.WaitGroup
	for name, call := range methods(s, base) {
		calls.Go(func() {
			ctx, cancel := context.WithTimeout(t.Context(), verylong)
			defer cancel()
			if err := call(ctx); !errors.Is(err, graph.ErrUnavailable) || store.TroubleOf(err) != store.TroubleAway {
				t.Errorf("%s: %v (%s)", name, err, store.TroubleOf(err))
			}
		})
	}
	calls.Wait()
}

// TestFrozen stops the server in its tracks: sockets stay open, nobody answers.
func TestFrozen(t *testing.T) {
	to := address(server.Need(t))
	patient := open(t, to)
	begun(t, patient)
	before, base := dump(t, patient), revision(t, patient)
	s := impatient(t, to)
	server.Freeze(t)
	givesUp(t, s, base)
	fresh := open(t, to, func(o *neo4j.Options) { o.Timeout = time.Second })
	ctx, cancel := context.WithTimeout(t.Context(), verylong)
	defer cancel()
	if _, err := fresh.Revision(ctx); store.TroubleOf(err) != store.TroubleAway {
		t.Errorf("a store that was never connected: %v", err)
	}
	server.Thaw(t)
	if after := dump(t, patient); after != before {
		t.Errorf("the store holds\n%s\nwant\n%s", after, before)
	}
}

// swallow is a script that lets nothing through any more once it has seen what.
func swallow(armed *atomic.Bool, what func(neo4jtest.Message) bool) neo4jtest.Script {
	var gone atomic.Bool
	return func() func(neo4jtest.Message) (neo4jtest.Message, error) {
		return func(m neo4jtest.Message) (neo4jtest.Message, error) {
			if armed.Load() && what(m) {
				gone.Store(true)
			}
			if armed.Load() && gone.Load() {
				return neo4jtest.Message{}, nil
			}
			return m, nil
		}
	}
}

// TestHalfOpen loses the server at a message, with sockets that stay open.
func TestHalfOpen(t *testing.T) {
	for name, what := range map[string]func(neo4jtest.Message) bool{
		"any message":         func(neo4jtest.Message) bool { return true },
		"COMMIT":              func(m neo4jtest.Message) bool { return m.Is(neo4jtest.Commit) },
		"the answer of a RUN": func(m neo4jtest.Message) bool { return m.FromServer && m.Says("fields") },
	} {
		t.Run(name, func(t *testing.T) {
			var armed atomic.Bool
			line := neo4jtest.ScriptedLine(t, server.Need(t), swallow(&armed, what))
			to := address(line.Address())
			patient := open(t, to)
			begun(t, patient)
			base := revision(t, patient)
			s := impatient(t, to)
			armed.Store(true)
			givesUp(t, s, base)
		})
	}
}

// TestSlow lets the server take longer for a COMMIT than it may be silent: it
// answers on other connections, so it is waited for.
func TestSlow(t *testing.T) {
	const timeout = 4 * time.Second
	var slow atomic.Bool
	s, _ := over(t, func() func(neo4jtest.Message) (neo4jtest.Message, error) {
		return func(m neo4jtest.Message) (neo4jtest.Message, error) {
			if m.Is(neo4jtest.Commit) && slow.Load() {
				time.Sleep(timeout + time.Second)
			}
			return m, nil
		}
	}, func(o *neo4j.Options) { o.Timeout = timeout })
	revision(t, s)
	slow.Store(true)
	if err := s.Append(t.Context(), graph.Decision{Kind: graph.DecideName}); err != nil {
		t.Error(err)
	}
}

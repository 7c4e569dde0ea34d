package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/memory"
	"hankeverkko/graph/view"
)

// showing is a store that shows a graph, or cannot.
type showing struct {
	store.Store
	mu       sync.Mutex
	shown    graph.Revision
	projects int
	calls    int
	// failures are what the next calls of Publish give.
	failures []error
}

func (s *showing) Published(context.Context) (graph.Revision, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.shown, nil
}

func (s *showing) Publish(_ context.Context, revision graph.Revision, n *graph.Network) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls++
	if len(s.failures) > 0 {
		err := s.failures[0]
		s.failures = s.failures[1:]
		return err
	}
	s.shown, s.projects = revision, len(n.Projects)
	return nil
}

func (s *showing) WriteBack(context.Context, graph.Revision, []store.Measured) error { return nil }

func (s *showing) shows() (graph.Revision, int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.shown, s.projects
}

// holding returns a store with one project that shows nothing yet.
func holding(t *testing.T) *showing {
	t.Helper()
	s := &showing{Store: memory.Open()}
	base, err := s.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	record := graph.NewRecord("t", "t:a", "1", graph.Cells{graph.FieldProject: "A", graph.FieldActor: "Kemi"}, 1)
	change := graph.Diff(nil, []graph.Record{record}, false)
	if _, err := s.Commit(t.Context(), base, store.Commit{Source: graph.Source{ID: "t", Name: "T"}, Change: change}); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestShow(t *testing.T) {
	moved, away := fmt.Errorf("x: %w", graph.ErrConflict), fmt.Errorf("x: %w", graph.ErrUnavailable)
	for name, c := range map[string]struct {
		failures []error
		calls    int
		shown    bool
		says     string
	}{
		"it is shown":                  {nil, 1, true, "1 projects, 1 actors, 1 ties"},
		"the store moves on meanwhile": {[]error{moved, moved}, 3, true, "1 projects"},
		"the store moves on and on":    {[]error{moved, moved, moved}, 3, false, "hankeverkko publish"},
		"the server is away":           {[]error{away}, 1, false, "hankeverkko publish"},
	} {
		t.Run(name, func(t *testing.T) {
			s := holding(t)
			s.failures = c.failures
			var said bytes.Buffer
			p := &program{stderr: &said}
			p.config.Lang = "en"
			p.show(t.Context(), s)
			held, err := s.Revision(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if shown, _ := s.shows(); s.calls != c.calls || (shown == held) != c.shown || !strings.Contains(said.String(), c.says) {
				t.Errorf("%d calls, shown %q of %q: %s", s.calls, shown, held, &said)
			}
			calls := s.calls
			if p.show(t.Context(), s); c.shown && s.calls != calls {
				t.Error("what is shown is published again")
			}
		})
	}
}

// A store that shows nothing to others is left alone, and the command says so.
func TestNothingToShow(t *testing.T) {
	var said bytes.Buffer
	p := &program{stderr: &said}
	p.show(t.Context(), memory.Open())
	if said.Len() > 0 {
		t.Error(said.String())
	}
	if code, _, stderr := hanke(t, "publish", "--store", "memory:", "--lang", "en"); code != exitFailed || !strings.Contains(stderr, "neo4j://") {
		t.Errorf("exit %d: %s", code, stderr)
	}
}

// A running server publishes what it finds behind.
func TestKeepShown(t *testing.T) {
	s := holding(t)
	live := view.NewLive(s, slog.New(slog.NewTextHandler(io.Discard, nil)), time.Now)
	if err := live.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	v, _, err := live.Current()
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		keepShown(ctx, live, s, slog.New(slog.NewTextHandler(io.Discard, nil)))
	}()
	deadline := time.Now().Add(2 * time.Minute)
	for shown := graph.Revision(""); shown != v.Revision; shown, _ = s.shows() {
		if time.Now().After(deadline) {
			t.Fatal("never published")
		}
		time.Sleep(50 * time.Millisecond)
	}
	stop()
	<-done
	if s.calls != 1 {
		t.Errorf("published %d times", s.calls)
	}
}

// What is imported into Neo4j can be browsed there at once, without what the
// importer keeps out; a running server makes up for what is missing.
func TestNeo4jShowsImports(t *testing.T) {
	address := neo4jStore(t)
	name := filepath.Join(t.TempDir(), "henkilöt.csv")
	dirty := "Hankkeen nimi;Toteuttaja;Yhteyshenkilö;Kuvaus\nHyvä hanke;Kemin kaupunki;Meikäläinen;Kysy: matti@example.fi\n"
	if err := os.WriteFile(name, []byte(dirty), 0o600); err != nil {
		t.Fatal(err)
	}
	importJSON(t, exitDone, "--example", "--store", address)
	importJSON(t, exitDone, name, "--store", address)
	d, err := driver.NewDriverWithContext(address, driver.BasicAuth("neo4j", database.Password(), ""))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close(t.Context())
	ask := func(query string) []*driver.Record {
		t.Helper()
		result, err := driver.ExecuteQuery(t.Context(), d, query, nil, driver.EagerResultTransformer)
		if err != nil {
			t.Fatal(err)
		}
		return result.Records
	}
	projects := func() any {
		return ask("MATCH (p:Project)<-[:TAKES_PART]-(:Actor) RETURN count(DISTINCT p)")[0].Values[0]
	}
	if n := projects(); n != int64(487) {
		t.Errorf("%v projects are shown", n)
	}
	for _, r := range ask("MATCH (n) RETURN properties(n) UNION MATCH ()-[n]->() RETURN properties(n)") {
		for _, secret := range []string{"Meikäläinen", "matti@example.fi"} {
			if strings.Contains(fmt.Sprint(r.Values), secret) {
				t.Errorf("%s is in the database", secret)
			}
		}
	}
	ask("MATCH (n) WHERE n.hankeverkkoId IS NOT NULL DETACH DELETE n")
	serving(t, address)
	deadline := time.Now().Add(2 * time.Minute)
	for projects() != int64(487) {
		if time.Now().After(deadline) {
			t.Fatal("the server never makes up for it")
		}
		time.Sleep(200 * time.Millisecond)
	}
}

func TestHealth(t *testing.T) {
	status := http.StatusOK
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/api/v1/health" {
			w.WriteHeader(status)
		} else {
			w.WriteHeader(http.StatusTeapot)
		}
	}))
	addr := web.Listener.Addr().String()
	_, port, _ := strings.Cut(addr, ":")
	for _, a := range []string{addr, "0.0.0.0:" + port, ":" + port} {
		if code, _, stderr := hanke(t, "health", "--addr", a); code != exitDone {
			t.Errorf("%s: exit %d: %s", a, code, stderr)
		}
	}
	status = http.StatusServiceUnavailable
	if code, _, _ := hanke(t, "health", "--addr", addr); code != exitFailed {
		t.Errorf("not well: exit %d", code)
	}
	web.Close()
	if code, _, stderr := hanke(t, "health", "--addr", addr, "--lang", "en"); code != exitFailed || !strings.Contains(stderr, addr) {
		t.Errorf("closed: exit %d: %s", code, stderr)
	}
}

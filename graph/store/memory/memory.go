package memory

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sync"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

// Store implements store.Store.
type Store struct {
	mu        sync.RWMutex
	closed    bool
	digest    graph.Digest
	feeds     map[graph.SourceID]*feed
	journal   []graph.Decision
	documents map[name]graph.Document
}

// feed is the whole history of one source.
type feed struct {
	runs []graph.Run
	// states[n] is what held after run n; states[0] is nothing.
	states []state
}

// state is a source at one moment. It is never changed, so readers keep it
// without a lock.
type state struct {
	there   bool
	source  graph.Source
	records []graph.Record // by key, then hash
}

type name struct{ kind, id string }

// Open returns a new, empty store.
func Open() *Store {
	return &Store{feeds: make(map[graph.SourceID]*feed), documents: make(map[name]graph.Document)}
}

var _ store.Store = (*Store)(nil)

func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	s.feeds, s.journal, s.documents = nil, nil, nil
	return nil
}

// usable is asked with the lock held.
func (s *Store) usable(ctx context.Context) error {
	if s.closed {
		return fmt.Errorf("memory: closed: %w", graph.ErrUnavailable)
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("memory: %w", err)
	}
	return nil
}

func (s *Store) Revision(ctx context.Context) (graph.Revision, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if err := s.usable(ctx); err != nil {
		return "", err
	}
	return s.digest.Revision(), nil
}

func (s *Store) Sources(ctx context.Context) ([]graph.Source, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if err := s.usable(ctx); err != nil {
		return nil, err
	}
	var sources []graph.Source
	for _, now := range s.live() {
		sources = append(sources, now.source)
	}
	return sources, nil
}

func (s *Store) Runs(ctx context.Context, id graph.SourceID) ([]graph.Run, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if err := s.usable(ctx); err != nil {
		return nil, err
	}
	f, ok := s.feeds[id]
	if !ok {
		return nil, fmt.Errorf("memory: source %s: %w", id, graph.ErrNotFound)
	}
	runs := slices.Clone(f.runs)
	slices.Reverse(runs)
	return runs, nil
}

func (s *Store) RecordsAfter(ctx context.Context, id graph.SourceID, run graph.RunID) ([]graph.Record, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if err := s.usable(ctx); err != nil {
		return nil, err
	}
	f, ok := s.feeds[id]
	n := 0
	if ok && run != "" {
		n, ok = store.RunNumber(id, run)
		ok = ok && n <= len(f.runs)
	}
	if !ok {
		return nil, fmt.Errorf("memory: source %s: run %q: %w", id, run, graph.ErrNotFound)
	}
	var records []graph.Record
	for _, r := range f.states[n].records {
		records = append(records, clone(r))
	}
	return records, nil
}

func (s *Store) Records(ctx context.Context) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		s.mu.RLock()
		err, live := s.usable(ctx), s.live()
		s.mu.RUnlock()
		if err != nil {
			yield(graph.Record{}, err)
			return
		}
		for _, now := range live {
			for _, r := range now.records {
				if err := ctx.Err(); err != nil {
					yield(graph.Record{}, fmt.Errorf("memory: records: %w", err))
					return
				}
				if !yield(clone(r), nil) {
					return
				}
			}
		}
	}
}

func (s *Store) Journal(ctx context.Context) ([]graph.Decision, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if err := s.usable(ctx); err != nil {
		return nil, err
	}
	var journal []graph.Decision
	for _, d := range s.journal {
		journal = append(journal, cloneDecision(d))
	}
	return journal, nil
}

// live returns the sources that are there, by id, with the lock held.
func (s *Store) live() []state {
	var live []state
	for _, f := range s.feeds {
		if now := f.now(); now.there {
			live = append(live, now)
		}
	}
	slices.SortFunc(live, func(a, b state) int { return cmp.Compare(a.source.ID, b.source.ID) })
	return live
}

func (f *feed) now() state { return f.states[len(f.states)-1] }

// clone returns a record that shares nothing with r.
func clone(r graph.Record) graph.Record {
	r.Cells = maps.Clone(r.Cells)
	if r.Cells == nil {
		r.Cells = graph.Cells{}
	}
	return r
}

func cloneDecision(d graph.Decision) graph.Decision {
	d.Actors = append([]graph.ActorID(nil), d.Actors...)
	d.At = utc(d.At)
	return d
}

// utc drops what no store keeps of a time: its zone and the monotonic clock.
func utc(t time.Time) time.Time { return t.Round(0).UTC() }

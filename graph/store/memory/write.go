package memory

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

func (s *Store) Commit(ctx context.Context, base graph.Revision, c store.Commit) (graph.Run, error) {
	if err := c.Validate(); err != nil {
		return graph.Run{}, fmt.Errorf("memory: source %s: %w", c.Source.ID, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.current(ctx, base); err != nil {
		return graph.Run{}, err
	}
	f, known := s.feeds[c.Source.ID]
	if !known {
		f = &feed{states: make([]state, 1)}
	}
	now := f.now()
	if now.there && now.source == c.Source && c.Change.Empty() {
		return f.runs[len(f.runs)-1], nil
	}
	run := graph.Run{
		ID: store.RunName(c.Source.ID, len(f.runs)+1), Source: c.Source.ID,
		At: utc(c.Run.At), File: c.Run.File, SHA256: c.Run.SHA256, AsOf: c.Run.AsOf,
		Added: len(c.Change.Added), Removed: len(c.Change.Removed),
	}
	records, err := apply(now.records, c.Change, run.ID)
	if err != nil {
		return graph.Run{}, fmt.Errorf("memory: source %s: %w", c.Source.ID, err)
	}
	s.feeds[c.Source.ID] = f
	s.move(f, run, state{there: true, source: c.Source, records: records})
	return run, nil
}

// apply returns what a change makes of records.
func apply(records []graph.Record, change graph.Change, run graph.RunID) ([]graph.Record, error) {
	next := slices.Clone(records)
	for _, r := range sorted(change.Removed) {
		i, found := slices.BinarySearchFunc(records, r, order)
		if !found {
			return nil, fmt.Errorf("record %q to be removed is not there: %w", r.Key, graph.ErrInvalid)
		}
		next[i].Source = "" // marked, for all are taken out at once
	}
	next = slices.DeleteFunc(next, func(r graph.Record) bool { return r.Source == "" })
	for _, r := range change.Added {
		if _, found := slices.BinarySearchFunc(records, r, order); found {
			return nil, fmt.Errorf("record %q to be added is there already: %w", r.Key, graph.ErrInvalid)
		}
		r = clone(r)
		r.Run = run
		next = append(next, r)
	}
	return sorted(next), nil
}

func (s *Store) Restore(ctx context.Context, base graph.Revision, r store.Restoration) (graph.Run, error) {
	if err := r.Validate(); err != nil {
		return graph.Run{}, fmt.Errorf("memory: source %s: %w", r.Source, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.current(ctx, base); err != nil {
		return graph.Run{}, err
	}
	f, known := s.feeds[r.Source]
	if !known {
		return graph.Run{}, fmt.Errorf("memory: source %s: %w", r.Source, graph.ErrNotFound)
	}
	n := 0
	if r.To != "" {
		var ok bool
		if n, ok = store.RunNumber(r.Source, r.To); !ok || n > len(f.runs) {
			return graph.Run{}, fmt.Errorf("memory: source %s: run %s: %w", r.Source, r.To, graph.ErrNotFound)
		}
	}
	now, then := f.now(), f.states[n]
	change := graph.Diff(now.records, then.records, false)
	if now.there == then.there && now.source == then.source && change.Empty() {
		return f.runs[len(f.runs)-1], nil
	}
	run := graph.Run{
		ID: store.RunName(r.Source, len(f.runs)+1), Source: r.Source, At: utc(r.At),
		Added: len(change.Added), Removed: len(change.Removed), Restored: true, Restores: r.To,
	}
	if n > 0 {
		run.AsOf = f.runs[n-1].AsOf
	}
	records := slices.DeleteFunc(slices.Clone(now.records), func(r graph.Record) bool {
		_, found := slices.BinarySearchFunc(change.Removed, r, order)
		return found
	})
	then.records = sorted(append(records, change.Added...))
	s.move(f, run, then)
	return run, nil
}

// current refuses a base that is not the revision of the store.
func (s *Store) current(ctx context.Context, base graph.Revision) error {
	if err := s.usable(ctx); err != nil {
		return err
	}
	if now := s.digest.Revision(); now != base {
		return fmt.Errorf("memory: computed at revision %s, now %s: %w", base, now, graph.ErrConflict)
	}
	return nil
}

// move brings a source into its next state.
func (s *Store) move(f *feed, run graph.Run, next state) {
	now := f.now()
	if now.there {
		s.digest.RemoveSource(now.source)
	}
	if next.there {
		s.digest.AddSource(next.source)
	}
	for _, r := range now.records {
		s.digest.RemoveRecord(r)
	}
	for _, r := range next.records {
		s.digest.AddRecord(r)
	}
	f.runs = append(f.runs, run)
	f.states = append(f.states, next)
}

func order(a, b graph.Record) int {
	return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.Hash, b.Hash))
}

func sorted(records []graph.Record) []graph.Record {
	return slices.SortedFunc(slices.Values(records), order)
}

func (s *Store) Append(ctx context.Context, d graph.Decision) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.usable(ctx); err != nil {
		return err
	}
	if err := store.ValidateDecision(d); err != nil {
		return fmt.Errorf("memory: journal: %w", err)
	}
	d = cloneDecision(d)
	s.digest.AddDecision(len(s.journal), d)
	s.journal = append(s.journal, d)
	return nil
}

package view

import (
	"context"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/store"
)

// Effect returns the networks before and after a change to a source, so that a
// person sees what an import does before it is stored.
func Effect(ctx context.Context, reader store.Reader, source graph.Source, change graph.Change) (before, after *graph.Network, err error) {
	type content struct {
		source graph.SourceID
		key    string
		hash   graph.Hash
	}
	removed := make(map[content]bool, len(change.Removed))
	for _, r := range change.Removed {
		removed[content{r.Source, r.Key, r.Hash}] = true
	}
	var stored, kept []graph.Record
	for r, err := range reader.Records(ctx) {
		if err != nil {
			return nil, nil, err
		}
		stored = append(stored, r)
		if !removed[content{r.Source, r.Key, r.Hash}] {
			kept = append(kept, r)
		}
	}
	journal, err := reader.Journal(ctx)
	if err != nil {
		return nil, nil, err
	}
	sources, err := reader.Sources(ctx)
	if err != nil {
		return nil, nil, err
	}
	if before, err = identity.Apply(stored, journal, sources...); err != nil {
		return nil, nil, err
	}
	if change.Empty() && slices.Contains(sources, source) {
		return before, before, nil
	}
	sources = append(slices.DeleteFunc(sources, func(s graph.Source) bool { return s.ID == source.ID }), source)
	after, err = identity.Apply(append(kept, change.Added...), journal, sources...)
	return before, after, err
}

package view

import (
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/store"
)

// Effect returns the networks before and after a change to a source, so that a
// person sees what an import does before it is stored.
func Effect(c *store.Content, source graph.Source, change graph.Change) (before, after *graph.Network, err error) {
	type content struct {
		source graph.SourceID
		key    string
		hash   graph.Hash
	}
	removed := make(map[content]bool, len(change.Removed))
	for _, r := range change.Removed {
		removed[content{r.Source, r.Key, r.Hash}] = true
	}
	if before, err = identity.Apply(c.Records, c.Journal, c.Sources...); err != nil {
		return nil, nil, err
	}
	if change.Empty() && slices.Contains(c.Sources, source) {
		return before, before, nil
	}
	records := change.Added
	if len(c.Records) > 0 {
		records = make([]graph.Record, 0, len(c.Records)+len(change.Added))
		for _, r := range c.Records {
			if !removed[content{r.Source, r.Key, r.Hash}] {
				records = append(records, r)
			}
		}
		records = append(records, change.Added...)
	}
	sources := append(slices.DeleteFunc(slices.Clone(c.Sources), func(s graph.Source) bool { return s.ID == source.ID }), source)
	after, err = identity.Apply(records, c.Journal, sources...)
	return before, after, err
}

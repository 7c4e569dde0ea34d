package view

import (
	"context"
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/store"
)

// NetworkOf reads a store and makes its network: the first half of Load.
func NetworkOf(ctx context.Context, reader store.Reader) (graph.Revision, *graph.Network, error) {
	c, err := read(ctx, reader)
	if err != nil {
		return "", nil, err
	}
	network, err := identity.Apply(c.records, c.journal)
	if err != nil {
		return "", nil, fmt.Errorf("network of revision %s: %w", c.revision, err)
	}
	return c.revision, network, nil
}

// content is what a store holds at one revision.
type content struct {
	revision graph.Revision
	sources  []graph.Source
	records  []graph.Record
	journal  []graph.Decision
}

// read reads again when the store changes meanwhile.
func read(ctx context.Context, reader store.Reader) (*content, error) {
	for {
		before, err := reader.Revision(ctx)
		if err != nil {
			return nil, err
		}
		c := &content{revision: before}
		if c.sources, err = reader.Sources(ctx); err != nil {
			return nil, err
		}
		for record, err := range reader.Records(ctx) {
			if err != nil {
				return nil, err
			}
			c.records = append(c.records, record)
		}
		if c.journal, err = reader.Journal(ctx); err != nil {
			return nil, err
		}
		if after, err := reader.Revision(ctx); err != nil {
			return nil, err
		} else if after == before {
			return c, nil
		}
	}
}

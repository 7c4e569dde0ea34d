package store

import (
	"context"

	"hankeverkko/graph"
)

// Content is what a store holds at one revision.
type Content struct {
	Revision graph.Revision
	Sources  []graph.Source
	Records  []graph.Record
	Journal  []graph.Decision
}

// ReadAll reads a store, again when it changes meanwhile.
func ReadAll(ctx context.Context, reader Reader) (*Content, error) {
	for {
		before, err := reader.Revision(ctx)
		if err != nil {
			return nil, err
		}
		c := &Content{Revision: before}
		if c.Sources, err = reader.Sources(ctx); err != nil {
			return nil, err
		}
		for record, err := range reader.Records(ctx) {
			if err != nil {
				return nil, err
			}
			c.Records = append(c.Records, record)
		}
		if c.Journal, err = reader.Journal(ctx); err != nil {
			return nil, err
		}
		after, err := reader.Revision(ctx)
		if err != nil {
			return nil, err
		}
		if after == before {
			return c, nil
		}
	}
}

// RunsOf lists the changes to each of some sources, newest first.
func RunsOf(ctx context.Context, reader Reader, sources []graph.Source) (map[graph.SourceID][]graph.Run, error) {
	all := map[graph.SourceID][]graph.Run{}
	for _, s := range sources {
		runs, err := reader.Runs(ctx, s.ID)
		if err != nil {
			return nil, err
		}
		all[s.ID] = runs
	}
	return all, nil
}

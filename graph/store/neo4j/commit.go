package neo4j

import (
	"context"
	"fmt"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

func (s *Store) Commit(ctx context.Context, base graph.Revision, c store.Commit) (run graph.Run, err error) {
	if err = c.Validate(); err == nil {
		err = s.write(ctx, func(t *transaction) (err error) {
			run, err = t.commit(base, c)
			return err
		})
	}
	if err != nil {
		return graph.Run{}, fmt.Errorf("neo4j: source %s: %w", c.Source.ID, err)
	}
	return run, nil
}

func (t *transaction) commit(base graph.Revision, c store.Commit) (graph.Run, error) {
	if err := t.at(base); err != nil {
		return graph.Run{}, err
	}
	changes, err := feedsOf(t.run(historyQuery, t.store.history(c.Source.ID, t.now, 1)))
	if err != nil {
		return graph.Run{}, err
	}
	var now feed // nothing, when the source was never imported
	if len(changes) > 0 {
		now = changes[0]
	}
	if same(now, feed{there: true, source: c.Source}) && c.Change.Empty() {
		return now.run, nil
	}
	next := feed{number: now.number + 1, change: t.number(), there: true, source: c.Source}
	next.run = graph.Run{
		ID: store.RunName(c.Source.ID, int(next.number)), Source: c.Source.ID,
		At: c.Run.At.Round(0).UTC(), File: c.Run.File, SHA256: c.Run.SHA256, AsOf: c.Run.AsOf,
		Added: len(c.Change.Added), Removed: len(c.Change.Removed),
	}
	if err := t.turn(now, next); err != nil {
		return graph.Run{}, err
	}
	if err := t.remove(c.Change.Removed); err != nil {
		return graph.Run{}, err
	}
	return next.run, t.add(next.number, c.Change.Added)
}

// same compares the source in two states; one that is not there has no properties.
func same(a, b feed) bool {
	return a.there == b.there && (!a.there || a.source == b.source)
}

const removeQuery = `UNWIND $live AS live
	MATCH (r:HankeverkkoRecord {live: live})
	SET r.removed = $change REMOVE r.live
	RETURN collect(live) AS found`

// live names a record while it is live.
func (s *Store) live(r graph.Record) string {
	return identity(s.options.Space, string(r.Source), r.Key, string(r.Hash))
}

// remove marks records with the number of this write; one that is not live is
// graph.ErrInvalid.
func (t *transaction) remove(records []graph.Record) error {
	for portion := range slices.Chunk(sorted(records), portion) {
		live := make([]string, len(portion))
		for i, r := range portion {
			live[i] = t.store.live(r)
		}
		result, err := t.do(removeQuery, map[string]any{"live": live, "change": t.number()})
		if err != nil {
			return err
		}
		found := make(map[string]bool, len(live))
		for _, name := range list(result[0], "found") {
			found[name] = true
		}
		for i, r := range portion {
			if !found[live[i]] {
				return fmt.Errorf("record %q to be removed is not there: %w", r.Key, graph.ErrInvalid)
			}
			t.next.digest.RemoveRecord(r)
		}
	}
	return nil
}

const (
	addQuery = `UNWIND $rows AS row
		CREATE (r:HankeverkkoRecord {live: row.live, place: row.place, source: row.source, key: row.key, hash: row.hash,
			project: row.project, cells: row.cells, read: $read, row: row.row, added: $change})`
	thereQuery = `UNWIND $live AS live
		MATCH (r:HankeverkkoRecord {live: live})
		RETURN r.key AS key LIMIT 1`
)

// add writes records as first read in a run; one that is live already is
// graph.ErrInvalid.
func (t *transaction) add(read int64, records []graph.Record) error {
	for portion := range slices.Chunk(sorted(records), portion) {
		rows, live := make([]map[string]any, len(portion)), make([]string, len(portion))
		for i, r := range portion {
			cells, err := store.CellsText(r.Cells)
			if err != nil {
				return err
			}
			live[i] = t.store.live(r)
			rows[i] = map[string]any{
				"live": live[i], "place": place(t.store.options.Space, string(r.Source), r.Key, string(r.Hash)),
				"source": string(r.Source), "key": r.Key, "hash": string(r.Hash), "project": string(r.Project), "cells": cells, "row": r.Row,
			}
			t.next.digest.AddRecord(r)
		}
		there, err := t.run(thereQuery, map[string]any{"live": live})
		if err != nil {
			return err
		}
		if len(there) > 0 {
			return fmt.Errorf("record %q to be added is there already: %w", text(there[0], "key"), graph.ErrInvalid)
		}
		if _, err := t.do(addQuery, map[string]any{"rows": rows, "read": read, "change": t.number()}); err != nil {
			return err
		}
	}
	return nil
}

// sorted returns records in the order of the index, where neighbours are
// written together.
func sorted(records []graph.Record) []graph.Record {
	return slices.SortedFunc(slices.Values(records), order)
}

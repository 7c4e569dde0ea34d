package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

func (s *Store) Commit(ctx context.Context, base graph.Revision, c store.Commit) (graph.Run, error) {
	var run graph.Run
	err := c.Validate()
	if err == nil {
		err = s.write(ctx, func(tx *sql.Tx) (err error) {
			run, err = commit(ctx, tx, base, c)
			return err
		})
	}
	if err != nil {
		return graph.Run{}, fmt.Errorf("sqlite: source %s: %w", c.Source.ID, err)
	}
	return run, nil
}

func commit(ctx context.Context, tx *sql.Tx, base graph.Revision, c store.Commit) (graph.Run, error) {
	digest, err := at(ctx, tx, base)
	if err != nil {
		return graph.Run{}, err
	}
	changes, err := history(ctx, tx, c.Source.ID, 1)
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
	next := feed{number: now.number + 1, there: true, source: c.Source}
	next.run = graph.Run{
		ID: store.RunName(c.Source.ID, next.number), Source: c.Source.ID,
		At: c.Run.At.Round(0).UTC(), File: c.Run.File, SHA256: c.Run.SHA256, AsOf: c.Run.AsOf,
		Added: len(c.Change.Added), Removed: len(c.Change.Removed),
	}
	if err := writeRun(ctx, tx, next); err != nil {
		return graph.Run{}, err
	}
	if err := removeRecords(ctx, tx, next, c.Change.Removed, &digest); err != nil {
		return graph.Run{}, err
	}
	if err := addRecords(ctx, tx, next, c.Change.Added, &digest); err != nil {
		return graph.Run{}, err
	}
	moveSource(&digest, now, next)
	return next.run, writeDigest(ctx, tx, digest)
}

// same compares the source in two states; one that is not there has no properties.
func same(a, b feed) bool {
	return a.there == b.there && (!a.there || a.source == b.source)
}

func removeRecords(ctx context.Context, tx *sql.Tx, next feed, records []graph.Record, digest *graph.Digest) error {
	remove, err := tx.PrepareContext(ctx, "UPDATE record SET removed = ? WHERE source = ? AND key = ? AND hash = ? AND removed IS NULL")
	if err != nil {
		return err
	}
	defer remove.Close()
	for _, r := range records {
		done, err := remove.ExecContext(ctx, next.number, r.Source, r.Key, r.Hash)
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); err != nil || n != 1 {
			return fmt.Errorf("record %q to be removed is not there: %w", r.Key, graph.ErrInvalid)
		}
		digest.RemoveRecord(r)
	}
	return nil
}

func addRecords(ctx context.Context, tx *sql.Tx, next feed, records []graph.Record, digest *graph.Digest) error {
	add, err := tx.PrepareContext(ctx, "INSERT INTO record (source, key, hash, project, cells, read, row, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
	if err != nil {
		return err
	}
	defer add.Close()
	for _, r := range records {
		cells, err := store.CellsText(r.Cells)
		if err != nil {
			return err
		}
		_, err = add.ExecContext(ctx, r.Source, r.Key, r.Hash, r.Project, cells, next.number, r.Row, next.number)
		if isUnique(err) {
			return fmt.Errorf("record %q to be added is there already: %w", r.Key, graph.ErrInvalid)
		}
		if err != nil {
			return err
		}
		digest.AddRecord(r)
	}
	return nil
}

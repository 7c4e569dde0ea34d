package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

func (s *Store) Restore(ctx context.Context, base graph.Revision, r store.Restoration) (graph.Run, error) {
	var run graph.Run
	err := r.Validate()
	if err == nil {
		err = s.write(ctx, func(tx *sql.Tx) (err error) {
			run, err = restore(ctx, tx, base, r)
			return err
		})
	}
	if err != nil {
		return graph.Run{}, fmt.Errorf("sqlite: source %s: restore %q: %w", r.Source, r.To, err)
	}
	return run, nil
}

func restore(ctx context.Context, tx *sql.Tx, base graph.Revision, r store.Restoration) (graph.Run, error) {
	digest, err := at(ctx, tx, base)
	if err != nil {
		return graph.Run{}, err
	}
	changes, err := history(ctx, tx, r.Source, everything)
	if err != nil {
		return graph.Run{}, err
	}
	if len(changes) == 0 {
		return graph.Run{}, graph.ErrNotFound
	}
	now := changes[0]
	then, err := stateAfter(changes, r.Source, r.To)
	if err != nil {
		return graph.Run{}, err
	}
	removed, err := identities(ctx, tx, sinceThen, r.Source, then.number)
	if err != nil {
		return graph.Run{}, err
	}
	added, err := identities(ctx, tx, lostSince, r.Source, then.number)
	if err != nil {
		return graph.Run{}, err
	}
	if same(now, then) && len(added)+len(removed) == 0 {
		return now.run, nil
	}
	next := feed{number: now.number + 1, there: then.there, source: then.source}
	next.run = graph.Run{
		ID: store.RunName(r.Source, next.number), Source: r.Source, At: r.At.Round(0).UTC(), AsOf: then.run.AsOf,
		Added: len(added), Removed: len(removed), Restored: true, Restores: r.To,
	}
	if err := writeRun(ctx, tx, next); err != nil {
		return graph.Run{}, err
	}
	if err := bringBack(ctx, tx, next.number, added); err != nil {
		return graph.Run{}, err
	}
	if err := takeAway(ctx, tx, next.number, removed); err != nil {
		return graph.Run{}, err
	}
	for _, i := range removed {
		digest.RemoveRecord(i.record)
	}
	for _, i := range added {
		digest.AddRecord(i.record)
	}
	moveSource(&digest, now, next)
	return next.run, writeDigest(ctx, tx, digest)
}

// stateAfter finds a source as it was right after a run; before the first run
// there was nothing.
func stateAfter(changes []feed, id graph.SourceID, run graph.RunID) (feed, error) {
	if run == "" {
		return feed{}, nil
	}
	n, ok := store.RunNumber(id, run)
	if !ok || n > len(changes) {
		return feed{}, graph.ErrNotFound
	}
	return changes[len(changes)-n], nil
}

const (
	// sinceThen finds what is live now and was not, by content, right after run ?2.
	sinceThen = `SELECT id, key, hash FROM record AS live
		WHERE source = ?1 AND removed IS NULL AND added > ?2 AND NOT EXISTS (
			SELECT 1 FROM record WHERE source = ?1 AND removed > ?2 AND added <= ?2 AND key = live.key AND hash = live.hash)`
	// lostSince finds what was live right after run ?2 and is not, by content, now.
	lostSince = `SELECT id, key, hash FROM record AS lost
		WHERE source = ?1 AND removed > ?2 AND added <= ?2 AND NOT EXISTS (
			SELECT 1 FROM record WHERE source = ?1 AND removed IS NULL AND key = lost.key AND hash = lost.hash)`
)

// identity is a row of the table and what the digest takes of it.
type identity struct {
	id     int64
	record graph.Record
}

func identities(ctx context.Context, tx *sql.Tx, query string, source graph.SourceID, run int) ([]identity, error) {
	return all(ctx, tx, func(rows *sql.Rows) (identity, error) {
		i := identity{record: graph.Record{Source: source}}
		err := rows.Scan(&i.id, &i.record.Key, &i.record.Hash)
		return i, err
	}, query, source, run)
}

// bringBack makes rows live again from a run on, with the run and row they were first read in.
func bringBack(ctx context.Context, tx *sql.Tx, run int, lost []identity) error {
	again, err := tx.PrepareContext(ctx, `INSERT INTO record (source, key, hash, project, cells, read, row, added)
		SELECT source, key, hash, project, cells, read, row, ?1 FROM record WHERE id = ?2`)
	if err != nil {
		return err
	}
	defer again.Close()
	for _, i := range lost {
		if _, err := again.ExecContext(ctx, run, i.id); err != nil {
			return err
		}
	}
	return nil
}

func takeAway(ctx context.Context, tx *sql.Tx, run int, live []identity) error {
	remove, err := tx.PrepareContext(ctx, "UPDATE record SET removed = ?1 WHERE id = ?2")
	if err != nil {
		return err
	}
	defer remove.Close()
	for _, i := range live {
		if _, err := remove.ExecContext(ctx, run, i.id); err != nil {
			return err
		}
	}
	return nil
}

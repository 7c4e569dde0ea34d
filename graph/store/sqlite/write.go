package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

// write runs work in a transaction that is committed when work succeeds and
// rolled back otherwise. The transaction takes the write lock at once, so what
// work reads cannot move under it.
func (s *Store) write(ctx context.Context, work func(*sql.Tx) error) error {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return translate(ctx, err)
	}
	defer tx.Rollback()
	if err := work(tx); err != nil {
		return translate(ctx, err)
	}
	if err := tx.Commit(); err != nil {
		return translate(ctx, err)
	}
	return nil
}

// at reads the digest, when the store is still at base.
func at(ctx context.Context, tx *sql.Tx, base graph.Revision) (graph.Digest, error) {
	digest, err := readDigest(ctx, tx)
	if err != nil {
		return digest, err
	}
	if now := digest.Revision(); now != base {
		return digest, fmt.Errorf("computed at revision %s, now %s: %w", base, now, graph.ErrConflict)
	}
	return digest, nil
}

func writeDigest(ctx context.Context, tx *sql.Tx, digest graph.Digest) error {
	_, err := tx.ExecContext(ctx, "UPDATE state SET digest = ?", digest.String())
	return err
}

func writeRun(ctx context.Context, tx *sql.Tx, f feed) error {
	var restores sql.NullInt64
	if n, ok := store.RunNumber(f.run.Source, f.run.Restores); ok {
		restores = sql.NullInt64{Int64: int64(n), Valid: true}
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO run (source, number, at, file, sha256, as_of, added, removed, restored, restores,
			there, source_name, source_format, source_as_of, source_credit, example)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		f.run.Source, f.number, timeText(f.run.At), f.run.File, f.run.SHA256, f.run.AsOf, f.run.Added, f.run.Removed, f.run.Restored, restores,
		f.there, f.source.Name, f.source.Format, f.source.AsOf, f.source.Credit, f.source.Example)
	return err
}

// moveSource brings the digest from one state of a source to the next.
func moveSource(digest *graph.Digest, from, to feed) {
	if from.there {
		digest.RemoveSource(from.source)
	}
	if to.there {
		digest.AddSource(to.source)
	}
}

func (s *Store) Append(ctx context.Context, d graph.Decision) error {
	err := store.ValidateDecision(d)
	if err == nil {
		err = s.write(ctx, func(tx *sql.Tx) error { return appendDecision(ctx, tx, d) })
	}
	if err != nil {
		return fmt.Errorf("sqlite: journal: %w", err)
	}
	return nil
}

func appendDecision(ctx context.Context, tx *sql.Tx, d graph.Decision) error {
	digest, err := readDigest(ctx, tx)
	if err != nil {
		return err
	}
	var position int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM journal").Scan(&position); err != nil {
		return err
	}
	actors, err := json.Marshal(d.Actors)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO journal (position, kind, actors, project, value, lang, from_day, to_day, who, at, why)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		position, d.Kind, string(actors), d.Project, d.Value, d.Lang, d.From, d.To, d.Who, timeText(d.At), d.Why); err != nil {
		return err
	}
	digest.AddDecision(position, d)
	return writeDigest(ctx, tx, digest)
}

func timeText(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

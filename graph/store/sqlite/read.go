package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

func (s *Store) Revision(ctx context.Context) (graph.Revision, error) {
	digest, err := readDigest(ctx, s.reader)
	if err != nil {
		return "", fmt.Errorf("sqlite: revision: %w", err)
	}
	return digest.Revision(), nil
}

// asker is what *sql.DB and *sql.Tx share.
type asker interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func readDigest(ctx context.Context, db asker) (graph.Digest, error) {
	var text string
	if err := db.QueryRowContext(ctx, "SELECT digest FROM state").Scan(&text); err != nil {
		return graph.Digest{}, translate(ctx, err)
	}
	return graph.ParseDigest(text)
}

// all reads every row of a query with scan.
func all[T any](ctx context.Context, db asker, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, translate(ctx, err)
	}
	defer rows.Close()
	var list []T
	for rows.Next() {
		item, err := scan(rows)
		if err != nil {
			return nil, translate(ctx, err)
		}
		list = append(list, item)
	}
	if err := rows.Err(); err != nil {
		return nil, translate(ctx, err)
	}
	return list, nil
}

func (s *Store) Sources(ctx context.Context) ([]graph.Source, error) {
	sources, err := all(ctx, s.reader, func(rows *sql.Rows) (graph.Source, error) {
		var f graph.Source
		err := rows.Scan(&f.ID, &f.Name, &f.Format, &f.AsOf, &f.Credit, &f.Example)
		return f, err
	}, `SELECT source, source_name, source_format, source_as_of, source_credit, example
		FROM run r
		WHERE there AND number = (SELECT max(number) FROM run WHERE source = r.source)
		ORDER BY source`)
	if err != nil {
		return nil, fmt.Errorf("sqlite: sources: %w", err)
	}
	return sources, nil
}

// feed is one change of a source and the source as it was right after it.
type feed struct {
	number int
	run    graph.Run
	there  bool
	source graph.Source
}

// everything is no limit to SQLite.
const everything = -1

// history returns the newest changes of a source, at most limit, newest first.
func history(ctx context.Context, db asker, id graph.SourceID, limit int) ([]feed, error) {
	return all(ctx, db, func(rows *sql.Rows) (feed, error) {
		f := feed{run: graph.Run{Source: id}, source: graph.Source{ID: id}}
		var at string
		var restores sql.NullInt64
		err := rows.Scan(&f.number, &at, &f.run.File, &f.run.SHA256, &f.run.AsOf, &f.run.Added, &f.run.Removed, &f.run.Restored, &restores,
			&f.there, &f.source.Name, &f.source.Format, &f.source.AsOf, &f.source.Credit, &f.source.Example)
		if err != nil {
			return feed{}, err
		}
		f.run.ID = store.RunName(id, f.number)
		if restores.Valid {
			f.run.Restores = store.RunName(id, int(restores.Int64))
		}
		f.run.At, err = time.Parse(time.RFC3339Nano, at)
		return f, err
	}, `SELECT number, at, file, sha256, as_of, added, removed, restored, restores,
			there, source_name, source_format, source_as_of, source_credit, example
		FROM run WHERE source = ? ORDER BY number DESC LIMIT ?`, id, limit)
}

func (s *Store) Runs(ctx context.Context, id graph.SourceID) ([]graph.Run, error) {
	changes, err := history(ctx, s.reader, id, everything)
	if err == nil && len(changes) == 0 {
		err = graph.ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("sqlite: source %s: %w", id, err)
	}
	runs := make([]graph.Run, len(changes))
	for i, f := range changes {
		runs[i] = f.run
	}
	return runs, nil
}

// Records reads with one statement, which is a read transaction of its own.
func (s *Store) Records(ctx context.Context) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		fail := func(err error) {
			yield(graph.Record{}, fmt.Errorf("sqlite: records: %w", translate(ctx, err)))
		}
		rows, err := s.reader.QueryContext(ctx, `SELECT source, key, hash, project, cells, read, row
			FROM record WHERE removed IS NULL ORDER BY source, key, hash`)
		if err != nil {
			fail(err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			r, err := recordOf(rows)
			if err != nil {
				fail(err)
				return
			}
			if !yield(r, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			fail(err)
		}
	}
}

func recordOf(rows *sql.Rows) (r graph.Record, err error) {
	var cells string
	var read int
	if err := rows.Scan(&r.Source, &r.Key, &r.Hash, &r.Project, &cells, &read, &r.Row); err != nil {
		return r, err
	}
	if r.Cells, err = store.ParseCells(cells); err != nil {
		return r, fmt.Errorf("record %q: %w", r.Key, err)
	}
	r.Run = store.RunName(r.Source, read)
	return r, nil
}

func (s *Store) RecordsAfter(ctx context.Context, id graph.SourceID, run graph.RunID) ([]graph.Record, error) {
	changes, err := history(ctx, s.reader, id, everything)
	if err == nil && len(changes) == 0 {
		err = graph.ErrNotFound
	}
	var then feed
	if err == nil {
		then, err = stateAfter(changes, id, run)
	}
	var records []graph.Record
	if err == nil {
		records, err = all(ctx, s.reader, recordOf, `SELECT source, key, hash, project, cells, read, row FROM record
			WHERE source = ?1 AND added <= ?2 AND (removed IS NULL OR removed > ?2) ORDER BY key, hash`, id, then.number)
	}
	if err != nil {
		return nil, fmt.Errorf("sqlite: source %s: run %q: %w", id, run, err)
	}
	return records, nil
}

func (s *Store) Journal(ctx context.Context) ([]graph.Decision, error) {
	journal, err := all(ctx, s.reader, func(rows *sql.Rows) (graph.Decision, error) {
		var d graph.Decision
		var actors, at string
		if err := rows.Scan(&d.Kind, &actors, &d.Project, &d.Value, &d.Lang, &d.From, &d.To, &d.Who, &at, &d.Why); err != nil {
			return d, err
		}
		if err := json.Unmarshal([]byte(actors), &d.Actors); err != nil {
			return d, err
		}
		if len(d.Actors) == 0 {
			d.Actors = nil
		}
		var err error
		d.At, err = time.Parse(time.RFC3339Nano, at)
		return d, err
	}, "SELECT kind, actors, project, value, lang, from_day, to_day, who, at, why FROM journal ORDER BY position")
	if err != nil {
		return nil, fmt.Errorf("sqlite: journal: %w", err)
	}
	return journal, nil
}

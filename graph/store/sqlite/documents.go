package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

func (s *Store) Document(ctx context.Context, kind, id string) (graph.Document, error) {
	d := graph.Document{Kind: kind, ID: id}
	err := s.reader.QueryRowContext(ctx, "SELECT version, body FROM document WHERE kind = ? AND id = ?", kind, id).Scan(&d.Version, (*[]byte)(&d.Body))
	if err != nil {
		return graph.Document{}, fmt.Errorf("sqlite: document %s/%s: %w", kind, id, translate(ctx, err))
	}
	return d, nil
}

func (s *Store) Documents(ctx context.Context, kind string) ([]graph.Document, error) {
	documents, err := all(ctx, s.reader, func(rows *sql.Rows) (graph.Document, error) {
		d := graph.Document{Kind: kind}
		err := rows.Scan(&d.ID, &d.Version, (*[]byte)(&d.Body))
		return d, err
	}, "SELECT id, version, body FROM document WHERE kind = ? ORDER BY id", kind)
	if err != nil {
		return nil, fmt.Errorf("sqlite: documents %s: %w", kind, err)
	}
	return documents, nil
}

func (s *Store) PutDocument(ctx context.Context, d graph.Document) (graph.Document, error) {
	err := store.ValidateDocument(d)
	if err == nil {
		err = s.write(ctx, func(tx *sql.Tx) error { return putDocument(ctx, tx, d) })
	}
	if err != nil {
		return graph.Document{}, fmt.Errorf("sqlite: document %s/%s: %w", d.Kind, d.ID, err)
	}
	d.Version++
	d.Body = append([]byte(nil), d.Body...)
	return d, nil
}

func putDocument(ctx context.Context, tx *sql.Tx, d graph.Document) error {
	now := 0
	err := tx.QueryRowContext(ctx, "SELECT version FROM document WHERE kind = ? AND id = ?", d.Kind, d.ID).Scan(&now)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if now != d.Version {
		return fmt.Errorf("version %d replaces %d, now %d: %w", d.Version+1, d.Version, now, graph.ErrConflict)
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO document (kind, id, version, body) VALUES (?1, ?2, ?3, ?4)
		ON CONFLICT (kind, id) DO UPDATE SET version = ?3, body = ?4`, d.Kind, d.ID, d.Version+1, string(d.Body))
	return err
}

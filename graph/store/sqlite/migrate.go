package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"hankeverkko/graph"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// application marks our files in the place that SQLite keeps for it: "HKVR".
const application = 0x484b5652

// prepare makes a new file a store, brings an older one up to date, and
// refuses what is neither.
func prepare(ctx context.Context, db *sql.DB) error {
	if err := mark(ctx, db); err != nil {
		return err
	}
	steps, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return translate(ctx, err)
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, steps, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return translate(ctx, err)
	}
	// Another process may migrate the same file at the same time; what it was
	// quicker with fails here and is found done on the next turn. Each turn that
	// fails means that a step was taken by somebody else.
	for range len(provider.ListSources()) + 2 {
		var current, target int64
		if current, target, err = provider.GetVersions(ctx); err != nil {
			continue
		}
		if current > target {
			return fmt.Errorf("written by a newer program (schema %d, this program knows %d): %w", current, target, graph.ErrInvalid)
		}
		if current == target {
			return nil
		}
		_, err = provider.Up(ctx)
	}
	if err != nil {
		return fmt.Errorf("schema: %w", translate(ctx, err))
	}
	return nil
}

// mark claims an empty database and refuses one that belongs to somebody else.
func mark(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return translate(ctx, err)
	}
	defer tx.Rollback()
	var owner, tables int
	if err := tx.QueryRowContext(ctx, "PRAGMA application_id").Scan(&owner); err != nil {
		return translate(ctx, err)
	}
	if owner == application {
		return nil
	}
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return translate(ctx, err)
	}
	if owner != 0 || tables != 0 {
		return fmt.Errorf("a database of another program: %w", graph.ErrInvalid)
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", application)); err != nil {
		return translate(ctx, err)
	}
	if err := tx.Commit(); err != nil {
		return translate(ctx, err)
	}
	return nil
}

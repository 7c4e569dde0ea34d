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

// migrate makes an empty file a store, brings an older one up to date, and
// refuses a newer one.
func migrate(ctx context.Context, db *sql.DB) error {
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

package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"hankeverkko/graph"

	driver "modernc.org/sqlite"
	result "modernc.org/sqlite/lib"
)

// translate turns an error of the driver into one of the domain. The driver's
// own error stays here, its text goes on. When the context has ended it is the
// context's error, since a statement that is interrupted says so in many
// ways. An error that is translated already is left as it is.
func translate(ctx context.Context, err error) error {
	if ended := ctx.Err(); ended != nil {
		return ended
	}
	for _, known := range [...]error{graph.ErrNotFound, graph.ErrConflict, graph.ErrUnavailable, graph.ErrInvalid} {
		if errors.Is(err, known) {
			return err
		}
	}
	var failure *driver.Error
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return graph.ErrNotFound
	case errors.As(err, &failure) && primary(failure) == result.SQLITE_NOTADB:
		return fmt.Errorf("the file is not a database: %w", graph.ErrInvalid)
	case errors.As(err, &failure) && primary(failure) == result.SQLITE_CORRUPT:
		return fmt.Errorf("the file is damaged: %v: %w", err, graph.ErrInvalid)
	}
	return fmt.Errorf("%v: %w", err, graph.ErrUnavailable)
}

// primary is the result code without its extension.
func primary(e *driver.Error) int { return e.Code() & 0xff }

func isUnique(err error) bool {
	var failure *driver.Error
	return errors.As(err, &failure) && failure.Code() == result.SQLITE_CONSTRAINT_UNIQUE
}

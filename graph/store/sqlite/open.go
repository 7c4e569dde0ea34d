package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"hankeverkko/graph"
	"hankeverkko/graph/store"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Store implements store.Store. It is safe for use by many goroutines, and
// several processes may open one file.
type Store struct {
	writer *sql.DB // one connection
	reader *sql.DB // read-only connections
}

var _ store.Store = (*Store)(nil)

// idleReaders stay open between questions. More are opened when needed: a
// limit would let a reader that asks inside its own Records loop wait for itself.
const idleReaders = 4

// Open opens the store in a file, and makes folder and file when they are
// missing. A path that cannot be one, a file that is no store, or one written
// by a newer program is graph.ErrInvalid; a file that cannot be reached or
// written is graph.ErrUnavailable.
func Open(path string) (*Store, error) {
	s, err := open(context.Background(), path)
	if err != nil {
		return nil, fmt.Errorf("sqlite: %s: %w", path, err)
	}
	return s, nil
}

func open(ctx context.Context, path string) (*Store, error) {
	if path == "" {
		return nil, fmt.Errorf("an empty path: %w", graph.ErrInvalid)
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("%v: %w", err, graph.ErrInvalid)
	}
	if err := makeFile(path); err != nil {
		return nil, err
	}
	marked, err := inspect(ctx, path)
	if err != nil {
		return nil, err
	}
	s := &Store{}
	if s.writer, err = sql.Open("sqlite", address(path, "rw", ours()...)+"&_txlock=immediate"); err != nil {
		return nil, translate(ctx, err)
	}
	s.writer.SetMaxOpenConns(1)
	if !marked {
		// Before the first table, so that no half-made store is taken for another's.
		if _, err := s.writer.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", application)); err != nil {
			return nil, errors.Join(translate(ctx, err), s.Close())
		}
	}
	if err := migrate(ctx, s.writer); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if s.reader, err = sql.Open("sqlite", address(path, "ro", ours()...)); err != nil {
		return nil, errors.Join(translate(ctx, err), s.Close())
	}
	s.reader.SetMaxIdleConns(idleReaders)
	return s, nil
}

// makeFile makes the file here rather than in SQLite, whose errors tell
// neither folder nor reason.
func makeFile(path string) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("not a file: %w", graph.ErrInvalid)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return fmt.Errorf("%v: %w", err, graph.ErrUnavailable)
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o640)
	if err != nil {
		return fmt.Errorf("%v: %w", err, graph.ErrUnavailable)
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("%v: %w", err, graph.ErrUnavailable)
	}
	return nil
}

// application marks our files in the place that SQLite keeps for it: "HKVR".
const application = 0x484b5652

// inspect refuses the database of another program before anything is written
// to it, and tells whether the file is marked as ours already.
func inspect(ctx context.Context, path string) (marked bool, err error) {
	db, err := sql.Open("sqlite", address(path, "rw", "busy_timeout(5000)", "trusted_schema(OFF)"))
	if err != nil {
		return false, translate(ctx, err)
	}
	defer db.Close()
	var owner, tables int
	err = db.QueryRowContext(ctx, "SELECT (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema)").Scan(&owner, &tables)
	if err != nil {
		return false, translate(ctx, err)
	}
	if owner != application && (owner != 0 || tables != 0) {
		return false, fmt.Errorf("a database of another program: %w", graph.ErrInvalid)
	}
	return owner == application, nil
}

// ours are the settings of every connection to a store.
func ours() []string {
	return []string{
		"busy_timeout(5000)",
		"journal_mode(WAL)",
		"synchronous(FULL)",
		"foreign_keys(ON)",
		"trusted_schema(OFF)",
		"journal_size_limit(67108864)", // the WAL shrinks to 64 MiB after a large import
	}
}

// address writes the data source name. As a URI it lets no character of the
// path be taken for an option.
func address(path, mode string, pragmas ...string) string {
	options := url.Values{"mode": {mode}, "_pragma": pragmas}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: options.Encode()}).String()
}

// Close lets readers go first, so that the writer, the last, can fold the WAL
// into the file.
func (s *Store) Close() error {
	var failed error
	for _, db := range []*sql.DB{s.reader, s.writer} {
		if db != nil {
			failed = errors.Join(failed, db.Close())
		}
	}
	if failed != nil {
		return fmt.Errorf("sqlite: close: %w", translate(context.Background(), failed))
	}
	return nil
}

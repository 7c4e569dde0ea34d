package sqlite_test

import (
	"database/sql"
	"path/filepath"
	"testing"

	"hankeverkko/graph/store"
	"hankeverkko/graph/store/sqlite"
	"hankeverkko/graph/store/storetest"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

var fixture = storetest.Fixture{
	Create: func(t testing.TB) string { return filepath.Join(t.TempDir(), "hankeverkko.db") },
	Reopen: func(address string) (store.Store, error) { return sqlite.Open(address) },
	Check:  check,
}

func TestStore(t *testing.T)      { storetest.Run(t, fixture) }
func TestDurability(t *testing.T) { storetest.RunDurability(t, fixture) }
func BenchmarkStore(b *testing.B) { storetest.Benchmark(b, fixture) }

// check lets SQLite look at the file.
func check(t testing.TB, path string) {
	t.Helper()
	db := raw(t, path)
	var verdict string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Errorf("integrity_check: %s %v", verdict, err)
	}
	rows, err := db.Query("PRAGMA foreign_key_check")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	if rows.Next() {
		t.Error("foreign_key_check found a broken key")
	}
}

// raw opens the file past the store.
func raw(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

package storetest

import (
	"os"
	"testing"
	"time"

	"hankeverkko/graph/store"
)

// Fixture tells the suite how to get at a store. A store that lives in this
// process gives Open; one that outlives it gives Create and Reopen, and Run
// opens through them.
type Fixture struct {
	// Open returns a new, empty store.
	Open func(t testing.TB) store.Store
	// Create makes place for a new, empty store and returns its address, which
	// Reopen in any process understands.
	Create func(t testing.TB) string
	Reopen func(address string) (store.Store, error)
	// Kill ends at once, as a power cut would, the process that holds the data:
	// a server, say. It brings a server up again and ends the writer before it
	// returns. When nil, that process is the writer, and it gets signal 9.
	Kill func(t testing.TB, address string, writer *os.Process)
	// Kills is how often that is done when HANKEVERKKO_KILLS does not say it, 20
	// times when zero.
	Kills uint64
	// Step is how long the writer needs about for 1500 rows, 60 ms when zero.
	Step time.Duration
	// Cut ends all connections to the data, and returns when new ones have been
	// refused for a moment and are let through again. A store in a file has none.
	Cut func(address string)
	// Check looks into the store by its own means after a kill and fails the
	// test when anything is damaged.
	Check func(t testing.TB, address string)
}

// Run holds a store to the contract of package store.
func Run(t *testing.T, f Fixture) {
	cases := []struct {
		name string
		test func(*testing.T, Fixture)
	}{
		{"a new store is empty", empty},
		{"a commit is read back as it was given", readBack},
		{"a commit changes, adds and removes", changes},
		{"rows of one key live side by side", rowsOfOneKey},
		{"the same content again is no change", sameAgain},
		{"a change of the source alone is a change", sourceAlone},
		{"a commit at another revision is a conflict", conflict},
		{"what is not valid is refused and leaves nothing", refused},
		{"records come by source, key and hash", recordOrder},
		{"records are of one revision", oneRevision},
		{"a reader that stops early holds nothing", stopEarly},
		{"what is handed out belongs to the caller", ownership},
		{"the revision is that of the content", revision},
		{"undo and redo lead back to each state", undoRedo},
		{"before the first run there was nothing", beforeFirst},
		{"a record that comes back keeps its run and row", comesBack},
		{"a return to where it is is no change", restoreNothing},
		{"a return to what never was is not found", restoreUnknown},
		{"the journal keeps its order", journal},
		{"documents have versions", documents},
		{"a context that has ended stops everything", ended},
		{"a context that ends half way leaves whole states", endsHalfWay},
		{"many at once lose nothing", manyAtOnce},
		{"a closed store is out of reach", closed},
		{"random work gives what the reference gives", likeReference},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { c.test(t, f) })
	}
}

// open returns a new, empty store that is closed with the test.
func (f Fixture) open(t testing.TB) handle {
	t.Helper()
	if f.Open == nil {
		return f.reopen(t, f.Create(t))
	}
	s := f.Open(t)
	t.Cleanup(func() { s.Close() })
	return handle{t, s}
}

func (f Fixture) reopen(t testing.TB, address string) handle {
	t.Helper()
	s, err := f.Reopen(address)
	if err != nil {
		t.Fatalf("reopen: %v", err)
	}
	t.Cleanup(func() { s.Close() })
	return handle{t, s}
}

package store

import (
	"context"
	"iter"

	"hankeverkko/graph"
)

// Reader gives back what was imported, as it was imported.
type Reader interface {
	// Revision changes whenever sources, records or journal change, also by
	// another process. Equal content has an equal revision in every store.
	Revision(ctx context.Context) (graph.Revision, error)
	// Sources lists the feeds that have been imported, by id.
	Sources(ctx context.Context) ([]graph.Source, error)
	// Runs lists the imports into one source, newest first. An unknown source
	// is graph.ErrNotFound.
	Runs(ctx context.Context, id graph.SourceID) ([]graph.Run, error)
	// Records yields the live records of all sources by source, key and hash,
	// all of one revision. The first error ends the sequence.
	Records(ctx context.Context) iter.Seq2[graph.Record, error]
	// Journal lists the decisions in the order they were appended.
	Journal(ctx context.Context) ([]graph.Decision, error)
}

// Writer changes a store. Every method is seen whole or not at all, also
// after a crash; a cancelled context leaves nothing half done.
type Writer interface {
	// Commit writes the difference that c was computed for and records a run.
	// Base is the revision c was computed at: graph.ErrConflict when the store
	// has moved on. A commit that changes neither source nor records is no
	// change: it writes nothing and returns the newest run of the source, or
	// a zero run when there is none. The store names the run and stamps it on
	// the added records.
	Commit(ctx context.Context, base graph.Revision, c Commit) (graph.Run, error)
	// Restore sets the records of a source back to what they were right after
	// the given run, or to nothing for the empty run, and records that as a
	// new run. An unknown source or run is graph.ErrNotFound.
	Restore(ctx context.Context, id graph.SourceID, run graph.RunID) (graph.Run, error)
	// Append adds a decision to the journal.
	Append(ctx context.Context, d graph.Decision) error
}

// Commit is one import.
type Commit struct {
	Source graph.Source
	// Run carries file, hash, time and asOf; the store fills in the rest.
	Run    graph.Run
	Change graph.Change
}

// Documents keeps small JSON documents with optimistic versions.
type Documents interface {
	// Document returns graph.ErrNotFound for an unknown document.
	Document(ctx context.Context, kind, id string) (graph.Document, error)
	// Documents lists all documents of a kind by id.
	Documents(ctx context.Context, kind string) ([]graph.Document, error)
	// PutDocument stores d as version d.Version+1 and returns it. When the
	// stored version is not d.Version (0 for a new document) it is graph.ErrConflict.
	PutDocument(ctx context.Context, d graph.Document) (graph.Document, error)
}

// Store is the whole contract. After Close every method returns graph.ErrUnavailable.
type Store interface {
	Reader
	Writer
	Documents
	Close() error
}

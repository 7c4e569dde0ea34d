package store

import (
	"context"
	"iter"

	"hankeverkko/graph"
)

// Reader gives back what was imported, as it was imported. What it hands out
// belongs to the caller.
type Reader interface {
	// Revision changes whenever sources, records or journal change, also by
	// another process. Equal content has an equal revision in every store.
	Revision(ctx context.Context) (graph.Revision, error)
	// Sources lists the feeds that are there, by id: imported, and not taken
	// back to before their first run.
	Sources(ctx context.Context) ([]graph.Source, error)
	// Runs lists the changes to one source, newest first, also of a source that
	// was taken back. A source that was never imported is graph.ErrNotFound.
	Runs(ctx context.Context, id graph.SourceID) ([]graph.Run, error)
	// Records yields the live records of all sources by source, key and hash,
	// all of one revision, whatever is written meanwhile. The first error ends
	// the sequence. The store may be used inside the loop.
	Records(ctx context.Context) iter.Seq2[graph.Record, error]
	// RecordsAfter lists the records of a source as they were right after a run,
	// by key and hash; before the first run ("") there are none. An unknown
	// source or run is graph.ErrNotFound.
	RecordsAfter(ctx context.Context, id graph.SourceID, run graph.RunID) ([]graph.Record, error)
	// Journal lists the decisions in the order they were appended.
	Journal(ctx context.Context) ([]graph.Decision, error)
}

// Writer changes a store. Every method is seen whole or not at all, also after
// a crash, and in a store that lasts, what returned without an error is on
// disk. After an error nothing has changed; only after graph.ErrUnavailable or
// the end of the context it may be either, and the revision tells which.
type Writer interface {
	// Commit writes the difference that c was computed for and records a run.
	// Base is the revision c was computed at: graph.ErrConflict when the store
	// has moved on. A commit that changes neither source nor records is no
	// change: it writes nothing and returns the newest run of the source. The
	// store names the run and stamps it on the added records. A commit that
	// Validate refuses, that adds a record which is there or removes one which
	// is not, is graph.ErrInvalid.
	Commit(ctx context.Context, base graph.Revision, c Commit) (graph.Run, error)
	// Restore sets a source and its records back to what they were right after
	// a run, or before the first, and records that as a new run; so a return
	// can be returned from. Base is as for Commit. Records of equal content stay
	// as they are, others come back with the run and row they had. When the
	// source is in that state already it is no change: nothing is written, the
	// newest run is returned. An unknown source or run is graph.ErrNotFound.
	Restore(ctx context.Context, base graph.Revision, r Restoration) (graph.Run, error)
	// Append adds a decision to the journal. One that ValidateDecision refuses
	// is graph.ErrInvalid.
	Append(ctx context.Context, d graph.Decision) error
}

// Documents keeps small JSON documents with optimistic versions. They have no
// part in the revision.
type Documents interface {
	// Document returns graph.ErrNotFound for an unknown document.
	Document(ctx context.Context, kind, id string) (graph.Document, error)
	// Documents lists all documents of a kind by id.
	Documents(ctx context.Context, kind string) ([]graph.Document, error)
	// PutDocument stores d as version d.Version+1 and returns it. When the
	// stored version is not d.Version (0 for a new document) it is
	// graph.ErrConflict. One that ValidateDocument refuses is graph.ErrInvalid.
	PutDocument(ctx context.Context, d graph.Document) (graph.Document, error)
}

// Store is the whole contract. A store is safe for use by many goroutines.
// Every error wraps one of the four sentinels of graph, or the context's own
// error when the context ended. Times come back in UTC.
type Store interface {
	Reader
	Writer
	Documents
	// Close lets go of everything. After it every other method returns
	// graph.ErrUnavailable; closing again does nothing.
	Close() error
}

package storetest

import (
	"context"
	"errors"
	"fmt"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store"

	"github.com/google/go-cmp/cmp"
)

// failer is what testing.TB and *rapid.T share.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

// handle is a store in the hands of a test: what must succeed fails the test otherwise.
type handle struct {
	t failer
	store.Store
}

// noon is when everything happens in these tests.
var noon = time.Date(2026, 9, 1, 12, 0, 0, 123456789, time.UTC)

func ctx() context.Context { return context.Background() }

func (h handle) revision() graph.Revision {
	h.t.Helper()
	revision, err := h.Revision(ctx())
	h.must(err)
	return revision
}

func (h handle) sources() []graph.Source {
	h.t.Helper()
	sources, err := h.Sources(ctx())
	h.must(err)
	return sources
}

func (h handle) runs(id graph.SourceID) []graph.Run {
	h.t.Helper()
	runs, err := h.Runs(ctx(), id)
	h.must(err)
	return runs
}

// records reads the live records of one source, or of all when none is named.
func (h handle) records(of ...graph.SourceID) []graph.Record {
	h.t.Helper()
	records, err := collect(ctx(), h, of...)
	h.must(err)
	return records
}

func collect(ctx context.Context, s store.Reader, of ...graph.SourceID) ([]graph.Record, error) {
	var records []graph.Record
	for r, err := range s.Records(ctx) {
		if err != nil {
			return nil, err
		}
		if len(of) == 0 || r.Source == of[0] {
			records = append(records, r)
		}
	}
	return records, nil
}

// load makes records the content of a source.
func (h handle) load(id graph.SourceID, records ...graph.Record) graph.Run {
	h.t.Helper()
	run, err := h.Commit(ctx(), h.revision(), h.difference(id, records...))
	h.must(err)
	return run
}

// difference computes the commit that makes records the content of a source.
func (h handle) difference(id graph.SourceID, records ...graph.Record) store.Commit {
	h.t.Helper()
	return store.Commit{Source: source(id), Run: graph.Run{At: noon}, Change: graph.Diff(h.records(id), records, false)}
}

func (h handle) restore(id graph.SourceID, run graph.RunID) graph.Run {
	h.t.Helper()
	done, err := h.Restore(ctx(), h.revision(), store.Restoration{Source: id, To: run, At: noon})
	h.must(err)
	return done
}

func (h handle) append(value string) {
	h.t.Helper()
	h.must(h.Append(ctx(), graph.Decision{Kind: graph.DecideName, Value: value, At: noon}))
}

func (h handle) put(d graph.Document) graph.Document {
	h.t.Helper()
	done, err := h.PutDocument(ctx(), d)
	h.must(err)
	return done
}

func (h handle) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatalf("unexpected error: %v", err)
	}
}

// refuses wants an error of the given kind.
func (h handle) refuses(what string, err, kind error) {
	h.t.Helper()
	if !errors.Is(err, kind) {
		h.t.Errorf("%s: error %v, want one that is %q", what, err, kind)
	}
}

// same wants two values to be equal.
func (h handle) same(what string, got, want any) {
	h.t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		h.t.Errorf("%s (-want +got):\n%s", what, d)
	}
}

func source(id graph.SourceID) graph.Source {
	return graph.Source{ID: id, Name: "Rahoittajan luettelo", Format: "csv", AsOf: 20190630, Credit: "CC BY 4.0", Example: true}
}

// row makes a record of one named project.
func row(id graph.SourceID, key, title string) graph.Record {
	return graph.NewRecord(id, graph.ProjectID(fmt.Sprintf("%s:%s", id, key)), key, graph.Cells{graph.FieldProject: title}, len(key))
}

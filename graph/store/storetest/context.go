package storetest

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

// everyMethod calls each method of a store once and gives back its error.
func everyMethod(ctx context.Context, s store.Store, base graph.Revision) map[string]error {
	failed := make(map[string]error)
	_, failed["Revision"] = s.Revision(ctx)
	_, failed["Sources"] = s.Sources(ctx)
	_, failed["Runs"] = s.Runs(ctx, "eura")
	_, failed["Records"] = collect(ctx, s)
	_, failed["Journal"] = s.Journal(ctx)
	_, failed["Commit"] = s.Commit(ctx, base, store.Commit{Source: source("eura"), Change: graph.Change{Added: []graph.Record{row("eura", "2", "x")}}})
	_, failed["Restore"] = s.Restore(ctx, base, store.Restoration{Source: "eura"})
	failed["Append"] = s.Append(ctx, graph.Decision{Kind: graph.DecideName})
	_, failed["Document"] = s.Document(ctx, "view", "1")
	_, failed["Documents"] = s.Documents(ctx, "view")
	_, failed["PutDocument"] = s.PutDocument(ctx, graph.Document{Kind: "view", ID: "1", Version: 1, Body: []byte("2")})
	return failed
}

// furnished is a store in which everyMethod would succeed.
func furnished(t *testing.T, f Fixture) handle {
	s := f.open(t)
	s.load("eura", row("eura", "1", "Vetylaakso"))
	s.put(graph.Document{Kind: "view", ID: "1", Body: []byte("1")})
	return s
}

func ended(t *testing.T, f Fixture) {
	s := furnished(t, f)
	before := s.dump()
	cancelled, cancel := context.WithCancel(ctx())
	cancel()
	late, cancel := context.WithTimeout(ctx(), 0)
	defer cancel()
	for name, err := range everyMethod(cancelled, s, s.revision()) {
		s.refuses(name, err, context.Canceled)
	}
	for name, err := range everyMethod(late, s, s.revision()) {
		s.refuses(name, err, context.DeadlineExceeded)
	}
	s.unchanged(before)
}

func closed(t *testing.T, f Fixture) {
	s := furnished(t, f)
	base := s.revision()
	s.must(s.Close())
	for name, err := range everyMethod(ctx(), s, base) {
		s.refuses(name, err, graph.ErrUnavailable)
	}
	s.must(s.Close())
}

// fuse is a context that ends when it has been asked about often enough, so
// that a test can end it at every stage of a call without a clock.
type fuse struct {
	context.Context
	cancel context.CancelFunc
	asked  atomic.Int64
	length int64
}

func newFuse(length int64) *fuse {
	c, cancel := context.WithCancel(context.Background())
	return &fuse{Context: c, cancel: cancel, length: length}
}

func (f *fuse) burn() {
	if f.asked.Add(1) == f.length {
		f.cancel()
	}
}

func (f *fuse) Done() <-chan struct{} { f.burn(); return f.Context.Done() }
func (f *fuse) Err() error            { f.burn(); return f.Context.Err() }

// endsHalfWay writes one content over another again and again with contexts
// that end at ever later stages.
func endsHalfWay(t *testing.T, f Fixture) {
	const points = 50
	s := f.open(t)
	contents := [2][]graph.Record{many("eura", 60, "yksi"), many("eura", 60, "kaksi")}
	s.load("eura", contents[0]...)
	whole := newFuse(-1)
	_, err := s.Commit(whole, s.revision(), s.difference("eura", contents[1]...))
	s.must(err)
	whole.cancel()

	now := 1
	for i := range points {
		short := newFuse(1 + whole.asked.Load()*int64(i)/points)
		before := s.dump()
		_, err := s.Commit(short, s.revision(), s.difference("eura", contents[1-now]...))
		short.cancel()
		if err != nil && !errors.Is(err, context.Canceled) {
			t.Fatalf("point %d: error %v, want one that is %q", i, err, context.Canceled)
		}
		s.sound()
		records := s.records()
		s.same("number of records", len(records), len(contents[0]))
		switch title := contents[1-now][0].Cells[graph.FieldProject]; {
		case records[0].Cells[graph.FieldProject] == title:
			now = 1 - now
		case err == nil:
			t.Fatalf("point %d: the commit succeeded and is not there", i)
		default:
			s.unchanged(before)
		}
		for _, r := range records {
			s.same("title", r.Cells[graph.FieldProject], contents[now][0].Cells[graph.FieldProject])
		}
	}
	reading := newFuse(3)
	defer reading.cancel()
	if _, err := collect(reading, s); err != nil {
		s.refuses("a reading that ends half way", err, context.Canceled)
	}
}

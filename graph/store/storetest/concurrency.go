package storetest

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

// manyAtOnce lets several hands write into one store.
func manyAtOnce(t *testing.T, f Fixture) {
	s := f.open(t)
	contend(t, s, s.Store, s.Store, s.Store, s.Store)
}

// contend lets each of the hands work on the same content at once, and wants
// every acknowledged piece of work to be there in the end, once.
func contend(t *testing.T, s handle, hands ...store.Store) {
	const pieces = 8
	s.put(graph.Document{Kind: "view", ID: "counter", Body: []byte("0")})
	var working sync.WaitGroup
	for n, hand := range hands {
		working.Go(func() {
			for i := range pieces {
				title := fmt.Sprintf("%d/%d", n, i)
				for _, try := range []func() error{
					func() error { return addRow(hand, row("eura", title, title)) },
					func() error { return hand.Append(ctx(), graph.Decision{Kind: graph.DecideName, Value: title}) },
					func() error { return count(hand) },
				} {
					err := try()
					for errors.Is(err, graph.ErrConflict) {
						err = try()
					}
					if err != nil {
						t.Errorf("hand %d, piece %d: %v", n, i, err)
						return
					}
				}
			}
		})
	}
	working.Wait()
	done := len(hands) * pieces
	s.same("records", len(s.records()), done)
	s.same("runs", len(s.runs("eura")), done)
	decisions, err := s.Journal(ctx())
	s.must(err)
	s.same("decisions", len(decisions), done)
	counter, err := s.Document(ctx(), "view", "counter")
	s.must(err)
	s.same("counter", string(counter.Body), fmt.Sprint(done))
	s.sound()
}

// addRow adds a row to what stands in its source.
func addRow(s store.Store, r graph.Record) error {
	base, err := s.Revision(ctx())
	if err != nil {
		return err
	}
	stored, err := collect(ctx(), s, r.Source)
	if err != nil {
		return err
	}
	_, err = s.Commit(ctx(), base, store.Commit{Source: source(r.Source), Change: graph.Diff(stored, []graph.Record{r}, true)})
	return err
}

// count adds one to the number in a document.
func count(s store.Store) error {
	d, err := s.Document(ctx(), "view", "counter")
	if err != nil {
		return err
	}
	var n int
	if _, err := fmt.Sscan(string(d.Body), &n); err != nil {
		return err
	}
	d.Body = fmt.Append(nil, n+1)
	_, err = s.PutDocument(ctx(), d)
	return err
}

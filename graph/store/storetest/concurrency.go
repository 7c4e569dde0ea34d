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
// every acknowledged piece of work to be there in the end, once, and no piece
// to be seen half done meanwhile.
func contend(t *testing.T, s handle, hands ...store.Store) {
	const pieces = 8
	s.put(graph.Document{Kind: "view", ID: "counter", Body: []byte("0")})
	var working, watching sync.WaitGroup
	done := make(chan struct{})
	watching.Go(func() { watch(t, s, done) })
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
	close(done)
	watching.Wait()
	all := len(hands) * pieces
	s.same("records", len(s.records()), all)
	s.same("runs", len(s.runs("eura")), all)
	decisions, err := s.Journal(ctx())
	s.must(err)
	s.same("decisions", len(decisions), all)
	counter, err := s.Document(ctx(), "view", "counter")
	s.must(err)
	s.same("counter", string(counter.Body), fmt.Sprint(all))
	s.sound()
}

// watch wants the content to be that of the revision whenever the revision
// stays the same while the content is read.
func watch(t *testing.T, s store.Reader, done <-chan struct{}) {
	for {
		before, err := s.Revision(ctx())
		if err != nil {
			t.Error(err)
			return
		}
		content, err := Recompute(ctx(), s)
		if err != nil {
			t.Error(err)
			return
		}
		after, err := s.Revision(ctx())
		if err != nil {
			t.Error(err)
			return
		}
		if before == after && content != before {
			t.Errorf("revision %s, but the content seen makes %s", before, content)
		}
		select {
		case <-done:
			return
		default:
		}
	}
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

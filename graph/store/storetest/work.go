package storetest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

// Sources and kinds of document that random work uses.
var (
	workSources = [...]graph.SourceID{"a", "a-1", "ä"}
	workKinds   = [...]string{"share", "view"}
)

// work does one random piece of work, chosen by seed and by what the store
// holds, with about size rows: two stores of equal content do the same. It
// returns what came of it in words that do not depend on the store. Refusals
// are a part of that, other errors are returned.
func work(ctx context.Context, s store.Store, seed uint64, size int) (string, error) {
	r := rand.New(rand.NewPCG(seed, 2))
	at := noon.Add(time.Duration(r.IntN(1e6)) * time.Second)
	base, err := s.Revision(ctx)
	if err != nil {
		return "", err
	}
	if r.IntN(12) == 0 {
		base = "stale"
	}
	id := workSources[r.IntN(len(workSources))]
	var did any
	switch kind := r.IntN(10); {
	case kind < 5:
		var commit store.Commit
		if commit, err = randomCommit(ctx, s, r, id, size); err != nil {
			return "", err
		}
		commit.Run.At = at
		did, err = s.Commit(ctx, base, commit)
	case kind < 8:
		run := store.RunName(id, r.IntN(6))
		if r.IntN(4) == 0 {
			run = ""
		}
		did, err = s.Restore(ctx, base, store.Restoration{Source: id, To: run, At: at})
	case kind < 9:
		err = s.Append(ctx, graph.Decision{
			Kind: graph.DecisionKind(r.IntN(len(graph.DecisionKinds()) + 2)), Actors: []graph.ActorID{"fi:0201256-6", "name:x y"}[:r.IntN(3)], Value: fmt.Sprint(r.IntN(5)), At: at,
		})
	default:
		body := fmt.Sprintf(`{"n": %d}`, r.IntN(100))
		did, err = s.PutDocument(ctx, graph.Document{
			Kind: workKinds[r.IntN(2)], ID: fmt.Sprint(r.IntN(2)), Version: r.IntN(3), Body: json.RawMessage(body),
		})
	}
	for _, refusal := range [...]error{graph.ErrNotFound, graph.ErrConflict, graph.ErrInvalid} {
		if errors.Is(err, refusal) {
			return refusal.Error(), nil
		}
	}
	if err != nil {
		return "", err
	}
	text, err := json.Marshal(did)
	return string(text), err
}

// randomCommit reads a source anew: some rows go, some change, some are new.
// Now and then it is computed wrongly.
func randomCommit(ctx context.Context, s store.Reader, r *rand.Rand, id graph.SourceID, size int) (store.Commit, error) {
	stored, err := collect(ctx, s, id)
	if err != nil {
		return store.Commit{}, err
	}
	var read []graph.Record
	for _, old := range stored {
		switch r.IntN(6) {
		case 0:
		case 1:
			read = append(read, row(id, old.Key, fmt.Sprint("Hanke ", r.IntN(4))))
		default:
			read = append(read, old)
		}
	}
	for range r.IntN(size) {
		read = append(read, row(id, fmt.Sprint(r.IntN(2*size)), fmt.Sprint("Hanke ", r.IntN(4))))
	}
	c := store.Commit{Source: source(id), Change: graph.Diff(stored, read, r.IntN(4) == 0)}
	c.Source.AsOf = graph.Date(20260100 + 1 + r.IntN(3))
	c.Run.AsOf = c.Source.AsOf
	if r.IntN(10) == 0 && len(stored) > 0 {
		c.Change.Added = append(c.Change.Added, stored[r.IntN(len(stored))])
	}
	if r.IntN(10) == 0 {
		c.Change.Removed = append(c.Change.Removed, row(id, "never there", ""))
	}
	return c, nil
}

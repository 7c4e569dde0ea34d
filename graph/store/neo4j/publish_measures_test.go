package neo4j_test

import (
	"context"
	"errors"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

func TestWriteBack(t *testing.T) {
	s := openShown(t)
	actors := []graph.Actor{{ID: "a", Name: "A"}, {ID: "b", Name: "B"}, {ID: "c", Name: "C"}}
	n, err := graph.New([]graph.Project{{ID: "a"}}, actors, nil)
	if err != nil {
		t.Fatal(err)
	}
	s.publish(t, atOnce, n)
	write := func(measures ...store.Measured) {
		t.Helper()
		if err := s.store.WriteBack(t.Context(), s.revision, measures); err != nil {
			t.Fatal(err)
		}
	}
	holds := func(query string, want int) {
		t.Helper()
		if got := s.number(t, query); got != want {
			t.Errorf("%s: %d, want %d", query, got, want)
		}
	}
	write(
		store.Measured{Name: "betweenness", Actors: map[graph.ActorID]any{"a": 1.5, "b": 0.25}},
		store.Measured{Name: "group", Actors: map[graph.ActorID]any{"a": "x", "b": "x"}, Projects: map[graph.ProjectID]any{"a": "x"}},
	)
	holds("MATCH (n:Actor {betweenness: 1.5, group: 'x', name: 'A'}) RETURN count(n)", 1)
	holds("MATCH (n) WHERE n.group = 'x' RETURN count(n)", 3)
	write(store.Measured{Name: "betweenness", Actors: map[graph.ActorID]any{"b": 4.0, "c": int64(5)}})
	holds("MATCH (n:Actor) WHERE n.betweenness IS NOT NULL RETURN count(n)", 2)
	holds("MATCH (n:Actor {betweenness: 4.0, group: 'x'}) RETURN count(n)", 1)

	// What cannot be written leaves everything as it is.
	before := s.dump(t)
	for name, c := range map[string]struct {
		revision graph.Revision
		measure  store.Measured
		want     error
	}{
		"another revision":    {"0123456789abcdef", store.Measured{Name: "degree"}, graph.ErrConflict},
		"an unknown actor":    {s.revision, store.Measured{Name: "betweenness", Actors: map[graph.ActorID]any{"a": 1.0, "z": 1.0}}, graph.ErrNotFound},
		"a name of the graph": {s.revision, store.Measured{Name: "description"}, graph.ErrInvalid},
		"the key":             {s.revision, store.Measured{Name: "hankeverkkoId"}, graph.ErrInvalid},
		"no plain name":       {s.revision, store.Measured{Name: "a} DETACH DELETE n //"}, graph.ErrInvalid},
	} {
		if err := s.store.WriteBack(context.Background(), c.revision, []store.Measured{c.measure}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if d := differ(before, s.dump(t)); d != "" {
		t.Error(d)
	}

	// Measures stay while the revision does, and go with it.
	s.publish(t, atOnce, n)
	holds("MATCH (n) WHERE n.betweenness IS NOT NULL OR n.group IS NOT NULL RETURN count(n)", 4)
	if err := s.store.Append(t.Context(), graph.Decision{Kind: graph.DecideName, Actors: []graph.ActorID{"a"}, Value: "Å"}); err != nil {
		t.Fatal(err)
	}
	if s.revision, err = s.store.Revision(t.Context()); err != nil {
		t.Fatal(err)
	}
	s.publish(t, atOnce, n)
	holds("MATCH (n) WHERE n.betweenness IS NOT NULL OR n.group IS NOT NULL RETURN count(n)", 0)
	holds("MATCH (s:HankeverkkoPublished) WHERE s.measures IS NOT NULL RETURN count(s)", 0)
}

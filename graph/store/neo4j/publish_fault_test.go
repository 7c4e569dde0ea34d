package neo4j_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store/neo4j/neo4jtest"
)

// two returns networks of some hundred ties of which the second is got from
// the first by every kind of change.
func two(t *testing.T) (before, after *graph.Network) {
	t.Helper()
	chance := rand.New(rand.NewPCG(7, 7))
	make := func(from, to int, name string) *graph.Network {
		var projects []graph.Project
		var actors []graph.Actor
		var ties []graph.Tie
		for i := from; i < to; i++ {
			id := fmt.Sprintf("%05d", i)
			projects = append(projects, graph.Project{ID: graph.ProjectID(id), Name: name + id, Keywords: []string{"a", id[3:]}})
			actors = append(actors, graph.Actor{ID: graph.ActorID(id), Name: name, Aliases: []graph.Alias{{Name: name + id}}})
			for j := range 3 {
				other := from + (i-from+j*chance.IntN(50)+j)%(to-from)
				if j > 0 && other == i {
					continue
				}
				ties = append(ties, graph.Tie{Project: graph.ProjectID(id), Actor: graph.ActorID(fmt.Sprintf("%05d", other)), Part: graph.Part(j)})
			}
		}
		seen := map[string]bool{}
		unique := ties[:0]
		for _, tie := range ties {
			if pair := string(tie.Project) + " " + string(tie.Actor); !seen[pair] {
				seen[pair] = true
				unique = append(unique, tie)
			}
		}
		n, err := graph.New(projects, actors, unique)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	return make(0, 150, "before"), make(50, 220, "after")
}

// A publication that loses its connection, at whatever moment, leaves the graph
// before or the graph after, and the next one finishes the work.
func TestPublishCutOff(t *testing.T) {
	before, after := two(t)
	line := neo4jtest.NewLine(t, server.Need(t))
	s := openShownAt(t, line.Address())
	s.publish(t, atOnce, before)
	old := s.dump(t)
	changes := s.publish(t, joined, after)
	if changes < joined*3/2 {
		t.Fatalf("%d changes are too few to tell the ways of writing apart", changes)
	}
	whole := s.dump(t)
	if differ(old, whole) == "" {
		t.Fatal("the two graphs are equal")
	}
	failed := 0
	for _, limit := range []int{atOnce, joined, beside} {
		s.publish(t, limit, before)
		begun := time.Now()
		s.publish(t, limit, after)
		lasts := time.Since(begun)
		for moment := range 3 {
			s.publish(t, atOnce, before)
			done := make(chan error)
			go func() {
				_, err := s.store.PublishWithin(context.Background(), limit, s.revision, after)
				done <- err
			}()
			time.Sleep(lasts * time.Duration(moment+1) / 5)
			line.Cut()
			time.Sleep(50 * time.Millisecond)
			line.Mend()
			if err := <-done; err != nil {
				failed++
				if !errors.Is(err, graph.ErrUnavailable) {
					t.Errorf("cut off: %v", err)
				}
			}
			// A COMMIT that is under way has the lock until it is done.
			s.run(t, "MATCH (s:HankeverkkoPublished) SET s.at = datetime()", nil)
			if now := s.dump(t); differ(old, now) != "" && differ(whole, now) != "" {
				t.Fatalf("a half graph: %s", differ(old, now))
			}
			s.publish(t, limit, after)
			if d := differ(whole, s.dump(t)); d != "" {
				t.Fatalf("the next publication does not finish: %s", d)
			}
		}
	}
	if failed == 0 {
		t.Error("none of 9 publications was cut off")
	}
	t.Logf("%d of 9 publications failed", failed)
	if hidden := s.number(t, "MATCH (n:HankeverkkoHidden) RETURN count(n)"); hidden != 0 {
		t.Errorf("%d hidden nodes are left", hidden)
	}
}

// So does a server that is killed.
func TestPublishServerKilled(t *testing.T) {
	if testing.Short() {
		t.Skip(killedElsewhere)
	}
	before, after := two(t)
	for _, limit := range []int{atOnce, joined, beside} {
		s := openShown(t)
		s.publish(t, atOnce, after)
		whole := s.dump(t)
		begun := time.Now()
		s.publish(t, limit, before)
		lasts := time.Since(begun)
		old := s.dump(t)
		done := make(chan struct{})
		go func() {
			defer close(done)
			// It may fail or come through before the kill.
			s.store.PublishWithin(context.Background(), limit, s.revision, after)
		}()
		time.Sleep(lasts * 2 / 3)
		server.Kill(t)
		server.Start(t)
		<-done
		if now := s.dump(t); differ(old, now) != "" && differ(whole, now) != "" {
			t.Fatalf("a half graph: %s", differ(old, now))
		}
		s.publish(t, limit, after)
		if d := differ(whole, s.dump(t)); d != "" {
			t.Fatalf("the next publication does not finish: %s", d)
		}
	}
}

// Who reads meanwhile sees as many nodes and relationships as before or after.
// While a change is written that is too large even for its joints, that holds
// for patterns that name the labels of both ends. Neo4j does not isolate a
// query from a COMMIT that happens while it runs, so a query may meet that one
// moment; a half graph that stays for longer is a fault.
func TestReadersSeeNoHalfGraph(t *testing.T) {
	before, after := two(t)
	both := map[string]func(*graph.Network) int{
		"MATCH (n:Project) RETURN count(n)":                         func(n *graph.Network) int { return len(n.Projects) },
		"MATCH (n:Actor) RETURN count(n)":                           func(n *graph.Network) int { return len(n.Actors) },
		"MATCH (:Actor)-[r:TAKES_PART]->(:Project) RETURN count(r)": func(n *graph.Network) int { return len(n.Ties) },
	}
	one := map[string]func(*graph.Network) int{
		"MATCH (:Actor)-[r:TAKES_PART]->() RETURN count(r)":   func(n *graph.Network) int { return len(n.Ties) },
		"MATCH ()-[r:TAKES_PART]->(:Project) RETURN count(r)": func(n *graph.Network) int { return len(n.Ties) },
	}
	const moment = 5 // looks of a query that a COMMIT may spoil, one after another
	for limit, queries := range map[int]map[string]func(*graph.Network) int{atOnce: one, joined: one, beside: both} {
		s := openShown(t)
		s.publish(t, atOnce, before)
		ctx, stop := context.WithCancel(t.Context())
		var reading sync.WaitGroup
		looks := 0
		reading.Go(func() {
			for ; ctx.Err() == nil; looks++ {
				for query, count := range queries {
					got, spoilt := s.number(t, query), 0
					for got != count(before) && got != count(after) {
						if spoilt++; spoilt > moment {
							t.Errorf("within %d: %s: %d at %d looks, want %d or %d", limit, query, got, spoilt, count(before), count(after))
							return
						}
						time.Sleep(20 * time.Millisecond)
						got = s.number(t, query)
					}
				}
			}
		})
		s.publish(t, limit, after)
		s.publish(t, limit, before)
		stop()
		reading.Wait()
		if looks < 5 {
			t.Errorf("within %d: only %d looks", limit, looks)
		}
	}
}

// Two processes that publish at the same time draw one after the other.
func TestTwoPublishers(t *testing.T) {
	before, after := two(t)
	for _, limit := range []int{atOnce, joined, beside} {
		s := openShown(t)
		s.publish(t, atOnce, after)
		want := s.dump(t)
		s.publish(t, atOnce, before)
		var publishers sync.WaitGroup
		for range 3 {
			publishers.Go(func() {
				if _, err := s.store.PublishWithin(t.Context(), limit, s.revision, after); err != nil {
					t.Error(err)
				}
			})
		}
		publishers.Wait()
		if d := differ(want, s.dump(t)); d != "" {
			t.Error(d)
		}
	}
}

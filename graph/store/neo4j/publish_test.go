package neo4j_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"hankeverkko/graph"

	"pgregory.net/rapid"
)

// How many changes may go into one transaction: all, only those that join what
// is new to what stays, none.
const (
	atOnce = 1 << 30
	joined = 1000
	beside = 0
)

func TestPublishShowsTheNetwork(t *testing.T) {
	s, n := openShown(t), exampleNetwork(t)
	if revision, err := s.store.Published(t.Context()); err != nil || revision != "" {
		t.Errorf("before: %q, %v", revision, err)
	}
	if err := s.store.Publish(t.Context(), s.revision, n); err != nil {
		t.Fatal(err)
	}
	if revision, err := s.store.Published(t.Context()); err != nil || revision != s.revision {
		t.Errorf("after: %q, %v", revision, err)
	}
	leads, dated := 0, 0
	for _, tie := range n.Ties {
		if tie.Part == graph.Lead {
			leads++
		}
	}
	for _, p := range n.Projects {
		if p.To > 20190630 {
			dated++
		}
	}
	for query, want := range map[string]int{
		"MATCH (n:Project) RETURN count(n)":                                            len(n.Projects),
		"MATCH (n:Actor) RETURN count(n)":                                              len(n.Actors),
		"MATCH (:Actor)-[r:TAKES_PART]->(:Project) RETURN count(r)":                    len(n.Ties),
		"MATCH ()-[r:TAKES_PART {part: 'lead'}]->() RETURN count(r)":                   leads,
		"MATCH (n:Project) WHERE n.to > date('2019-06-30') RETURN count(n)":            dated,
		"MATCH (n:Municipality)-[:PART_OF]->(:Region {name: 'Lappi'}) RETURN count(n)": 21,
		"MATCH (s:HankeverkkoPublished) RETURN s.projects + s.actors + s.ties":         len(n.Projects) + len(n.Actors) + len(n.Ties),
	} {
		if got := s.number(t, query); got != want {
			t.Errorf("%s: %d, want %d", query, got, want)
		}
	}
	before := s.dump(t)
	for _, limit := range []int{atOnce, beside} {
		if changes := s.publish(t, limit, n); changes != 0 {
			t.Errorf("the same network again: %d changes", changes)
		}
	}
	if d := differ(before, s.dump(t)); d != "" {
		t.Errorf("the same network again: %s", d)
	}
}

// Whatever was shown before, and whichever way it is written, the graph is the
// one that is drawn on an empty database.
func TestDifferenceEqualsRebuild(t *testing.T) {
	s := openShown(t)
	rapid.Check(t, func(t *rapid.T) {
		networks := rapid.SliceOfN(rapid.Custom(someNetwork), 2, 4).Draw(t, "networks")
		for _, n := range networks {
			s.publish(t, rapid.SampledFrom([]int{atOnce, beside}).Draw(t, "limit"), n)
		}
		got := s.dump(t)
		s.run(t, "MATCH (n) WHERE n.hankeverkkoId IS NOT NULL DETACH DELETE n", nil)
		s.publish(t, atOnce, networks[len(networks)-1])
		if d := differ(got, s.dump(t)); d != "" {
			t.Fatal("changed and new differ in", d)
		}
	})
	if hidden := s.number(t, "MATCH (n:HankeverkkoHidden) RETURN count(n)"); hidden != 0 {
		t.Errorf("%d hidden nodes are left", hidden)
	}
}

// What a user has added stays as long as what it was added to.
func TestOthersStay(t *testing.T) {
	for name, limit := range map[string]int{"at once": atOnce, "beside": beside} {
		t.Run(name, func(t *testing.T) {
			s := openShown(t)
			s.run(t, "MATCH (n) WHERE n.mine DETACH DELETE n", nil)
			s.publish(t, limit, network(t, []graph.Actor{
				{ID: "a", Name: "Old name"}, {ID: "nimi:b", Name: "B"}, {ID: "c", Name: "C"},
			}))
			s.run(t, `MATCH (a:Actor {hankeverkkoId: 'a'}), (b:Actor {hankeverkkoId: 'nimi:b'}), (c:Actor {hankeverkkoId: 'c'})
				SET a:Favourite, a.note = 'call them', b.note = 'met'
				CREATE (m:Meeting {mine: true})<-[:CAME_TO]-(a), (m)<-[:CAME_TO]-(b), (m)<-[:CAME_TO]-(c), (a)-[:KNOWS {since: 2019}]->(b),
					(:Actor {mine: true, name: 'not yours'}), (:Project {mine: true})`, nil)
			elements := s.run(t, "MATCH (n:Actor) WHERE n.hankeverkkoId IN ['a', 'nimi:b'] RETURN elementId(n) ORDER BY n.name", nil)
			s.publish(t, limit, network(t, []graph.Actor{
				{ID: "a", Name: "New name"}, {ID: "ytunnus:b", OtherIDs: []graph.ActorID{"nimi:b"}, Name: "B"}, {ID: "d", Name: "D"},
			}))
			for query, want := range map[string]int{
				"MATCH (a:Actor:Favourite {hankeverkkoId: 'a', name: 'New name', note: 'call them'})-[r:KNOWS]->(:Actor {hankeverkkoId: 'ytunnus:b', note: 'met'}) RETURN r.since": 2019,
				"MATCH (m:Meeting)<-[r:CAME_TO]-(:Actor) RETURN count(r)":                      2,
				"MATCH (n:Actor {mine: true}) RETURN count(n)":                                 1,
				"MATCH (n:Project) RETURN count(n)":                                            1,
				"MATCH (n:Actor) WHERE n.hankeverkkoId IN ['c', 'nimi:b'] RETURN count(n)":     0,
				"MATCH (n) WHERE n.hankeverkkoId = 'c' OR n:HankeverkkoHidden RETURN count(n)": 0,
				"MATCH (n:Actor) WHERE n.hankeverkkoId IS NOT NULL RETURN count(n)":            3,
			} {
				if got := s.number(t, query); got != want {
					t.Errorf("%s: %d, want %d", query, got, want)
				}
			}
			again := s.run(t, "MATCH (n:Actor) WHERE n.hankeverkkoId IN ['a', 'ytunnus:b'] RETURN elementId(n) ORDER BY n.hankeverkkoId", nil)
			if want := [][]any{elements[1], elements[0]}; !slices.EqualFunc(again, want, func(a, b []any) bool { return a[0] == b[0] }) {
				t.Errorf("nodes became others: %v, want %v", again, want)
			}
			s.run(t, "MATCH (n) WHERE n.mine DETACH DELETE n", nil)
		})
	}
}

func network(t *testing.T, actors []graph.Actor) *graph.Network {
	t.Helper()
	n, err := graph.New(nil, actors, nil)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// What a user has changed in the graph itself is put right.
func TestPublishMends(t *testing.T) {
	s, n := openShown(t), exampleNetwork(t)
	s.publish(t, atOnce, n)
	want := s.dump(t)
	for _, damage := range []string{
		"MATCH (p:Project) WITH p ORDER BY p.name LIMIT 10 DETACH DELETE p",
		"MATCH ()-[r:TAKES_PART]->() WITH r LIMIT 10 DELETE r",
		"MATCH (a:Actor)-[:TAKES_PART]->(p:Project) WITH a, p LIMIT 10 CREATE (a)-[:TAKES_PART {part: 'lead'}]->(p)",
		"MATCH (p:Project) WITH p LIMIT 10 SET p.from = 'soon', p.fund = null",
		"CREATE (:Actor {hankeverkkoId: 'made up'})-[:TAKES_PART]->(:Project {hankeverkkoId: 'made up'})",
	} {
		s.run(t, damage, nil)
		if differ(want, s.dump(t)) == "" {
			t.Errorf("%s does no damage", damage)
		}
		s.publish(t, atOnce, n)
		if d := differ(want, s.dump(t)); d != "" {
			t.Errorf("%s is not mended: %s", damage, d)
		}
	}
}

// A network of another revision is refused and changes nothing.
func TestPublishAtAnotherRevision(t *testing.T) {
	s := openShown(t)
	s.publish(t, atOnce, network(t, []graph.Actor{{ID: "a"}}))
	before := s.dump(t)
	for _, limit := range []int{atOnce, beside} {
		_, err := s.store.PublishWithin(t.Context(), limit, "0123456789abcdef", network(t, nil))
		if !errors.Is(err, graph.ErrConflict) {
			t.Errorf("%v", err)
		}
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if err := s.store.Publish(ended, s.revision, network(t, nil)); !errors.Is(err, context.Canceled) {
		t.Errorf("a context that has ended: %v", err)
	}
	if d := differ(before, s.dump(t)); d != "" {
		t.Error(d)
	}
}

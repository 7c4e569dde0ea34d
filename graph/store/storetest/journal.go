package storetest

import (
	"fmt"
	"testing"
	"time"

	"hankeverkko/graph"
)

func journal(t *testing.T, f Fixture) {
	s := f.open(t)
	var want []graph.Decision
	days := [...]graph.Date{0, 20100101, 20191231}
	for _, kind := range graph.DecisionKinds() {
		for i, text := range awkward[:8] {
			d := graph.Decision{
				Kind: kind, Project: graph.ProjectID(text), Value: text, Lang: text, Who: "curator" + text, Why: text,
				From: days[i%3], To: days[(i+1)%3],
				At: noon.Add(time.Duration(len(awkward)-i) * time.Hour),
			}
			if i > 0 {
				d.Actors = []graph.ActorID{"fi:0201256-6", graph.ActorID(text)}
			}
			before := s.revision()
			s.must(s.Append(ctx(), d))
			if s.revision() == before {
				t.Errorf("decision %d did not change the revision", len(want))
			}
			want = append(want, d)
		}
	}
	got, err := s.Journal(ctx())
	s.must(err)
	s.same("journal", got, want)
	s.sound()

	abroad := noon.In(time.FixedZone("", -5*3600))
	s.must(s.Append(ctx(), graph.Decision{Kind: graph.DecideName, Actors: []graph.ActorID{}, At: abroad}))
	got, err = s.Journal(ctx())
	s.must(err)
	s.same("time in another zone", got[len(want)], graph.Decision{Kind: graph.DecideName, At: noon})
	s.same("zone", got[len(want)].At.Location().String(), "UTC")

	one, other := f.open(t), f.open(t)
	for i := range 2 {
		one.append(fmt.Sprint(i))
		other.append(fmt.Sprint(1 - i))
	}
	if one.revision() == other.revision() {
		t.Error("the order of decisions is no part of the revision")
	}
}

func documents(t *testing.T, f Fixture) {
	s := f.open(t)
	before := s.revision()
	first := s.put(graph.Document{Kind: "view", ID: "b", Body: []byte(` {"ä": [1.50, "<x>"]}`)})
	s.same("first version", first, graph.Document{Kind: "view", ID: "b", Version: 1, Body: []byte(` {"ä": [1.50, "<x>"]}`)})
	for _, version := range []int{0, 2, -1} {
		_, err := s.PutDocument(ctx(), graph.Document{Kind: "view", ID: "b", Version: version, Body: []byte("2")})
		s.refuses(fmt.Sprintf("version %d", version), err, graph.ErrConflict)
	}
	_, err := s.PutDocument(ctx(), graph.Document{Kind: "view", ID: "new", Version: 1, Body: []byte("2")})
	s.refuses("a new document with a version", err, graph.ErrConflict)
	first.Body = []byte("null")
	second := s.put(first)
	s.same("second version", second, graph.Document{Kind: "view", ID: "b", Version: 2, Body: []byte("null")})
	got, err := s.Document(ctx(), "view", "b")
	s.must(err)
	s.same("document", got, second)

	ä := s.put(graph.Document{Kind: "view", ID: "ä", Body: []byte("1")})
	a := s.put(graph.Document{Kind: "view", ID: "a", Body: []byte("1")})
	share := s.put(graph.Document{Kind: "share", ID: "b", Body: []byte("1")})
	for kind, want := range map[string][]graph.Document{"view": {a, second, ä}, "share": {share}, "vie": nil} {
		list, err := s.Documents(ctx(), kind)
		s.must(err)
		s.same("documents of kind "+kind, list, want)
	}
	_, err = s.Document(ctx(), "share", "a")
	s.refuses("a document of another kind", err, graph.ErrNotFound)
	s.same("revision", s.revision(), before)
}

package review

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/graph"
	"hankeverkko/graph/identity/candidate"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/memory"
)

func keeperOf(t *testing.T, names ...string) (*Keeper, store.Store) {
	t.Helper()
	var records []graph.Record
	for i, name := range names {
		records = append(records, graph.NewRecord("s", graph.ProjectID(fmt.Sprintf("s:%d", i)), fmt.Sprint(i), graph.Cells{graph.FieldActor: name}, i+1))
	}
	s := memory.Open()
	if err := commit(s, records); err != nil {
		t.Fatal(err)
	}
	return NewKeeper(s, time.Now), s
}

func commit(s store.Store, records []graph.Record) error {
	base, err := s.Revision(context.Background())
	if err != nil {
		return err
	}
	_, err = s.Commit(context.Background(), base, store.Commit{
		Source: graph.Source{ID: "s", Name: "S"}, Change: graph.Diff(nil, records, false), Run: graph.Run{File: "s.csv"},
	})
	return err
}

var many = []string{
	"Lapin ammattikorkeakoulu Oy", "Lapin ammattikorkeakoulu", "Lapin amk", "Kynnys ry", "Kynnys", "Oulun yliopisto", "Oulun yliopisto / Thule-instituutti",
	"Helsingin yliopisto", "Helsingin yliopisto, Ruralia-instituutti", "Oulunkaaren kuntayhtymä", "Oulunkaaren ky", "Lapin yliopsito", "Lapin yliopisto",
}

// Right after each decision, and when everything is made anew, the desk is the
// one that reading the store again gives.
func TestDeskAfterDecisions(t *testing.T) {
	k, s := keeperOf(t, many...)
	desk, err := k.Desk(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	waiting := desk.Pairs()
	if len(waiting) < 6 {
		t.Fatalf("only %d pairs", len(waiting))
	}
	for i, p := range waiting {
		d := p.Decision("curator", "")
		if i%3 == 2 {
			d = graph.Decision{Kind: graph.DecideKeepApart, Actors: []graph.ActorID{p.A, p.B}, Who: "curator"}
		}
		made, err := k.Decide(t.Context(), d)
		if err != nil {
			t.Fatalf("%v: %v", d, err)
		}
		revision, err := s.Revision(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if made.Number != i+1 || made.Desk.Revision != revision {
			t.Errorf("entry %d at %s, want %d at %s", made.Number, made.Desk.Revision, i+1, revision)
		}
		for _, open := range made.Desk.Pairs() {
			if open.A == p.A && open.B == p.B {
				t.Errorf("what was decided is still proposed: %v", p)
			}
		}
		anew, err := Open(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(anew.Ledger.Entries(), made.Desk.Ledger.Entries()); diff != "" {
			t.Error(diff)
		}
	}
	anew, err := Open(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	want := anew.Pairs()
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		desk, err := k.Desk(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		desk.lock.Lock()
		done := desk.done
		desk.lock.Unlock()
		if done && !desk.ahead {
			if diff := cmp.Diff(want, desk.Pairs()); diff != "" {
				t.Error(diff)
			}
			return
		}
		if time.Now().After(end) {
			t.Fatal("the desk is never made anew")
		}
	}
}

// Other processes write as well: what they changed is read.
func TestDeskSeesWhatOthersWrote(t *testing.T) {
	k, s := keeperOf(t, many...)
	desk, err := k.Desk(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	desk.Pairs()
	if err := s.Append(t.Context(), graph.Decision{Kind: graph.DecideMerge, Actors: []graph.ActorID{"name:kynnys", "name:kynnys ry"}, Who: "another"}); err != nil {
		t.Fatal(err)
	}
	_, err = k.Decide(t.Context(), graph.Decision{Kind: graph.DecideMerge, Actors: []graph.ActorID{"name:kynnys", "name:kynnys ry"}, Who: "curator"})
	if _, code, _, ok := Refusal("fi", err, false); !ok || code != "same-actor" {
		t.Errorf("%v", err)
	}
	if err := commit(s, []graph.Record{graph.NewRecord("s", "s:new", "new", graph.Cells{graph.FieldActor: "Uusi ry"}, 99)}); err != nil {
		t.Fatal(err)
	}
	if _, err := k.Decide(t.Context(), graph.Decision{Kind: graph.DecideActorKind, Actors: []graph.ActorID{"Uusi ry"}, Value: "association", Who: "curator"}); err != nil {
		t.Errorf("an actor of a new import is not known: %v", err)
	}
	if _, err := k.Decide(t.Context(), graph.Decision{Kind: graph.DecideMerge, Actors: []graph.ActorID{"Uusi ry", "Olematon"}, Who: "curator"}); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("%v", err)
	}
}

// Curators decide at the same time as others read.
func TestDeskInParallel(t *testing.T) {
	k, s := keeperOf(t, many...)
	desk, err := k.Desk(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	pairs := desk.Pairs()
	var wait sync.WaitGroup
	for _, p := range pairs {
		wait.Go(func() {
			if _, err := k.Decide(context.Background(), p.Decision("curator", "")); err != nil {
				t.Errorf("%v: %v", p, err)
			}
		})
		wait.Go(func() {
			desk, err := k.Desk(context.Background())
			if err != nil {
				t.Error(err)
				return
			}
			_, reasons := desk.Candidates(Filter{Reason: candidate.LegalForm, Text: "lapin"})
			_ = fmt.Sprint(reasons, len(desk.Ledger.Entries()))
		})
	}
	wait.Wait()
	journal, err := s.Journal(t.Context())
	if err != nil || len(journal) != len(pairs) {
		t.Errorf("%d entries, want %d: %v", len(journal), len(pairs), err)
	}
}

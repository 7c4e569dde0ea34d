package server

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"testing/synctest"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/server/api"
)

// slowStore lets a test act while a commit is on its way.
type slowStore struct {
	Store
	begun, go_ chan struct{}
}

func (s *slowStore) Commit(ctx context.Context, base graph.Revision, c store.Commit) (graph.Run, error) {
	s.begun <- struct{}{}
	<-s.go_
	return s.Store.Commit(ctx, base, c)
}

// An import that is dropped while it is stored does not take the server down.
func TestDroppedWhileStoring(t *testing.T) {
	open := sheetServer(t, "Hanke A;Lapin liitto;;")
	slow := &slowStore{open.store, make(chan struct{}), make(chan struct{})}
	s := serverWith(t, open.live, slow, fstest.MapFS{})
	i := read(t, s, api.ImportOptions{}, "uusi.csv\nhanke;toimija\nHanke B;Redu\n", "toinen.csv\nhanke;toimija\nHanke C;Redu\n")
	if len(i.Sources) != 2 {
		t.Fatalf("%+v", i)
	}
	if code := send(t, s, http.MethodPost, "/imports/"+i.Id+"/commit", nil).Code; code != http.StatusAccepted {
		t.Fatal(code)
	}
	<-slow.begun
	d, err := s.drafts.find(i.Id)
	if err != nil {
		t.Fatal(err)
	}
	var watching sync.WaitGroup
	watching.Go(func() { // as a page does, all the while
		for range 50 {
			s.shown(d, "fi")
		}
	})
	if code := send(t, s, http.MethodDelete, "/imports/"+i.Id, nil).Code; code != http.StatusNoContent {
		t.Fatal(code)
	}
	close(slow.go_)
	watching.Wait()
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(time.Millisecond) {
		if _, running, _ := d.job(); !running {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("it goes on and on")
		}
	}
	if code := curated(s, "/sources").Code; code != http.StatusOK {
		t.Errorf("afterwards %d", code)
	}
}

// A fault of the program ends the import it is in, and nothing else.
func TestFaultInAnImport(t *testing.T) {
	d := newDraft("fi", nil, nil, time.Time{})
	if err := d.start(newAside(slog.New(slog.DiscardHandler)), stateReading, nil, func(context.Context) error { panic("unforeseen") }); err != nil {
		t.Fatal(err)
	}
	for {
		job, running, step := d.job()
		if !running {
			if job.State != stateFailed {
				t.Errorf("state %s", job.State)
			}
			return
		}
		<-step
	}
}

// What was agreed to is what is stored: between consent and storing nothing is read anew.
func TestOneStepAtATime(t *testing.T) {
	d := newDraft("fi", nil, nil, time.Time{})
	aside := newAside(slog.New(slog.DiscardHandler))
	refused := errors.New("refused")
	if err := d.start(aside, stateCommitting, func() error { return refused }, nil); !errors.Is(err, refused) {
		t.Errorf("a step that may not begin: %v", err)
	}
	hold := make(chan struct{})
	if err := d.start(aside, stateReading, nil, func(context.Context) error { <-hold; return nil }); err != nil {
		t.Fatal(err)
	}
	if err := d.start(aside, stateCommitting, nil, nil); !errors.Is(err, graph.ErrConflict) {
		t.Errorf("a second step: %v", err)
	}
	close(hold)
}

// An import that nobody looks at is forgotten by itself.
func TestIdleDraftsGo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		all := newDrafts(time.Now)
		defer all.close()
		d := newDraft("fi", nil, nil, time.Now())
		if err := all.add(d); err != nil {
			t.Fatal(err)
		}
		time.Sleep(draftLife - time.Minute)
		if _, err := all.find(d.id); err != nil {
			t.Fatalf("after a while: %v", err)
		}
		time.Sleep(draftLife - time.Minute)
		if len(all.list()) != 1 {
			t.Fatal("a look does not keep it")
		}
		time.Sleep(2 * time.Minute)
		synctest.Wait()
		if left := all.list(); len(left) != 0 {
			t.Errorf("%d left", len(left))
		}
	})
}

func TestTooManyImports(t *testing.T) {
	all := newDrafts(clock)
	defer all.close()
	for range mostDrafts {
		if err := all.add(newDraft("fi", nil, nil, clock())); err != nil {
			t.Fatal(err)
		}
	}
	err := all.add(newDraft("fi", nil, nil, clock()))
	if p := problemOf(err, "fi"); p.Status != http.StatusServiceUnavailable || !strings.Contains(p.Detail, "20") {
		t.Errorf("%+v", p)
	}
}

// The end of a server stops what runs aside and waits for it; nothing begins after it.
func TestWorkAsideEndsFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, d := newAside(slog.New(slog.DiscardHandler)), newDraft("fi", nil, nil, time.Time{})
		ended := false
		work := func(ctx context.Context) error {
			<-ctx.Done()
			time.Sleep(time.Second) // to put things back
			ended = true
			return ctx.Err()
		}
		if err := d.start(a, stateReading, nil, work); err != nil {
			t.Fatal(err)
		}
		a.close()
		if job, running, _ := d.job(); !ended || running || job.State != stateCancelled {
			t.Errorf("ended %t, running %t, %s", ended, running, job.State)
		}
		if err := d.start(a, stateReading, nil, work); !errors.Is(err, graph.ErrUnavailable) {
			t.Errorf("after the end: %v", err)
		}
	})
}

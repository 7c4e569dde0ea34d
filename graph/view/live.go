package view

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/lens"
	"hankeverkko/graph/store"
)

// Live keeps the view of a store current. Readers never wait for the store:
// they get the last view, with word of how fresh it is.
type Live struct {
	reader  store.Reader
	log     *slog.Logger
	now     func() time.Time
	refresh sync.Mutex // one refresh at a time
	current atomic.Pointer[state]
	topics  *kept[texts, *lens.Topics]
}

type state struct {
	view    *View // the edition that everybody sees first
	all     *Editions
	checked time.Time // when the store last confirmed the revision
	failure error
}

// Freshness says how far the view can be trusted to be the newest.
type Freshness struct {
	// Stale is true when the store could not be asked; Age is the time since
	// it last could.
	Stale bool
	Age   time.Duration
}

// NewLive returns a Live without a view: call Refresh first.
func NewLive(reader store.Reader, log *slog.Logger, now func() time.Time) *Live {
	l := &Live{reader: reader, log: log, now: now, topics: newKept[texts, *lens.Topics](keptTopics)}
	l.current.Store(&state{})
	return l
}

// Current returns the last view. Before the first one it is graph.ErrUnavailable.
func (l *Live) Current() (*View, Freshness, error) {
	s := l.current.Load()
	if s.view == nil {
		return nil, Freshness{}, fmt.Errorf("no view yet: %w", graph.ErrUnavailable)
	}
	return s.view, Freshness{Stale: s.failure != nil, Age: l.now().Sub(s.checked)}, nil
}

// Edition returns the last view in another edition, which is made when it is
// asked for first. Before the first view it is graph.ErrUnavailable.
func (l *Live) Edition(ctx context.Context, e Edition) (*View, error) {
	s := l.current.Load()
	if s.view == nil {
		return nil, fmt.Errorf("no view yet: %w", graph.ErrUnavailable)
	}
	return s.all.View(ctx, e)
}

// Runs lists the changes to each source of a view, newest first.
func (l *Live) Runs(ctx context.Context, v *View) (map[graph.SourceID][]graph.Run, error) {
	return store.RunsOf(ctx, l.reader, v.Sources)
}

// Normal leaves out of an edition what makes no difference to the data.
func (l *Live) Normal(e Edition) Edition {
	if s := l.current.Load(); s.view != nil {
		return s.all.Normal(e)
	}
	return e
}

// A store that does not tell its revision within checkPatience counts as away.
// Reading it and computing a view may take longer, for large data.
const (
	checkPatience = 3 * time.Second
	loadPatience  = 5 * time.Minute
)

// Refresh asks the store for its revision and loads a new view when it has
// changed. On an error the last view stays.
func (l *Live) Refresh(ctx context.Context) error {
	l.refresh.Lock()
	defer l.refresh.Unlock()
	last := l.current.Load()
	next := &state{view: last.view, all: last.all, checked: last.checked}
	check, cancel := context.WithTimeout(ctx, checkPatience)
	defer cancel()
	revision, err := l.reader.Revision(check)
	if err != nil && ctx.Err() == nil && check.Err() != nil {
		err = store.Troubled(store.TroubleAway, fmt.Errorf("no revision within %v (%v): %w", checkPatience, err, graph.ErrUnavailable))
	}
	if err == nil && (last.view == nil || last.view.Revision != revision) {
		load, cancel := context.WithTimeout(ctx, loadPatience)
		defer cancel()
		next.all, next.view, err = l.load(load)
	}
	if err != nil {
		next.view, next.all, next.failure = last.view, last.all, err
		if last.failure == nil || store.TroubleOf(last.failure) != store.TroubleOf(err) {
			l.log.Warn("the store is out of reach; what was read last is served", "error", err)
		}
	} else {
		next.checked = l.now()
		if last.failure != nil {
			l.log.Info("the store answers again")
		}
		if last.view != nil && last.view.Revision != next.view.Revision {
			l.log.Info("new data revision", "revision", next.view.Revision, "projects", len(next.view.whole.Projects))
		}
	}
	l.current.Store(next)
	if next.all != nil && next.all != last.all {
		go l.prepare(context.WithoutCancel(ctx), next.all)
	}
	return err
}

// pause lets readers of a new revision go first.
const pause = 10 * time.Second

// prepare makes what is asked for next: the edition of who may write, and,
// when readers have had their turn, the one with aid, whose topics take long.
func (l *Live) prepare(ctx context.Context, all *Editions) {
	_, _ = all.View(ctx, Edition{Named: true}) // a failure is not kept
	if all.Normal(Edition{}).Aid == AidWith {
		return
	}
	time.Sleep(pause)
	if l.current.Load().all == all {
		_, _ = all.View(ctx, Edition{Aid: AidWith})
	}
}

func (l *Live) load(ctx context.Context) (*Editions, *View, error) {
	c, err := store.ReadAll(ctx, l.reader)
	if err != nil {
		return nil, nil, err
	}
	all, err := newEditions(l.reader, c, l.topics, false)
	if err != nil {
		return nil, nil, err
	}
	view, err := all.View(ctx, Edition{})
	return all, view, err
}

// Watch refreshes at every tick until ctx ends.
func (l *Live) Watch(ctx context.Context, every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			_ = l.Refresh(ctx) // kept in the state and logged there
		}
	}
}

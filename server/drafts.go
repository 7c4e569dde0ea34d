package server

import (
	"context"
	"fmt"
	"os"
	"slices"
	"sync"
	"time"

	"hankeverkko/graph"
)

// Limits of imports in the browser.
const (
	mostDrafts    = 20
	draftLife     = 30 * time.Minute
	readingAtOnce = 2
)

// errTooManyDrafts asks to finish some first.
var errTooManyDrafts = fmt.Errorf("too many imports under way: %w", graph.ErrUnavailable)

// drafts are the imports that are under way. They live in memory, their files
// in a folder that only this program may read, and neither outlives it.
type drafts struct {
	now     func() time.Time
	reading chan struct{} // a place for each that reads

	mu    sync.Mutex
	all   map[string]*draft
	dir   string
	gone  bool
	sweep *time.Timer
}

func newDrafts(now func() time.Time) *drafts {
	return &drafts{now: now, reading: make(chan struct{}, readingAtOnce), all: map[string]*draft{}}
}

// room tells whether one more may begin.
func (d *drafts) room() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.full()
}

// full is called with the lock held.
func (d *drafts) full() error {
	switch {
	case d.gone:
		return graph.ErrUnavailable
	case len(d.all) >= mostDrafts:
		return errTooManyDrafts
	}
	return nil
}

// add takes a draft in.
func (d *drafts) add(one *draft) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.full(); err != nil {
		return err
	}
	d.all[one.id] = one
	d.watch()
	return nil
}

// watch has those that nobody looks at forgotten, also when nobody asks for
// anything. It is called with the lock held.
func (d *drafts) watch() {
	if d.sweep != nil {
		d.sweep.Stop()
		d.sweep = nil
	}
	if len(d.all) == 0 || d.gone {
		return
	}
	next := draftLife
	for id, one := range d.all {
		idle := one.idleSince(d.now())
		if idle >= draftLife {
			one.forget()
			delete(d.all, id)
			continue
		}
		next = min(next, draftLife-idle)
	}
	d.sweep = time.AfterFunc(next, func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.watch()
	})
}

// find returns a draft and keeps it alive.
func (d *drafts) find(id string) (*draft, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	found, ok := d.all[id]
	if !ok {
		return nil, graph.ErrNotFound
	}
	found.touch(d.now())
	return found, nil
}

func (d *drafts) list() []*draft {
	d.mu.Lock()
	defer d.mu.Unlock()
	var all []*draft
	for _, x := range d.all {
		all = append(all, x)
	}
	slices.SortFunc(all, func(a, b *draft) int { return b.began.Compare(a.began) })
	return all
}

// drop stops a draft and forgets it with its files.
func (d *drafts) drop(id string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	found, ok := d.all[id]
	if !ok {
		return graph.ErrNotFound
	}
	found.forget()
	delete(d.all, id)
	return nil
}

// close forgets all drafts.
func (d *drafts) close() {
	d.mu.Lock()
	defer d.mu.Unlock()
	for id, old := range d.all {
		old.forget()
		delete(d.all, id)
	}
	d.gone = true
	d.watch()
	if d.dir != "" {
		_ = os.RemoveAll(d.dir) // best effort: the next start tries again
	}
}

// takePlace waits for one of the places to read, so that large files do not
// fill the memory together.
func (d *drafts) takePlace(ctx context.Context) (leave func(), err error) {
	select {
	case d.reading <- struct{}{}:
		return func() { <-d.reading }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

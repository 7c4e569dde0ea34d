package server

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"hankeverkko/graph"
	"hankeverkko/importer"
	"hankeverkko/importer/intake"
	"hankeverkko/server/api"
)

// draft is one import, from the upload to the report. What stands above the
// lock never changes.
type draft struct {
	id    string
	files []upload
	undo  *undoing // for taking back; then there are no files
	lang  string
	began time.Time

	mu      sync.Mutex
	touched time.Time
	progress
	running bool
	stop    context.CancelFunc
	step    chan struct{} // closed at every step, then another
}

// progress is what has become of a draft so far. Slices and what they point to
// are replaced, never changed.
type progress struct {
	options api.ImportOptions
	state   string
	stage   string
	rows    int
	moved   bool
	fault   error
	reads   []*importer.Reading
	seen    []importer.Preview
	plans   []*intake.Plan
	meets   intake.Options
}

type undoing struct {
	source graph.SourceID
	run    graph.RunID
}

// The states and stages of a draft, as the contract names them.
const (
	stateReading    = "reading"
	stateReady      = "ready"
	stateCommitting = "committing"
	stateDone       = "done"
	stateFailed     = "failed"
	stateCancelled  = "cancelled"

	stageWaiting   = "waiting"
	stageReading   = "reading"
	stageComparing = "comparing"
	stageStoring   = "storing"
	stageShowing   = "showing"
)

func newDraft(lang string, files []upload, undo *undoing, now time.Time) *draft {
	return &draft{
		id: strings.ToLower(rand.Text()), files: files, undo: undo, lang: lang, began: now, touched: now,
		progress: progress{state: stateReading, stage: stageWaiting}, step: make(chan struct{}), stop: func() {},
	}
}

// now returns what has become of the draft.
func (d *draft) now() progress {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.progress
}

// set changes a draft under its lock and tells those who follow it.
func (d *draft) set(change func(p *progress)) {
	d.mu.Lock()
	defer d.mu.Unlock()
	change(&d.progress)
	d.tell()
}

// tell is called with the lock held.
func (d *draft) tell() {
	close(d.step)
	d.step = make(chan struct{})
}

func (d *draft) touch(now time.Time) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.touched = now
}

func (d *draft) idleSince(now time.Time) time.Duration {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.running {
		return 0
	}
	return now.Sub(d.touched)
}

// cancel stops what runs. What is being stored is stored whole or not at all.
func (d *draft) cancel() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.stop()
}

// forget stops what runs and removes the files.
func (d *draft) forget() {
	d.cancel()
	discard(d.files)
	d.set(func(p *progress) {
		p.reads, p.plans = nil, nil
		if p.state != stateDone {
			p.state = stateCancelled
		}
	})
}

// start runs a step of a draft aside, one at a time, when may, if given, has
// nothing against it. What goes wrong is kept in the draft, a fault of the
// program too: it must not take the server down.
func (d *draft) start(aside *aside, state string, may func() error, work func(ctx context.Context) error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.running {
		return graph.ErrConflict
	}
	if may != nil {
		if err := may(); err != nil {
			return err
		}
	}
	ctx, stop := context.WithCancel(aside.ctx)
	err := aside.run(func() { // what it does to the draft waits for the lock
		defer stop()
		err := guarded(ctx, aside.log, work)
		d.mu.Lock()
		defer d.mu.Unlock()
		d.running = false
		switch {
		case err == nil, d.state == stateDone:
		case ctx.Err() != nil:
			d.state = stateCancelled
		default:
			d.state, d.fault = stateFailed, err
		}
		d.tell()
	})
	if err != nil {
		stop()
		return err
	}
	d.running, d.stop, d.state, d.stage, d.fault, d.moved = true, stop, state, stageWaiting, nil, false
	d.tell()
	return nil
}

func guarded(ctx context.Context, log *slog.Logger, work func(ctx context.Context) error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			log.Error("panic in an import", "error", fault, "stack", string(debug.Stack()))
			err = fmt.Errorf("panic: %v", fault)
		}
	}()
	return work(ctx)
}

package server

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"hankeverkko/graph"
	"hankeverkko/importer"
	"hankeverkko/importer/intake"
	"hankeverkko/server/api"
)

// Limits of imports in the browser.
const (
	maxUpload     = 200 << 20 // bytes of all files of an import
	maxUploads    = 100       // files of an import
	maxOptions    = 200 << 10
	mostDrafts    = 20
	draftLife     = 30 * time.Minute
	readingAtOnce = 2
	uploadPrefix  = "hankeverkko-import-"
)

// drafts are the imports that are under way. They live in memory, their files
// in a folder that only this program may read, and neither outlives it.
type drafts struct {
	now     func() time.Time
	reading chan struct{} // a place for each that reads

	mu   sync.Mutex
	all  map[string]*draft
	dir  string
	gone bool
}

func newDrafts(now func() time.Time) *drafts {
	return &drafts{now: now, reading: make(chan struct{}, readingAtOnce), all: map[string]*draft{}}
}

// draft is one import, from the upload to the report.
type draft struct {
	id      string
	files   []upload
	undo    *undoing // for taking back; then there are no files
	mu      sync.Mutex
	began   time.Time
	touched time.Time
	options api.ImportOptions
	lang    string
	state   string
	stage   string
	rows    int
	moved   bool
	fault   error
	reads   []*importer.Reading
	seen    []importer.Preview
	plans   []*intake.Plan
	meets   intake.Options
	running bool
	stop    context.CancelFunc
	step    chan struct{} // closed at every step, then another
}

type upload struct {
	name, path string
	bytes      int64
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

// errTooManyDrafts asks to finish some first.
var errTooManyDrafts = fmt.Errorf("too many imports under way: %w", graph.ErrUnavailable)

// open makes a draft and takes the files of an upload in.
func (d *drafts) open(lang string) (*draft, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.gone {
		return nil, graph.ErrUnavailable
	}
	now := d.now()
	for id, old := range d.all {
		if old.idleSince(now) > draftLife {
			old.forget()
			delete(d.all, id)
		}
	}
	if len(d.all) >= mostDrafts {
		return nil, errTooManyDrafts
	}
	fresh := &draft{
		id: strings.ToLower(rand.Text()), lang: lang, began: now, touched: now,
		state: stateReading, stage: stageWaiting, step: make(chan struct{}), stop: func() {},
	}
	d.all[fresh.id] = fresh
	return fresh, nil
}

// find returns a draft and keeps it alive.
func (d *drafts) find(id string) (*draft, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	found, ok := d.all[id]
	if !ok {
		return nil, graph.ErrNotFound
	}
	found.mu.Lock()
	found.touched = d.now()
	found.mu.Unlock()
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
	if d.dir != "" {
		_ = os.RemoveAll(d.dir) // best effort: the next start tries again
	}
}

// folder is where uploads lie, made at the first. What a program that is no
// more has left behind goes.
func (d *drafts) folder() (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.dir != "" {
		return d.dir, nil
	}
	old, err := filepath.Glob(filepath.Join(os.TempDir(), uploadPrefix+"*"))
	if err != nil {
		return "", err
	}
	for _, dir := range old {
		number, _, _ := strings.Cut(strings.TrimPrefix(filepath.Base(dir), uploadPrefix), "-")
		if pid, err := strconv.Atoi(number); err == nil && !alive(pid) {
			_ = os.RemoveAll(dir)
		}
	}
	d.dir, err = os.MkdirTemp("", uploadPrefix+strconv.Itoa(os.Getpid())+"-")
	return d.dir, err
}

func alive(pid int) bool {
	process, err := os.FindProcess(pid)
	return err == nil && process.Signal(syscall.Signal(0)) == nil
}

// receive writes the parts of an upload into files of a draft.
func (d *drafts) receive(into *draft, parts *multipart.Reader) (options []byte, err error) {
	dir, err := d.folder()
	if err != nil {
		return nil, err
	}
	left := int64(maxUpload)
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return options, nil
		}
		if err != nil {
			return nil, fmt.Errorf("upload: %v: %w", err, graph.ErrInvalid)
		}
		switch part.FormName() {
		case "options":
			if options, err = io.ReadAll(io.LimitReader(part, maxOptions)); err != nil {
				return nil, fmt.Errorf("upload: %v: %w", err, graph.ErrInvalid)
			}
		case "file":
			if len(into.files) >= maxUploads {
				return nil, &importer.FileError{File: part.FileName(), Code: "too-many-files", Values: map[string]any{"limit": maxUploads}}
			}
			f, err := keep(dir, part, min(left, importer.MaxBytes))
			if err != nil {
				return nil, err
			}
			left -= f.bytes
			into.files = append(into.files, f)
		}
	}
}

// keep writes one part into a file of its own, named by chance.
func keep(dir string, part *multipart.Part, most int64) (u upload, err error) {
	file, err := os.OpenFile(filepath.Join(dir, strings.ToLower(rand.Text())), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return u, err
	}
	defer func() {
		if failed := file.Close(); err == nil {
			err = failed
		}
		if err != nil {
			_ = os.Remove(file.Name())
		}
	}()
	u = upload{name: part.FileName(), path: file.Name()}
	if u.bytes, err = io.Copy(file, io.LimitReader(part, most+1)); err != nil {
		return u, fmt.Errorf("upload: %v: %w", err, graph.ErrInvalid)
	}
	if u.bytes > most {
		return u, &importer.FileError{File: u.name, Code: "too-large", Values: map[string]any{"limit": most >> 20}}
	}
	return u, nil
}

func (d *draft) idleSince(now time.Time) time.Duration {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.running {
		return 0
	}
	return now.Sub(d.touched)
}

// forget stops what runs and removes the files.
func (d *draft) forget() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.stop()
	for _, f := range d.files {
		_ = os.Remove(f.path) // the folder goes at the end
	}
	d.reads, d.plans = nil, nil
	if d.state != stateDone {
		d.state = stateCancelled
	}
	d.tell()
}

// set changes a draft under its lock and tells those who follow it.
func (d *draft) set(change func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	change()
	d.tell()
}

// tell is called with the lock held.
func (d *draft) tell() {
	close(d.step)
	d.step = make(chan struct{})
}

// start runs a step of a draft aside, one at a time. What goes wrong is kept in
// the draft.
func (d *draft) start(state string, work func(ctx context.Context) error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.running {
		return graph.ErrConflict
	}
	ctx, stop := context.WithCancel(context.Background())
	d.running, d.stop, d.state, d.stage, d.fault, d.moved = true, stop, state, stageWaiting, nil, false
	d.tell()
	go func() {
		err := work(ctx)
		d.set(func() {
			d.running = false
			switch {
			case err == nil, d.state == stateDone:
			case ctx.Err() != nil:
				d.state = stateCancelled
			default:
				d.state, d.fault = stateFailed, err
			}
		})
		stop()
	}()
	return nil
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

package review

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

// idle is how long a desk that nobody works on is kept: it holds all records.
const idle = 15 * time.Minute

// Store is what a desk needs of a store.
type Store interface {
	store.Reader
	Append(ctx context.Context, d graph.Decision) error
}

// Keeper keeps the desk of the newest revision and writes decisions, one at a
// time.
type Keeper struct {
	store   Store
	clock   func() time.Time
	writing sync.Mutex
	reading sync.Mutex
	desk    *Desk
	runs    []graph.RunID // newest of each source, when the desk was read
	away    *time.Timer
	// renewing tells that the network of the newest desk is being made.
	renewing bool
}

// NewKeeper returns a keeper that has read nothing yet.
func NewKeeper(s Store, now func() time.Time) *Keeper { return &Keeper{store: s, clock: now} }

// Desk returns the desk of the store as it is now. Right after a decision its
// network may still be that of before.
func (k *Keeper) Desk(ctx context.Context) (*Desk, error) {
	k.reading.Lock()
	defer k.reading.Unlock()
	return k.now(ctx, true)
}

// now needs the lock. Ahead lets a desk serve whose network is not made anew yet.
func (k *Keeper) now(ctx context.Context, ahead bool) (*Desk, error) {
	revision, err := k.store.Revision(ctx)
	if err != nil {
		return nil, err
	}
	if k.desk == nil || k.desk.Revision != revision || k.desk.ahead && !ahead {
		if err := k.read(ctx); err != nil {
			return nil, err
		}
	}
	if k.away != nil {
		k.away.Stop()
	}
	k.away = time.AfterFunc(idle, func() {
		k.reading.Lock()
		defer k.reading.Unlock()
		k.desk = nil
	})
	return k.desk, nil
}

// read makes the desk anew. Where only decisions came, the records are not
// read again.
func (k *Keeper) read(ctx context.Context) error {
	last := k.desk
	if last != nil {
		if again, err := k.decided(ctx, last); err != nil || again != nil {
			if err == nil {
				k.desk = again
			}
			return err
		}
	}
	runs, err := k.newest(ctx)
	if err != nil {
		return err
	}
	desk, err := Open(ctx, k.store)
	if err != nil {
		return err
	}
	k.desk, k.runs = desk, runs
	return nil
}

// decided returns the desk with what was added to the journal, nil when
// records changed as well.
func (k *Keeper) decided(ctx context.Context, last *Desk) (*Desk, error) {
	revision, err := k.store.Revision(ctx)
	if err != nil {
		return nil, err
	}
	journal, err := k.store.Journal(ctx)
	if err != nil {
		return nil, err
	}
	runs, err := k.newest(ctx)
	if err != nil {
		return nil, err
	}
	after, err := k.store.Revision(ctx)
	if err != nil {
		return nil, err
	}
	if after != revision || !slices.Equal(runs, k.runs) {
		return nil, nil
	}
	content := *last.content
	content.Revision, content.Journal = revision, journal
	return newDesk(&content, last.known())
}

// newest returns the newest run of each source.
func (k *Keeper) newest(ctx context.Context) ([]graph.RunID, error) {
	sources, err := k.store.Sources(ctx)
	if err != nil {
		return nil, err
	}
	runs, err := store.RunsOf(ctx, k.store, sources)
	if err != nil {
		return nil, err
	}
	var newest []graph.RunID
	for _, s := range sources {
		if own := runs[s.ID]; len(own) > 0 {
			newest = append(newest, own[0].ID)
		}
	}
	return newest, nil
}

// Made is a decision that was written.
type Made struct {
	Desk   *Desk // after it
	Number int
	// TwoNumbers are the business ids of bodies that were merged although each
	// has one of its own: a person may.
	TwoNumbers []string
}

// Decide writes a decision when it fits: as Check of an identity.Ledger says.
// Actors may be named as people write them.
func (k *Keeper) Decide(ctx context.Context, d graph.Decision) (*Made, error) {
	k.writing.Lock()
	defer k.writing.Unlock()
	desk, err := k.deskFor(ctx, d)
	if err != nil {
		return nil, err
	}
	d.Actors = slices.Clone(d.Actors)
	for i, written := range d.Actors {
		if d.Actors[i], err = desk.Ledger.Find(string(written)); err != nil {
			return nil, &UnclearActor{string(written), err}
		}
	}
	if err := desk.Ledger.Check(d); err != nil {
		return nil, err
	}
	made := &Made{TwoNumbers: desk.twoNumbers(d)}
	d.At = k.clock().UTC()
	if err := k.store.Append(ctx, d); err != nil {
		return nil, fmt.Errorf("write decision: %w", err)
	}
	if err := k.goOn(ctx, desk, d); err != nil {
		return nil, err
	}
	if made.Desk, err = k.Desk(ctx); err != nil {
		return nil, err
	}
	made.Number = made.Desk.numberOf(d)
	return made, nil
}

// deskFor returns a desk on which a decision can be checked: what parts an
// actor, or is about entries, needs the network as it is.
func (k *Keeper) deskFor(ctx context.Context, d graph.Decision) (*Desk, error) {
	k.reading.Lock()
	defer k.reading.Unlock()
	switch d.Kind {
	case graph.DecideMerge, graph.DecideKeepApart, graph.DecideLater, graph.DecidePartOf, graph.DecideSuccessorOf, graph.DecideActorKind:
		return k.now(ctx, true)
	}
	return k.now(ctx, false)
}

// goOn brings the desk to a decision that was written, at once where it can,
// and makes the network anew in the background. Where the store has changed
// otherwise as well, the next who asks reads it.
func (k *Keeper) goOn(ctx context.Context, desk *Desk, d graph.Decision) error {
	k.reading.Lock()
	defer k.reading.Unlock()
	if k.desk != desk {
		return nil
	}
	revision, err := k.store.Revision(ctx)
	if err != nil {
		return err
	}
	runs, err := k.newest(ctx)
	if err != nil {
		return err
	}
	journal, err := k.store.Journal(ctx)
	if err != nil {
		return err
	}
	if !slices.Equal(runs, k.runs) || len(journal) != len(desk.content.Journal)+1 {
		return nil
	}
	d.At = journal[len(journal)-1].At // as the store gives it back
	next, err := desk.withDecision(d, revision)
	if err != nil || next == nil {
		return err
	}
	k.desk = next
	if !k.renewing {
		k.renewing = true
		go k.renew(context.WithoutCancel(ctx))
	}
	return nil
}

// renew makes the network of the newest desk, and again while decisions come.
func (k *Keeper) renew(ctx context.Context) {
	for {
		k.reading.Lock()
		desk, runs := k.desk, k.runs
		k.reading.Unlock()
		var whole *Desk
		var err error
		if desk != nil && desk.ahead {
			content := *desk.content
			whole, err = newDesk(&content, desk.known())
		}
		k.reading.Lock()
		switch {
		case whole == nil || err != nil || !slices.Equal(runs, k.runs):
			k.renewing = false
		case k.desk == desk:
			k.desk, k.renewing = whole, false
			go whole.pairs()
		}
		again := k.renewing
		k.reading.Unlock()
		if !again {
			return
		}
	}
}

// UnclearActor is a text that names no actor, or several.
type UnclearActor struct {
	Text  string
	cause error
}

func (e *UnclearActor) Error() string { return e.cause.Error() }
func (e *UnclearActor) Unwrap() error { return e.cause }

// numberOf returns the newest entry that is the decision.
func (d *Desk) numberOf(made graph.Decision) int {
	for i := len(d.content.Journal) - 1; i >= 0; i-- {
		e := d.content.Journal[i]
		if e.Kind == made.Kind && e.Value == made.Value && slices.Equal(e.Actors, made.Actors) {
			return i + 1
		}
	}
	return len(d.content.Journal)
}

// twoNumbers returns the business ids that a merge brings together, nil for
// fewer than two.
func (d *Desk) twoNumbers(made graph.Decision) []string {
	if made.Kind != graph.DecideMerge {
		return nil
	}
	var numbers []string
	for _, id := range made.Actors {
		if a, ok := d.Ledger.Actor(id); ok && a.BusinessID != "" && !slices.Contains(numbers, a.BusinessID) {
			numbers = append(numbers, a.BusinessID)
		}
	}
	if len(numbers) < 2 {
		return nil
	}
	return numbers
}

package review

import (
	"context"
	"errors"
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/graph/identity/candidate"
)

// Batch accepts all waiting pairs that a filter lets through, each as it is
// suggested.
type Batch struct {
	Filter   Filter
	Who, Why string
	// Revision and Fits are those of the trial that a person looked at.
	Revision graph.Revision
	Fits     int
}

// Item is a pair of a batch.
type Item struct {
	Pair     candidate.Pair
	Decision graph.Decision
	Refused  error // what Check says, nil for one that fits
	Number   int   // of the entry, 0 when none was written
}

// Outcome is what a batch came to.
type Outcome struct {
	Desk  *Desk // that the pairs are of
	Items []Item
	Fits  int
	// Revision is that of the store afterwards.
	Revision graph.Revision
	// First and Last are the entries written, 0 for none.
	First, Last int
}

// ErrMoved says that the data are no longer those of the trial.
var ErrMoved = errors.New("the data have changed since the trial")

// Try tells what a batch would write.
func (d *Desk) Try(b Batch) (*Outcome, error) {
	pairs, _ := d.Candidates(b.Filter)
	o := &Outcome{Desk: d, Revision: d.Revision, Items: make([]Item, len(pairs))}
	decisions := make([]graph.Decision, len(pairs))
	for i, p := range pairs {
		decisions[i] = p.Decision(b.Who, b.Why)
		o.Items[i] = Item{Pair: p, Decision: decisions[i]}
	}
	refused, err := d.Ledger.CheckAll(decisions)
	if err != nil {
		return nil, err
	}
	for i, err := range refused {
		o.Items[i].Refused = err
		if err == nil {
			o.Fits++
		}
	}
	return o, nil
}

// Accept writes a batch that was tried: an entry for each pair that fits. When
// the store or the number is no longer that of the trial nothing is written,
// and the error is ErrMoved. When the store fails on the way, the outcome says
// what was written.
func (k *Keeper) Accept(ctx context.Context, b Batch) (*Outcome, error) {
	k.writing.Lock()
	defer k.writing.Unlock()
	k.reading.Lock()
	desk, err := k.now(ctx, false)
	k.reading.Unlock()
	if err != nil {
		return nil, err
	}
	o, err := desk.Try(b)
	if err != nil {
		return nil, err
	}
	if desk.Revision != b.Revision || o.Fits != b.Fits {
		return nil, fmt.Errorf("%w: %w", ErrMoved, graph.ErrConflict)
	}
	next := len(desk.content.Journal)
	for i := range o.Items {
		item := &o.Items[i]
		if item.Refused != nil {
			continue
		}
		item.Decision.At = k.clock().UTC()
		if err := k.store.Append(ctx, item.Decision); err != nil {
			item.Refused = err
			o.stop(i+1, err)
			break
		}
		next++
		item.Number = next
		if o.First == 0 {
			o.First = next
		}
		o.Last = next
	}
	if o.First == 0 {
		return o, nil
	}
	after, err := k.Desk(ctx)
	if err != nil {
		return o, nil //nolint:nilerr // what was written is told; the store is asked again at the next request
	}
	o.Revision = after.Revision
	return o, nil
}

// stop marks what was not reached.
func (o *Outcome) stop(from int, err error) {
	o.Fits = 0
	for i := range o.Items {
		if i >= from && o.Items[i].Refused == nil {
			o.Items[i].Refused = err
		}
		if o.Items[i].Refused == nil {
			o.Fits++
		}
	}
}

package review

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/identity/candidate"
	"hankeverkko/graph/store"
)

// Desk is what a curator works on: records and journal of one revision. It
// never changes.
type Desk struct {
	Revision graph.Revision
	Sources  []graph.Source
	Ledger   *identity.Ledger

	content *store.Content
	pairs   func() []candidate.Pair
	// before are the pairs of the desk before, which serve until those of this
	// one are found; nil where there was none.
	before []candidate.Pair
	lock   sync.Mutex
	found  []candidate.Pair
	done   bool
	once   sync.Once
	byRef  map[any]*graph.Record // made when asked for
}

// Open reads a store.
func Open(ctx context.Context, reader store.Reader) (*Desk, error) {
	content, err := store.ReadAll(ctx, reader)
	if err != nil {
		return nil, err
	}
	return newDesk(content, nil)
}

func newDesk(c *store.Content, before []candidate.Pair) (*Desk, error) {
	ledger, err := identity.Open(c.Records, c.Journal, identity.Options{Sources: c.Sources})
	if err != nil {
		return nil, err
	}
	d := &Desk{Revision: c.Revision, Sources: c.Sources, Ledger: ledger, content: c, before: before}
	d.pairs = sync.OnceValue(func() []candidate.Pair {
		pairs := candidate.Find(ledger.Network, ledger)
		d.lock.Lock()
		defer d.lock.Unlock()
		d.found, d.done = pairs, true
		return pairs
	})
	return d, nil
}

// Pairs returns the pairs that want a decision, best first, those put aside
// last. Right after a decision they are those of before without what it
// settled; what else it changes follows when the search is through.
func (d *Desk) Pairs() []candidate.Pair {
	d.lock.Lock()
	found, done := d.found, d.done
	d.lock.Unlock()
	switch {
	case done:
		return found
	case d.before == nil:
		return d.pairs()
	}
	go d.pairs()
	return d.still(d.before)
}

// still returns those of the pairs that the ledger leaves open, under the ids
// that their actors now have.
func (d *Desk) still(pairs []candidate.Pair) []candidate.Pair {
	var open []candidate.Pair
	for _, p := range pairs {
		a, knownA := d.Ledger.Actor(p.A)
		b, knownB := d.Ledger.Actor(p.B)
		if !knownA || !knownB || a.ID == b.ID || d.Ledger.Apart(a, b) || related(a, b) || related(b, a) {
			continue
		}
		p.A, p.B, p.Later = a.ID, b.ID, d.Ledger.Later(a, b)
		open = append(open, p)
	}
	slices.SortStableFunc(open, func(a, b candidate.Pair) int { return cmp.Compare(aside(a), aside(b)) })
	return open
}

func related(a, b *graph.Actor) bool {
	return slices.ContainsFunc(slices.Concat(a.PartOf, a.Follows), func(r graph.Relation) bool { return r.Actor == b.ID })
}

func aside(p candidate.Pair) int {
	if p.Later {
		return 1
	}
	return 0
}

// SourceName returns the name of a source for people.
func (d *Desk) SourceName(id graph.SourceID) string {
	for _, s := range d.Sources {
		if s.ID == id {
			return s.Name
		}
	}
	return string(id)
}

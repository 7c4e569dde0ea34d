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
	// ahead tells that the ledger's network is still that of the desk before.
	ahead bool
	once  sync.Once
	byRef map[any]*graph.Record // made when asked for
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
	case d.before == nil && !d.ahead:
		return d.pairs()
	case !d.ahead:
		go d.pairs()
	}
	return d.still(d.before)
}

// known returns the pairs when they are found or those of before serve, else nil.
func (d *Desk) known() []candidate.Pair {
	d.lock.Lock()
	defer d.lock.Unlock()
	if d.done {
		return d.found
	}
	return d.before
}

// withDecision returns the desk right after a decision, before the network is
// made anew; nil for decisions that change more than who is who.
func (d *Desk) withDecision(made graph.Decision, revision graph.Revision) (*Desk, error) {
	pairs := d.known()
	if pairs == nil || slices.ContainsFunc(made.Actors, d.PrivateActor) {
		return nil, nil
	}
	ledger, ok, err := d.Ledger.Ahead(made)
	if err != nil || !ok {
		return nil, err
	}
	content := *d.content
	content.Revision, content.Journal = revision, append(slices.Clone(d.content.Journal), made)
	return &Desk{Revision: revision, Sources: d.Sources, Ledger: ledger, content: &content, before: pairs, ahead: true}, nil
}

// still returns those of the pairs that the ledger leaves open, under the ids
// that their actors now have.
func (d *Desk) still(pairs []candidate.Pair) []candidate.Pair {
	var open []candidate.Pair
	for _, p := range pairs {
		a, knownA := d.Ledger.Actor(p.A)
		b, knownB := d.Ledger.Actor(p.B)
		if !knownA || !knownB || a.ID == b.ID || d.Ledger.Apart(a, b) || d.Ledger.Related(a, b) {
			continue
		}
		p.A, p.B, p.Later = a.ID, b.ID, d.Ledger.Later(a, b)
		open = append(open, p)
	}
	slices.SortStableFunc(open, func(a, b candidate.Pair) int { return cmp.Compare(aside(a), aside(b)) })
	return open
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

package identity

import (
	"cmp"
	"fmt"
	"slices"

	"hankeverkko/graph"
)

// Check tells whether a decision fits the data and the decisions before it, so
// that it can be refused as a whole before it gets into the journal. A
// decision that ValidateDecision refuses is graph.ErrInvalid, one that does not
// fit is a *Conflict.
func (l *Ledger) Check(d graph.Decision) error {
	if err := l.fits(d); err != nil {
		return err
	}
	clash, err := l.clashWith(nil, d)
	if err != nil || clash == nil {
		return err
	}
	return clash
}

// clashWith returns the first thing that stands against further decisions when
// they follow the journal and those before them, nil for nothing.
func (l *Ledger) clashWith(before []graph.Decision, d ...graph.Decision) (*Conflict, error) {
	next, err := l.with(slices.Concat(before, d))
	if err != nil {
		return nil, err
	}
	known := l.clashes()
	for _, c := range next.clashes() {
		if slices.Contains(known, c) {
			continue
		}
		other := c.against
		if c.entry <= len(l.journal) {
			other = c.entry
		}
		if other > len(l.journal) {
			other = 0 // one of those that come with it
		}
		return &Conflict{Code: c.code, Entry: other}, nil
	}
	return nil, nil
}

// CheckAll tells of each of many decisions whether it fits the data, the
// journal and those before it that fit: nil, or what Check would give. Merges
// of what earlier ones bring together are of one actor.
func (l *Ledger) CheckAll(decisions []graph.Decision) ([]error, error) {
	refused := make([]error, len(decisions))
	var open []int
	joined := &sets{parent: map[graph.ActorID]graph.ActorID{}}
	for i, d := range decisions {
		if refused[i] = l.fits(d); refused[i] != nil {
			continue
		}
		if d.Kind == graph.DecideMerge {
			first, news := joined.find(l.same.find(d.Actors[0])), false
			for _, id := range d.Actors[1:] {
				if other := joined.find(l.same.find(id)); other != first {
					joined.join(other, first)
					first, news = joined.find(first), true
				}
			}
			if !news {
				refused[i] = &Conflict{Code: SameActor}
				continue
			}
		}
		open = append(open, i)
	}
	var taken []graph.Decision
	var take func([]int) error
	// What stands against something is found by halves: most of a batch fits.
	take = func(some []int) error {
		if len(some) == 0 {
			return nil
		}
		batch := make([]graph.Decision, len(some))
		for i, at := range some {
			batch[i] = decisions[at]
		}
		clash, err := l.clashWith(taken, batch...)
		switch {
		case err != nil:
			return err
		case clash == nil:
			taken = append(taken, batch...)
			return nil
		case len(some) == 1:
			refused[some[0]] = clash
			return nil
		}
		if err := take(some[:len(some)/2]); err != nil {
			return err
		}
		return take(some[len(some)/2:])
	}
	return refused, take(open)
}

// fits is Check without what stands against other decisions.
func (l *Ledger) fits(d graph.Decision) error {
	if err := ValidateDecision(d); err != nil {
		return err
	}
	for _, id := range d.Actors {
		if !l.known[id] {
			return &Conflict{Code: UnknownActor, Actor: id}
		}
	}
	if c := l.idle(d); c != nil {
		return c
	}
	return nil
}

// clashes lists what stands against each other, in order.
func (s *settled) clashes() []clash {
	all := slices.Concat(s.decided.clashes, s.relations.clashes)
	slices.SortFunc(all, func(a, b clash) int {
		return cmp.Or(cmp.Compare(a.entry, b.entry), cmp.Compare(a.against, b.against), cmp.Compare(a.code, b.code))
	})
	return all
}

// with settles the journal with further decisions.
func (l *Ledger) with(d []graph.Decision) (*settled, error) {
	decided, err := replay(slices.Concat(l.journal, d))
	if err != nil {
		return nil, fmt.Errorf("the journal with further decisions: %w", err)
	}
	same := link(l.mentions, decided)
	return &settled{decided, same, relate(decided, same)}, nil
}

// idle returns why a decision would change nothing, nil when it would change
// something.
func (l *Ledger) idle(d graph.Decision) *Conflict {
	entries := l.decided.entries
	switch d.Kind {
	case graph.DecideMerge:
		if !slices.ContainsFunc(d.Actors, func(id graph.ActorID) bool { return l.same.find(id) != l.same.find(d.Actors[0]) }) {
			return &Conflict{Code: SameActor}
		}
	case graph.DecidePartOf, graph.DecideSuccessorOf:
		if l.same.find(d.Actors[0]) == l.same.find(d.Actors[1]) {
			return &Conflict{Code: SameActor, Entry: joinedBy(entries, d.Actors[0], d.Actors[1])}
		}
	case graph.DecideKeepApart, graph.DecideLater:
		return l.idlePairs(d)
	case graph.DecideSplit:
		return l.idleSplit(d)
	case graph.DecideName, graph.DecideActorKind, graph.DecideCorrection:
		id := d.Actors[0]
		if c := l.decided.shown[id]; d.Kind == graph.DecideCorrection && c.value == d.Value {
			return &Conflict{Code: Already, Entry: c.entry}
		}
		if c := l.decided.kinds[id]; d.Kind == graph.DecideActorKind && c.value == d.Value {
			return &Conflict{Code: Already, Entry: c.entry}
		}
		if c := l.decided.names[id][d.Lang]; d.Kind == graph.DecideName && c.value == d.Value {
			return &Conflict{Code: Already, Entry: c.entry}
		}
	case graph.DecideUndo, graph.DecideConfirm:
		return l.idleEntry(d)
	}
	return nil
}

// idlePairs refuses to keep apart, or put aside, what is decided.
func (l *Ledger) idlePairs(d graph.Decision) *Conflict {
	open := false
	said := 0
	for i, id := range d.Actors {
		for _, other := range d.Actors[:i] {
			switch entry, apart := l.decided.apart[id][other]; {
			case apart:
				said = entry
			case d.Kind == graph.DecideLater && l.same.find(id) == l.same.find(other):
				return &Conflict{Code: SameActor, Entry: joinedBy(l.decided.entries, id, other)}
			default:
				open = true
			}
		}
	}
	if !open {
		return &Conflict{Code: Already, Entry: said}
	}
	return nil
}

func (l *Ledger) idleSplit(d graph.Decision) *Conflict {
	if d.Value == BySeat {
		if l.decided.bySeat[d.Actors[0]] {
			return &Conflict{Code: Already}
		}
		if l.seats(d.Actors[0]) < 2 {
			return &Conflict{Code: OneSeat}
		}
		return nil
	}
	g := l.decided.groups[d.Actors[0]]
	if g == nil || len(g.ids) < 2 {
		return &Conflict{Code: NotMerged}
	}
	for _, id := range d.Actors[1:] {
		if l.decided.groups[id] != g {
			return &Conflict{Code: NotMerged}
		}
	}
	return nil
}

// seats counts the municipalities that the rows of an actor name.
func (l *Ledger) seats(id graph.ActorID) int {
	places, seen := newGazetteer(), map[graph.Municipality]bool{}
	for i := range l.mentions {
		m := &l.mentions[i]
		if m.id != l.same.find(id) {
			continue
		}
		if at := cmp.Or(m.town(graph.FieldSeat, places), m.town(graph.FieldTown, places)); at != "" {
			seen[at] = true
		}
	}
	return len(seen)
}

func (l *Ledger) idleEntry(d graph.Decision) *Conflict {
	number := entryOf(d)
	if number > len(l.decided.entries) {
		return &Conflict{Code: NoEntry, Entry: number}
	}
	switch e := l.decided.entries[number-1]; {
	case e.State == Undone:
		return &Conflict{Code: UndoneBefore, Entry: e.By}
	case d.Kind == graph.DecideUndo:
		return nil
	case e.State != Waiting:
		return &Conflict{Code: NotWaiting, Entry: number}
	case e.Decision.Who == d.Who:
		return &Conflict{Code: SameHand, Entry: number}
	}
	return nil
}

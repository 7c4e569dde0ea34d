package identity

import (
	"slices"
	"sync"

	"hankeverkko/graph"
)

// Options say how a network is made.
type Options struct {
	// Sources tell which source is believed where several tell of a project.
	Sources []graph.Source
	// RollUp counts the projects of sub-units in what they are part of.
	RollUp bool
}

// Ledger is records and journal read together: the network they make, what has
// become of each decision, and whether a further one fits. It never changes.
type Ledger struct {
	Network *graph.Network

	journal  []graph.Decision
	rows     []row // by project
	mentions []mention
	once     sync.Once
	joinOnce sync.Once
	joined   map[graph.ActorID][]graph.ActorID // the other ids of an actor, where the journal is ahead
	byActor  map[graph.ActorID][]int32         // of mentions, made when asked for
	known    map[graph.ActorID]bool            // all ids that records give, and their actors
	ahead    bool                              // the journal is ahead of the network
	settled
}

// settled is what a journal comes to over given mentions.
type settled struct {
	decided   *decisions
	same      *sets
	relations *relations
}

// Open makes a ledger. The network is as Apply promises.
func Open(records []graph.Record, journal []graph.Decision, o Options) (*Ledger, error) {
	decided, err := replay(journal)
	if err != nil {
		return nil, err
	}
	rows, err := readRows(records, o.Sources)
	if err != nil {
		return nil, err
	}
	mentions, same := identify(rows, decided)
	places := newGazetteer()
	units := partBySeat(mentions, same, decided, places)
	l := &Ledger{
		journal: slices.Clone(journal), rows: rows, mentions: mentions, known: map[graph.ActorID]bool{},
		settled: settled{decided, same, relate(decided, same)},
	}
	there := map[graph.ActorID]bool{}
	for _, m := range mentions {
		there[m.id], l.known[m.id] = true, true
		for _, id := range m.ids {
			l.known[id] = true
		}
	}
	for _, whole := range units {
		l.known[whole] = true
	}
	moved := map[graph.ActorID]graph.ActorID{}
	if o.RollUp {
		mentions = slices.Clone(mentions) // the ledger keeps them as they are without
		moved = rollUp(mentions, l.relations, units, there)
	}
	actors := actorsOf(mentions, same, decided)
	l.relate(actors, units, moved)
	ties := tiesOf(mentions, actors, places)
	seat(actors, ties)
	l.Network, err = graph.New(projectsOf(rows, mentions, places), actors, ties)
	return l, err
}

// relate tells the actors what they are part of and what they go on with, and
// which ids now lead to them.
func (l *Ledger) relate(actors []graph.Actor, units, moved map[graph.ActorID]graph.ActorID) {
	there := make(map[graph.ActorID]bool, len(actors))
	for i := range actors {
		there[actors[i].ID] = true
	}
	led := map[graph.ActorID][]graph.ActorID{}
	others := l.same.members()
	for id, whole := range moved {
		led[whole] = append(append(led[whole], id), others[id]...)
	}
	for i := range actors {
		a := &actors[i]
		a.PartOf, a.Follows = of(l.relations.partOf, a.ID, there), of(l.relations.follows, a.ID, there)
		if whole, ok := units[a.ID]; ok && there[whole] {
			a.PartOf = append(a.PartOf, graph.Relation{Actor: whole})
		}
		if more := led[a.ID]; len(more) > 0 {
			a.OtherIDs = slices.Sorted(slices.Values(append(slices.Clone(a.OtherIDs), more...)))
		}
	}
}

// Entries lists the journal with what has become of each decision.
func (l *Ledger) Entries() []Entry {
	entries := slices.Clone(l.decided.entries)
	for _, c := range slices.Concat(l.decided.clashes, l.relations.clashes) {
		e := &entries[c.entry-1]
		if c.code == KeptApart { // the later holds
			if c.against > 0 && entries[c.against-1].State == Holds {
				e = &entries[c.against-1]
				e.State, e.By = Overridden, c.entry
			}
			continue
		}
		e.State, e.By = Void, c.against
	}
	for i := range entries {
		if e := &entries[i]; e.State == Holds && !l.awake(e.Decision) {
			e.State = Asleep
		}
	}
	return entries
}

// awake tells whether the data hold the actors that a decision needs: two of
// those it merges or keeps apart, all others.
func (l *Ledger) awake(d graph.Decision) bool {
	known := 0
	for _, id := range d.Actors {
		if l.known[id] {
			known++
		}
	}
	switch d.Kind {
	case graph.DecideMerge, graph.DecideKeepApart, graph.DecideLater:
		return known >= 2
	}
	return known == len(d.Actors)
}

// Apart tells whether people said that two actors are not one, under any of
// their ids.
func (l *Ledger) Apart(a, b *graph.Actor) bool {
	return l.anyPair(a, b, l.decided.isApart)
}

// Later tells whether people put the question aside whether two actors are one.
func (l *Ledger) Later(a, b *graph.Actor) bool {
	return l.anyPair(a, b, func(x, y graph.ActorID) bool { return l.decided.later[pair(x, y)] })
}

func (l *Ledger) anyPair(a, b *graph.Actor, is func(x, y graph.ActorID) bool) bool {
	others := l.idsOf(b)
	for _, x := range l.idsOf(a) {
		for _, y := range others {
			if is(x, y) {
				return true
			}
		}
	}
	return false
}

// idsOf returns all ids of an actor, also when the network is behind.
func (l *Ledger) idsOf(a *graph.Actor) []graph.ActorID {
	if !l.ahead {
		return append([]graph.ActorID{a.ID}, a.OtherIDs...)
	}
	l.joinOnce.Do(func() { l.joined = l.same.members() })
	root := l.same.find(a.ID)
	return append([]graph.ActorID{root}, l.joined[root]...)
}

// Ahead returns the ledger with one more decision, without making the network
// anew: enough to check further decisions and to tell who is who, at a small
// part of the time. Its network is that of before. Only decisions between
// actors and of their kind can be taken so; ok is false for others.
func (l *Ledger) Ahead(d graph.Decision) (next *Ledger, ok bool, err error) {
	switch d.Kind {
	case graph.DecideMerge, graph.DecideKeepApart, graph.DecideLater, graph.DecidePartOf, graph.DecideSuccessorOf, graph.DecideActorKind:
	default:
		return nil, false, nil
	}
	settled, err := l.with([]graph.Decision{d})
	if err != nil {
		return nil, false, err
	}
	return &Ledger{
		Network: l.Network, journal: append(slices.Clone(l.journal), d), rows: l.rows, mentions: l.mentions, known: l.known, ahead: true, settled: *settled,
	}, true, nil
}

// Related tells whether people said that one of two actors is part or
// successor of the other.
func (l *Ledger) Related(a, b *graph.Actor) bool {
	one, other := l.same.find(a.ID), l.same.find(b.ID)
	to := func(of []relation, id graph.ActorID) bool {
		return slices.ContainsFunc(of, func(r relation) bool { return r.second == id })
	}
	r := l.relations
	return to(r.partOf[one], other) || to(r.partOf[other], one) || to(r.follows[one], other) || to(r.follows[other], one)
}

// Same tells whether two ids are those of one actor.
func (l *Ledger) Same(a, b graph.ActorID) bool { return l.same.find(a) == l.same.find(b) }

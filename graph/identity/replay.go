package identity

import (
	"fmt"
	"slices"

	"hankeverkko/graph"
)

// decisions is what the entries of a journal that count come to, before it is
// known which numbers records give to one actor.
type decisions struct {
	entries []Entry
	groups  map[graph.ActorID]*group
	apart   map[graph.ActorID]map[graph.ActorID]int // both ways, with the entry that says so
	later   map[[2]graph.ActorID]bool
	names   map[graph.ActorID]map[string]chosen // by language
	kinds   map[graph.ActorID]chosen
	shown   map[graph.ActorID]chosen // Public or Private
	bySeat  map[graph.ActorID]bool
	related []relation
	parted  []parting
	clashes []clash
}

func newDecisions() *decisions {
	return &decisions{
		groups: map[graph.ActorID]*group{}, apart: map[graph.ActorID]map[graph.ActorID]int{}, later: map[[2]graph.ActorID]bool{},
		names: map[graph.ActorID]map[string]chosen{}, kinds: map[graph.ActorID]chosen{}, shown: map[graph.ActorID]chosen{}, bySeat: map[graph.ActorID]bool{},
	}
}

// group holds ids that people merged.
type group struct{ ids []graph.ActorID }

// chosen is a value that people chose; of several the latest holds.
type chosen struct {
	value string
	entry int
}

// parting is a keep-apart of two ids that were merged.
type parting struct {
	entry int
	a, b  graph.ActorID
}

// clash says that an entry stands against an earlier one.
type clash struct {
	entry, against int
	code           Code
}

// replay reads the journal. It never fails on entries that contradict each
// other, since two people may decide at once: a merge and a keep-apart hold as
// the later of them says, and each clash is noted.
func replay(journal []graph.Decision) (*decisions, error) {
	for i, d := range journal {
		if err := ValidateDecision(d); err != nil {
			return nil, fmt.Errorf("journal entry %d: %w", i+1, err)
		}
	}
	d := newDecisions()
	d.entries = entriesOf(journal)
	for _, e := range d.entries {
		if e.State == Holds {
			d.take(e.Number, e.Decision)
		}
	}
	for _, p := range d.parted {
		d.clash(p.entry, joinedBy(d.entries[:p.entry-1], p.a, p.b), KeptApart)
	}
	return d, nil
}

func (d *decisions) take(entry int, e graph.Decision) {
	switch e.Kind {
	case graph.DecideMerge:
		d.merge(entry, e.Actors)
	case graph.DecideSplit:
		if e.Value == BySeat {
			d.bySeat[e.Actors[0]] = true
		} else {
			d.split(e.Actors)
		}
	case graph.DecideKeepApart:
		d.keepApart(entry, e.Actors)
	case graph.DecideLater:
		for i, id := range e.Actors {
			for _, other := range e.Actors[:i] {
				d.later[pair(id, other)] = true
			}
		}
	case graph.DecideName:
		id := e.Actors[0]
		if d.names[id] == nil {
			d.names[id] = map[string]chosen{}
		}
		d.names[id][e.Lang] = chosen{e.Value, entry}
	case graph.DecideActorKind:
		d.kinds[e.Actors[0]] = chosen{e.Value, entry}
	case graph.DecideCorrection:
		d.shown[e.Actors[0]] = chosen{e.Value, entry}
	case graph.DecidePartOf, graph.DecideSuccessorOf:
		d.related = append(d.related, relation{entry, e.Kind, e.Actors[0], e.Actors[1], e.From, e.To})
	}
}

// merge joins the groups of the ids, the smaller into the larger.
func (d *decisions) merge(entry int, ids []graph.ActorID) {
	into := d.group(ids[0])
	d.groups[ids[0]] = into
	for _, id := range ids[1:] {
		from := d.group(id)
		if from == into {
			continue
		}
		if len(from.ids) > len(into.ids) {
			from, into = into, from
		}
		for _, id := range from.ids {
			for other, said := range d.apart[id] {
				if d.groups[other] == into {
					d.clash(entry, said, KeptApart)
					delete(d.apart[id], other)
					delete(d.apart[other], id)
				}
			}
		}
		for _, id := range from.ids {
			d.groups[id] = into
		}
		into.ids = append(into.ids, from.ids...)
	}
}

func (d *decisions) split(ids []graph.ActorID) {
	g := d.group(ids[0])
	if len(ids) == 1 {
		for _, id := range g.ids {
			delete(d.groups, id)
		}
		return
	}
	for _, id := range ids[1:] {
		if d.groups[id] == g {
			d.leave(id)
		}
	}
}

func (d *decisions) keepApart(entry int, ids []graph.ActorID) {
	for i, id := range ids {
		for _, other := range ids[:i] {
			if d.together(id, other) {
				d.parted = append(d.parted, parting{entry, id, other})
				d.leave(slices.MaxFunc([]graph.ActorID{id, other}, stronger))
			}
			d.keep(id, other, entry)
			d.keep(other, id, entry)
		}
	}
}

func (d *decisions) keep(id, other graph.ActorID, entry int) {
	if d.apart[id] == nil {
		d.apart[id] = map[graph.ActorID]int{}
	}
	d.apart[id][other] = entry
}

// leave takes an id out of its group. One that is left alone is no group.
func (d *decisions) leave(id graph.ActorID) {
	g := d.groups[id]
	g.ids = slices.DeleteFunc(g.ids, func(other graph.ActorID) bool { return other == id })
	delete(d.groups, id)
	if len(g.ids) == 1 {
		delete(d.groups, g.ids[0])
	}
}

// group returns the group of an id; an id that was merged with none is one of
// its own.
func (d *decisions) group(id graph.ActorID) *group {
	if g := d.groups[id]; g != nil {
		return g
	}
	return &group{ids: []graph.ActorID{id}}
}

// together tells whether people merged two ids.
func (d *decisions) together(a, b graph.ActorID) bool {
	return d.groups[a] != nil && d.groups[a] == d.groups[b]
}

// clash notes each pair of entries once.
func (d *decisions) clash(entry, against int, code Code) {
	if c := (clash{entry, against, code}); !slices.Contains(d.clashes, c) {
		d.clashes = append(d.clashes, c)
	}
}

// joinedBy returns the last of the entries that brought two ids together.
func joinedBy(entries []Entry, a, b graph.ActorID) int {
	past := newDecisions()
	joined, together := 0, false
	for _, e := range entries {
		if e.State == Holds {
			past.take(e.Number, e.Decision)
		}
		now := past.together(a, b)
		if now && !together {
			joined = e.Number
		}
		together = now
	}
	return joined
}

// isApart tells whether people said that two ids are not one actor.
func (d *decisions) isApart(a, b graph.ActorID) bool {
	_, said := d.apart[a][b]
	return said
}

// name returns the name last decided for an actor under any of its ids, in one
// language or, when that is empty, in all.
func (d *decisions) name(ids []graph.ActorID, lang string) string {
	var latest chosen
	for _, id := range ids {
		if c := d.names[id][lang]; c.entry > latest.entry {
			latest = c
		}
	}
	return latest.value
}

// correction returns whether an actor is last decided to be Public or Private
// under any of its ids, empty where nothing was.
func (d *decisions) correction(ids []graph.ActorID) string {
	var latest chosen
	for _, id := range ids {
		if c := d.shown[id]; c.entry > latest.entry {
			latest = c
		}
	}
	return latest.value
}

// kind returns the kind last decided for an actor under any of its ids.
func (d *decisions) kind(ids []graph.ActorID) (graph.ActorKind, bool) {
	var latest chosen
	for _, id := range ids {
		if c := d.kinds[id]; c.entry > latest.entry {
			latest = c
		}
	}
	kind, err := graph.ParseActorKind(latest.value)
	return kind, err == nil
}

func pair(a, b graph.ActorID) [2]graph.ActorID {
	if b < a {
		a, b = b, a
	}
	return [2]graph.ActorID{a, b}
}

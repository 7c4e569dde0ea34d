package identity

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hankeverkko/graph"
)

// decisions is what the journal comes to.
type decisions struct {
	groups map[graph.ActorID][]graph.ActorID // every merged id -> all ids it is merged with, itself too
	apart  map[[2]graph.ActorID]bool         // ordered pairs
	names  map[graph.ActorID]naming
}

type naming struct {
	name  string
	entry int // position in the journal: the latest holds
}

// ValidateDecision tells what Apply would refuse, so that nothing gets into
// the journal that cannot be replayed:
//
//   - merge: two or more actors become one. The strongest id wins (business id,
//     PIC, VAT number, name; then the lowest), the others lead to it.
//   - split: with one actor, all merges into it or through it are undone; with
//     more, those after the first leave it.
//   - keep-apart: two or more actors are not one. Merges of them are undone, and
//     no name makes one the other; a later merge of them holds.
//   - name: one actor, with the name to show in Value.
//
// Other kinds cannot be replayed yet.
func ValidateDecision(d graph.Decision) error {
	least, most := 0, 0
	switch d.Kind {
	case graph.DecideMerge, graph.DecideKeepApart:
		least = 2
	case graph.DecideSplit:
		least = 1
	case graph.DecideName:
		least, most = 1, 1
		if strings.TrimSpace(d.Value) == "" {
			return fmt.Errorf("decision name without a name: %w", graph.ErrInvalid)
		}
	default:
		return fmt.Errorf("decision %s cannot be replayed: %w", d.Kind, graph.ErrInvalid)
	}
	if len(d.Actors) < least || most > 0 && len(d.Actors) > most {
		return fmt.Errorf("decision %s of %d actors: %w", d.Kind, len(d.Actors), graph.ErrInvalid)
	}
	for i, id := range d.Actors {
		if id == "" || slices.Contains(d.Actors[:i], id) {
			return fmt.Errorf("decision %s: actor %q is empty or named twice: %w", d.Kind, id, graph.ErrInvalid)
		}
	}
	return nil
}

func replay(journal []graph.Decision) (*decisions, error) {
	d := &decisions{groups: map[graph.ActorID][]graph.ActorID{}, apart: map[[2]graph.ActorID]bool{}, names: map[graph.ActorID]naming{}}
	for i, entry := range journal {
		if err := ValidateDecision(entry); err != nil {
			return nil, fmt.Errorf("journal entry %d: %w", i+1, err)
		}
		switch entry.Kind {
		case graph.DecideMerge:
			d.merge(entry.Actors)
		case graph.DecideSplit:
			d.split(entry.Actors)
		case graph.DecideKeepApart:
			d.keepApart(entry.Actors)
		case graph.DecideName:
			d.names[entry.Actors[0]] = naming{entry.Value, i}
		}
	}
	return d, nil
}

func (d *decisions) merge(ids []graph.ActorID) {
	var all []graph.ActorID
	for _, id := range ids {
		all = append(all, d.group(id)...)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	for i, id := range all {
		d.groups[id] = all
		for _, other := range all[:i] {
			delete(d.apart, pair(id, other))
		}
	}
}

func (d *decisions) split(ids []graph.ActorID) {
	leaving := ids[1:]
	if len(ids) == 1 {
		leaving = d.group(ids[0])
	}
	for _, id := range leaving {
		if slices.Contains(d.group(ids[0]), id) {
			d.leave(id)
		}
	}
}

func (d *decisions) keepApart(ids []graph.ActorID) {
	for i, id := range ids {
		for _, other := range ids[:i] {
			if slices.Contains(d.group(id), other) {
				d.leave(slices.MaxFunc([]graph.ActorID{id, other}, stronger))
			}
			d.apart[pair(id, other)] = true
		}
	}
}

// leave takes an id out of its group.
func (d *decisions) leave(id graph.ActorID) {
	rest := slices.DeleteFunc(slices.Clone(d.group(id)), func(other graph.ActorID) bool { return other == id })
	delete(d.groups, id)
	for _, other := range rest {
		d.groups[other] = rest
	}
}

func (d *decisions) group(id graph.ActorID) []graph.ActorID {
	if g, ok := d.groups[id]; ok {
		return g
	}
	return []graph.ActorID{id}
}

// name returns the name last decided for an actor under any of its ids.
func (d *decisions) name(ids []graph.ActorID) (string, bool) {
	latest := naming{entry: -1}
	for _, member := range ids {
		if n, ok := d.names[member]; ok && n.entry > latest.entry {
			latest = n
		}
	}
	return latest.name, latest.entry >= 0
}

func pair(a, b graph.ActorID) [2]graph.ActorID {
	if b < a {
		a, b = b, a
	}
	return [2]graph.ActorID{a, b}
}

// stronger orders ids by how surely they name one body.
func stronger(a, b graph.ActorID) int {
	return cmp.Or(cmp.Compare(strength(a), strength(b)), cmp.Compare(a, b))
}

// strengthOfName is the strength of an id that is no number.
const strengthOfName = 3

func strength(id graph.ActorID) int {
	switch scheme, _, _ := strings.Cut(string(id), ":"); scheme {
	case "ytunnus":
		return 0
	case "pic":
		return 1
	case "vat":
		return 2
	}
	return strengthOfName
}

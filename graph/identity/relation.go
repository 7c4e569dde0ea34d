package identity

import (
	"cmp"
	"slices"

	"hankeverkko/graph"
)

// relation is a part-of (the first is part of the second) or a successor-of
// (the first goes on with the second's work) as people decided it.
type relation struct {
	entry         int
	kind          graph.DecisionKind
	first, second graph.ActorID
	from, to      graph.Date
}

// relations are those that hold between actors as they are after merging.
type relations struct {
	partOf, follows map[graph.ActorID][]relation
	clashes         []clash
}

// relate settles the relations: each by the actors that its ids now mean. One
// that would make an actor part of itself or its own predecessor, that gives it
// a second parent at the same time or a parent too high up, has no effect.
func relate(d *decisions, same *sets) *relations {
	r := &relations{partOf: map[graph.ActorID][]relation{}, follows: map[graph.ActorID][]relation{}}
	wholes := map[graph.ActorID][]graph.ActorID{} // a parent -> its parts
	for _, next := range d.related {
		next.first, next.second = same.find(next.first), same.find(next.second)
		above := r.follows
		if next.kind == graph.DecidePartOf {
			above = r.partOf
		}
		if against, code := r.against(next, d, above, wholes); code != "" {
			r.clashes = append(r.clashes, clash{next.entry, against, code})
			continue
		}
		above[next.first] = append(above[next.first], next)
		if next.kind == graph.DecidePartOf {
			wholes[next.second] = append(wholes[next.second], next.first)
		}
	}
	for _, above := range [...]map[graph.ActorID][]relation{r.partOf, r.follows} {
		for _, of := range above {
			slices.SortFunc(of, func(a, b relation) int {
				return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.second, b.second), cmp.Compare(a.to, b.to))
			})
		}
	}
	return r
}

// against returns what speaks against a relation, an entry and a code, or "".
func (r *relations) against(next relation, d *decisions, above map[graph.ActorID][]relation, parts map[graph.ActorID][]graph.ActorID) (int, Code) {
	if next.first == next.second {
		original := d.entries[next.entry-1].Decision.Actors
		return joinedBy(d.entries, original[0], original[1]), Related
	}
	if entry, ok := wayUp(above, next.second, next.first); ok {
		return entry, Cycle
	}
	for _, other := range above[next.first] {
		switch same := other.second == next.second; {
		case next.kind == graph.DecideSuccessorOf && !same:
		case !coincide(other, next):
		case same:
			return other.entry, Already
		default:
			return other.entry, OtherParent
		}
	}
	if next.kind == graph.DecidePartOf && height(above, next.second)+1+depth(parts, next.first) > DeepestPart {
		return 0, TooDeep
	}
	return 0, ""
}

// wayUp tells whether the way up from one actor reaches another, and by which
// entry at last: 0 where that is a unit parted by seat from its whole.
func wayUp(above map[graph.ActorID][]relation, from, to graph.ActorID) (int, bool) {
	seen, open := map[graph.ActorID]bool{from: true}, []graph.ActorID{from}
	for len(open) > 0 {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		next := above[at]
		if whole, _, ok := UnitOf(at); ok {
			next = append(slices.Clone(next), relation{second: whole})
		}
		for _, r := range next {
			if r.second == to {
				return r.entry, true
			}
			if !seen[r.second] {
				seen[r.second] = true
				open = append(open, r.second)
			}
		}
	}
	return 0, false
}

// height counts the levels above an actor, depth those below it. Both end,
// since no relation closes a circle.
func height(above map[graph.ActorID][]relation, id graph.ActorID) int {
	most := 0
	for _, r := range above[id] {
		most = max(most, 1+height(above, r.second))
	}
	return most
}

func depth(parts map[graph.ActorID][]graph.ActorID, id graph.ActorID) int {
	most := 0
	for _, part := range parts[id] {
		most = max(most, 1+depth(parts, part))
	}
	return most
}

func coincide(a, b relation) bool {
	return (a.to == 0 || b.from == 0 || b.from <= a.to) && (b.to == 0 || a.from == 0 || a.from <= b.to)
}

// wholeOf returns what an actor is part of on a day. Where no day is known it
// is the relation that holds longest on.
func (r *relations) wholeOf(id graph.ActorID, day graph.Date) (graph.ActorID, bool) {
	of := r.partOf[id]
	if day != 0 {
		for _, rel := range of {
			if (graph.Relation{From: rel.from, To: rel.to}).HoldsAt(day) {
				return rel.second, true
			}
		}
		return "", false
	}
	if len(of) == 0 {
		return "", false
	}
	last := slices.MaxFunc(of, func(a, b relation) int {
		return cmp.Or(cmp.Compare(end(a), end(b)), cmp.Compare(a.from, b.from))
	})
	return last.second, true
}

// end is the last day, an open end after all others.
func end(r relation) graph.Date {
	if r.to == 0 {
		return 9999_12_31
	}
	return r.to
}

// of lists the relations of an actor to those that are in the data.
func of(above map[graph.ActorID][]relation, id graph.ActorID, there map[graph.ActorID]bool) []graph.Relation {
	var list []graph.Relation
	for _, r := range above[id] {
		if there[r.second] {
			list = append(list, graph.Relation{Actor: r.second, From: r.from, To: r.to})
		}
	}
	return list
}

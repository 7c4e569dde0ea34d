package identity

import (
	"cmp"

	"hankeverkko/graph"
)

// rollUp counts the projects of parts in what they are part of, all the way
// up. Of a part-of between two days the day on which the project starts
// decides, or its last where no start is known. A whole that no record names
// takes nothing in, except that of units parted by seat. It returns the ids
// that now lead elsewhere: those of parts all of whose mentions moved to one
// whole.
func rollUp(mentions []mention, r *relations, units map[graph.ActorID]graph.ActorID, there map[graph.ActorID]bool) map[graph.ActorID]graph.ActorID {
	moved, stayed := map[graph.ActorID]graph.ActorID{}, map[graph.ActorID]bool{}
	for inProject := range runs(mentions, (*mention).project) {
		day := dayOf(inProject)
		for i := range inProject {
			m := &inProject[i]
			whole := m.id
			for {
				up, ok := r.wholeOf(whole, day)
				if !ok || !there[up] {
					if up, ok = units[whole]; !ok {
						break
					}
				}
				whole = up
			}
			if other, known := moved[m.id]; whole == m.id || known && other != whole {
				stayed[m.id] = true
			}
			moved[m.id] = whole
			if whole != m.id {
				m.id, m.ofPart = whole, true
			}
		}
	}
	for id := range stayed {
		delete(moved, id)
	}
	return moved
}

// dayOf returns the day that says to whom a project counts.
func dayOf(inProject []mention) graph.Date {
	var from, to graph.Date
	for i := range inProject {
		from, to = cmp.Or(from, inProject[i].row.from), cmp.Or(to, inProject[i].row.to)
	}
	return cmp.Or(from, to)
}

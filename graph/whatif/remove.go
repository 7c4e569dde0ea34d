package whatif

import (
	"cmp"
	"fmt"
	"slices"

	"hankeverkko/graph"
)

// Part is a piece of what the leaving actor held together, as positions among
// the projects and the actors of the network, rising.
type Part struct{ Projects, Actors []int32 }

// Connector is an actor that also stands between contacts of the one that leaves.
type Connector struct {
	Actor int32
	// Pairs of contacts that it would keep in touch.
	Pairs int
}

// Removal is what changes when an actor leaves. Its projects stay.
type Removal struct {
	Actor int32
	// Contacts are the actors that share a project with it, rising.
	Contacts []int32
	// Parts are what the piece of the network around it falls into, the part with
	// most actors first; parts without an actor are left out and counted in
	// Orphans, the projects that have no other actor, rising. One part is no
	// falling apart.
	Parts   []Part
	Orphans []int32
	// Pairs counts the pairs of contacts that share no project: it stands between
	// them. Of these, Kept have another actor that shares a project with each of
	// the two, Longer are joined by longer chains alone, and Lost not at all.
	Pairs, Kept, Longer, Lost int
	// LostActors counts the pairs of actors, contacts or not, that no chain joins
	// any more.
	LostActors int
	// Next are the actors that stand between most of the Kept pairs, most first;
	// of equals the one that comes first in the network.
	Next []Connector
}

// SoleConnector tells that actors lose touch when it leaves.
func (r *Removal) SoleConnector() bool { return len(r.Parts) > 1 }

// Remove tells what changes when an actor, by its position among the actors of
// g, leaves. One that is not there is graph.ErrNotFound. Time grows with the
// square of its contacts and with the piece around it.
func Remove(g *graph.TwoMode, actor int32) (*Removal, error) {
	if actor < 0 || int(actor) >= g.Len()-g.Projects {
		return nil, fmt.Errorf("actor %d of %d: %w", actor, g.Len()-g.Projects, graph.ErrNotFound)
	}
	w := newWalk(g)
	gone := int32(g.Projects) + actor
	r := &Removal{Actor: actor, Contacts: w.contacts(gone)}
	w.part[gone] = 0 // in no part, and in nobody's way
	part := int32(0)
	for _, p := range g.Row(int(gone)) {
		if w.part[p] >= 0 {
			continue
		}
		part++
		reached := w.reach(p, part)
		if len(reached.Actors) == 0 {
			r.Orphans = append(r.Orphans, reached.Projects...)
			continue
		}
		r.Parts = append(r.Parts, reached)
	}
	slices.Sort(r.Orphans)
	before := 0
	for _, p := range r.Parts {
		r.LostActors += before * len(p.Actors)
		before += len(p.Actors)
	}
	r.between(g, w, gone)
	slices.SortStableFunc(r.Parts, func(a, b Part) int {
		return cmp.Or(cmp.Compare(len(b.Actors), len(a.Actors)), cmp.Compare(len(b.Projects), len(a.Projects)))
	})
	return r, nil
}

// between looks at every pair of contacts.
func (r *Removal) between(g *graph.TwoMode, w *walk, gone int32) {
	first := int32(g.Projects)
	around := make([][]int32, len(r.Contacts))
	for i, a := range r.Contacts {
		around[i] = slices.DeleteFunc(w.contacts(first+a), func(b int32) bool { return b == r.Actor })
	}
	kept := map[int32]int{}
	for i, a := range r.Contacts {
		for j := i + 1; j < len(r.Contacts); j++ {
			b := r.Contacts[j]
			if _, direct := slices.BinarySearch(around[i], b); direct {
				continue
			}
			r.Pairs++
			common := intersection(around[i], around[j])
			switch {
			case len(common) > 0:
				r.Kept++
				for _, c := range common {
					kept[c]++
				}
			case w.part[first+a] == w.part[first+b]:
				r.Longer++
			default:
				r.Lost++
			}
		}
	}
	for a, pairs := range kept {
		r.Next = append(r.Next, Connector{a, pairs})
	}
	slices.SortFunc(r.Next, func(a, b Connector) int {
		return cmp.Or(cmp.Compare(b.Pairs, a.Pairs), cmp.Compare(a.Actor, b.Actor))
	})
}

// intersection returns what two rising lists have in common.
func intersection(a, b []int32) []int32 {
	var common []int32
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			common = append(common, a[0])
			a, b = a[1:], b[1:]
		}
	}
	return common
}

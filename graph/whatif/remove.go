package whatif

import (
	"cmp"
	"context"
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
// g, leaves. One that is not there is graph.ErrNotFound. Time grows with its
// contacts times their contacts and with the piece around it.
func Remove(ctx context.Context, g *graph.TwoMode, actor int32) (*Removal, error) {
	if actor < 0 || int(actor) >= g.Len()-g.Projects {
		return nil, fmt.Errorf("actor %d of %d: %w", actor, g.Len()-g.Projects, graph.ErrNotFound)
	}
	w := newWalk(g)
	gone := int32(g.Projects) + actor
	r := &Removal{Actor: actor, Contacts: slices.Sorted(slices.Values(newGathering(g).contacts(gone)))}
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
	if err := r.between(ctx, w); err != nil {
		return nil, err
	}
	slices.SortStableFunc(r.Parts, func(a, b Part) int {
		return cmp.Or(cmp.Compare(len(b.Actors), len(a.Actors)), cmp.Compare(len(b.Projects), len(a.Projects)))
	})
	return r, nil
}

// between judges every pair of contacts.
func (r *Removal) between(ctx context.Context, w *walk) error {
	c, err := circleOf(ctx, w.g, r)
	if err != nil {
		return err
	}
	all, parts := pairsOf(len(r.Contacts)), map[int32]int{}
	for _, a := range r.Contacts {
		parts[w.part[w.g.Projects+int(a)]]++
	}
	r.Lost = all
	for _, size := range parts {
		r.Lost -= pairsOf(size)
	}
	r.Pairs = all - c.direct()
	if r.Kept, err = c.kept(ctx); err != nil {
		return err
	}
	r.Longer = r.Pairs - r.Kept - r.Lost
	r.Next, err = c.connectors(ctx)
	return err
}

package review

import (
	"slices"

	"hankeverkko/graph"
)

// Private tells whether a decision names an actor that is hidden from the public.
func (d *Desk) Private(e graph.Decision) bool { return slices.ContainsFunc(e.Actors, d.PrivateActor) }

// PrivateActor tells whether an id is that of a hidden person, also of one that
// the data do not hold now.
func (d *Desk) PrivateActor(id graph.ActorID) bool {
	if a, ok := d.Ledger.Actor(id); ok {
		return a.Hidden()
	}
	return d.Ledger.PersonalID(id)
}

// About tells whether a decision is about an actor, under any of its ids.
func (d *Desk) About(e graph.Decision, id graph.ActorID) bool {
	if slices.Contains(e.Actors, id) {
		return true
	}
	a, ok := d.Ledger.Actor(id)
	return ok && slices.ContainsFunc(e.Actors, func(other graph.ActorID) bool {
		b, known := d.Ledger.Actor(other)
		return known && a.ID == b.ID
	})
}

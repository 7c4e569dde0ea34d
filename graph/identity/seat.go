package identity

import (
	"cmp"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/place"
)

// seatMark stands in the id of a unit between the actor and the municipality:
// "ytunnus:2296962-1@297". No number and no id form of a name holds it.
const seatMark = "@"

// unitID names the unit of an actor in a municipality.
func unitID(of graph.ActorID, at graph.Municipality) graph.ActorID {
	return of + graph.ActorID(seatMark) + graph.ActorID(at)
}

// UnitOf takes the id of a unit apart.
func UnitOf(id graph.ActorID) (whole graph.ActorID, at graph.Municipality, ok bool) {
	w, m, ok := strings.Cut(string(id), seatMark)
	return graph.ActorID(w), graph.Municipality(m), ok
}

// partBySeat gives the mentions of an actor that people split by seat to a
// unit for each municipality that rows name. A mention without a municipality
// means the one unit of its project, where there is one; else it stays with
// the whole. It returns the units, each with its whole.
func partBySeat(mentions []mention, same *sets, d *decisions, places *gazetteer) map[graph.ActorID]graph.ActorID {
	divided := map[graph.ActorID]bool{}
	for id := range d.bySeat {
		divided[same.find(id)] = true
	}
	units := map[graph.ActorID]graph.ActorID{}
	if len(divided) == 0 {
		return units
	}
	for inProject := range runs(mentions, (*mention).project) {
		here := map[graph.ActorID][]graph.ActorID{} // whole -> its units in this project
		var unplaced []*mention
		for i := range inProject {
			m := &inProject[i]
			if !divided[m.id] {
				continue
			}
			at := cmp.Or(m.town(graph.FieldSeat, places), m.town(graph.FieldTown, places))
			if at == "" {
				unplaced = append(unplaced, m)
				continue
			}
			whole := m.id
			m.id = same.find(unitID(whole, at))
			if m.id == unitID(whole, at) {
				units[m.id] = whole
			}
			if !slices.Contains(here[whole], m.id) {
				here[whole] = append(here[whole], m.id)
			}
		}
		for _, m := range unplaced {
			if of := here[m.id]; len(of) == 1 {
				m.id = of[0]
			}
		}
	}
	return units
}

// unitName names a unit after its whole and its place: "KEHA-keskus, Kuopio".
func unitName(whole string, at graph.Municipality) string {
	area, ok := place.Find(place.KuntaID(at))
	if !ok || whole == "" {
		return whole
	}
	return whole + ", " + area.Names.Fi
}

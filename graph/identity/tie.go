package identity

import (
	"cmp"
	"slices"

	"hankeverkko/graph"
)

// tiesOf makes one tie of all mentions of an actor in a project.
func tiesOf(mentions []mention, actors []graph.Actor, places *gazetteer) []graph.Tie {
	names := make(map[graph.ActorID]string, len(actors))
	for _, a := range actors {
		names[a.ID] = a.Name
	}
	towns := commonestTowns(mentions, places)
	ties := make([]graph.Tie, 0, len(mentions))
	var sorted []mention
	for inProject := range runs(mentions, (*mention).project) {
		sorted = append(sorted[:0], inProject...)
		slices.SortStableFunc(sorted, func(a, b mention) int { return cmp.Compare(a.id, b.id) })
		for of := range runs(sorted, func(m *mention) graph.ActorID { return m.id }) {
			t := graph.Tie{Project: of[0].project(), Actor: of[0].id, Part: part(of)}
			t.Seat, t.SeatRung = seatInProject(of, towns[t.Actor], names[t.Actor], places)
			t.Granted = money(of, func(r *row) graph.Money { return r.granted }, lasting)
			t.Paid = money(of, func(r *row) graph.Money { return r.paid }, passing)
			for _, m := range of {
				if ref := m.row.ref(); !slices.Contains(t.Records, ref) {
					t.Records = append(t.Records, ref)
				}
			}
			ties = append(ties, t)
		}
	}
	return ties
}

// part returns the part that says most: taking part says least.
func part(of []mention) graph.Part {
	best := of[0].part
	for _, m := range of {
		if rank(m.part) < rank(best) {
			best = m.part
		}
	}
	return best
}

func rank(p graph.Part) int {
	return slices.Index([]graph.Part{graph.Lead, graph.Partner, graph.Recipient, graph.Associated, graph.Participant}, p)
}

// money adds up the rows of one source. Of several sources that tell an
// amount, the first in the order of precedence is believed: they tell the same
// money.
func money(of []mention, amount func(*row) graph.Money, better func(a, b feed) int) graph.Money {
	var total graph.Money
	var source feed
	for _, m := range of {
		a := amount(m.row)
		if !m.own || !a.Known {
			continue
		}
		switch f := m.row.feed; {
		case total.Known && f.id == source.id:
			total = total.Plus(a)
		case !total.Known || better(f, source) < 0:
			total, source = a, f
		}
	}
	return total
}

// seatInProject goes down the ladder: the municipality or the town that a row
// of the tie gives, the actor's commonest town over all its rows, a
// municipality named in its name.
func seatInProject(of []mention, commonest graph.Municipality, name string, places *gazetteer) (graph.Municipality, graph.Rung) {
	for _, field := range [...]graph.Field{graph.FieldSeat, graph.FieldTown} {
		for _, m := range of {
			if at := m.town(field, places); at != "" {
				return at, rungOf(field)
			}
		}
	}
	if commonest != "" {
		return commonest, graph.RungCommonest
	}
	if slices.ContainsFunc(of, func(m mention) bool { return m.abroad() }) {
		return "", graph.RungUnknown
	}
	for _, m := range of {
		if at := places.inName(m.name); at != "" {
			return at, graph.RungName
		}
	}
	if at := places.inName(name); at != "" {
		return at, graph.RungName
	}
	return "", graph.RungUnknown
}

func rungOf(f graph.Field) graph.Rung {
	if f == graph.FieldSeat {
		return graph.RungNamed
	}
	return graph.RungPostal
}

func (m *mention) town(f graph.Field, places *gazetteer) graph.Municipality {
	if written := m.cell(f); written != "" && !m.abroad() {
		return places.town(written)
	}
	return ""
}

// abroad tells that the row places the actor in another country.
func (m *mention) abroad() bool {
	country := m.cell(graph.FieldCountry)
	return country != "" && country != graph.Finland
}

// commonestTowns returns for each actor the municipality that most of its rows
// give, by seat or else by town; of equals, the lowest code.
func commonestTowns(mentions []mention, places *gazetteer) map[graph.ActorID]graph.Municipality {
	counts := map[graph.ActorID]tally[graph.Municipality]{}
	for i := range mentions {
		m := &mentions[i]
		if at := cmp.Or(m.town(graph.FieldSeat, places), m.town(graph.FieldTown, places)); at != "" {
			if counts[m.id] == nil {
				counts[m.id] = tally[graph.Municipality]{}
			}
			counts[m.id].count(at)
		}
	}
	commonest := make(map[graph.ActorID]graph.Municipality, len(counts))
	for id, t := range counts {
		commonest[id] = t.most()
	}
	return commonest
}

// seat sets each actor's seat: where most of its ties are seated.
func seat(actors []graph.Actor, ties []graph.Tie) {
	counts := make(map[graph.ActorID]tally[graph.Municipality], len(actors))
	for _, t := range ties {
		if counts[t.Actor] == nil {
			counts[t.Actor] = tally[graph.Municipality]{}
		}
		counts[t.Actor].count(t.Seat)
	}
	for i := range actors {
		actors[i].Seat = counts[actors[i].ID].most()
	}
}

// tally counts values.
type tally[K cmp.Ordered] map[K]int

func (t tally[K]) count(k K) {
	var none K
	if k != none {
		t[k]++
	}
}

// most returns the value counted most often, the lowest of equals, the zero
// value of none.
func (t tally[K]) most() K {
	var best K
	for k, n := range t {
		if n > t[best] || n == t[best] && k < best {
			best = k
		}
	}
	return best
}

package identity

import (
	"slices"

	"hankeverkko/graph"
)

// Match is a spelling that was taken for an actor by itself, with nobody's
// decision, beside the spelling of most rows.
type Match struct {
	Actor            graph.ActorID
	Spelling, Other  string
	Rows, OtherRows  int
	ByNumber, Merged bool
}

// Matches lists the automatic matches of the ledger: for each actor that goes
// by several spellings, each of them beside the commonest one. Merged are
// those of actors that people merged, ByNumber those of actors with a number.
func (l *Ledger) Matches() []Match {
	var list []Match
	for i := range l.Network.Actors {
		a := &l.Network.Actors[i]
		rows := map[string]int{}
		var names []string
		for _, s := range l.Spellings(a.ID) {
			if rows[s.Name] == 0 {
				names = append(names, s.Name)
			}
			rows[s.Name] += s.Rows
		}
		slices.SortStableFunc(names, func(a, b string) int { return rows[b] - rows[a] })
		merged := slices.ContainsFunc(append([]graph.ActorID{a.ID}, a.OtherIDs...), func(id graph.ActorID) bool { return l.decided.groups[id] != nil })
		for _, other := range names[min(1, len(names)):] {
			list = append(list, Match{a.ID, names[0], other, rows[names[0]], rows[other], strength(a.ID) < strengthOfName, merged})
		}
	}
	return list
}

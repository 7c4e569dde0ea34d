package identity

import (
	"cmp"
	"strings"

	"hankeverkko/graph"
)

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

// Numbered tells an id that is a number given by an authority.
func Numbered(id graph.ActorID) bool {
	_, _, unit := UnitOf(id)
	return strength(id) < strengthOfName && !unit
}

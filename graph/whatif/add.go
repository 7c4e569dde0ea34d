package whatif

import (
	"cmp"
	"fmt"
	"slices"

	"hankeverkko/graph"
)

// Addition is what changes when a project of given actors is added.
type Addition struct {
	// Actors are those given, rising, each once.
	Actors []int32
	// Joined are the pieces of the network that the project brings together, the
	// one with most actors first; one piece is nothing new.
	Joined []Part
	// Pairs counts the pairs of the actors given; Met of them share a project
	// already, Near have an actor that shares one with each of the two, Far are
	// joined by longer chains alone, and Apart not at all.
	Pairs, Met, Near, Far, Apart int
	// GainedActors counts the pairs of actors, given or not, that are joined by a
	// chain for the first time.
	GainedActors int
}

// Add tells what changes when a project of some actors, by their positions
// among the actors of g, is added. Fewer than two different actors are
// graph.ErrInvalid, one that is not there is graph.ErrNotFound.
func Add(g *graph.TwoMode, actors []int32) (*Addition, error) {
	a := &Addition{Actors: slices.Compact(slices.Sorted(slices.Values(actors)))}
	for _, actor := range a.Actors {
		if actor < 0 || int(actor) >= g.Len()-g.Projects {
			return nil, fmt.Errorf("actor %d of %d: %w", actor, g.Len()-g.Projects, graph.ErrNotFound)
		}
	}
	if len(a.Actors) < 2 {
		return nil, fmt.Errorf("a project of %d actors joins nobody: %w", len(a.Actors), graph.ErrInvalid)
	}
	w, contacts, first := newWalk(g), newGathering(g), int32(g.Projects)
	around := make([][]int32, len(a.Actors))
	before := 0
	for i, actor := range a.Actors {
		around[i] = slices.Sorted(slices.Values(contacts.contacts(first + actor)))
		if w.part[first+actor] < 0 {
			piece := w.reach(first+actor, int32(i))
			a.GainedActors += before * len(piece.Actors)
			before += len(piece.Actors)
			a.Joined = append(a.Joined, piece)
		}
	}
	for i, x := range a.Actors {
		for j := i + 1; j < len(a.Actors); j++ {
			y := a.Actors[j]
			a.Pairs++
			_, met := slices.BinarySearch(around[i], y)
			switch {
			case met:
				a.Met++
			case meet(around[i], around[j]):
				a.Near++
			case w.part[first+x] == w.part[first+y]:
				a.Far++
			default:
				a.Apart++
			}
		}
	}
	slices.SortStableFunc(a.Joined, func(x, y Part) int {
		return cmp.Or(cmp.Compare(len(y.Actors), len(x.Actors)), cmp.Compare(len(y.Projects), len(x.Projects)))
	})
	return a, nil
}

// meet tells whether two rising lists have anything in common.
func meet(a, b []int32) bool {
	for len(a) > 0 && len(b) > 0 {
		switch cmp.Compare(a[0], b[0]) {
		case -1:
			a = a[1:]
		case 1:
			b = b[1:]
		default:
			return true
		}
	}
	return false
}

package identity

import (
	"slices"

	"hankeverkko/graph"
)

// sets are disjoint sets of ids; each is known by its strongest.
type sets struct {
	parent map[graph.ActorID]graph.ActorID
}

func (s *sets) find(id graph.ActorID) graph.ActorID {
	for {
		up, ok := s.parent[id]
		if !ok {
			return id
		}
		id = up
	}
}

func (s *sets) join(a, b graph.ActorID) {
	a, b = s.find(a), s.find(b)
	if a == b {
		return
	}
	if stronger(b, a) < 0 {
		a, b = b, a
	}
	s.parent[b] = a
}

// members returns the ids of each set but the one it is known by, in order.
func (s *sets) members() map[graph.ActorID][]graph.ActorID {
	all := map[graph.ActorID][]graph.ActorID{}
	for id := range s.parent {
		all[s.find(id)] = append(all[s.find(id)], id)
	}
	for _, ids := range all {
		slices.Sort(ids)
	}
	return all
}

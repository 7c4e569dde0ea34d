package lens

import (
	"maps"
	"slices"

	"hankeverkko/graph"
)

// Joins returns for each actor how much it joins topics: over the projects
// whose partners are listed, every pair of its partners from different topics
// that share no other project counts one, divided by the number of actors that
// join the pair. A partner's topic is that of the project they share. Actors
// that join nothing have 0. The basis is graph.BasisOf the network's projects.
func Joins(t *Topics, n *graph.Network) []float64 {
	type pair struct{ a, b int32 }
	direct, joiners := map[pair]bool{}, map[pair][]int32{}
	for p := range n.Projects {
		ties := n.ProjectTies(p)
		for i := range ties {
			for j := i + 1; j < len(ties); j++ {
				direct[pair{ties[i].A, ties[j].A}] = true
			}
		}
	}
	for actor := range n.Actors {
		type partner struct{ actor, topic int32 }
		var partners []partner
		for _, i := range n.ActorTies(actor) {
			p := n.Ties[i].P
			if n.Projects[p].Partners != graph.PartnersListed {
				continue
			}
			for _, tie := range n.ProjectTies(int(p)) {
				if int(tie.A) != actor {
					partners = append(partners, partner{tie.A, t.Of[p]})
				}
			}
		}
		joined := map[pair]bool{}
		for i, x := range partners {
			for _, y := range partners[i+1:] {
				ends := pair{min(x.actor, y.actor), max(x.actor, y.actor)}
				if x.topic != y.topic && x.actor != y.actor && !direct[ends] && !joined[ends] {
					joined[ends] = true
					joiners[ends] = append(joiners[ends], int32(actor))
				}
			}
		}
	}
	// Adding up by the number of joiners keeps the sums equal to the bit,
	// whatever the order of the map.
	shared := make([]map[int]int, len(n.Actors))
	for _, actors := range joiners {
		for _, a := range actors {
			if shared[a] == nil {
				shared[a] = map[int]int{}
			}
			shared[a][len(actors)]++
		}
	}
	joins := make([]float64, len(n.Actors))
	for a, pairs := range shared {
		for _, joiners := range slices.Sorted(maps.Keys(pairs)) {
			joins[a] += float64(pairs[joiners]) / float64(joiners)
		}
	}
	return joins
}

package lens

import (
	"context"

	"hankeverkko/graph"
	"hankeverkko/graph/community"
)

// How communities are found; see docs/method.md for what was tried.
const (
	cooperationRuns       = 60
	cooperationShare      = 0.8
	cooperationResolution = 1.0
)

// divide finds communities on a two-mode network.
func (m *CooperationMethod) divide(ctx context.Context, g *graph.TwoMode) (community.Partition, error) {
	return community.ConsensusTwoMode(ctx, g, community.TwoModeConsensus{Runs: m.Runs, Share: m.Share, Seed: m.Seed, Resolution: m.Resolution})
}

// members turns vertices of the two-mode network into positions in the network.
func (c *Cooperation) members(vertices []int32) (projects, actors []int32) {
	for _, v := range vertices {
		if int(v) < c.twoMode.Projects {
			projects = append(projects, c.selection.Projects[v])
		} else {
			actors = append(actors, c.selection.Actors[int(v)-c.twoMode.Projects])
		}
	}
	return projects, actors
}

// anchor returns the own actor with most ties among vertices, the first by id
// of equals; -1 where none is own.
func (c *Cooperation) anchor(vertices []int32) int32 {
	best, most := int32(-1), -1
	for _, v := range vertices {
		i := int(v) - c.twoMode.Projects
		if i < 0 {
			continue
		}
		if ties := len(c.twoMode.Row(int(v))); c.selection.Standing[i] == graph.Own && ties > most {
			best, most = c.selection.Actors[i], ties
		}
	}
	return best
}

package lens

import (
	"context"

	"hankeverkko/graph"
	"hankeverkko/graph/community"
)

// How communities are found; see docs/method.md for what was tried.
const (
	cooperationRuns       = 10
	cooperationResolution = 1.0
)

// divide returns the best of the runs by Barber modularity.
func (m *CooperationMethod) divide(ctx context.Context, g *graph.TwoMode) (community.Partition, error) {
	runs, err := community.Runs(ctx, m.Runs, m.Seed, func(seed uint64) (community.Partition, error) {
		return community.LeidenTwoMode(ctx, g, community.Options{Seed: seed, Resolution: m.Resolution})
	})
	if err != nil {
		return nil, err
	}
	best, most := runs[0], community.BarberModularity(g, runs[0], m.Resolution)
	for _, p := range runs[1:] {
		if q := community.BarberModularity(g, p, m.Resolution); q > most+1e-12 {
			best, most = p, q
		}
	}
	return best, nil
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

package lens

import (
	"context"
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/community"
)

// Boundary judges the partner networks by finding them again 100 times, each
// time by one run on 90 % of the projects, beside what the same method finds in
// networks in which every project and every actor keeps its number of ties and
// chance decides between whom. What is folded is not judged.
func (c *Cooperation) Boundary(ctx context.Context) (*Boundary, error) {
	b := newBoundary(len(c.Communities), c.Method.Seed^boundarySeed)
	b.Thin = c.Thin()
	b.OfProject, b.OfActor = noPlaces(len(c.network.Projects)), noPlaces(len(c.network.Actors))
	if len(c.found) == 0 {
		return b, nil
	}
	found, err := c.again(ctx, c.twoMode, c.found, b.Method.Seed)
	if err != nil {
		return nil, fmt.Errorf("boundaries in %q: %w", c.Scope, err)
	}
	limit := &chance.Limit{}
	if err := b.byChance(ctx, limit, func(seed uint64) error { return c.addByChance(ctx, seed, limit) }); err != nil {
		return nil, fmt.Errorf("partner networks by chance in %q: %w", c.Scope, err)
	}
	shownAs := none(c.found.Count())
	for v, label := range c.found {
		if v < c.twoMode.Projects {
			shownAs[label] = c.OfProject[c.selection.Projects[v]]
		} else {
			shownAs[label] = c.OfActor[c.selection.Actors[v-c.twoMode.Projects]]
		}
	}
	for v, place := range places(found, func(label int32) int32 { return shownAs[label] }) {
		if v < c.twoMode.Projects {
			b.OfProject[c.selection.Projects[v]] = place
		} else {
			b.OfActor[c.selection.Actors[v-c.twoMode.Projects]] = place
		}
	}
	for at := range c.Communities {
		group := &c.Communities[at]
		if group.Kind != Partners {
			continue
		}
		var members []Place
		for _, p := range group.Projects {
			members = append(members, b.OfProject[p])
		}
		for _, a := range group.Actors {
			members = append(members, b.OfActor[a])
		}
		b.judge(at, members, limit)
	}
	return b, nil
}

// again finds the communities of a partition of g again.
func (c *Cooperation) again(ctx context.Context, g *graph.TwoMode, p community.Partition, seed uint64) (*community.Boundary, error) {
	runs, err := community.RunsTwoMode(ctx, g, community.TwoModeConsensus{
		Runs: boundaryRuns, Share: boundaryShare, Seed: seed, Resolution: c.Method.Resolution,
	})
	if err != nil {
		return nil, err
	}
	return community.BoundaryOf(ctx, p, runs)
}

// addByChance adds the clarity of the groups that would be partner networks in
// a network by chance.
func (c *Cooperation) addByChance(ctx context.Context, seed uint64, limit *chance.Limit) error {
	g := chance.Curveball(chance.Stream(seed, curveballStream), c.twoMode)
	p, err := community.ConsensusTwoMode(ctx, g, community.TwoModeConsensus{
		Runs: c.Method.Runs, Share: c.Method.Share, Seed: seed, Resolution: c.Method.Resolution,
	})
	if err != nil {
		return err
	}
	found, err := c.again(ctx, g, p, seed)
	if err != nil {
		return err
	}
	for label, members := range p.Members() {
		if partnerNetwork(g, members) {
			limit.Add(len(members), found.Communities[label])
		}
	}
	return nil
}

// partnerNetwork tells whether vertices have several projects, one of them with several actors.
func partnerNetwork(g *graph.TwoMode, members []int32) bool {
	projects, shared := 0, false
	for _, v := range members {
		if int(v) < g.Projects {
			projects++
			shared = shared || len(g.Row(int(v))) > 1
		}
	}
	return projects > 1 && shared
}

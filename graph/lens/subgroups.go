package lens

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"hankeverkko/graph"
)

// SubCommunity is a part of a community.
type SubCommunity struct {
	Anchor           int32 // own actor with most of the projects, -1 where none is own
	Words            []string
	Projects, Actors []int32 // positions in the network, rising
}

// SubGroups divides a partner network of eight projects or more by the same
// method on its own two-mode network, the part with most projects first.
// Fewer than two parts of two projects are no division: then, and for folded
// communities, there are none. A community that is not there is
// graph.ErrNotFound.
func (c *Cooperation) SubGroups(ctx context.Context, at int) ([]SubCommunity, error) {
	if at < 0 || at >= len(c.Communities) {
		return nil, fmt.Errorf("community %d of %d: %w", at, len(c.Communities), graph.ErrNotFound)
	}
	group := &c.Communities[at]
	if group.Kind != Partners || len(group.Projects) < subFrom {
		return nil, nil
	}
	inside := &graph.Selection{Projects: group.Projects, Actors: group.Actors}
	for _, a := range group.Actors {
		inside.Standing = append(inside.Standing, c.selection.StandingOf(int(a)))
	}
	part := &Cooperation{network: c.network, selection: inside, words: c.words, Method: c.Method}
	part.twoMode = inside.TwoMode(c.network)
	found, err := c.Method.divide(ctx, part.twoMode)
	if err != nil {
		return nil, fmt.Errorf("sub-groups of %s: %w", group.ID, err)
	}
	var parts []SubCommunity
	for _, members := range found.Members() {
		projects, actors := part.members(members)
		if len(projects) >= 2 {
			parts = append(parts, SubCommunity{Anchor: part.anchor(members), Words: c.words.subline(projects), Projects: projects, Actors: actors})
		}
	}
	if len(parts) < 2 {
		return nil, nil
	}
	slices.SortStableFunc(parts, func(a, b SubCommunity) int { return cmp.Compare(len(b.Projects), len(a.Projects)) })
	return parts, nil
}

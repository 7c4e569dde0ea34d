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
	// Anchor is the own actor with most of the projects; -1 where all are from elsewhere.
	Anchor           int32
	Words            []string
	Projects, Actors []int32 // positions in the network, rising
}

// SubGroups divides a partner network of eight projects or more by the same
// method on its own two-mode network, the part with most projects first; parts
// of one project are left out. Fewer than two parts are no division: then, and
// for folded communities, there are none. A community that is not there is
// graph.ErrNotFound.
func (c *Cooperation) SubGroups(ctx context.Context, at int) ([]SubCommunity, error) {
	if at < 0 || at >= len(c.Communities) {
		return nil, fmt.Errorf("community %d of %d: %w", at, len(c.Communities), graph.ErrNotFound)
	}
	group := &c.Communities[at]
	if group.Kind != Partners || len(group.Projects) < subFrom {
		return nil, nil
	}
	part := c.within(group.Projects, func(a int32) bool { return int(c.OfActor[a]) == at })
	if err := part.divide(ctx); err != nil {
		return nil, fmt.Errorf("sub-groups of %s: %w", group.ID, err)
	}
	var parts []SubCommunity
	for _, vertices := range part.found.Members() {
		projects, actors := part.members(vertices)
		if len(projects) > 1 {
			parts = append(parts, SubCommunity{part.anchor(vertices), c.words.setApart(projects, communityWords), projects, actors})
		}
	}
	if len(parts) < 2 {
		return nil, nil
	}
	slices.SortStableFunc(parts, func(a, b SubCommunity) int { return cmp.Compare(len(b.Projects), len(a.Projects)) })
	return parts, nil
}

package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/lens"
	"hankeverkko/graph/place"
)

// Lens is a way to group projects.
type Lens string

// The two lenses: by what projects are about, and by working together.
const (
	LensTopics      Lens = "topics"
	LensCooperation Lens = "cooperation"
)

// LensOf tells the lens that the id of a group belongs to.
func LensOf(id string) Lens {
	if strings.HasPrefix(id, string(LensCooperation)+":") {
		return LensCooperation
	}
	return LensTopics
}

// pictureGroups is how many groups with a name a picture shows; the others are
// folded into one.
const pictureGroups = 12

// scope is a region through a lens: the part of a view that depends on neither
// date nor filter, so that groups stay while those change.
type scope struct {
	lens  Lens
	area  place.Area       // zero for the whole country
	whole *graph.Selection // all of the region
	// groups are told apart by their position; the rest, where there is one, is last.
	groups []*Group
	byID   map[string]*Group
	rest   *Group
	// of and ofActor run along the network: the position of the group that a
	// project or actor lies in, -1 for none. Topics hold projects alone.
	of, ofActor []int32
	// places are those of the groups on the ring, -1 for folded ones, and
	// ring is how many there are.
	places []int
	ring   int
	local  [][]string // words distinctive of the region, along groups
	// cooperation is nil through the lens of topics, and there are no bridges.
	cooperation *lens.Cooperation
	bridges     []Bridge
}

type scopeKey struct {
	area graph.AreaID
	lens Lens
}

// scope returns a region through a lens. An unknown region is graph.ErrNotFound.
func (v *View) scope(ctx context.Context, area graph.AreaID, through Lens) (*scope, error) {
	return v.scopes.get(ctx, scopeKey{area, through}, func(ctx context.Context) (*scope, error) {
		s := &scope{lens: through}
		query := graph.Query{}
		if area != "" {
			found, ok := place.Find(area)
			if !ok {
				return nil, fmt.Errorf("region %s: %w", area, graph.ErrNotFound)
			}
			s.area, query.Region = found, found.Municipalities
		}
		s.whole = graph.Select(v.Network, query)
		if through == LensCooperation {
			if err := v.byCooperation(ctx, s); err != nil {
				return nil, err
			}
		} else {
			v.byTopic(s)
		}
		s.byID = make(map[string]*Group, len(s.groups))
		for _, g := range s.groups {
			s.byID[g.ID] = g
		}
		return s, nil
	})
}

// shown returns the group of the picture that g stands in.
func (s *scope) shown(g *Group) *Group {
	if s.places[g.at] < 0 {
		return s.rest
	}
	return g
}

// group returns the group of a project, nil outside the scope.
func (s *scope) group(p int32) *Group {
	if at := s.of[p]; at >= 0 {
		return s.groups[at]
	}
	return nil
}

// network returns the partner network of an actor, nil where there is none.
func (s *scope) network(actor int32) *Group {
	if s.ofActor == nil || s.ofActor[actor] < 0 {
		return nil
	}
	return s.groups[s.ofActor[actor]]
}

// holds tells whether project p lies in g; in the rest lie those of all groups
// that it folds.
func (s *scope) holds(g *Group, p int32) bool {
	own := s.group(p)
	return own == g || own != nil && g == s.rest && s.shown(own) == g
}

// shares counts projects by group, most first.
func (s *scope) shares(projects []int32) []GroupShare {
	counts := map[*Group]int{}
	for _, p := range projects {
		if g := s.group(p); g != nil {
			counts[g]++
		}
	}
	return groupShares(counts)
}

// folded joins the shares of the groups that the picture folds.
func (s *scope) folded(shares []GroupShare) []GroupShare {
	counts := map[*Group]int{}
	for _, share := range shares {
		counts[s.shown(share.Group)] += share.Projects
	}
	return groupShares(counts)
}

// GroupShare is a number of projects in a group.
type GroupShare struct {
	*Group
	Projects int
}

func groupShares(counts map[*Group]int) []GroupShare {
	list := make([]GroupShare, 0, len(counts))
	for g, n := range counts {
		list = append(list, GroupShare{g, n})
	}
	slices.SortFunc(list, func(a, b GroupShare) int {
		return cmp.Or(cmp.Compare(b.Projects, a.Projects), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// findGroup returns a group by its id and the scope it was found in: topics
// as the area has them, a partner network in the area that its id names. An
// unknown one is graph.ErrNotFound.
func (v *View) findGroup(ctx context.Context, area graph.AreaID, id string) (*scope, *Group, error) {
	through := LensOf(id)
	if through == LensCooperation {
		area = scopeOf(id)
	}
	s, err := v.scope(ctx, area, through)
	if err != nil {
		return nil, nil, fmt.Errorf("group %s: %w", id, err)
	}
	g, ok := s.byID[id]
	if !ok {
		return nil, nil, fmt.Errorf("group %s: %w", id, graph.ErrNotFound)
	}
	return s, g, nil
}

// scopeOf reads the area from the id of a partner network: its second part for
// the whole country, its second and third for others.
func scopeOf(id string) graph.AreaID {
	parts := strings.SplitN(id, ":", 4)
	if len(parts) < 4 || parts[1] == "all" {
		return ""
	}
	return graph.AreaID(parts[1] + ":" + parts[2])
}

package wire

import (
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
)

// Most members between two groups that are listed.
const mostBetween = 10

// Boundary shapes how clear groups are; with the id of a group also its members
// that are of another as well, and those of others that are of it. An unknown group is graph.ErrNotFound.
func Boundary(s *view.Slice, b *view.Boundary, group, lang string) (api.Boundary, error) {
	judged, beyond := b.Judged()
	out := api.Boundary{
		Revision: string(s.Revision), Lens: api.Lens(s.Lens), Region: RegionName(s.Area, lang), Runs: b.Method.Runs, Share: float32(b.Method.Share),
		Samples: b.Method.Samples, ChanceGroups: b.Method.Groups, Judged: judged, Beyond: beyond, Indicative: b.Indicative(),
		Groups: []api.GroupBoundary{}, Between: []api.Between{}, Arriving: []api.Between{},
	}
	asked := group == ""
	for _, g := range b.List() {
		found := api.GroupBoundary{
			Id: g.ID, Name: s.GroupName(g.Group, lang), Word: api.Clearness(g.Word.String()),
			Inside: g.Inside, Outside: g.Outside, Clarity: g.Clarity(), Limit: defined(g.Limit),
		}
		if g.Nearest != nil {
			nearest := whole(s.View, g.Nearest, lang)
			found.Nearest = nearest
		}
		out.Groups = append(out.Groups, found)
		if g.ID == group {
			asked = true
			out.Between, out.MoreBetween = between(s, b.Between(g.Group), lang)
			out.Arriving, out.MoreArriving = between(s, b.Arriving(g.Group), lang)
		}
	}
	if !asked && !b.Knows(group) {
		return out, fmt.Errorf("group %s: %w", group, graph.ErrNotFound)
	}
	return out, nil
}

func between(s *view.Slice, list []view.Between, lang string) ([]api.Between, int) {
	shown, more := firstOf(list, mostBetween)
	out := make([]api.Between, 0, len(shown))
	for _, m := range shown {
		member := api.Between{Share: m.Astride.Share(), Stood: int(m.Astride.Stood), Apart: int(m.Astride.Apart), Joined: int(m.Astride.Joined), Also: whole(s.View, m.Also, lang)}
		if m.Project >= 0 {
			p := &s.Network.Projects[m.Project]
			member.Kind, member.Id, member.Name = api.BetweenKindProject, string(p.ID), p.Name
		} else {
			a := &s.Network.Actors[m.Actor]
			member.Kind, member.Id, member.Name = api.BetweenKindActor, string(a.ID), a.Name
		}
		out = append(out, member)
	}
	return out, more
}

// GroupPlace shapes where a project or an actor stands.
func GroupPlace(s *view.Slice, at view.Standing, lang string) api.GroupPlace {
	place := api.GroupPlace{
		Group: whole(s.View, at.Group, lang), Word: api.Clearness(at.Word.String()), Inside: at.Inside, Outside: at.Outside, Nearest: whole(s.View, at.Nearest, lang),
	}
	if at.Also != nil {
		place.Also = api.AlsoOf{
			Group: whole(s.View, at.Also, lang), Share: at.Astride.Share(), Stood: int(at.Astride.Stood), Apart: int(at.Astride.Apart), Joined: int(at.Astride.Joined),
		}
	}
	return place
}

package wire

import (
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
)

// groupCount names a group with a number of projects.
func groupCount(v *view.View, g *view.Group, projects int, lang string) api.GroupCount {
	out := api.GroupCount{Id: g.ID, Name: v.GroupName(g, lang), Kind: api.GroupKind(g.Kind), Slot: g.Colour, Projects: projects}
	if label := v.GroupLabel(g, lang); label != out.Name {
		out.Shown = label
	}
	return out
}

// whole names a group with all of its projects; no group is left out.
func whole(v *view.View, g *view.Group, lang string) api.GroupCount {
	if g == nil {
		return api.GroupCount{}
	}
	return groupCount(v, g, len(g.Projects), lang)
}

func groupCounts(v *view.View, shares []view.GroupShare, lang string) []api.GroupCount {
	out := make([]api.GroupCount, 0, len(shares))
	for _, share := range shares {
		out = append(out, groupCount(v, share.Group, share.Projects, lang))
	}
	return out
}

// GroupCard shapes everything about one group in a region.
func GroupCard(s *view.Slice, c *view.GroupCard, lang string) api.GroupCard {
	card := api.GroupCard{
		Revision: string(s.Revision), Id: c.ID, Lens: api.Lens(c.Lens), Name: s.GroupName(c.Group, lang), Kind: api.GroupKind(c.Kind), Slot: c.Colour,
		Region: RegionName(s.Area, lang), Date: s.Date.String(), Words: filled(c.Keywords), LocalWords: filled(c.Local),
		Counts: counts(c.Counts), CountsAll: counts(c.CountsAll), Sentences: sentencesOf(s, lang, c.Sentences),
		Actors: actorCounts(s, c.Actors, lang), MoreActors: c.MoreActors, Projects: projectRows(s, c.Shown, lang),
		MoreProjects: c.MoreProjects, Members: c.Members, OwnMembers: c.Own, Folded: c.Folded, Bridges: bridges(s, c.Bridges, lang), MoreBridges: c.MoreBridges,
		Related: []api.Related{}, SubGroups: []api.SubGroup{}, Basis: basis(c.Basis),
	}
	if c.Lens == view.LensTopics && c.Kind == view.GroupNamed {
		cover := float32(c.Cover)
		card.Cover = &cover
	}
	for _, r := range c.Related {
		card.Related = append(card.Related, api.Related{Actor: actorCount(s, r.Actor, lang), Groups: groupCounts(s.View, r.Groups, lang)})
	}
	for _, other := range c.Connections {
		shown, more := firstOf(other.Actors, connectionActors)
		card.Connections = append(card.Connections, api.Connection{
			Group: groupCount(s.View, other.Group.Group, other.Group.Projects, lang), Actors: actorCounts(s, shown, lang), MoreActors: more,
		})
	}
	for _, sub := range c.SubGroups {
		card.SubGroups = append(card.SubGroups, subGroup(s, sub, lang))
	}
	return card
}

// Most actors that stand beside a connection.
const connectionActors = 3

func firstOf[T any](list []T, most int) (first []T, more int) {
	n := min(most, len(list))
	return list[:n], len(list) - n
}

func subGroup(s *view.Slice, sub view.SubGroup, lang string) api.SubGroup {
	out := api.SubGroup{Name: view.KeywordName(sub.Words, lang), Projects: projectNames(s, sub.Projects), Actors: actorCounts(s, sub.Actors, lang)}
	if sub.Name != nil {
		out.Name = s.GroupName(sub.Name, lang)
	}
	return out
}

// bridges shapes bridge-builders.
func bridges(s *view.Slice, list []view.Bridge, lang string) []api.Bridge {
	out := make([]api.Bridge, 0, len(list))
	for i := range list {
		out = append(out, bridge(s, &list[i], lang))
	}
	return out
}

func bridge(s *view.Slice, b *view.Bridge, lang string) api.Bridge {
	return api.Bridge{
		Actor: actorCount(s, view.ActorShare{Actor: b.Actor, Projects: b.Projects}, lang), Rank: b.Rank, Betweenness: defined(b.Betweenness),
		Groups: groupCounts(s.View, b.Groups, lang), Proof: projectNames(s, b.Proof), Sentence: sentenceOf(s, lang, b.Sentence),
	}
}

func projectNames(s *view.Slice, projects []int32) []api.ProjectName {
	names := make([]api.ProjectName, 0, len(projects))
	for _, p := range projects {
		names = append(names, api.ProjectName{Id: string(s.Network.Projects[p].ID), Name: s.Network.Projects[p].Name})
	}
	return names
}

package wire

import (
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
)

// group names a group with a number of projects.
func group(s *view.Slice, id string, projects int, lang string) api.GroupCount {
	g := s.GroupLook(id)
	return api.GroupCount{Id: id, Name: s.GroupName(id, lang), Kind: groupKind(g), Slot: g.Colour, Projects: projects}
}

func groupOf(s *view.Slice, p int32, lang string) api.GroupCount {
	return group(s, s.GroupID(p), len(s.SameGroup(p)), lang)
}

func groupFacets(s *view.Slice, list []view.Facet, lang string) []api.GroupCount {
	out := make([]api.GroupCount, 0, len(list))
	for _, f := range list {
		out = append(out, group(s, f.Value, f.Count, lang))
	}
	return out
}

func groupKind(g view.Group) api.GroupKind {
	switch {
	case g.Rest:
		return api.GroupKindRest
	case g.Misc:
		return api.GroupKindMisc
	}
	return api.GroupKindNamed
}

// GroupCard shapes everything about one group in a region.
func GroupCard(s *view.Slice, c *view.GroupCard, lang string) api.GroupCard {
	card := api.GroupCard{
		Revision: string(s.Revision), Id: c.ID, Name: s.GroupName(c.ID, lang), Kind: groupKind(c.Group), Lens: api.LensTopics, Bridges: []api.Bridge{}, Slot: c.Colour,
		Region: RegionName(s.Area, lang), Date: s.Date.String(), Words: filled(c.Words), LocalWords: filled(c.Local),
		Counts: counts(c.Counts), CountsAll: counts(c.CountsAll), Sentences: sentencesOf(s, lang, c.Sentences),
		Actors: actorCounts(s, c.Actors), MoreActors: c.MoreActors, Projects: projectRows(s, c.Shown, lang),
		MoreProjects: c.MoreProjects, Related: []api.Related{}, SubGroups: []api.SubGroup{}, Basis: basis(c.Basis),
	}
	if c.Topic >= 0 && !c.Misc {
		cover := float32(c.Cover)
		card.Cover = &cover
	}
	for _, r := range c.Related {
		card.Related = append(card.Related, api.Related{Actor: actorCount(s, r.Actor), Groups: groupFacets(s, r.Groups, lang)})
	}
	for _, sub := range c.SubGroups {
		shown := api.SubGroup{Name: view.TopicName(sub.Words, lang), Projects: []api.ProjectName{}}
		for _, p := range sub.Projects {
			shown.Projects = append(shown.Projects, api.ProjectName{Id: string(s.Network.Projects[p].ID), Name: s.Network.Projects[p].Name})
		}
		card.SubGroups = append(card.SubGroups, shown)
	}
	return card
}

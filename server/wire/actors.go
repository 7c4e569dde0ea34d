package wire

import (
	"hankeverkko/graph"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
)

// ActorList shapes one page of a list.
func ActorList(s *view.Slice, list *view.ActorList, page Page, lang string) api.ActorList {
	shown, truncated := rows(list.Actors, page)
	out := api.ActorList{
		Revision: string(s.Revision), Date: s.Date.String(), Total: len(list.Actors),
		Truncated: truncated, Actors: make([]api.ActorRow, 0, len(shown)),
		Facets: api.ActorFacets{Groups: groupCounts(s.View, list.Groups, lang), Standings: facets(list.Standings)},
	}
	for _, stat := range shown {
		out.Actors = append(out.Actors, actorRow(s, stat, lang))
	}
	return out
}

// actorRow shapes one actor of a slice.
func actorRow(s *view.Slice, stat view.ActorStat, lang string) api.ActorRow {
	actor := &s.Network.Actors[stat.Actor]
	return api.ActorRow{
		Id: string(actor.ID), Name: actor.NameIn(lang), Shown: actor.Short, BusinessId: actor.BusinessID,
		Kind: api.ActorKind(actor.Kind.String()), Side: api.ActorSide(actor.Kind.Sector().String()), KindWritten: actor.KindWritten,
		Municipality: municipality(actor.Seat, lang), Standing: api.Standing(stat.Standing.String()), Site: actor.Site,
		Projects: len(stat.Projects), Running: stat.Running, Led: stat.Led, Topics: len(stat.Groups), Partners: stat.Partners,
		Network: whole(s.View, stat.Network, lang), Person: actor.Person,
	}
}

// ActorCard shapes everything about one actor, with what is said of its leaving.
func ActorCard(s *view.Slice, c *view.ActorCard, gone []view.Sentence, lang string) api.ActorCard {
	actor := &s.Network.Actors[c.Actor]
	card := api.ActorCard{
		Revision: string(s.Revision), Id: string(actor.ID), Name: actor.NameIn(lang), Shown: actor.Short,
		Kind: api.ActorKind(actor.Kind.String()), Side: api.ActorSide(actor.Kind.Sector().String()), KindWritten: actor.KindWritten,
		BusinessId: actor.BusinessID, Pic: actor.PIC, Site: actor.Site, Date: s.Date.String(), Region: RegionName(s.Area, lang),
		Municipality: municipality(actor.Seat, lang), Standing: api.Standing(c.Standing.String()), Aliases: []api.Alias{},
		Counts: counts(c.CountsAll), CountsRegion: counts(c.Counts), Sentences: sentencesOf(s, lang, c.Sentences),
		Groups: groupCounts(s.View, c.Groups, lang), Network: whole(s.View, c.Network, lang), Projects: projectRows(s, c.Projects, lang), MoreProjects: c.MoreProjects,
		Partners: actorCounts(s, c.Partners, lang), MorePartners: c.MorePartners, Basis: basis(c.Basis), Records: c.Records,
	}
	card.Person, card.Hidden = actor.Person, actor.Hidden()
	card.PartOf, card.Follows = relations(s, actor.PartOf, lang), relations(s, actor.Follows, lang)
	if c.Bridge != nil {
		card.Bridge = bridge(s, c.Bridge, lang)
	}
	if len(gone) > 0 {
		card.IfGone = sentencesOf(s, lang, gone)
	}
	for _, alias := range actor.Aliases {
		card.Aliases = append(card.Aliases, api.Alias{Name: alias.Name, Source: s.SourceName(alias.Source)})
	}
	return card
}

// relations names the actors that one is part or successor of.
func relations(s *view.Slice, list []graph.Relation, lang string) (out []api.Relation) {
	for _, r := range list {
		relation := api.Relation{Actor: string(r.Actor), Name: string(r.Actor), From: r.From.String(), To: r.To.String()}
		if a, ok := s.Network.FindActor(r.Actor); ok {
			relation.Name = s.Network.Actors[a].NameIn(lang)
		}
		out = append(out, relation)
	}
	return out
}

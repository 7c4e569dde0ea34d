package wire

import (
	"hankeverkko/graph"
	"hankeverkko/graph/place"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
)

// ProjectList shapes one page of a list.
func ProjectList(s *view.Slice, list *view.ProjectList, page Page, lang string) api.ProjectList {
	shown, truncated := rows(list.Projects, page)
	return api.ProjectList{
		Revision: string(s.Revision), Date: s.Date.String(), Total: len(list.Projects),
		Truncated: truncated, Projects: projectRows(s, shown, lang),
		Facets: api.ProjectFacets{
			Groups: groupCounts(s.View, list.Groups, lang), States: facets(list.States),
			Funds: facets(list.Funds), Partners: facets(list.Partners),
		},
	}
}

// Page is a part of a list: so many rows from an offset on.
type Page struct{ Limit, Offset int }

// rows returns the part of a list that a page shows, and whether more follows.
func rows[T any](list []T, p Page) (shown []T, truncated bool) {
	from := min(p.Offset, len(list))
	to := min(from+p.Limit, len(list))
	return list[from:to], to < len(list)
}

// projectRows shapes projects at the given positions.
func projectRows(s *view.Slice, projects []int32, lang string) []api.ProjectRow {
	list := make([]api.ProjectRow, 0, len(projects))
	for _, p := range projects {
		list = append(list, projectRow(s, p, lang))
	}
	return list
}

func projectRow(s *view.Slice, p int32, lang string) api.ProjectRow {
	project := &s.Network.Projects[p]
	row := api.ProjectRow{
		Id: string(project.ID), Code: project.Code, Name: project.Name, State: api.State(project.StateAt(s.Date).String()),
		From: project.From.String(), To: project.To.String(), Fund: project.Fund, Partners: api.Partners(project.Partners.String()),
		Actors: len(s.Network.ProjectTies(int(p))), Keywords: project.Keywords, Link: project.Link, Group: whole(s.View, s.GroupOf(p), lang),
	}
	if lead, ok := s.Lead(p); ok {
		row.Lead = actorCount(s, view.ActorShare{Actor: lead, Projects: len(s.Network.ActorTies(int(lead)))}, lang)
	}
	if why := s.Belongs(p); s.Area.ID != "" {
		if why&graph.ByEffect != 0 {
			row.Belongs = append(row.Belongs, api.Effect)
		}
		if why&graph.BySeat != 0 {
			row.Belongs = append(row.Belongs, api.Seat)
		}
	}
	for _, place := range project.Places {
		row.Places = append(row.Places, placeName(place, lang))
	}
	return row
}

func placeName(p graph.Place, lang string) string {
	if area, ok := place.Find(p.Area); ok {
		return area.Names.In(lang)
	}
	return p.Written
}

// ProjectCard shapes everything about one project.
func ProjectCard(s *view.Slice, c *view.ProjectCard, lang string) api.ProjectCard {
	project := &s.Network.Projects[c.Project]
	card := api.ProjectCard{
		Revision: string(s.Revision), Id: string(project.ID), Code: project.Code, Name: project.Name, Description: project.Description,
		Date: s.Date.String(), State: api.State(project.StateAt(s.Date).String()), From: project.From.String(), To: project.To.String(),
		Fund: project.Fund, Priority: project.Priority, Objective: project.Objective, Funder: project.Funder, Authority: project.Authority,
		Partners: api.Partners(project.Partners.String()), Link: project.Link, Group: whole(s.View, s.GroupOf(c.Project), lang),
		Sentences: sentencesOf(s, lang, c.Sentences), Keywords: filled(project.Keywords), TargetGroups: filled(project.TargetGroups),
		Themes: filled(project.Themes), Actors: []api.ProjectActor{}, Places: []api.Place{}, Records: []api.RecordRef{},
		SimilarTopic: projectRows(s, c.Similar, lang),
	}
	for _, t := range c.Ties {
		actor := &s.Network.Actors[t.A]
		card.Granted += t.Granted.Cents
		card.Paid += t.Paid.Cents
		card.Actors = append(card.Actors, api.ProjectActor{
			Id: string(actor.ID), Name: actor.NameIn(lang), Part: api.Part(t.Part.String()), Seat: municipality(t.Seat, lang),
			SeatRung: api.Rung(t.SeatRung.String()), Site: actor.Site, Projects: len(s.Network.ActorTies(int(t.A))),
		})
	}
	for _, p := range project.Places {
		shown := api.Place{Written: p.Written, Rung: api.Rung(p.Rung.String())}
		if area, ok := place.Find(p.Area); ok {
			shown.Area = RegionName(area, lang)
		}
		card.Places = append(card.Places, shown)
	}
	for _, r := range project.Records {
		card.Records = append(card.Records, api.RecordRef{
			Source: string(r.Source), SourceName: s.SourceName(r.Source), Run: string(r.Run), Row: r.Row, Hash: string(r.Hash),
		})
	}
	return card
}

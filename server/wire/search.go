package wire

import (
	"cmp"
	"strconv"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/place"
	"hankeverkko/graph/search"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
)

// SearchResult shapes hits of all kinds, the kind with the best hit first.
func SearchResult(s *view.Slice, query string, hits search.Hits, lang string) api.SearchResult {
	out := api.SearchResult{Revision: string(s.Revision), Query: query, Total: hits.Total, Hits: []api.Hit{}}
	for _, kind := range hits.Kinds {
		for _, h := range kind.Hits {
			out.Hits = append(out.Hits, hit(s, h, lang))
		}
	}
	return out
}

func hit(s *view.Slice, h search.Hit, lang string) api.Hit {
	out := api.Hit{Kind: api.HitKind(h.Kind.String()), Id: h.ID, Name: h.Name, Matched: h.Matched, Projects: h.Projects}
	switch h.Kind {
	case search.Project:
		out.Detail = projectDetail(s, h.Position, lang)
	case search.Actor:
		out.Name = s.Network.Actors[h.Position].NameIn(lang)
		out.Detail = municipality(s.Network.Actors[h.Position].Seat, lang).Name
	case search.Region:
		if area, ok := place.Find(graph.AreaID(h.ID)); ok {
			out.Name, out.Projects = area.Names.In(lang), s.ProjectsIn(area.ID)
			if out.Matched == out.Name {
				out.Matched = ""
			}
		}
	case search.Group:
		out.Name = s.TopicName(h.ID, lang)
	}
	return out
}

// projectDetail is the lead and the years: "Lapin yliopisto, 2016–2018".
func projectDetail(s *view.Slice, p int32, lang string) string {
	project := &s.Network.Projects[p]
	var parts []string
	if lead, ok := s.Lead(p); ok {
		actor := &s.Network.Actors[lead]
		parts = append(parts, cmp.Or(actor.Short, actor.NameIn(lang)))
	}
	if project.From != 0 && project.To != 0 {
		parts = append(parts, strconv.Itoa(project.From.Year())+"–"+strconv.Itoa(project.To.Year()))
	}
	return strings.Join(parts, ", ")
}

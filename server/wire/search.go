package wire

import (
	"strconv"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/place"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
)

// SearchResult shapes hits of all kinds.
func SearchResult(s *view.Slice, query string, hits []view.Hit, lang string) api.SearchResult {
	out := api.SearchResult{Revision: string(s.Revision), Query: query, Total: len(hits), Hits: make([]api.Hit, 0, len(hits))}
	for _, h := range hits {
		hit := api.Hit{Kind: api.HitKind(h.Kind), Id: h.ID, Name: h.Name, Matched: h.Matched, Projects: h.Projects}
		switch h.Kind {
		case "project":
			hit.Detail = projectDetail(s, h.Position)
		case "actor":
			hit.Detail = municipality(s.Network.Actors[h.Position].Seat, lang).Name
		case "region":
			if area, ok := place.Find(graph.AreaID(h.ID)); ok {
				hit.Name = area.Names.In(lang)
			}
		case "group":
			hit.Name = s.GroupName(h.ID, lang)
		}
		out.Hits = append(out.Hits, hit)
	}
	return out
}

// projectDetail is the lead and the years: "Lapin yliopisto, 2016–2018".
func projectDetail(s *view.Slice, p int32) string {
	project := &s.Network.Projects[p]
	var parts []string
	if lead, ok := s.Lead(p); ok {
		actor := &s.Network.Actors[lead]
		parts = append(parts, shownName(actor.Short, actor.Name))
	}
	if project.From != 0 && project.To != 0 {
		parts = append(parts, strconv.Itoa(project.From.Year())+"–"+strconv.Itoa(project.To.Year()))
	}
	return strings.Join(parts, ", ")
}

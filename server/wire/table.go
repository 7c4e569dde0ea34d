package wire

import (
	"strings"

	"hankeverkko/graph/export"
	"hankeverkko/graph/view"
	"hankeverkko/words"
)

// ProjectTable is the list of projects as a table to write.
func ProjectTable(s *view.Slice, projects []int32, lang string) export.Table {
	t := table(s, lang, "table.projects", "table.project", "table.code", "table.lead", "table.topic", "table.from", "table.to",
		"table.state", "table.fund", "table.partners", "table.actors", "table.places", "table.keywords", "table.link", "table.id")
	for _, row := range projectRows(s, projects, lang) {
		project := &s.Network.Projects[projects[len(t.Rows)]]
		t.Rows = append(t.Rows, []export.Cell{
			export.Text(row.Name), export.Text(row.Code), export.Text(row.Lead.Name), export.Text(row.Group.Name),
			export.Date(project.From), export.Date(project.To), export.Text(words.Text(lang, "state."+string(row.State), nil)),
			export.Text(row.Fund), export.Text(words.Text(lang, "partners."+string(row.Partners), nil)), export.Number(row.Actors),
			export.Text(strings.Join(row.Places, ", ")), export.Text(strings.Join(row.Keywords, ", ")), export.Text(row.Link), export.Text(row.Id),
		})
	}
	return t
}

// ActorTable is the list of actors as a table to write.
func ActorTable(s *view.Slice, actors []view.ActorStat, lang string) export.Table {
	t := table(s, lang, "table.actors-sheet", "table.actor", "table.business-id", "table.kind", "table.side", "table.municipality", "table.standing",
		"table.projects", "table.running", "table.led", "table.topics", "table.partner-actors", "table.site", "table.id")
	for _, stat := range actors {
		row := actorRow(s, stat, lang)
		t.Rows = append(t.Rows, []export.Cell{
			export.Text(row.Name), export.Text(row.BusinessId), export.Text(words.Text(lang, "actor-kind."+string(row.Kind), nil)),
			export.Text(words.Text(lang, "actor-side."+string(row.Side), nil)), export.Text(row.Municipality.Name),
			export.Text(words.Text(lang, "standing."+string(row.Standing), nil)), export.Number(row.Projects), export.Number(row.Running),
			export.Number(row.Led), export.Number(row.Topics), export.Number(row.Partners), export.Text(row.Site), export.Text(row.Id),
		})
	}
	return t
}

func table(s *view.Slice, lang, sheet string, columns ...string) export.Table {
	t := export.Table{Sheet: words.Text(lang, sheet, nil), NotesSheet: words.Text(lang, "table.notes", nil)}
	for _, key := range columns {
		t.Columns = append(t.Columns, words.Text(lang, key, nil))
	}
	t.Notes = append(t.Notes, words.Text(lang, "table.note", words.Values{
		"region": RegionName(s.Area, lang).Name, "date": s.Date.String(), "revision": string(s.Revision),
	}))
	for _, source := range s.Sources {
		t.Notes = append(t.Notes, words.Text(lang, "table.source", words.Values{"name": source.Name, "date": source.AsOf.String(), "credit": source.Credit}))
	}
	return t
}

package wire

import (
	"iter"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/export"
	"hankeverkko/graph/view"
	"hankeverkko/words"
)

// NetworkFile is the two-mode network of a slice, ready for any format of
// networks. Filter tells what else has narrowed it. Node ids are those of projects and actors, as everywhere; should
// one id stand for both, the project's bears "project:" before it.
func NetworkFile(s *view.Slice, versions Versions, filter map[string]string, lang string) export.Network {
	return networkFile(s, versions, filter, lang, nil)
}

func networkFile(s *view.Slice, versions Versions, filter map[string]string, lang string, at *drawing) export.Network {
	b := networkBuilder{s, lang, at}
	facts := scopeFacts(s, graph.BasisOf(s.Network, s.Selection.Projects), lang)
	if len(filter) > 0 {
		facts = append(facts, export.Fact{Name: "filter", Value: filter})
	}
	return export.Network{
		Facts:    append(facts, export.Fact{Name: "versions", Value: versions}),
		Projects: b.sheet([2]string{"id", "name"}, projectAttributes, b.projects),
		Actors:   b.sheet([2]string{"id", "name"}, actorAttributes, b.actors),
		Ties:     b.sheet([2]string{"project", "actor"}, tieAttributes, b.ties),
	}
}

type networkBuilder struct {
	s    *view.Slice
	lang string
	at   *drawing
}

// attribute is a column of a sheet; its meaning stands in the word files.
type attribute struct {
	id   string
	kind export.Type
}

var projectAttributes = []attribute{
	{"code", export.TextType}, {"description", export.TextType}, {"fund", export.TextType}, {"priority", export.TextType},
	{"objective", export.TextType}, {"funder", export.TextType}, {"authority", export.TextType}, {"status", export.TextType},
	{"from", export.DateType}, {"to", export.DateType}, {"partners", export.TextType}, {"actors", export.NumberType},
	{"keywords", export.ListType}, {"themes", export.ListType}, {"target_groups", export.ListType}, {"places", export.ListType},
	{"link", export.TextType}, {"group", export.TextType}, {"group_name", export.TextType}, {"sources", export.ListType},
}

var actorAttributes = []attribute{
	{"short_name", export.TextType}, {"kind", export.TextType}, {"business_id", export.TextType}, {"pic", export.TextType},
	{"municipality", export.TextType}, {"municipality_name", export.TextType}, {"own", export.FlagType}, {"website", export.TextType},
	{"other_ids", export.ListType}, {"projects", export.NumberType}, {"group", export.TextType}, {"group_name", export.TextType},
}

var tieAttributes = []attribute{
	{"part", export.TextType}, {"seat", export.TextType}, {"seat_name", export.TextType},
	{"granted", export.ScoreType}, {"paid", export.ScoreType}, {"sources", export.ListType},
}

func (b networkBuilder) sheet(named [2]string, attributes []attribute, rows func(func(export.Row) bool)) export.Sheet {
	describe := func(id string, kind export.Type) export.Attribute {
		return export.Attribute{ID: id, Type: kind, Meaning: words.Text(b.lang, "codebook."+id, nil)}
	}
	sheet := export.Sheet{Rows: iter.Seq[export.Row](rows)}
	for i, id := range named {
		sheet.Named[i] = describe(id, export.TextType)
	}
	for _, a := range attributes {
		sheet.Attributes = append(sheet.Attributes, describe(a.id, a.kind))
	}
	return sheet
}

func (b networkBuilder) projects(yield func(export.Row) bool) {
	for i, at := range b.s.Selection.Projects {
		p := &b.s.Network.Projects[at]
		row := export.Row{ID: b.nodeID(at), Name: p.Name, From: p.From, To: p.To, Place: b.at.project(i), Cells: []export.Cell{
			export.Text(p.Code), export.Text(p.Description), export.Text(p.Fund), export.Text(p.Priority),
			export.Text(p.Objective), export.Text(p.Funder), export.Text(p.Authority), export.Text(p.Status),
			export.Date(p.From), export.Date(p.To), export.Text(p.Partners.String()), export.Number(len(b.s.Network.ProjectTies(int(at)))),
			export.List(p.Keywords), export.List(p.Themes), export.List(p.TargetGroups), export.List(b.places(p)),
			export.Text(p.Link),
		}}
		row.Cells = append(row.Cells, groupCells(b.s, b.s.GroupOf(at), b.lang)...)
		row.Cells = append(row.Cells, export.List(sourcesOf(p.Records)))
		if !yield(row) {
			return
		}
	}
}

func (b networkBuilder) actors(yield func(export.Row) bool) {
	for _, stat := range b.s.ActorStats() {
		a := &b.s.Network.Actors[stat.Actor]
		standing := export.Cell{}
		if b.s.Area.ID != "" { // nobody is from elsewhere in the whole country
			standing = own(stat.Standing)
		}
		row := export.Row{ID: string(a.ID), Name: a.NameIn(b.lang), Place: b.at.actor(stat.Actor), Cells: []export.Cell{
			export.Text(a.Short), export.Text(a.Kind.String()), export.Text(a.BusinessID), export.Text(a.PIC),
			export.Text(string(a.Seat)), export.Text(municipality(a.Seat, b.lang).Name), standing, export.Text(a.Site),
			export.List(idTexts(a.OtherIDs)), export.Number(len(stat.Projects)),
		}}
		row.Cells = append(row.Cells, groupCells(b.s, stat.Group(), b.lang)...)
		if !yield(row) {
			return
		}
	}
}

func (b networkBuilder) ties(yield func(export.Row) bool) {
	for _, at := range b.s.Selection.Projects {
		p := &b.s.Network.Projects[at]
		for _, t := range b.s.Network.ProjectTies(int(at)) {
			row := export.Row{Project: b.nodeID(at), Actor: string(t.Actor), From: p.From, To: p.To, Cells: []export.Cell{
				export.Text(t.Part.String()), export.Text(string(t.Seat)), export.Text(municipality(t.Seat, b.lang).Name),
				euros(t.Granted), euros(t.Paid), export.List(sourcesOf(t.Records)),
			}}
			if !yield(row) {
				return
			}
		}
	}
}

// nodeID is the project's id, marked where an actor has the same one.
func (b networkBuilder) nodeID(project int32) string {
	id := string(b.s.Network.Projects[project].ID)
	if _, taken := b.s.Network.FindActor(graph.ActorID(id)); taken {
		return "project:" + id
	}
	return id
}

func (b networkBuilder) places(p *graph.Project) (names []string) {
	for _, place := range p.Places {
		names = append(names, placeName(place, b.lang))
	}
	return names
}

func euros(m graph.Money) export.Cell {
	if !m.Known {
		return export.Cell{}
	}
	return export.Score(float64(m.Cents) / 100)
}

func sourcesOf(records []graph.RecordRef) (sources []string) {
	for _, r := range records {
		sources = append(sources, string(r.Source))
	}
	slices.Sort(sources)
	return slices.Compact(sources)
}

func idTexts(ids []graph.ActorID) (texts []string) {
	for _, id := range ids {
		texts = append(texts, string(id))
	}
	return texts
}

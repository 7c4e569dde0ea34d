package wire

import (
	"fmt"
	"iter"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/export"
	"hankeverkko/graph/view"
	"hankeverkko/words"
)

// tieColumns are the headers of the table of ties: those of the generic sheet,
// so that the table can be read by this program again, then ids and source.
var tieColumns = [...]string{
	"template.code", "template.project", "template.from", "template.to", "template.status", "template.fund", "sheet.priority", "sheet.objective",
	"template.funder", "template.authority", "template.joint", "template.part", "template.actor", "template.actorKind", "template.businessId", "sheet.pic",
	"template.seat", "template.granted", "sheet.paid", "template.places", "template.theme", "template.targetGroups", "template.keywords",
	"template.description", "template.site", "template.link",
}

// TieTable is the network as a sheet for people: a row for each project and
// actor, with the columns that an import understands.
func TieTable(s *view.Slice, lang string) (columns []string, rows iter.Seq[[]export.Cell]) {
	for _, key := range tieColumns {
		columns = append(columns, words.Text(lang, key, nil))
	}
	columns = append(columns, "project_id", "actor_id", words.Text(lang, "sheet.source", nil), words.Text(lang, "sheet.revision", nil))
	b := networkBuilder{s, lang, nil}
	return columns, func(yield func([]export.Cell) bool) {
		for _, at := range s.Selection.Projects {
			for _, t := range s.Network.ProjectTies(int(at)) {
				if !yield(b.tieRow(at, &t)) {
					return
				}
			}
		}
	}
}

func (b networkBuilder) tieRow(at int32, t *graph.Tie) []export.Cell {
	p, a := &b.s.Network.Projects[at], &b.s.Network.Actors[t.A]
	return []export.Cell{
		export.Text(p.Code), export.Text(p.Name), export.Date(p.From), export.Date(p.To), export.Text(p.Status), export.Text(p.Fund),
		export.Text(p.Priority), export.Text(p.Objective), export.Text(p.Funder), export.Text(p.Authority), export.Text(b.joint(p)),
		export.Text(words.Text(b.lang, "sheet.part."+t.Part.String(), nil)), export.Text(a.NameIn(b.lang)), export.Text(a.KindWritten), export.Text(a.BusinessID), export.Text(a.PIC),
		export.Text(b.namedSeat(t)), euroText(t.Granted), euroText(t.Paid), listText(namedPlaces(p)), listText(p.Themes), listText(p.TargetGroups),
		listText(p.Keywords), export.Text(p.Description), export.Text(a.Site), export.Text(p.Link),
		export.Text(b.nodeID(at)), export.Text(string(a.ID)), export.Text(b.credit(p)), export.Text(string(b.s.Revision)),
	}
}

// joint says what is known of the partners: yes, no, or nothing.
func (b networkBuilder) joint(p *graph.Project) string {
	switch p.Partners {
	case graph.PartnersListed:
		return words.Text(b.lang, "sheet.yes", nil)
	case graph.PartnersAlone:
		return words.Text(b.lang, "sheet.no", nil)
	}
	return ""
}

// euroText writes an amount as Finnish spreadsheets do: 1234,50.
func euroText(m graph.Money) export.Cell {
	if !m.Known {
		return export.Cell{}
	}
	sign, cents := "", m.Cents
	if cents < 0 {
		sign, cents = "-", -cents
	}
	return export.Text(fmt.Sprintf("%s%d,%02d", sign, cents/100, cents%100))
}

// listText joins with semicolons; a lone value with a comma keeps one, so that
// it is not taken for two.
func listText(values []string) export.Cell {
	text := strings.Join(values, "; ")
	if len(values) == 1 && strings.Contains(text, ",") {
		text += ";"
	}
	return export.Text(text)
}

// namedSeat is the seat where the source itself gives one: a sheet must not
// turn what we concluded into what somebody wrote.
func (b networkBuilder) namedSeat(t *graph.Tie) string {
	if t.SeatRung != graph.RungNamed && t.SeatRung != graph.RungPostal {
		return ""
	}
	return municipality(t.Seat, b.lang).Name
}

// namedPlaces are the places that the source itself names.
func namedPlaces(p *graph.Project) (names []string) {
	for _, place := range p.Places {
		if place.Rung == graph.RungNamed {
			names = append(names, place.Written)
		}
	}
	return names
}

func (b networkBuilder) credit(p *graph.Project) string {
	var texts []string
	for _, id := range sourcesOf(p.Records) {
		for _, s := range b.s.Sources {
			if string(s.ID) == id {
				texts = append(texts, strings.TrimSpace(words.Text(b.lang, "table.source", words.Values{"name": s.Name, "date": s.AsOf.String(), "credit": s.Credit})))
			}
		}
	}
	return strings.Join(texts, " ")
}

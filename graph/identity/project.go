package identity

import (
	"cmp"
	"slices"
	"strings"

	"hankeverkko/graph"
)

// projectsOf makes the projects of the rows; precedence.go tells which of
// several sources is believed. Lists are united in the order of the rows.
func projectsOf(rows []row, mentions []mention, places *gazetteer) []graph.Project {
	count := 0
	for range runs(rows, (*row).project) {
		count++
	}
	projects := make([]graph.Project, 0, count)
	for ofProject := range runs(rows, (*row).project) {
		p := projectOf(ofProject, places)
		own := 0 // rows and mentions are in one order
		for own < len(mentions) && mentions[own].project() == p.ID {
			own++
		}
		p.Partners = partnersOf(ofProject, actorsBySource(mentions[:own]))
		mentions = mentions[own:]
		projects = append(projects, p)
	}
	return projects
}

func projectOf(rows []row, places *gazetteer) graph.Project {
	told, differing := believed(rows)
	p := graph.Project{
		ID: rows[0].record.Project, Code: told[graph.FieldCode], Name: cmp.Or(told[graph.FieldProject], told[graph.FieldCode]),
		Description: told[graph.FieldDescription], Fund: told[graph.FieldFund], Priority: told[graph.FieldPriority],
		Objective: told[graph.FieldObjective], Funder: told[graph.FieldFunder], Authority: told[graph.FieldAuthority],
		Status: told[graph.FieldStatus], Link: told[graph.FieldLink],
		Keywords: united(rows, graph.FieldKeywords), Themes: united(rows, graph.FieldThemes),
		TargetGroups: united(rows, graph.FieldTargetGroups), Differing: differing,
	}
	if group := rows[0].cell(graph.FieldGroupCode); group != "" && strings.HasSuffix(string(p.ID), ":"+group) {
		p.Code = group // of a joint project; its parts have codes of their own
	}
	for _, r := range newest(rows) {
		p.From, p.To = cmp.Or(p.From, r.from), cmp.Or(p.To, r.to)
	}
	p.Records = make([]graph.RecordRef, len(rows))
	for i := range rows {
		p.Records[i] = rows[i].ref()
	}
	p.Places = places.effect(united(rows, graph.FieldPlaces), p.Authority)
	return p
}

// actorsBySource tells which actors each source names, of the mentions of one
// project.
func actorsBySource(mentions []mention) map[graph.SourceID][]graph.ActorID {
	named := map[graph.SourceID][]graph.ActorID{}
	for i := range mentions {
		m := &mentions[i]
		if source := m.source(); !slices.Contains(named[source], m.id) {
			named[source] = append(named[source], m.id)
		}
	}
	return named
}

// partnersOf tells what the rows say of a project's partners. A source that
// names more than one actor lists them, and so does a row of a partner in a
// joint project or beside another source's lead; in a joint project even when
// it is the lead again. Two sources that name one lead each, and do not agree
// on it, list none. A joint project without a partner is unknown. A register
// that names all who take part says that one is alone.
func partnersOf(rows []row, named map[graph.SourceID][]graph.ActorID) graph.Partners {
	joint, all, several := "", false, false
	one := map[graph.ActorID]bool{}
	for i := range rows {
		joint = cmp.Or(joint, rows[i].cell(graph.FieldJoint))
		all = all || rows[i].feed.all && len(named[rows[i].feed.id]) > 0
	}
	for _, ids := range named {
		several = several || len(ids) > 1
		for _, id := range ids {
			one[id] = true
		}
	}
	switch {
	case several, (joint == "yes" || len(one) > 1) && slices.ContainsFunc(rows, (row).listsPartners):
		return graph.PartnersListed
	case joint == "no", joint == "" && all && len(one) == 1:
		return graph.PartnersAlone
	}
	return graph.PartnersUnknown
}

func (r row) listsPartners() bool {
	return r.part != graph.Lead && r.part != graph.Participant || r.cell(graph.FieldPartners) != ""
}

func united(rows []row, f graph.Field) []string {
	var all []string
	for i := range rows {
		for _, value := range rows[i].list(f) {
			if value != "" && !slices.Contains(all, value) {
				all = append(all, value)
			}
		}
	}
	return all
}

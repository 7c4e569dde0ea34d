package identity

import (
	"cmp"
	"slices"

	"hankeverkko/graph"
)

// projectsOf makes the projects of the rows. An attribute is what the first
// row says that says anything; lists are united in the order of the rows.
func projectsOf(rows []row, ties []graph.Tie, places *gazetteer) []graph.Project {
	actors := map[graph.ProjectID]int{}
	for _, t := range ties {
		actors[t.Project]++
	}
	var projects []graph.Project
	for ofProject := range runs(rows, func(r *row) graph.ProjectID { return r.record.Project }) {
		p := projectOf(ofProject, places)
		p.Partners = partnersOf(ofProject, actors[p.ID])
		projects = append(projects, p)
	}
	return projects
}

func projectOf(rows []row, places *gazetteer) graph.Project {
	first := func(f graph.Field) string { return firstCell(rows, f) }
	p := graph.Project{
		ID: rows[0].record.Project, Code: first(graph.FieldCode), Name: first(graph.FieldProject),
		Description: first(graph.FieldDescription), Fund: first(graph.FieldFund), Priority: first(graph.FieldPriority),
		Objective: first(graph.FieldObjective), Funder: first(graph.FieldFunder), Authority: first(graph.FieldAuthority),
		Status: first(graph.FieldStatus), Link: first(graph.FieldLink),
		Keywords: united(rows, graph.FieldKeywords), Themes: united(rows, graph.FieldThemes),
		TargetGroups: united(rows, graph.FieldTargetGroups),
	}
	for i := range rows {
		p.From, p.To = cmp.Or(p.From, rows[i].from), cmp.Or(p.To, rows[i].to)
		p.Records = append(p.Records, rows[i].ref())
	}
	p.Places = places.effect(united(rows, graph.FieldPlaces), p.Authority)
	return p
}

// partnersOf tells what the rows say of a project's partners. More than one
// actor is a list of partners; so is a joint project with a row of a partner,
// even when that is the lead again. A joint project without one is unknown.
func partnersOf(rows []row, actors int) graph.Partners {
	joint := firstCell(rows, graph.FieldJoint)
	switch {
	case actors > 1, joint == "yes" && slices.ContainsFunc(rows, (row).listsPartners):
		return graph.PartnersListed
	case joint == "no":
		return graph.PartnersAlone
	}
	return graph.PartnersUnknown
}

func (r row) listsPartners() bool {
	return r.part != graph.Lead && r.part != graph.Participant || r.cell(graph.FieldPartners) != ""
}

func firstCell(rows []row, f graph.Field) string {
	for i := range rows {
		if value := rows[i].cell(f); value != "" {
			return value
		}
	}
	return ""
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

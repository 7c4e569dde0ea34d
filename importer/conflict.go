package importer

import (
	"cmp"

	"hankeverkko/graph"
	"hankeverkko/words"
)

// ofProject are the fields that describe the project, so all rows of one
// project should agree on them.
var ofProject = [...]graph.Field{
	graph.FieldProject, graph.FieldFrom, graph.FieldTo, graph.FieldStatus, graph.FieldFund, graph.FieldFunder,
	graph.FieldAuthority, graph.FieldPriority, graph.FieldObjective, graph.FieldJoint,
}

// conflicts tells where two rows of one project say different things. Both
// rows are kept as they are.
func (s *sheet) conflicts() {
	type said struct {
		value string
		row   int
	}
	first := map[graph.ProjectID]map[graph.Field]said{}
	told := map[graph.ProjectID]map[graph.Field]bool{}
	for _, r := range s.records {
		if first[r.Project] == nil {
			first[r.Project], told[r.Project] = map[graph.Field]said{}, map[graph.Field]bool{}
		}
		for _, f := range ofProject {
			value := r.Cells[f]
			before, known := first[r.Project][f]
			switch {
			case value == "":
			case !known:
				first[r.Project][f] = said{value, r.Row}
			case before.value != value && !told[r.Project][f]:
				told[r.Project][f] = true
				s.note(Issue{Row: r.Row, Column: s.shownColumn(f), Code: "project-conflict", Kept: true, Values: words.Values{
					"row": plainNumber(before.row), "value": shown(value), "other": shown(before.value), "project": shown(cmp.Or(r.Cells[graph.FieldCode], r.Cells[graph.FieldProject])),
				}})
			}
		}
	}
}

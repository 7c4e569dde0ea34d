package wire

import (
	"strings"

	"hankeverkko/graph/export"
	"hankeverkko/graph/view"
)

// ChangesTable is what became of the groups from one period to the next, as a
// file for statistics programs. Several groups of one change stand with a
// semicolon between.
func ChangesTable(s *view.Slice, c *view.Changes, versions Versions, lang string) ([]export.Fact, export.Table) {
	t := export.Table{Columns: []string{"change", "before", "before_name", "before_projects", "after", "after_name", "after_projects", "common"}}
	for _, change := range c.List {
		row := []export.Cell{export.Text(string(change.Kind))}
		for i, groups := range [][]int{change.Before, change.After} {
			var ids, names []string
			projects := 0
			for _, at := range groups {
				g := c.Periods[i].Groups[at]
				ids, names, projects = append(ids, g.ID), append(names, s.GroupName(g, lang)), projects+len(g.Projects)
			}
			row = append(row, export.Text(strings.Join(ids, ";")), export.Text(strings.Join(names, "; ")), export.Number(projects))
		}
		t.Rows = append(t.Rows, append(row, export.Number(change.Common)))
	}
	facts := scopeFacts(s, c.Periods[0].Basis, lang)
	for i, name := range []string{"period_before", "period_after"} {
		p := c.Periods[i]
		facts = append(facts, export.Fact{Name: name, Value: map[string]any{
			"from": p.From.String(), "to": p.To.String(), "listed": p.Basis.Listed, "alone": p.Basis.Alone, "unknown": p.Basis.Unknown,
		}})
	}
	return append(facts, export.Fact{Name: "comparable", Value: c.Comparable}, export.Fact{Name: "versions", Value: versions}), t
}

package importer

import (
	"maps"
	"slices"
)

func (p *projectPages) title() string { return "" }

func (p *projectPages) rows(yield func(row) bool) error {
	header := slices.Concat(pageColumns[:], p.unread)
	if !yield(row{fields: header, width: len(header)}) {
		return nil
	}
	number := 0
	for i, project := range p.projects {
		bodies := project.bodies
		if len(bodies) == 0 {
			bodies = []map[string]string{{}}
		}
		for j, body := range bodies {
			values := maps.Clone(project.cells)
			maps.Copy(values, body)
			values["Hankesivu"], values["Yhteishanke"] = plainNumber(i+1), project.joint()
			if j > 0 {
				for _, once := range onFirstRow {
					delete(values, once)
				}
			}
			number++
			r := row{number: number, width: len(header)}
			for _, column := range header {
				r.fields = append(r.fields, values[column])
			}
			for k := len(pageColumns); k < len(header) && j == 0; k++ {
				r.fields[k] = mark // that something stands there, never what
			}
			if !yield(r) {
				return nil
			}
		}
	}
	return nil
}

// onFirstRow are the columns of a project that stand on its first row alone: the
// money, which is the project's, and texts.
var onFirstRow = [...]string{"Myönnetty", "Toteutunut", "Kuvaus", "Kohderyhmät"}

package importer

import (
	"bytes"
	"encoding/csv"

	"hankeverkko/words"
)

// templateColumns are the keys of the headers and of the cells of the two
// example rows, in words: "template.project", "template.project.1" …
var templateColumns = [...]string{
	"code", "project", "from", "to", "status", "fund", "funder", "authority", "joint", "part", "actor", "actorKind", "businessId",
	"seat", "granted", "places", "theme", "targetGroups", "keywords", "description", "site", "link",
}

// Template returns an empty generic sheet with two example rows, as CSV that
// spreadsheet programs open as it is: UTF-8 with a byte order mark, semicolons.
func Template(lang string) []byte {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csv.NewWriter(&b)
	w.Comma = ';'
	w.UseCRLF = true
	for _, cells := range TemplateRows(lang) {
		w.Write(cells) // a bytes.Buffer takes everything
	}
	w.Flush()
	return b.Bytes()
}

// TemplateRows are the rows of the template: the headers and two examples.
func TemplateRows(lang string) [][]string {
	var rows [][]string
	for _, row := range [...]string{"", ".1", ".2"} {
		cells := make([]string, len(templateColumns))
		for i, column := range templateColumns {
			cells[i] = words.Text(lang, "template."+column+row, nil)
		}
		rows = append(rows, cells)
	}
	return rows
}

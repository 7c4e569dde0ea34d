package importer

import (
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/importer/cell"
	"hankeverkko/importer/delimited"
	"hankeverkko/words"
)

// LeaveOut as the field of a column says that it is not read.
const LeaveOut graph.Field = "-"

// checkText refuses an encoding or a delimiter that no text can be read by.
func (o *Options) checkText() *FileError {
	o.Encoding = strings.ToLower(o.Encoding)
	if known := delimited.Encodings(); o.Encoding != "" && !slices.Contains(known, o.Encoding) {
		return &FileError{Code: "encoding-unknown", Values: words.Values{"encoding": shown(o.Encoding), "known": strings.Join(known, ", ")}}
	}
	if o.Delimiter == "tab" {
		o.Delimiter = "\t"
	}
	if o.Delimiter != "" && (len(o.Delimiter) > 1 || !strings.Contains(delimiters, o.Delimiter)) {
		return &FileError{Code: "delimiter-unknown", Values: words.Values{"delimiter": shown(o.Delimiter)}}
	}
	return nil
}

// checkColumns refuses what no column may be read as.
func (o *Options) checkColumns() *FileError {
	for header, field := range o.Columns {
		if field != LeaveOut && !allowed[field] {
			return &FileError{Column: shown(header), Code: "field-unknown", Values: words.Values{"field": shown(string(field))}}
		}
		if field != LeaveOut && personal(header) {
			return &FileError{Column: shown(header), Code: "column-personal"}
		}
	}
	return nil
}

// correct reads the columns that a person named as that person said, and no
// other column as the same field where a field has one column only.
func (h *header) correct(said map[string]graph.Field) {
	if len(said) == 0 {
		return
	}
	taken := map[graph.Field]bool{}
	for at := range h.names {
		if field, ok := h.said(at, said); ok && !isList(field) {
			taken[field] = true
		}
	}
	guessed := h.columns
	h.columns, h.dropped = nil, nil
	for at := range h.names {
		field, ok := h.said(at, said)
		i := slices.IndexFunc(guessed, func(c column) bool { return c.at == at })
		switch {
		case ok && field == LeaveOut, !ok && (i < 0 || taken[guessed[i].field]):
			h.dropped = append(h.dropped, at)
		case ok:
			c := column{field: field, kind: kinds[field], header: h.name(at), at: at, said: true}
			if k, own := h.layout.kinds[field]; own {
				c.kind = k
			}
			if field == graph.FieldActor {
				h.lead = leads[cell.Form(h.names[at])]
			}
			h.columns = append(h.columns, c)
		default:
			h.columns = append(h.columns, guessed[i])
		}
	}
}

// said returns what a person said that a column is.
func (h *header) said(at int, all map[string]graph.Field) (graph.Field, bool) {
	if field, ok := all[h.name(at)]; ok {
		return field, true
	}
	form := cell.Form(h.names[at])
	for written, field := range all {
		if form != "" && cell.Form(written) == form {
			return field, true
		}
	}
	return "", false
}

// name is the header of a column, or its letter where it has none.
func (h *header) name(at int) string {
	if h.names[at] != "" {
		return h.names[at]
	}
	return columnLetters(at)
}

// unheard returns an error when a column that a person named is in none of the files.
func unheard(all []*contents, o Options) *FileError {
	for written := range o.Columns {
		found := slices.ContainsFunc(all, func(c *contents) bool {
			for at := range c.header.names {
				if _, ok := c.header.said(at, map[string]graph.Field{written: LeaveOut}); ok {
					return true
				}
			}
			return false
		})
		if !found && len(all) > 0 {
			return &FileError{File: all[0].name, Code: "column-unheard", Values: words.Values{"column": shown(written), "found": all[0].header.list()}}
		}
	}
	return nil
}

// Encodings returns the names of the encodings that a person may say.
func Encodings() []string { return delimited.Encodings() }

package importer

import (
	"cmp"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/importer/cell"
	"hankeverkko/words"
)

// column is a column of the sheet that is read.
type column struct {
	field  graph.Field
	kind   kind
	header string // as the file writes it
	at     int
	said   bool // by a person, not guessed
}

// header is the row of a sheet that names its columns.
type header struct {
	layout  *layout
	row     int
	width   int      // number of columns, also those beyond the limit
	columns []column // as the sheet orders them
	dropped []int    // positions of the columns that are not read
	names   []string // all headers as written
	lead    bool     // the actor column is one of those that lead
	missing []string // headers that the layout is known by and that are not there
}

// headerRows is how far down a header is looked for, below titles, and
// longestHeader how many bytes a header may have.
const (
	headerRows    = 30
	longestHeader = 400
)

// has tells that some column is read as the field.
func (h *header) has(f graph.Field) bool {
	return slices.ContainsFunc(h.columns, func(c column) bool { return c.field == f })
}

// column returns the header of a field, empty when the sheet has none.
func (h *header) column(f graph.Field) string {
	for _, c := range h.columns {
		if c.field == f {
			return c.header
		}
	}
	return ""
}

// at returns where the column of a field stands.
func (h *header) at(f graph.Field) (int, bool) {
	i := slices.IndexFunc(h.columns, func(c column) bool { return c.field == f })
	if i < 0 {
		return 0, false
	}
	return h.columns[i].at, true
}

// complete tells that a sheet with this header can be read.
func (h *header) complete() bool {
	if !h.layout.generic() {
		return len(h.missing) == 0
	}
	return h.has(graph.FieldProject) && h.has(graph.FieldActor)
}

// heading is a row that may be a header: what its fields are called, also
// without the semicolons that end the lines of some lists, and their forms.
type heading struct {
	row
	names, trimmed, forms []string
}

func headingOf(r row) heading {
	h := heading{row: r, forms: make([]string, len(r.fields))}
	for i, written := range r.fields {
		if len(written) > longestHeader {
			name := shown(written[:longestHeader])
			h.names, h.trimmed = append(h.names, name), append(h.trimmed, name)
			continue
		}
		h.names, h.trimmed = append(h.names, cell.Tidy(written)), append(h.trimmed, cell.Tidy(strings.TrimRight(written, "; \r\n")))
		h.forms[i] = cell.Form(written)
	}
	return h
}

// headerOf reads a row as a header of a layout.
func headerOf(r heading, l *layout) *header {
	h := &header{layout: l, row: r.number, width: r.width, names: r.names}
	if !l.generic() {
		h.names = r.trimmed
	}
	forms := r.forms
	for _, known := range l.known {
		if !slices.Contains(forms, known) {
			h.missing = append(h.missing, known)
		}
	}
	if l.columns != nil {
		h.byLayout(forms)
	} else {
		h.byAlias(forms)
	}
	return h
}

// byLayout takes the columns that the layout names, and no others.
func (h *header) byLayout(forms []string) {
	for i, form := range forms {
		c, ok := h.layout.columns[form]
		if !ok {
			h.dropped = append(h.dropped, i)
			continue
		}
		c.header, c.at = h.names[i], i
		if c.kind == kindText {
			c.kind = kinds[c.field]
		}
		h.columns = append(h.columns, c)
	}
}

// byAlias takes the columns that people and registers have a name for.
func (h *header) byAlias(forms []string) {
	best := map[graph.Field]alias{}
	found := make([]alias, len(forms))
	for i, form := range forms {
		if form == "" {
			continue
		}
		a, ok := fieldOf(h.names[i])
		if !ok || !allowed[a.field] {
			continue
		}
		found[i] = a
		if old, seen := best[a.field]; !seen || a.rank < old.rank {
			best[a.field] = a
		}
	}
	_, hasActor := best[graph.FieldActor]
	for i, a := range found {
		switch {
		case a.field == "" || !isList(a.field) && a.rank != best[a.field].rank:
			h.dropped = append(h.dropped, i)
			continue
		case a.field == graph.FieldActor && a.rank != best[a.field].rank:
			h.dropped = append(h.dropped, i)
			continue
		case a.field == graph.FieldPartners && !hasActor:
			// One column of partners and none of actors: it is the actors.
			a.field = graph.FieldActor
		}
		if a.field == graph.FieldActor {
			h.lead = leads[forms[i]]
		}
		c := column{field: a.field, kind: kinds[a.field], header: h.names[i], at: i}
		if k, own := h.layout.kinds[a.field]; own {
			c.kind = k
		}
		h.columns = append(h.columns, c)
	}
}

// twice returns a column name that stands twice where one value is wanted.
func (h *header) twice() string {
	for i, b := range h.columns {
		for _, a := range h.columns[:i] {
			if a.field == b.field && (!isList(a.field) || a.field == graph.FieldActor && cell.Form(a.header) == cell.Form(b.header)) {
				return b.header
			}
		}
	}
	return ""
}

// repeats tells that a row is the header once more.
func (h *header) repeats(r row) bool {
	for _, c := range h.columns {
		if c.at >= len(r.fields) || cell.Form(r.fields[c.at]) != cell.Form(c.header) {
			return false
		}
	}
	return true
}

// score tells from 0 to 100 how surely a sheet is of the header's layout: a
// register is known by all its headers, any other sheet by the share of its
// headers that are understood.
func (h *header) score() int {
	if !h.layout.generic() {
		return 100 * (len(h.layout.known) - len(h.missing)) / len(h.layout.known)
	}
	named := 0
	for _, name := range h.names {
		if name != "" {
			named++
		}
	}
	return min(99, 100*len(h.columns)/max(1, named))
}

// better puts the header first under which a sheet is understood best.
func (h *header) better(o *header) bool {
	if h.complete() != o.complete() {
		return h.complete()
	}
	if h.layout.generic() != o.layout.generic() {
		// A register is surer; but half of one is not better than a half sheet.
		return h.layout.generic() != h.complete()
	}
	return len(h.columns) > len(o.columns)
}

// check tells why a sheet with this header cannot be read.
func (h *header) check() *FileError {
	if h.width > MaxColumns {
		return &FileError{Row: h.row, Code: "too-many-columns", Values: words.Values{"found": h.width, "limit": MaxColumns}}
	}
	if !h.complete() {
		if !h.layout.generic() {
			return &FileError{Code: "headers-missing", Values: words.Values{"missing": strings.Join(h.missing, ", "), "found": h.list()}}
		}
		missing := "both"
		switch {
		case h.has(graph.FieldProject):
			missing = "actor"
		case h.has(graph.FieldActor):
			missing = "project"
		}
		return &FileError{Code: "columns-missing-" + missing, Values: words.Values{"found": h.list()}}
	}
	if name := h.twice(); name != "" {
		return &FileError{Row: h.row, Column: shown(name), Code: "column-twice"}
	}
	return nil
}

// list names the first headers, as an error may show them.
func (h *header) list() string {
	const most = 12
	var names []string
	for _, n := range h.names {
		if n != "" {
			names = append(names, shown(n))
		}
	}
	if len(names) > most {
		names = append(names[:most], "…")
	}
	return cmp.Or(strings.Join(names, ", "), "–")
}

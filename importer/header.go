package importer

import (
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/words"
)

// column is a column of the sheet that is read.
type column struct {
	field  graph.Field
	header string // as the file writes it
	at     int
}

// header is the row of a sheet that names its columns.
type header struct {
	row     int
	width   int      // number of columns, also those beyond the limit
	columns []column // as the sheet orders them
	dropped []int    // positions of the columns that are not read
	names   []string // all headers as written
	lead    bool     // the actor column is one of those that lead
}

// headerRows is how far down a header is looked for, below titles, and
// longestHeader how many bytes a header may have.
const (
	headerRows    = 30
	longestHeader = 400
)

// has tells that some column is read as the field.
func (h header) has(f graph.Field) bool {
	return slices.ContainsFunc(h.columns, func(c column) bool { return c.field == f })
}

// column returns the header of a field, empty when the sheet has none.
func (h header) column(f graph.Field) string {
	for _, c := range h.columns {
		if c.field == f {
			return c.header
		}
	}
	return ""
}

func (h header) complete() bool { return h.has(graph.FieldProject) && h.has(graph.FieldActor) }

// headerOf reads a row as a header.
func headerOf(r row) header {
	h := header{row: r.number, width: r.width}
	best := map[graph.Field]alias{}
	found := make([]alias, len(r.fields))
	for i, cell := range r.fields {
		if len(cell) > longestHeader {
			h.names = append(h.names, shown(cell[:longestHeader]))
			continue
		}
		name := tidy(cell)
		h.names = append(h.names, name)
		a, ok := fieldOf(name)
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
			h.lead = leads[headerForm(h.names[i])]
		}
		h.columns = append(h.columns, column{field: a.field, header: h.names[i], at: i})
	}
	return h
}

// twice returns a column name that stands twice where one value is wanted.
func (h header) twice() string {
	for i, b := range h.columns {
		for _, a := range h.columns[:i] {
			if a.field == b.field && (!isList(a.field) || a.field == graph.FieldActor && headerForm(a.header) == headerForm(b.header)) {
				return b.header
			}
		}
	}
	return ""
}

// repeats tells that a row is the header once more.
func (h header) repeats(r row) bool {
	for _, c := range h.columns {
		if c.at >= len(r.fields) || headerForm(r.fields[c.at]) != headerForm(c.header) {
			return false
		}
	}
	return true
}

// delimiters are tried in this order; the first wins a tie.
const delimiters = ";\t,|"

// findHeader finds delimiter and header together. Under each delimiter the
// header is the first row that names project and actor; of the delimiters the
// one under which it names most columns wins.
func findHeader(text string) (byte, header) {
	candidates := delimiters
	if n := sepLine(text); n > 0 {
		candidates = strings.Trim(text[:n], "\"\r\n")[len("sep="):]
	}
	var best header
	var delimiter byte
	for i := range len(candidates) {
		seen := 0
		rows(text, candidates[i], func(r row) bool {
			h := headerOf(r)
			if delimiter == 0 || better(h, best) {
				best, delimiter = h, candidates[i]
			}
			seen++
			return seen < headerRows && !h.complete()
		})
	}
	return delimiter, best
}

func better(a, b header) bool {
	if a.complete() != b.complete() {
		return a.complete()
	}
	return len(a.columns) > len(b.columns)
}

// check tells why a sheet with this header cannot be read.
func (h header) check() *FileError {
	if h.width > MaxColumns {
		return &FileError{Row: h.row, Code: "too-many-columns", Values: words.Values{"found": h.width, "limit": MaxColumns}}
	}
	if !h.complete() {
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
func (h header) list() string {
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
	return strings.Join(names, ", ")
}

package importer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hankeverkko/graph"
	"hankeverkko/words"
)

// readText reads the generic sheet from delimited text.
func readText(f *file) (*Reading, error) {
	refuse := func(e *FileError) (*Reading, error) {
		e.File = f.name
		return nil, e
	}
	e := encodingOf(f.raw)
	if err := notText(f.raw, e); err != nil {
		return refuse(err)
	}
	text, foreign, err := e.decode(f.raw)
	if err != nil {
		return refuse(&FileError{Code: "not-table"})
	}
	if strings.TrimSpace(text) == "" {
		return refuse(&FileError{Code: "empty"})
	}
	delimiter, h := findHeader(text)
	if err := h.check(); err != nil {
		return refuse(err)
	}
	s := newSheet(f.source, h)
	if sepLine(text) > 0 {
		s.rows.Blank++
	}
	rows(text, delimiter, func(r row) bool {
		if len(foreign) > 0 && foreign[0] < r.to {
			s.note(Issue{Row: r.number, Code: "encoding-mixed", Kept: true})
			for len(foreign) > 0 && foreign[0] < r.to {
				foreign = foreign[1:]
			}
		}
		s.read(r, delimiter)
		return r.number <= MaxRows+headerRows
	})
	// The header is no row of data.
	s.rows.Read = countRows(f.raw, e, delimiter) - 1
	if s.rows.Read > MaxRows {
		return refuse(&FileError{Code: "too-many-rows", Values: words.Values{"limit": MaxRows}})
	}
	reading := s.finish()
	reading.Report.Encoding, reading.Report.Delimiter = e.name, string(delimiter)
	return reading, nil
}

// sheet gathers what the rows below a header give.
type sheet struct {
	source  graph.Source
	header  header
	records []graph.Record
	seen    map[recordKey]int // the row that a content stood on first
	issues  []Issue
	rows    Rows
	masked  Masked
	used    map[int]bool // dropped columns that hold something
	// unsure is set after a broken quote until a whole row stands on its own.
	unsure bool
}

type recordKey struct {
	key  string
	hash graph.Hash
}

func newSheet(source graph.Source, h header) *sheet {
	return &sheet{source: source, header: h, seen: map[recordKey]int{}, used: map[int]bool{}}
}

func (s *sheet) note(i Issue) { s.issues = append(s.issues, i) }

// reject leaves a row out and says why.
func (s *sheet) reject(row int, column, code string, values words.Values) {
	s.rows.Rejected++
	s.note(Issue{Row: row, Column: column, Code: code, Values: values, Rejected: true})
}

// read takes one row of the file in: it is stored, a duplicate, rejected or blank.
func (s *sheet) read(r row, delimiter byte) {
	if r.number == s.header.row {
		return
	}
	if r.number < s.header.row || empty(r.fields) || s.header.repeats(r) {
		s.rows.Blank++
		return
	}
	if r.broken {
		s.unsure = true
		s.reject(r.number, "", "quote-broken", nil)
		return
	}
	if s.unsure && r.width != len(s.header.names) {
		s.reject(r.number, "", "after-broken-quote", nil)
		return
	}
	s.unsure = false
	if fields, ok := s.packed(r, delimiter); ok {
		r.fields, r.width = fields, len(fields)
		s.rows.Repaired++
		s.note(Issue{Row: r.number, Code: "row-packed", Kept: true})
	}
	if i := slices.IndexFunc(r.fields, func(f string) bool { return utf8.RuneCountInString(f) > MaxCell }); i >= 0 {
		s.reject(r.number, s.name(i), "cell-too-long", words.Values{"limit": MaxCell})
		return
	}
	if extra := slices.IndexFunc(r.fields[min(len(r.fields), len(s.header.names)):], func(f string) bool { return clean(f) != "" }); extra >= 0 {
		s.reject(r.number, "", "row-too-wide", words.Values{"found": r.width, "want": len(s.header.names)})
		return
	}
	s.store(r)
}

// packed takes apart a row that some program wrote as one quoted field.
func (s *sheet) packed(r row, delimiter byte) ([]string, bool) {
	if len(s.header.names) < 3 || !strings.ContainsRune(r.fields[0], rune(delimiter)) || !empty(r.fields[1:]) {
		return nil, false
	}
	fields, width, end, ok := splitRow(r.fields[0], 0, delimiter)
	return fields, ok && end == len(r.fields[0]) && width == len(s.header.names)
}

// name returns the header of a column, or its letter where it has none.
func (s *sheet) name(i int) string {
	if i < len(s.header.names) && s.header.names[i] != "" {
		return shown(s.header.names[i])
	}
	return columnLetters(i)
}

// finish orders the issues and lists the columns that were not read.
func (s *sheet) finish() *Reading {
	s.conflicts()
	slices.SortStableFunc(s.issues, func(a, b Issue) int { return a.Row - b.Row })
	var report Report
	report.Rows, report.Issues = s.rows, s.issues
	report.Dropped.Values = s.masked
	for _, i := range s.header.dropped {
		if s.header.names[i] != "" || s.used[i] {
			report.Dropped.Columns = append(report.Dropped.Columns, s.name(i))
		}
	}
	// Until it is compared with a store, all that was read is new.
	report.Rows.Stored = len(s.records)
	return &Reading{Source: s.source, Records: s.records, Report: report}
}

func empty(fields []string) bool {
	return !slices.ContainsFunc(fields, func(f string) bool { return tidy(f) != "" })
}

// columnLetters names a column as spreadsheets do: A, B … Z, AA.
func columnLetters(i int) string {
	letters := ""
	for i++; i > 0; i = (i - 1) / 26 {
		letters = string(rune('A'+(i-1)%26)) + letters
	}
	return letters
}

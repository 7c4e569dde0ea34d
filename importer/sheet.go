package importer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hankeverkko/graph"
	"hankeverkko/importer/cell"
	"hankeverkko/importer/delimited"
	"hankeverkko/importer/workbook"
	"hankeverkko/words"
)

// sheet gathers what the rows below a header give.
type sheet struct {
	source  graph.Source
	joint   Joint
	header  *header
	layout  *layout
	table   table
	records []graph.Record
	seen    map[recordKey]int // the row that a content stood on first
	issues  []Issue
	rows    Rows
	masked  Masked
	used    map[int]bool // dropped columns that hold something
	days    []graph.Date // up to which rows show the source to be known
	// unsure is set after a broken quote until a whole row stands on its own.
	unsure         bool
	hidden, spread []int // rows
}

type recordKey struct {
	key  string
	hash graph.Hash
}

func newSheet(source graph.Source, joint Joint, h *header, t table) *sheet {
	return &sheet{source: source, joint: joint, header: h, layout: h.layout, table: t, seen: map[recordKey]int{}, used: map[int]bool{}}
}

func (s *sheet) note(i Issue) {
	i.Sheet = shown(s.table.title())
	s.issues = append(s.issues, i)
}

// reject leaves a row out and says why.
func (s *sheet) reject(row int, column, code string, values words.Values) {
	s.rows.Rejected++
	s.note(Issue{Row: row, Column: column, Code: code, Values: values, Rejected: true})
}

// read takes one row of the table in: it is stored, a duplicate, rejected or blank.
func (s *sheet) read(r row) {
	if r.number == s.header.row {
		return
	}
	if r.foreign {
		s.note(Issue{Row: r.number, Code: "encoding-mixed", Kept: true})
	}
	switch {
	case r.number < s.header.row, empty(r.fields) && !r.uncomputed(), s.header.repeats(r):
		s.rows.Blank++
		return
	case empty(r.fields):
		s.reject(r.number, "", "formula-uncomputed", nil)
		return
	}
	if s.layout.mend != nil {
		mended, moved, ok := s.layout.mend(s.header, r)
		if !ok {
			s.reject(r.number, "", "row-ragged", words.Values{"found": r.width, "want": len(s.header.names)})
			return
		}
		if r = mended; moved {
			s.rows.Repaired++
			s.note(Issue{Row: r.number, Code: "row-mended", Kept: true})
		}
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
	if fields, ok := s.packed(r); ok {
		r.fields, r.width = fields, len(fields)
		s.rows.Repaired++
		s.note(Issue{Row: r.number, Code: "row-packed", Kept: true})
	}
	if i := slices.IndexFunc(r.fields, func(f string) bool { return utf8.RuneCountInString(f) > MaxCell }); i >= 0 {
		s.reject(r.number, s.name(i), "cell-too-long", words.Values{"limit": MaxCell})
		return
	}
	if extra := slices.IndexFunc(r.fields[min(len(r.fields), len(s.header.names)):], func(f string) bool { return cell.Clean(f) != "" }); extra >= 0 {
		s.reject(r.number, "", "row-too-wide", words.Values{"found": r.width, "want": len(s.header.names)})
		return
	}
	if r.hidden {
		s.hidden = append(s.hidden, r.number)
	}
	if r.spread {
		s.spread = append(s.spread, r.number)
	}
	s.store(r)
}

// packed takes apart a row that some program wrote as one quoted field.
func (s *sheet) packed(r row) ([]string, bool) {
	t, isText := s.table.(*text)
	if !isText || len(s.header.names) < 3 || !strings.ContainsRune(r.fields[0], rune(t.delimiter)) || !empty(r.fields[1:]) {
		return nil, false
	}
	fields, ok := delimited.Split(r.fields[0], t.delimiter, MaxColumns)
	return fields, ok && len(fields) == len(s.header.names)
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
	if n := len(s.hidden); n > 0 {
		s.note(Issue{Row: s.hidden[0], Code: "rows-hidden", Values: words.Values{"count": n}, Kept: true})
	}
	if n := len(s.spread); n > 0 {
		s.note(Issue{Row: s.spread[0], Code: "cells-merged", Values: words.Values{"count": n}, Kept: true})
	}
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

// knownTo is the day up to which the rows show the source to be known. So many
// rows must agree: one slip of the pen is no knowledge.
func (s *sheet) knownTo() graph.Date {
	const agree = 3
	slices.Sort(s.days)
	if len(s.days) < agree {
		return 0
	}
	return s.days[len(s.days)-agree]
}

// date1904 tells that days are counted from 1904.
func (s *sheet) date1904() bool {
	w, ok := s.table.(*worksheet)
	return ok && w.since1904
}

// uncomputed tells that a row holds a formula without a value.
func (r *row) uncomputed() bool { return slices.Contains(r.kinds, workbook.Uncomputed) }

func empty(fields []string) bool {
	return !slices.ContainsFunc(fields, func(f string) bool { return cell.Tidy(f) != "" })
}

// columnLetters names a column as spreadsheets do: A, B … Z, AA.
func columnLetters(i int) string {
	letters := ""
	for i++; i > 0; i = (i - 1) / 26 {
		letters = string(rune('A'+(i-1)%26)) + letters
	}
	return letters
}

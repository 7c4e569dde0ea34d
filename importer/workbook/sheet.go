package workbook

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
)

// Sheet is one sheet of cells.
type Sheet struct {
	Name   string
	Hidden bool
	part   string
	book   *Book
	counts *counts
}

// Count returns the number of rows that hold something, counted over the bytes
// of the sheet and apart from Rows.
func (s *Sheet) Count() (int, error) {
	counted, err := s.count()
	if err != nil {
		return 0, err
	}
	return counted.rows, nil
}

// Kind says what a cell held.
type Kind uint8

const (
	Text Kind = iota // also an empty cell
	Number
	Moment // a day, written in ISO form, or a time of day
	Truth  // TRUE or FALSE
	Error  // #N/A, #REF!
	// Uncomputed is a formula whose value the writer has not stored.
	Uncomputed
)

// Row is a row that holds at least one value or formula.
type Row struct {
	Number int // as the spreadsheet shows it
	// Cells are the texts from column A on, Kinds what they were. They are at
	// most Limits.Columns and one more, which is what stands beyond; Width
	// counts up to the last that is not empty.
	Cells  []string
	Kinds  []Kind
	Width  int
	Hidden bool
	// Spread tells that a value was taken from a merged cell above.
	Spread bool
}

// Rows yields the rows from the top. When it returns nil and yield has not
// asked it to stop, the sheet was read whole and both counts agree.
func (s *Sheet) Rows(yield func(Row) bool) error {
	counted, err := s.count()
	if err != nil {
		return err
	}
	r := &reader{Sheet: s, merged: slices.Clone(counted.merged)}
	err = s.book.archive.walk(s.part, "worksheet", isMain, func(w *walker, _ xml.StartElement) error {
		r.walker = w
		return w.children(func(e xml.StartElement) error {
			switch {
			case isMain(e.Name) && e.Name.Local == "sheetData":
				return w.children(func(e xml.StartElement) error {
					if isMain(e.Name) && e.Name.Local == "row" {
						return r.row(e, yield)
					}
					return r.strange(e)
				})
			case isMain(e.Name) && e.Name.Local == "mergeCells":
				return w.children(func(xml.StartElement) error {
					r.areas++
					return nil
				})
			}
			return nil
		})
	})
	switch {
	case err == errStop:
		return nil
	case err != nil:
		return err
	case r.rows != counted.rows || r.cells != counted.cells || r.areas != len(counted.merged):
		return fault(Counts, s.part, "")
	}
	return nil
}

// reader goes down one sheet.
type reader struct {
	*Sheet
	walker             *walker
	last               int // row that was read last
	rows, cells, areas int
	merged             []area // those whose rows are still to come, by first row
	open               []spread
}

// spread is a merged cell whose value reaches the rows below.
type spread struct {
	area
	text string
	kind Kind
}

func (r *reader) row(e xml.StartElement, yield func(Row) bool) error {
	number := r.last + 1
	if written, ok := attribute(e, "r"); ok {
		if number, ok = rowAt(written); !ok || number <= r.last {
			return fault(Misplaced, "", "row "+shown(written))
		}
	}
	if number > lastRow {
		return fault(Misplaced, "", "row "+strconv.Itoa(number))
	}
	r.last = number
	hidden, _ := attribute(e, "hidden")
	row := Row{Number: number, Hidden: isTrue(hidden)}
	var seen columns
	column, values := -1, 0
	err := r.walker.children(func(e xml.StartElement) error {
		if !isMain(e.Name) || e.Name.Local != "c" {
			return r.strange(e)
		}
		column++
		if reference, ok := attribute(e, "r"); ok {
			at := 0
			if column, at, ok = cellAt(reference); !ok || at != number {
				return fault(Misplaced, "", shown(reference))
			}
		}
		if column >= lastColumn || !seen.add(column) {
			return fault(Misplaced, "", cellName(column, number))
		}
		text, kind, valued, err := r.cell(e)
		if err != nil {
			if f, ok := err.(*Fault); ok && f.At == "" {
				f.At = cellName(column, number)
			}
			return err
		}
		if valued {
			values++
			row.set(column, text, kind, r.book.archive.limits.Columns)
		}
		return nil
	})
	if err != nil || values == 0 {
		return err
	}
	r.rows++
	r.cells += values
	if err := r.spread(&row); err != nil {
		return err
	}
	if !yield(row) {
		return errStop
	}
	return nil
}

// strange refuses what the standard does not put among rows, cells and values;
// what others add has a name space of its own.
func (r *reader) strange(e xml.StartElement) error {
	if isMain(e.Name) && e.Name.Local != "extLst" {
		return fault(BadXML, "", shown(e.Name.Local))
	}
	return nil
}

// set puts a value into its column. Of those beyond the limit one is kept.
func (row *Row) set(column int, text string, kind Kind, most int) {
	if text != "" || kind == Uncomputed {
		row.Width = max(row.Width, column+1)
	}
	if column = min(column, most); column == most && text == "" {
		return
	}
	for len(row.Cells) <= column {
		row.Cells, row.Kinds = append(row.Cells, ""), append(row.Kinds, Text)
	}
	row.Cells[column], row.Kinds[column] = text, kind
}

// spread keeps the values of merged cells that reach down, and puts those from
// above into a row: such a cell is meant for all the rows it stands beside.
func (r *reader) spread(row *Row) error {
	most := r.book.archive.limits.Columns
	rest := r.open[:0]
	for _, o := range r.open {
		if row.Number > o.to {
			continue
		}
		rest = append(rest, o)
		if o.text != "" && o.column < most && (o.column >= len(row.Cells) || row.Cells[o.column] == "" && row.Kinds[o.column] == Text) {
			row.set(o.column, o.text, o.kind, most)
			row.Spread = true
		}
	}
	r.open = rest
	for len(r.merged) > 0 && r.merged[0].from <= row.Number {
		m := r.merged[0]
		if slices.ContainsFunc(r.open, func(o spread) bool { return o.column == m.column && o.to >= m.from }) {
			return fault(Misplaced, "", "merged "+cellName(m.column, m.from))
		}
		if m.from == row.Number && m.to > m.from && m.column < len(row.Cells) {
			r.open = append(r.open, spread{m, row.Cells[m.column], row.Kinds[m.column]})
		}
		r.merged = r.merged[1:]
	}
	return nil
}

// cell reads a cell. It is valued when it holds a value or a formula.
func (r *reader) cell(e xml.StartElement) (text string, kind Kind, valued bool, err error) {
	sort, _ := attribute(e, "t")
	style, _ := attribute(e, "s")
	var value string
	var formula, stored bool
	err = r.walker.children(func(e xml.StartElement) error {
		if !isMain(e.Name) {
			return nil
		}
		var err error
		switch e.Name.Local {
		case "v":
			if stored {
				return fault(BadValue, "", "")
			}
			stored = true
			value, err = r.walker.text()
		case "is":
			if stored || sort != "inlineStr" {
				return fault(BadValue, "", "")
			}
			stored = true
			value, err = r.walker.rich()
		case "f":
			formula = true
		default:
			err = r.strange(e)
		}
		return err
	})
	if err != nil || !stored && !formula {
		return "", Text, false, err
	}
	if !stored {
		return "", Uncomputed, true, nil
	}
	text, kind, ok := r.value(sort, value, r.book.styles.at(style))
	if !ok {
		return "", Text, false, fault(BadValue, "", "")
	}
	return text, kind, true, nil
}

// value reads what a cell of some type holds.
func (r *reader) value(sort, value string, d display) (string, Kind, bool) {
	trimmed := strings.TrimSpace(value)
	switch sort {
	case "s":
		i, err := strconv.Atoi(trimmed)
		if err != nil || i < 0 || i >= len(r.book.strings) {
			return "", Text, false
		}
		return r.book.strings[i], Text, true
	case "inlineStr":
		return value, Text, true
	case "str":
		return unescaped(value), Text, true
	case "b":
		switch trimmed {
		case "1", "true":
			return "TRUE", Truth, true
		case "0", "false":
			return "FALSE", Truth, true
		}
		return "", Text, trimmed == ""
	case "e":
		return trimmed, Error, true
	case "d":
		return isoDay(trimmed), Moment, true
	case "", "n":
		if trimmed == "" {
			return "", Text, true
		}
		f, ok := number(trimmed)
		if !ok {
			return "", Text, false
		}
		if d.day || d.clock {
			if text, ok := moment(f, r.book.Since1904); ok {
				return text, Moment, true
			}
		}
		if d.noughts != "" {
			if text, ok := filled(f, d.noughts); ok {
				return text, Text, true
			}
		}
		return plain(f), Number, true
	}
	return "", Text, false
}

// columns remembers which columns of a row have been filled.
type columns [lastColumn / 64]uint64

// add is false when the column was there before.
func (c *columns) add(column int) bool {
	word, bit := &c[column/64], uint64(1)<<(column%64)
	before := *word & bit
	*word |= bit
	return before == 0
}

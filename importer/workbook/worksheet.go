package workbook

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
)

// worksheet is a sheet of an Excel workbook: a part of its own.
type worksheet struct {
	part    string
	book    *Book
	counted *counts
}

func (s *worksheet) rows(yield func(Row) bool) error {
	counted, err := s.counts()
	if err != nil {
		return err
	}
	r := &reader{worksheet: s, merged: slices.Clone(counted.merged)}
	err = s.book.archive.walk(s.part, "worksheet", isMain, func(w *walker, _ xml.StartElement) error {
		r.walker = w
		return w.children(func(e xml.StartElement) error {
			switch {
			case isMain(e.Name) && e.Name.Local == "sheetData":
				return w.children(func(e xml.StartElement) error {
					if isMain(e.Name) && e.Name.Local == "row" {
						return r.row(e, yield)
					}
					return strange(e)
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
	if err == nil && (r.read != counted.rows || r.cells != counted.cells || r.areas != len(counted.merged)) {
		return fault(Counts, s.part, "")
	}
	return err
}

func (s *worksheet) count() (int, error) {
	counted, err := s.counts()
	if err != nil {
		return 0, err
	}
	return counted.rows, nil
}

// reader goes down one sheet.
type reader struct {
	*worksheet
	walker             *walker
	last               int // row that was read last
	read, cells, areas int
	merged             []area // those whose rows are still to come, by first row
	open               []spread
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
			return strange(e)
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
	r.read++
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
func strange(e xml.StartElement) error {
	if isMain(e.Name) && e.Name.Local != "extLst" {
		return fault(BadXML, "", shown(e.Name.Local))
	}
	return nil
}

// spread keeps the values of merged cells that reach down, and puts those from
// above into a row.
func (r *reader) spread(row *Row) error {
	r.open = spreads(r.open, row, r.book.archive.limits.Columns)
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
			err = strange(e)
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

package export

import "hankeverkko/graph"

// Table is what a person sees as a list, ready to write.
type Table struct {
	// Sheet names the sheet of a workbook.
	Sheet   string
	Columns []string
	Rows    [][]Cell
	// Notes tell source and date; a workbook has them on a sheet of their own,
	// named NotesSheet.
	Notes      []string
	NotesSheet string
}

// Cell is a text, a whole number or a date; the zero Cell is empty.
type Cell struct {
	Text   string
	Number int
	Date   graph.Date
	Kind   CellKind
}

// CellKind says which field of a Cell counts.
type CellKind uint8

const (
	TextCell CellKind = iota
	NumberCell
	DateCell
)

// Text, Number and Date make cells. An unknown date is an empty cell.
func Text(s string) Cell { return Cell{Text: s} }
func Number(n int) Cell  { return Cell{Number: n, Kind: NumberCell} }
func Date(d graph.Date) Cell {
	if d == 0 {
		return Cell{}
	}
	return Cell{Date: d, Kind: DateCell}
}

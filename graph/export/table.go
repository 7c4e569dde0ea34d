package export

import (
	"math"

	"hankeverkko/graph"
)

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

// Cell is a text, a whole number, a date, a score or a yes or no; the zero Cell
// is empty.
type Cell struct {
	Text   string
	Number int
	Date   graph.Date
	Score  float64
	Flag   bool
	Kind   CellKind
}

// CellKind says which field of a Cell counts.
type CellKind uint8

const (
	TextCell CellKind = iota
	NumberCell
	DateCell
	ScoreCell
	FlagCell
)

// Text, Number, Date, Score and Flag make cells. An unknown date and an
// undefined score (NaN) are empty cells.
func Text(s string) Cell { return Cell{Text: s} }
func Number(n int) Cell  { return Cell{Number: n, Kind: NumberCell} }
func Date(d graph.Date) Cell {
	if d == 0 {
		return Cell{}
	}
	return Cell{Date: d, Kind: DateCell}
}

func Score(x float64) Cell {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return Cell{}
	}
	return Cell{Score: x, Kind: ScoreCell}
}

func Flag(yes bool) Cell { return Cell{Flag: yes, Kind: FlagCell} }

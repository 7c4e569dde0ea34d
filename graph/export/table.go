package export

import (
	"math"
	"strconv"
	"strings"

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

// Cell is a text, a whole number, a date, a score, a yes or no or a list of
// texts; the zero Cell is empty.
type Cell struct {
	Text   string
	List   []string
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
	ListCell
)

// Text, Number, Date, Score, Flag and List make cells. An unknown date, an
// undefined score (NaN) and an empty list are empty cells.
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

func List(texts []string) Cell {
	if len(texts) == 0 {
		return Cell{}
	}
	return Cell{List: texts, Kind: ListCell}
}

// Empty tells that there is nothing to write.
func (c Cell) Empty() bool { return c.Kind == TextCell && c.Text == "" }

// String writes a cell for programs: dates in ISO form, decimal points, lists
// with semicolons.
func (c Cell) String() string {
	switch c.Kind {
	case NumberCell:
		return strconv.Itoa(c.Number)
	case DateCell:
		return c.Date.String()
	case ScoreCell:
		return score(c.Score)
	case FlagCell:
		return strconv.FormatBool(c.Flag)
	case ListCell:
		return strings.Join(c.List, "; ")
	}
	return c.Text
}

// score writes twelve digits: what lies beyond is rounding, and may differ
// from one kind of processor to another.
func score(x float64) string { return strconv.FormatFloat(x, 'g', 12, 64) }

package importer

import (
	"strings"

	"hankeverkko/importer/cell"
)

// shape says what the cells of one column of a register look like.
type shape struct {
	fits func(string) bool
	// runs tells free text, which commas may have cut into several fields.
	runs bool
	// odd tells a cell that fits, but holds more than it should.
	odd func(string) bool
}

// The costs of an alignment. A cell that does not fit costs more than any
// number of commas that free text may hold; that an amount or a day is a piece
// of free text costs most.
const (
	costComma = 1
	costOdd   = 2
	costEmpty = 3
	costMisfit,
	costSwallowed = 40, 60
)

// align puts fields into columns where commas inside texts were not quoted, so
// that a row has more fields than columns. Of all ways to cut the row, keeping
// the order, it takes the one that costs least; fields may be missing at the end
// only, and what is left over must be empty. It is false when two ways cost the
// same, or more than one cell would not fit or would hold what it should not.
func align(fields []string, shapes []shape) (cells []string, ok bool) {
	a := &alignment{
		fields: fields, shapes: shapes, swallowed: make([]bool, len(fields)),
		// One field more may be in a text when one is missing at the end.
		slack: max(0, len(fields)-len(shapes)) + 1,
		best:  make([]way, (len(fields)+1)*(len(shapes)+1)),
	}
	for i, f := range fields {
		a.swallowed[i] = isAmount(f) || isDay(f)
	}
	if b := a.way(0, 0); b.ways != 1 || b.misfits > 1 {
		return nil, false
	}
	for i, j := 0, 0; j < len(shapes); j++ {
		taken := a.way(i, j).pieces
		cells = append(cells, strings.Join(fields[i:i+taken], ","))
		i += taken
	}
	return cells, true
}

// way is the best way to put the fields from some on into the columns from some on.
type way struct {
	known         bool
	cost, misfits int
	ways          int // that cost the same; 0 when there is none
	pieces        int // fields that the first column takes
}

type alignment struct {
	fields    []string
	shapes    []shape
	swallowed []bool // fields that are no piece of a text
	slack     int    // fields that texts may hold beyond the first of each
	best      []way  // by field and column
}

func (a *alignment) way(i, j int) way {
	known := &a.best[i*(len(a.shapes)+1)+j]
	if !known.known {
		*known = a.find(i, j)
		known.known = true
	}
	return *known
}

func (a *alignment) find(i, j int) way {
	if j == len(a.shapes) {
		if empty(a.fields[i:]) {
			return way{ways: 1}
		}
		return way{}
	}
	if i == len(a.fields) {
		rest := a.way(i, j+1)
		rest.cost, rest.pieces = rest.cost+costEmpty, 0
		return rest
	}
	most := 1
	if a.shapes[j].runs {
		most = 1 + a.slack - max(0, i-j)
	}
	var best way
	for pieces := 1; pieces <= most && i+pieces <= len(a.fields); pieces++ {
		rest := a.way(i+pieces, j+1)
		if rest.ways == 0 {
			continue
		}
		cost, misfits := a.cost(i, pieces, a.shapes[j])
		w := way{cost: rest.cost + cost, misfits: rest.misfits + misfits, ways: rest.ways, pieces: pieces}
		switch {
		case best.ways == 0 || w.cost < best.cost:
			best = w
		case w.cost == best.cost:
			best.ways += w.ways
		}
	}
	return best
}

// cost is what it costs that a column takes so many fields.
func (a *alignment) cost(from, pieces int, s shape) (cost, misfits int) {
	for i := from + 1; i < from+pieces; i++ {
		cost += costComma
		if a.swallowed[i] {
			cost += costSwallowed
			misfits++
		}
	}
	switch joined := strings.Join(a.fields[from:from+pieces], ","); {
	case cell.Clean(joined) == "":
		cost += costEmpty
	case !s.fits(joined):
		cost += costMisfit
		misfits++
	case s.odd != nil && s.odd(joined):
		cost += costOdd
	}
	return cost, misfits
}

func isAmount(s string) bool {
	_, ok := cell.Cents(cell.Tidy(s))
	return ok
}

func isDay(s string) bool {
	s = cell.Tidy(s)
	_, code := cell.Day(s)
	return code == "" && strings.ContainsAny(s, ".-/")
}

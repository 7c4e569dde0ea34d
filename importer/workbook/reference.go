package workbook

import (
	"strconv"
	"strings"
)

// A sheet has so many rows and columns, A1 to XFD1048576.
const (
	lastRow    = 1 << 20
	lastColumn = 1 << 14
)

// cellAt reads a reference such as "B7": column from 0, row from 1. Absolute
// references ("$B$7") stand in formulas only.
func cellAt(reference string) (column, row int, ok bool) {
	letters := 0
	for letters < len(reference) && reference[letters] >= 'A' && reference[letters] <= 'Z' {
		if column = column*26 + int(reference[letters]-'A') + 1; column > lastColumn {
			return 0, 0, false
		}
		letters++
	}
	if letters == 0 {
		return 0, 0, false
	}
	row, ok = rowAt(reference[letters:])
	return column - 1, row, ok
}

// rowAt reads a row number.
func rowAt(digits string) (int, bool) {
	if digits == "" || digits[0] < '1' || digits[0] > '9' {
		return 0, false
	}
	row, err := strconv.Atoi(digits)
	return row, err == nil && row <= lastRow
}

// cellName writes a reference.
func cellName(column, row int) string {
	letters := ""
	for column++; column > 0; column = (column - 1) / 26 {
		letters = string(rune('A'+(column-1)%26)) + letters
	}
	return letters + strconv.Itoa(row)
}

// area is a merged stretch of cells.
type area struct{ column, from, to int }

// areaOf reads "A2:B4". Only its first column holds a value.
func areaOf(reference string) (area, bool) {
	first, last, ok := strings.Cut(reference, ":")
	if !ok {
		last = first
	}
	column, from, ok := cellAt(first)
	if !ok {
		return area{}, false
	}
	end, to, ok := cellAt(last)
	return area{column, from, to}, ok && end >= column && to >= from
}

package cell

import (
	"regexp"
	"strconv"
	"time"

	"hankeverkko/graph"
)

var (
	dayFirst  = regexp.MustCompile(`^(\d{1,2}) ?([./-]) ?(\d{1,2}) ?([./-]) ?(\d{4})\.?` + clockTime)
	yearFirst = regexp.MustCompile(`^(\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2})` + clockTime)
	serial    = regexp.MustCompile(`^(\d{5})(?:\.\d+)?$`)
)

// clockTime is what programs write after a day; it is not kept.
const clockTime = `(?:[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$`

// earliest and latest bound the days that can belong to a project.
const (
	earliest graph.Date = 1950_01_01
	latest   graph.Date = 2100_12_31
)

// Day reads 31.12.2021, 31/12/2021, 31-12-2021, 2021-12-31 and the day
// numbers of spreadsheet programs (44561, counted from 1900). Day comes before
// month: 05/13/2021 is no day. The code names what is wrong, empty when nothing.
func Day(s string) (date graph.Date, code string) {
	var year, month, day string
	if m := dayFirst.FindStringSubmatch(s); m != nil && m[2] == m[4] {
		day, month, year = m[1], m[3], m[5]
	} else if m := yearFirst.FindStringSubmatch(s); m != nil && m[2] == m[4] {
		year, month, day = m[1], m[3], m[5]
	} else {
		return Serial(s, false)
	}
	date, err := graph.NewDate(number(year), number(month), number(day))
	if err != nil {
		return 0, "date-invalid"
	}
	return likely(date)
}

// Serial reads the day number of a spreadsheet: of five digits, and a time of
// day as a fraction. It is counted from 1900 or from 1904.
func Serial(s string, since1904 bool) (date graph.Date, code string) {
	m := serial.FindStringSubmatch(s)
	if m == nil {
		return 0, "date-invalid"
	}
	// Day 60 of 1900 is a 29 February that never was, so day 1 is counted from 30 December 1899.
	start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if since1904 {
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return likely(graph.DateOf(start.AddDate(0, 0, number(m[1]))))
}

func likely(date graph.Date) (graph.Date, string) {
	if date < earliest || date > latest {
		return 0, "date-unlikely"
	}
	return date, ""
}

// number reads digits that a pattern has matched.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

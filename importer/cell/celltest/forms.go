// Package celltest writes days and amounts in the ways that package cell reads.
package celltest

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"hankeverkko/graph"
)

// Days draws a day that projects can have.
func Days() *rapid.Generator[graph.Date] {
	return rapid.Custom(func(t *rapid.T) graph.Date {
		d, err := graph.NewDate(rapid.IntRange(1950, 2100).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day"))
		if err != nil {
			t.Fatal(err)
		}
		return d
	})
}

// DayForms write one day in the ways that are read.
var DayForms = []func(graph.Date) string{
	graph.Date.String,
	func(d graph.Date) string { return fmt.Sprintf("%d.%d.%d", d.Day(), d.Month(), d.Year()) },
	func(d graph.Date) string { return fmt.Sprintf("%02d.%02d.%04d", d.Day(), d.Month(), d.Year()) },
	func(d graph.Date) string { return fmt.Sprintf("%02d/%02d/%04d", d.Day(), d.Month(), d.Year()) },
}

// AmountForms write one amount of cents in the ways that are read.
var AmountForms = []func(cents int64) string{
	func(c int64) string { return fmt.Sprintf("%s%d.%02d", sign(c), abs(c)/100, abs(c)%100) },
	func(c int64) string { return fmt.Sprintf("%s%d,%02d €", sign(c), abs(c)/100, abs(c)%100) },
	func(c int64) string { return fmt.Sprintf("%s%s,%02d", sign(c), grouping(c, " "), abs(c)%100) },
	func(c int64) string { return fmt.Sprintf("%s%s,%02d", sign(c), grouping(c, "."), abs(c)%100) },
	func(c int64) string { return fmt.Sprintf("%s%s.%02d", sign(c), grouping(c, ","), abs(c)%100) },
}

func sign(c int64) string {
	if c < 0 {
		return "-"
	}
	return ""
}

func abs(c int64) int64 { return max(c, -c) }

func grouping(c int64, mark string) string {
	s := fmt.Sprint(abs(c) / 100)
	var groups []string
	for len(s) > 3 {
		groups = append([]string{s[len(s)-3:]}, groups...)
		s = s[:len(s)-3]
	}
	return strings.Join(append([]string{s}, groups...), mark)
}

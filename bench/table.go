package main

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
)

// row is what one measure gave; checks are one for each run.
type row struct {
	what                 string
	runs                 int
	seconds, peerSeconds float64
	cpu, peerCPU         float64
	check, peerCheck     []string
}

// table is a Markdown page of rows.
type table struct {
	head string
	peer string
	rows []row
}

func newTable(s *subject, name string, igraph *peer) *table {
	t := &table{head: fmt.Sprintf("Network %s: %d projects, %d actors, %d ties, %d actor pairs. %s on %d threads.",
		name, s.twoMode.Projects, s.actors.Len(), len(s.twoMode.Targets)/2, len(s.actors.Targets)/2, runtime.Version(), runtime.GOMAXPROCS(0))}
	if igraph != nil {
		t.peer = igraph.Name
	}
	return t
}

func (t *table) add(r row) { t.rows = append(t.rows, r) }

func (t *table) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s Medians in seconds, in brackets processor time.\n\n", t.head)
	if t.peer == "" {
		b.WriteString("| measure | runs | ours | check |\n| --- | --- | --- | --- |\n")
	} else {
		fmt.Fprintf(&b, "| measure | runs | ours | check | %s | its check | times faster |\n| --- | --- | --- | --- | --- | --- | --- |\n", t.peer)
	}
	for _, r := range t.rows {
		b.WriteString(t.line(r))
	}
	return b.String()
}

func (t *table) line(r row) string {
	ours := fmt.Sprintf("| %s | %d | %.4g (%.4g) | %s |", r.what, r.runs, r.seconds, r.cpu, span(r.check))
	if t.peer == "" {
		return ours + "\n"
	}
	return fmt.Sprintf("%s %.4g (%.4g) | %s | %.1f |\n", ours, r.peerSeconds, r.peerCPU, span(r.peerCheck), r.peerSeconds/r.seconds)
}

// span gives the lowest and the highest check value, or the one there is.
func span(checks []string) string {
	low, high := slices.Min(checks), slices.Max(checks)
	if low == high {
		return low
	}
	return low + " – " + high
}

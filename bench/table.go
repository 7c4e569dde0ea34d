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
	fmt.Fprintf(&b, "%s Medians in seconds.\n\n", t.head)
	if t.peer == "" {
		b.WriteString("| measure | runs | ours | check |\n| --- | --- | --- | --- |\n")
		for _, r := range t.rows {
			fmt.Fprintf(&b, "| %s | %d | %.4g | %s |\n", r.what, r.runs, r.seconds, span(r.check))
		}
		return b.String()
	}
	fmt.Fprintf(&b, "| measure | runs | ours | %s | times faster | our check | its check |\n| --- | --- | --- | --- | --- | --- | --- |\n", t.peer)
	for _, r := range t.rows {
		fmt.Fprintf(&b, "| %s | %d | %.4g | %.4g | %.1f | %s | %s |\n",
			r.what, r.runs, r.seconds, r.peerSeconds, r.peerSeconds/r.seconds, span(r.check), span(r.peerCheck))
	}
	return b.String()
}

// span gives the lowest and the highest check value, or the one there is.
func span(checks []string) string {
	low, high := slices.Min(checks), slices.Max(checks)
	if low == high {
		return low
	}
	return low + " – " + high
}

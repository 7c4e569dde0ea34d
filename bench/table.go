package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
)

// row is what a measure gave in one library.
type row struct {
	what, library string
	seconds, cpu  []float64
	checks        []string
	peak          int
}

func (r *row) add(a answer) {
	r.seconds, r.cpu = append(r.seconds, a.Seconds), append(r.cpu, a.CPU)
	r.checks, r.peak = append(r.checks, a.Check), a.Peak
}

func (r *row) spent() (total float64) {
	for _, s := range r.seconds {
		total += s
	}
	return total
}

// table is a Markdown page of rows.
type table struct {
	head string
	rows []row
}

func newTable(s *subject, name string, libraries []*library, missing []string) *table {
	var names []string
	for _, l := range libraries {
		names = append(names, l.name)
	}
	head := fmt.Sprintf("Network %s: %d projects, %d actors, %d ties, %d actor pairs. %s on %d threads; %s.",
		name, s.twoMode.Projects, s.actors.Len(), len(s.twoMode.Targets)/2, len(s.actors.Targets)/2,
		runtime.Version(), runtime.GOMAXPROCS(0), strings.Join(names, ", "))
	if len(missing) > 0 {
		head += " Not found: " + strings.Join(missing, ", ") + "."
	}
	return &table{head: head}
}

func (t *table) String() string {
	return t.head + "\nSeconds are medians with the fastest and slowest run, processor seconds medians; memory is the most its process\n" +
		"has held so far, in megabytes.\n\n" +
		"| measure | library | runs | seconds | processor | memory | check | ours is faster by |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n" +
		lines(t.rows)
}

// lines writes rows; those of one measure stand together, ours first.
func lines(rows []row) string {
	var b strings.Builder
	var ours float64
	for i, r := range rows {
		what, faster := "", ""
		if i == 0 || rows[i-1].what != r.what {
			what, ours = r.what, median(r.seconds)
		} else {
			faster = fmt.Sprintf("%.3g", median(r.seconds)/ours)
		}
		fmt.Fprintf(&b, "| %s | %s | %d | %s | %.3g | %d | %s | %s |\n", what, r.library, len(r.seconds), seconds(r.seconds), median(r.cpu), r.peak, span(r.checks), faster)
	}
	return b.String()
}

func seconds(x []float64) string {
	if len(x) < 2 {
		return fmt.Sprintf("%.3g", median(x))
	}
	return fmt.Sprintf("%.3g (%.3g–%.3g)", median(x), slices.Min(x), slices.Max(x))
}

func median(x []float64) float64 {
	if len(x) == 0 {
		return 0
	}
	return slices.Sorted(slices.Values(x))[len(x)/2]
}

// span gives the lowest and the highest check value, or the one there is.
func span(checks []string) string {
	low, high := slices.Min(checks), slices.Max(checks)
	if low == high {
		return low
	}
	return low + " – " + high
}

// versionOf tells the version of a module that is built in.
func versionOf(module string) string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Path == module {
				return m.Version
			}
		}
	}
	return "of unknown version"
}

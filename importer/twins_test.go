package importer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/importer/cell"
)

// Of the projects that the tidied and the raw list both have: the same sums, the
// same actors and ties; and of every cell that differs why, which in all of them
// is what the maker of the tidied list did to it.
func TestRealTwinsAgree(t *testing.T) {
	for _, c := range []struct {
		tidied, raw   string
		projects      int
		granted, paid int64 // cents, of both
		actors        int
		rows          int // that differ in some cell
		causes        map[string]int
		onlyTidied    []graph.ProjectID // of the first rows, which the raw one should have
		onlyRaw       []graph.ProjectID
	}{
		{
			"eura-fi/projektilista-2007-2013.csv", "eura-fi/projektilista-2007-2013.latin1.csv", 5_000, 1_722_763_083_00, 1_646_451_374_00, 2_165, 1_025,
			map[string]int{"project commas": 434, "actor commas": 644, "project quotes": 25}, nil, nil,
		},
		{
			"eura-fi/projektilista-2014-2020.csv", "eura-fi/projektilista-2014-2020.original.csv", 2_293, 432_664_237_00, 114_057_894_74, 1_227, 16,
			map[string]int{"project commas": 6, "project semicolons": 6, "project quotes": 3, "paid a day": 1}, []graph.ProjectID{"eura:A70160"}, []graph.ProjectID{"eura:A71264", "eura:S20774"},
		},
	} {
		tidied, err := Read(c.tidied, shared(t, c.tidied), Options{})
		if err != nil {
			t.Fatal(err)
		}
		raw, err := Read(c.raw, shared(t, c.raw), Options{})
		if err != nil {
			t.Fatal(err)
		}
		of := func(r *Reading) map[graph.ProjectID]graph.Record {
			all := map[graph.ProjectID]graph.Record{}
			for _, record := range r.Records {
				all[record.Project] = record
			}
			return all
		}
		inTidied, inRaw := of(tidied), of(raw)
		var a, b Reading
		var onlyTidied, onlyRaw []graph.ProjectID
		rows, causes := 0, map[string]int{}
		for _, x := range raw.Records {
			y, ok := inTidied[x.Project]
			if !ok {
				onlyRaw = append(onlyRaw, x.Project)
				continue
			}
			a.Records, b.Records = append(a.Records, y), append(b.Records, x)
			if x.Hash != y.Hash {
				rows++
			}
			for _, f := range graph.Fields {
				if cause := causeOf(f, y.Cells[f], x.Cells[f]); cause != "" {
					causes[cause]++
				}
			}
		}
		if len(c.onlyRaw) > 0 { // a list that was cut at 5 000 lines lacks the rest anyway
			for _, y := range tidied.Records {
				if _, ok := inRaw[y.Project]; !ok {
					onlyTidied = append(onlyTidied, y.Project)
				}
			}
		}
		if diff := cmp.Diff(c.causes, causes); diff != "" || rows != c.rows {
			t.Errorf("%s: %d rows differ, %s", c.raw, rows, diff)
		}
		if diff := cmp.Diff([][]graph.ProjectID{c.onlyTidied, c.onlyRaw}, [][]graph.ProjectID{onlyTidied, onlyRaw}); diff != "" {
			t.Errorf("%s: %s", c.raw, diff)
		}
		for _, sum := range []struct {
			of   *Reading
			f    graph.Field
			want int64
		}{{&a, graph.FieldGranted, c.granted}, {&b, graph.FieldGranted, c.granted}, {&a, graph.FieldPaid, c.paid}, {&b, graph.FieldPaid, c.paid}} {
			if got := sumOf(sum.of, sum.f); got != sum.want || len(sum.of.Records) != c.projects {
				t.Errorf("%s: %s %d of %d projects, want %d of %d", c.raw, sum.f, got, len(sum.of.Records), sum.want, c.projects)
			}
		}
		one, err := identity.Apply(a.Records, nil, tidied.Source)
		if err != nil {
			t.Fatal(err)
		}
		other, err := identity.Apply(b.Records, nil, raw.Source)
		if err != nil {
			t.Fatal(err)
		}
		if len(one.Actors) != c.actors || len(other.Actors) != c.actors || len(one.Ties) != len(other.Ties) {
			t.Fatalf("%s: %d and %d actors, %d and %d ties", c.raw, len(one.Actors), len(other.Actors), len(one.Ties), len(other.Ties))
		}
		for i := range one.Ties {
			if x, y := one.Ties[i], other.Ties[i]; x.Project != y.Project || x.Actor != y.Actor || x.Granted != y.Granted {
				t.Errorf("%s: %s and %s", x.Project, x.Actor, y.Actor)
			}
		}
	}
}

// causeOf tells why a cell of the tidied list is not that of the raw one.
func causeOf(f graph.Field, tidied, raw string) string {
	without := func(s, marks string) string {
		return cell.Tidy(strings.Map(func(r rune) rune {
			if strings.ContainsRune(marks, r) {
				return -1
			}
			return r
		}, strings.ReplaceAll(s, " ", "")))
	}
	switch {
	case tidied == raw:
		return ""
	case without(tidied, ",") == without(raw, ","):
		return string(f) + " commas"
	case without(tidied, ";") == without(raw, ";"):
		return string(f) + " semicolons"
	case without(tidied, `,"'`) == without(raw, `,"'`):
		return string(f) + " quotes"
	case f == graph.FieldPaid && tidied == "0" && raw == "":
		return string(f) + " a day"
	}
	return string(f) + " for no known reason: " + tidied + " / " + raw
}

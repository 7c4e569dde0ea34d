package identity

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hankeverkko/graph"
)

// curation is what a curator has before them: the records of the day and a
// journal that only grows. Beside it stands the plain history: the decisions
// that were not taken back, in a list from which an undo really takes away.
type curation struct {
	records []graph.Record
	journal []graph.Decision
	plain   []numbered
}

type numbered struct {
	graph.Decision
	entry int
}

var curated = struct {
	names, ids, towns []string
	actors            []graph.ActorID
}{
	names:  []string{"Lapin amk", "LAPIN AMK", "Oulun yliopisto", "Kynnys ry", "Kemin kaupunki", "Thule"},
	ids:    []string{"", "", "2528792-5", "0245895-5", "2296962-1"},
	towns:  []string{"", "Rovaniemi", "Oulu"},
	actors: []graph.ActorID{lapinAMK, oulu, keha, "name:lapin amk", "name:oulun yliopisto", "name:kynnys ry", "name:kemin kaupunki", "name:thule"},
}

func (c *curation) importRows(t *rapid.T) {
	draw := func(from []string, label string) string { return rapid.SampledFrom(from).Draw(t, label) }
	c.records = nil
	for i := range rapid.IntRange(2, 10).Draw(t, "rows") {
		c.records = append(c.records, record(fmt.Sprint("P", i%4), "actor="+draw(curated.names, "name"), "businessId="+draw(curated.ids, "id"),
			"town="+draw(curated.towns, "town"), "from="+draw([]string{"", "2012-01-01", "2018-01-01"}, "from"),
			"part="+draw([]string{"lead", "partner"}, "part")))
	}
}

// decision draws one that may or may not fit.
func (c *curation) decision(t *rapid.T) graph.Decision {
	kind := rapid.SampledFrom([]graph.DecisionKind{
		graph.DecideMerge, graph.DecideMerge, graph.DecideSplit, graph.DecideKeepApart, graph.DecideLater, graph.DecidePartOf,
		graph.DecideSuccessorOf, graph.DecideName, graph.DecideActorKind,
	}).Draw(t, "kind")
	ids := rapid.Permutation(curated.actors).Draw(t, "actors")
	switch kind {
	case graph.DecideSplit:
		return with(decide(kind, ids[0]), rapid.SampledFrom([]string{"", BySeat}).Draw(t, "by"))
	case graph.DecideName:
		return with(decide(kind, ids[0]), rapid.SampledFrom([]string{"Yksi", "Kaksi"}).Draw(t, "name"))
	case graph.DecideActorKind:
		return with(decide(kind, ids[0]), rapid.SampledFrom([]string{"company", "parish"}).Draw(t, "of kind"))
	case graph.DecidePartOf:
		days := rapid.SampledFrom([][2]graph.Date{{}, {0, 20141231}, {20150101, 0}}).Draw(t, "days")
		return from(decide(kind, ids[:2]...), days[0], days[1])
	}
	if kind == graph.DecideSuccessorOf {
		return decide(kind, ids[:2]...)
	}
	return decide(kind, ids[:rapid.IntRange(2, 3).Draw(t, "how many")]...)
}

func (c *curation) network(t *rapid.T, o Options) *graph.Network {
	l, err := Open(c.records, c.journal, o)
	if err != nil {
		t.Fatal(err)
	}
	return l.Network
}

// check wants the journal with its undos to make the very network that the
// plain history makes.
func (c *curation) check(t *rapid.T) {
	var plain []graph.Decision
	for _, d := range c.plain {
		plain = append(plain, d.Decision)
	}
	for _, o := range []Options{{}, {RollUp: true}} {
		l, err := Open(c.records, plain, o)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(l.Network, c.network(t, o), cmp.AllowUnexported(graph.Network{})); diff != "" {
			t.Fatalf("%+v: the journal does not make the network of what was not undone:\n%s", o, diff)
		}
	}
}

// Imports, decisions and undos in any order: what is undone has never been. An
// undo of the last decision gives the very network before it.
func TestUndo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &curation{}
		c.importRows(t)
		t.Repeat(map[string]func(*rapid.T){
			"import": c.importRows,
			"decide": func(t *rapid.T) {
				d := c.decision(t)
				l, err := Open(c.records, c.journal, Options{})
				if err != nil {
					t.Fatal(err)
				}
				if l.Check(d) != nil {
					t.Skip("refused")
				}
				c.journal = append(c.journal, d)
				c.plain = append(c.plain, numbered{d, len(c.journal)})
			},
			"undo the last": func(t *rapid.T) {
				if len(c.plain) == 0 {
					t.Skip("nothing to undo")
				}
				last := c.plain[len(c.plain)-1]
				before := &curation{records: c.records, journal: c.journal[:last.entry-1]}
				isNewest := last.entry == len(c.journal)
				c.journal = append(c.journal, undo(last.entry))
				c.plain = c.plain[:len(c.plain)-1]
				if diff := cmp.Diff(before.network(t, Options{}), c.network(t, Options{}), cmp.AllowUnexported(graph.Network{})); isNewest && diff != "" {
					t.Fatalf("not the network before:\n%s", diff)
				}
			},
			"undo any": func(t *rapid.T) {
				if len(c.plain) == 0 {
					t.Skip("nothing to undo")
				}
				i := rapid.IntRange(0, len(c.plain)-1).Draw(t, "entry")
				c.journal = append(c.journal, undo(c.plain[i].entry))
				c.plain = slices.Delete(slices.Clone(c.plain), i, i+1)
			},
			"": c.check,
		})
	})
}

// Merge, import again, split: the first network.
func TestMergeImportSplit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &curation{}
		c.importRows(t)
		first, again := slices.Clone(c.records), rapid.Permutation(c.records).Draw(t, "again")
		before := c.network(t, Options{})
		ids := rapid.Permutation(curated.actors).Draw(t, "actors")[:3]
		c.journal = []graph.Decision{merge(ids[0], ids[1]), merge(ids[1], ids[2])}
		c.importRows(t) // another state of the source in between
		c.network(t, Options{})
		c.records = again
		c.journal = append(c.journal, split(ids[rapid.IntRange(0, 2).Draw(t, "by")]))
		if diff := cmp.Diff(before, c.network(t, Options{}), cmp.AllowUnexported(graph.Network{})); diff != "" {
			t.Fatalf("%d rows:\n%s", len(first), diff)
		}
	})
}

// Decisions about different actors may stand in any order.
func TestIndependentDecisionsInAnyOrder(t *testing.T) {
	independent := []graph.Decision{
		merge(lapinAMK, "name:lapin amk"), keepApart(oulu, "name:oulun yliopisto"), from(partOf("name:thule", oulu), 20100101, 0),
		with(decide(graph.DecideName, "name:kynnys ry"), "Kynnys"), with(decide(graph.DecideActorKind, "name:kemin kaupunki"), "municipality"),
		with(split(keha), BySeat), follows("name:kemin kaupunki", "name:kynnys ry"), later(lapinAMK, "name:thule"),
	}
	rapid.Check(t, func(t *rapid.T) {
		c := &curation{journal: independent}
		c.importRows(t)
		want := c.network(t, Options{})
		c.journal = rapid.Permutation(independent).Draw(t, "journal")
		if diff := cmp.Diff(want, c.network(t, Options{}), cmp.AllowUnexported(graph.Network{})); diff != "" {
			t.Fatal(diff)
		}
	})
}

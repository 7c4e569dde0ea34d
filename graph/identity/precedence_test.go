package identity

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hankeverkko/graph"
)

// eura makes a row of a source about project eura:A70009.
func eura(source graph.SourceID, cells ...string) graph.Record {
	r := recordOf(source, "x", cells...)
	id := graph.ProjectID("eura:A70009")
	return graph.NewRecord(source, id, string(id)+r.Key, r.Cells, 1)
}

var (
	oldRegister = graph.Source{ID: "lista", Format: "eura-2014-list", AsOf: 2016_06_30}
	newRegister = graph.Source{ID: "uusi-lista", Format: "eura-2014-list", AsOf: 2019_06_30}
	newSheet    = graph.Source{ID: "oma", Format: "generic-sheet", AsOf: 2026_06_30}
	undated     = graph.Source{ID: "muistio", Format: "generic-sheet"}
	research    = graph.Source{ID: "cordis", Format: "cordis", AsOf: 2025_01_01}
)

func applyFrom(t rapid.TB, records []graph.Record, sources ...graph.Source) *graph.Network {
	t.Helper()
	n, err := Apply(records, nil, sources...)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestPrecedence(t *testing.T) {
	for _, c := range []struct {
		name    string
		records []graph.Record
		sources []graph.Source
		want    string // name, status, from, to, granted, paid
		differ  []graph.Told
	}{
		{
			"the register names and grants, the latest tells what changes",
			[]graph.Record{
				eura("lista", "part=lead", "actor=X", "project=Valoa kaamokseen", "status=Toiminnassa", "from=2015-01-01", "to=2016-12-31", "granted=100", "paid=10"),
				eura("oma", "part=lead", "actor=X", "project=Valo", "status=Päättynyt", "to=2017-12-31", "granted=90", "paid=90"),
			},
			[]graph.Source{oldRegister, newSheet},
			"Valoa kaamokseen Päättynyt 2015-01-01 2017-12-31 100 90",
			[]graph.Told{{Field: graph.FieldProject, Source: "oma", Value: "Valo"}, {Field: graph.FieldStatus, Source: "lista", Value: "Toiminnassa"}, {Field: graph.FieldTo, Source: "lista", Value: "2016-12-31"}},
		},
		{
			"of two editions of the register the later",
			[]graph.Record{eura("lista", "part=lead", "actor=X", "project=Vanha nimi", "to=2016-12-31", "granted=100"), eura("uusi-lista", "part=lead", "actor=X", "project=Uusi nimi", "to=2017-12-31", "granted=120")},
			[]graph.Source{oldRegister, newRegister},
			"Uusi nimi   2017-12-31 120 ",
			[]graph.Told{{Field: graph.FieldProject, Source: "lista", Value: "Vanha nimi"}, {Field: graph.FieldTo, Source: "lista", Value: "2016-12-31"}},
		},
		{
			"another register has no say in the names",
			[]graph.Record{eura("lista", "actor=X", "project=Valoa kaamokseen"), eura("cordis", "actor=X", "project=Light")},
			[]graph.Source{oldRegister, research},
			"Valoa kaamokseen     ",
			[]graph.Told{{Field: graph.FieldProject, Source: "cordis", Value: "Light"}},
		},
		{
			"what has no date is older than what has one",
			[]graph.Record{eura("muistio", "actor=X", "status=Alkamassa", "project=Valo"), eura("oma", "actor=X", "status=Päättynyt", "project=Valot")},
			[]graph.Source{undated, newSheet},
			"Valot Päättynyt    ",
			[]graph.Told{{Field: graph.FieldProject, Source: "muistio", Value: "Valo"}, {Field: graph.FieldStatus, Source: "muistio", Value: "Alkamassa"}},
		},
		{
			"else the one that tells most",
			[]graph.Record{eura("a", "actor=X", "project=Valo"), eura("b", "actor=X", "project=Valot", "fund=EAKR")},
			nil,
			"Valot     ",
			[]graph.Told{{Field: graph.FieldProject, Source: "a", Value: "Valo"}},
		},
		{
			"else the lower name",
			[]graph.Record{eura("b", "actor=X", "project=Valo"), eura("a", "actor=X", "project=Valot")},
			nil,
			"Valot     ",
			[]graph.Told{{Field: graph.FieldProject, Source: "b", Value: "Valo"}},
		},
		{
			"case and punctuation are no difference",
			[]graph.Record{eura("lista", "actor=X", "project=Valoa, kaamokseen"), eura("oma", "actor=X", "project=VALOA KAAMOKSEEN")},
			[]graph.Source{oldRegister, newSheet},
			"Valoa, kaamokseen     ",
			nil,
		},
		{
			"a row about the project alone comes before the rows of actors",
			[]graph.Record{eura("cordis", "part=lead", "actor=X", "project=VALO"), eura("cordis", "project=Light in the dark (VALO)", "from=2024-02-01")},
			[]graph.Source{research},
			"Light in the dark (VALO)  2024-02-01   ",
			nil,
		},
		{
			"a project without a name goes by its code",
			[]graph.Record{eura("lista", "code=A70009", "actor=X")},
			[]graph.Source{oldRegister},
			"A70009     ",
			nil,
		},
	} {
		n := applyFrom(t, c.records, c.sources...)
		p := n.Projects[0]
		got := fmt.Sprintf("%s %s %s %s %s %s", p.Name, p.Status, p.From, p.To, amount(n.Ties[0].Granted), amount(n.Ties[0].Paid))
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if diff := cmp.Diff(c.differ, p.Differing); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		if len(p.Records) != len(c.records) {
			t.Errorf("%s: %d records behind the project", c.name, len(p.Records))
		}
	}
}

func amount(m graph.Money) string {
	if !m.Known {
		return ""
	}
	return fmt.Sprint(m.Cents)
}

// The order of records and of sources decides nothing.
func TestPrecedenceRestsOnContentAlone(t *testing.T) {
	sources := []graph.Source{oldRegister, newRegister, newSheet, undated, research}
	rapid.Check(t, func(t *rapid.T) {
		draw := func(label string, from ...string) string { return rapid.SampledFrom(from).Draw(t, label) }
		var records []graph.Record
		for range rapid.IntRange(1, 8).Draw(t, "rows") {
			records = append(records, eura(graph.SourceID(draw("source", "lista", "uusi-lista", "oma", "muistio", "cordis", "outo")),
				"part="+draw("part", "lead", "partner", "participant"), "actor="+draw("actor", "Lapin amk", "LAPIN AMK OY", "Lapin amk ry", "Oulun yliopisto", ""),
				"businessId="+draw("id", "", "", "2528792-5", "0245895-5"), "project="+draw("name", "Valo", "Varjo", ""), "status="+draw("status", "a", "b", ""),
				"from="+draw("from", "2015-01-01", "2016-01-01", ""), "granted="+draw("granted", "", "5", "7"), "paid="+draw("paid", "", "5", "7")))
		}
		n := applyFrom(t, records, sources...)
		m := applyFrom(t, rapid.Permutation(records).Draw(t, "order"), rapid.Permutation(sources).Draw(t, "sources")...)
		if diff := cmp.Diff(n, m, cmp.AllowUnexported(graph.Network{})); diff != "" {
			t.Fatal(diff)
		}
	})
}

var acrossTests = []struct {
	name    string
	records []graph.Record
	want    []string
}{
	{
		"a bare name of another source, in other letters and without the legal form",
		[]graph.Record{eura("a", "part=lead", "actor=Esimerkkilän Kehitys Oy", "businessId=2528792-5"), eura("b", "part=lead", "actor=ESIMERKKILAN KEHITYS")},
		[]string{"ytunnus:2528792-5 lead"},
	},
	{
		"by a spelling that it has elsewhere",
		[]graph.Record{
			eura("a", "part=lead", "actor=Kehitys Esimerkki Oy", "businessId=2528792-5"), eura("b", "part=lead", "actor=Esimerkkilän kehitys ky"),
			recordOf("a", "other", "actor=Esimerkkilän Kehitys Oy", "businessId=2528792-5"),
		},
		[]string{"ytunnus:2528792-5 lead"},
	},
	{
		"two actors that it may be: neither",
		[]graph.Record{
			eura("a", "part=lead", "actor=Esimerkkilän Kehitys Oy", "businessId=2528792-5"), eura("a", "part=partner", "actor=Esimerkkilän Kehitys ry", "businessId=0245895-5"),
			eura("b", "part=lead", "actor=Esimerkkilän kehitys"),
		},
		[]string{"name:esimerkkilän kehitys lead", "ytunnus:0245895-5 partner", "ytunnus:2528792-5 lead"},
	},
	{
		"one source names both: they are two",
		[]graph.Record{eura("a", "part=lead", "actor=Esimerkkilän Kehitys Oy", "businessId=2528792-5"), eura("a", "part=partner", "actor=Esimerkkilän Kehitys ry")},
		[]string{"name:esimerkkilän kehitys ry partner", "ytunnus:2528792-5 lead"},
	},
	{
		"two bare names of two sources",
		[]graph.Record{eura("a", "part=lead", "actor=Esimerkkilän Kehitys Oy", "fund=EAKR"), eura("b", "part=lead", "actor=ESIMERKKILÄN KEHITYS")},
		[]string{"name:esimerkkilän kehitys oy lead"},
	},
	{
		"three of three",
		[]graph.Record{eura("a", "actor=Esimerkkilän Kehitys Oy", "fund=EAKR", "status=x"), eura("b", "actor=ESIMERKKILÄN KEHITYS", "fund=EAKR"), eura("c", "actor=Esimerkkilan Kehitys Ab")},
		[]string{"name:esimerkkilän kehitys oy participant"},
	},
	{
		"one short word is a name of many",
		[]graph.Record{eura("a", "part=lead", "actor=Ky Oy", "businessId=2528792-5"), eura("b", "part=lead", "actor=Etu Oy"), eura("c", "part=lead", "actor=Etu ry")},
		[]string{"name:etu oy lead", "name:etu ry lead", "ytunnus:2528792-5 lead"},
	},
	{
		"another body",
		[]graph.Record{eura("a", "part=lead", "actor=Kaakkois-Suomen ammattikorkeakoulu Oy", "businessId=2472908-2"), eura("b", "part=lead", "actor=Mikkelin ammattikorkeakoulu Oy")},
		[]string{"name:mikkelin ammattikorkeakoulu oy lead", "ytunnus:2472908-2 lead"},
	},
}

func TestAcrossSources(t *testing.T) {
	for _, c := range acrossTests {
		for range 2 {
			var got []string
			n := apply(t, c.records)
			for _, tie := range n.Ties {
				if tie.Project == "eura:A70009" {
					got = append(got, fmt.Sprintf("%s %s", tie.Actor, tie.Part))
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s: %s", c.name, diff)
			}
			slices.Reverse(c.records)
		}
	}
	apart := graph.Decision{Kind: graph.DecideKeepApart, Actors: []graph.ActorID{"ytunnus:2528792-5", "name:esimerkkilan kehitys"}}
	if n := apply(t, acrossTests[0].records, apart); len(n.Ties) != 2 {
		t.Errorf("people have said that they are two: %v", n.Ties)
	}
}

// Two sources that name one lead each, and not the same, list no partners.
func TestPartnersAcrossSources(t *testing.T) {
	for _, c := range []struct {
		name    string
		records []graph.Record
		sources []graph.Source
		want    graph.Partners
	}{
		{"two leads", []graph.Record{eura("lista", "part=lead", "actor=X"), eura("oma", "part=lead", "actor=Y")}, nil, graph.PartnersUnknown},
		{"a lead and a partner", []graph.Record{eura("lista", "part=lead", "actor=X"), eura("oma", "part=partner", "actor=Y")}, nil, graph.PartnersListed},
		{"one names two", []graph.Record{eura("lista", "part=lead", "actor=X"), eura("oma", "part=lead", "actor=X"), eura("oma", "actor=Y")}, nil, graph.PartnersListed},
		{"the same lead", []graph.Record{eura("lista", "part=lead", "actor=X"), eura("oma", "part=lead", "actor=x")}, nil, graph.PartnersUnknown},
		{"a register that names all", []graph.Record{recordOf("cordis", "y", "part=lead", "actor=X")}, []graph.Source{{ID: "cordis", Format: "cordis"}}, graph.PartnersUnknown},
	} {
		if got := applyFrom(t, c.records, c.sources...).Projects[0].Partners; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	one := recordOf("cordis", "x", "part=lead", "actor=X")
	one = graph.NewRecord("cordis", "cordis:1", one.Key, one.Cells, 1)
	if got := applyFrom(t, []graph.Record{one}, research).Projects[0].Partners; got != graph.PartnersAlone {
		t.Errorf("the only one in a register that names all: %s", got)
	}
	project := graph.NewRecord("cordis", "cordis:1", "p", graph.Cells{graph.FieldProject: "Valo"}, 2)
	if got := applyFrom(t, []graph.Record{project}, research).Projects[0].Partners; got != graph.PartnersUnknown {
		t.Errorf("a project of which no actor is told yet: %s", got)
	}
}

// A town abroad is not looked for in Finland, nor is the name of a body there.
func TestAbroad(t *testing.T) {
	n := apply(t, []graph.Record{
		record("A", "actor=Universitet", "pic=999986581", "town=Sund", "country=SE"),
		record("A", "actor=Oulu Studies Institute", "pic=999981634", "country=NL"),
		record("A", "actor=Oulun yliopisto", "businessId=0245895-5", "town=Oulu", "country=FI"),
		record("A", "actor=Kemin kaupunki"),
	})
	want := []string{"A name:kemin kaupunki participant 240 name", "A pic:999981634 participant", "A pic:999986581 participant", "A ytunnus:0245895-5 participant 564 postal"}
	if diff := cmp.Diff(want, told(n)); diff != "" {
		t.Error(diff)
	}
	for id, country := range map[graph.ActorID]string{"pic:999986581": "SE", "ytunnus:0245895-5": "FI", "name:kemin kaupunki": ""} {
		i, _ := n.FindActor(id)
		if a := &n.Actors[i]; a.Country != country || a.Abroad() != (country == "SE") {
			t.Errorf("%s: country %q", id, a.Country)
		}
	}
	s := graph.Select(n, graph.Query{Region: []graph.Municipality{"564"}})
	i, _ := n.FindActor("pic:999986581")
	if got := s.StandingOf(i); got != graph.Elsewhere {
		t.Errorf("an actor abroad stands %s", got)
	}
}

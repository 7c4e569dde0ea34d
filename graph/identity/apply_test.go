package identity

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hankeverkko/graph"
)

// record makes one row of source "s": project, then field=value pairs. Commas
// part the entries of lists.
func record(project string, cells ...string) graph.Record {
	return recordOf("s", project, cells...)
}

func recordOf(source graph.SourceID, project string, cells ...string) graph.Record {
	c := graph.Cells{}
	for _, cell := range cells {
		field, value, _ := strings.Cut(cell, "=")
		switch f := graph.Field(field); f {
		case graph.FieldKeywords, graph.FieldThemes, graph.FieldTargetGroups, graph.FieldPlaces, graph.FieldPartners:
			c[f] = strings.ReplaceAll(value, ",", "\n")
		default:
			c[f] = value
		}
	}
	id := graph.ProjectID("s:" + project)
	key := strings.Join([]string{string(id), string(ActorIDOf(c[graph.FieldBusinessID], c[graph.FieldPIC], c[graph.FieldVAT], c[graph.FieldActor])), c[graph.FieldPart]}, "\x1f")
	return graph.NewRecord(source, id, key, c, 1)
}

func apply(t testing.TB, records []graph.Record, journal ...graph.Decision) *graph.Network {
	t.Helper()
	n, err := Apply(records, journal)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// told writes the ties of a network, one a line: project actor part seat rung.
func told(n *graph.Network) []string {
	var lines []string
	for _, t := range n.Ties {
		line := fmt.Sprintf("%s %s %s", strings.TrimPrefix(string(t.Project), "s:"), t.Actor, t.Part)
		if t.Seat != "" {
			line += fmt.Sprintf(" %s %s", t.Seat, t.SeatRung)
		}
		lines = append(lines, line)
	}
	return lines
}

// Numbers of the example: Lapin amk 2528792-5, Oulun yliopisto 0245895-5,
// Vantaan kaupunki 0124610-9, KEHA-keskus 2296962-1.
var tieTests = []struct {
	name    string
	records []graph.Record
	want    []string
}{
	{
		"a business id is one actor under all its spellings, VAT form too",
		[]graph.Record{
			record("A", "part=lead", "actor=Oulun Yliopisto", "businessId=0245895-5"),
			record("B", "part=lead", "actor=Oulun yliopisto, Kajaanin yksikkö", "vat=FI02458955"),
		},
		[]string{"A ytunnus:0245895-5 lead 564 name", "B ytunnus:0245895-5 lead 564 name"},
	},
	{
		"a name that a numbered actor of the project goes by means that actor",
		[]graph.Record{
			record("A", "part=lead", "actor=Lapin amk", "businessId=2528792-5"),
			record("A", "part=partner", "actor=LAPIN AMK"),
			record("B", "part=lead", "actor=Lapin amk"),
		},
		[]string{"A ytunnus:2528792-5 lead", "B name:lapin amk lead"},
	},
	{
		"a spelling from elsewhere counts within a project too",
		[]graph.Record{
			record("A", "part=lead", "actor=Lapin ammattikorkeakoulu Oy", "businessId=2528792-5"),
			record("A", "part=partner", "actor=Lapin amk"),
			record("B", "part=lead", "actor=Lapin amk", "businessId=2528792-5"),
		},
		[]string{"A ytunnus:2528792-5 lead", "B ytunnus:2528792-5 lead"},
	},
	{
		"a name of two numbered actors means neither",
		[]graph.Record{
			record("A", "part=lead", "actor=Keskus", "businessId=2528792-5"),
			record("A", "part=partner", "actor=Keskus", "businessId=0245895-5"),
			record("A", "part=partner", "actor=Keskus"),
		},
		[]string{"A name:keskus partner", "A ytunnus:0245895-5 partner", "A ytunnus:2528792-5 lead"},
	},
	{
		"partners in a cell are actors by name, the lead among them is the lead",
		[]graph.Record{record("A", "part=lead", "actor=Lapin amk", "businessId=2528792-5", "town=Rovaniemi", "partners=Uusi Toimija ry,Lapin amk")},
		[]string{"A name:uusi toimija ry partner", "A ytunnus:2528792-5 lead 698 postal"},
	},
	{
		"lead wins over partner, partner over taking part",
		[]graph.Record{
			record("A", "part=partner", "actor=X"), record("A", "part=lead", "actor=X"),
			record("A", "part=participant", "actor=Y"), record("A", "part=partner", "actor=Y"),
			record("A", "part=associated", "actor=Z"), record("A", "part=recipient", "actor=Z"),
		},
		[]string{"A name:x lead", "A name:y partner", "A name:z recipient"},
	},
	{
		"PIC and business id on one row lead rows with the PIC alone to the business id",
		[]graph.Record{
			record("A", "actor=Oulun yliopisto", "businessId=0245895-5", "pic=999844443"),
			record("B", "actor=OULUN YLIOPISTO", "pic=999844443"),
			record("C", "actor=University of Oulu", "pic=999844443", "vat=SE556703748501"),
			record("D", "actor=Oulu", "vat=SE556703748501"),
		},
		[]string{
			"A ytunnus:0245895-5 participant 564 name", "B ytunnus:0245895-5 participant 564 name",
			"C ytunnus:0245895-5 participant 564 name", "D ytunnus:0245895-5 participant 564 name",
		},
	},
	{
		"a PIC beside two business ids tells nothing of either",
		[]graph.Record{
			record("A", "actor=X", "businessId=0245895-5", "pic=999844443"),
			record("B", "actor=Y", "businessId=2528792-5", "pic=999844443"),
			record("C", "actor=Z", "pic=999844443"),
		},
		[]string{"A ytunnus:0245895-5 participant", "B ytunnus:2528792-5 participant", "C pic:999844443 participant"},
	},
	{
		"seats: the row's municipality, its town, the commonest town, the name, none",
		[]graph.Record{
			record("A", "actor=KEHA-keskus", "businessId=2296962-1", "seat=Kuopio", "town=Oulu"),
			record("B", "actor=KEHA-keskus", "businessId=2296962-1", "town=Oulu"),
			record("C", "actor=KEHA-keskus", "businessId=2296962-1", "town=Oulu"),
			record("D", "actor=KEHA-keskus", "businessId=2296962-1"),
			record("D", "actor=Vantaan kaupunki", "businessId=0124610-9"),
			record("D", "actor=Kynnys ry"),
			record("E", "actor=KEHA-keskus", "businessId=2296962-1", "town=Ruritania"),
		},
		[]string{
			"A ytunnus:2296962-1 participant 297 named",
			"B ytunnus:2296962-1 participant 564 postal",
			"C ytunnus:2296962-1 participant 564 postal",
			"D name:kynnys ry participant",
			"D ytunnus:0124610-9 participant 092 name",
			"D ytunnus:2296962-1 participant 564 commonest",
			"E ytunnus:2296962-1 participant 564 commonest",
		},
	},
	{
		"of two equally common towns the lower code",
		[]graph.Record{
			record("A", "actor=X", "town=Rovaniemi"), record("B", "actor=X", "town=Oulu"), record("C", "actor=X"),
		},
		[]string{"A name:x participant 698 postal", "B name:x participant 564 postal", "C name:x participant 564 commonest"},
	},
}

func TestTies(t *testing.T) {
	for _, c := range tieTests {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, told(apply(t, c.records))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestMoneyAddsUpWithinASource(t *testing.T) {
	n := apply(t, []graph.Record{
		recordOf("a", "A", "actor=X", "granted=100", "part=lead"),
		recordOf("a", "A", "actor=X", "granted=20", "paid=7", "part=partner"),
		recordOf("b", "A", "actor=X", "granted=120", "part=lead"), // the same money told by another register
		recordOf("a", "A", "actor=Y", "paid=0"),
	})
	x, y := n.Ties[0], n.Ties[1]
	if x.Granted != (graph.Money{Cents: 120, Known: true}) || x.Paid != (graph.Money{Cents: 7, Known: true}) {
		t.Errorf("X: granted %v, paid %v", x.Granted, x.Paid)
	}
	if y.Granted.Known || y.Paid != (graph.Money{Known: true}) {
		t.Errorf("Y: granted %v, paid %v; nothing granted is told, nothing is paid", y.Granted, y.Paid)
	}
	if len(x.Records) != 3 || len(n.Projects[0].Records) != 4 {
		t.Errorf("%d records behind the tie, %d behind the project", len(x.Records), len(n.Projects[0].Records))
	}
}

func TestPartners(t *testing.T) {
	for _, c := range []struct {
		name    string
		records []graph.Record
		want    graph.Partners
	}{
		{"joint and partners", []graph.Record{record("A", "joint=yes", "part=lead", "actor=X"), record("A", "joint=yes", "part=partner", "actor=Y")}, graph.PartnersListed},
		{"nothing said, two actors", []graph.Record{record("A", "part=lead", "actor=X"), record("A", "part=partner", "actor=Y")}, graph.PartnersListed},
		{"partners in a cell", []graph.Record{record("A", "part=lead", "actor=X", "partners=Y")}, graph.PartnersListed},
		{"joint, the lead is its own partner", []graph.Record{record("A", "joint=yes", "part=lead", "actor=X"), record("A", "joint=yes", "part=partner", "actor=X")}, graph.PartnersListed},
		{"not joint", []graph.Record{record("A", "joint=no", "part=lead", "actor=X")}, graph.PartnersAlone},
		{"not joint, and yet two actors", []graph.Record{record("A", "joint=no", "part=lead", "actor=X"), record("A", "joint=no", "part=partner", "actor=Y")}, graph.PartnersListed},
		{"joint without a partner", []graph.Record{record("A", "joint=yes", "part=lead", "actor=X")}, graph.PartnersUnknown},
		{"nothing said", []graph.Record{record("A", "part=lead", "actor=X")}, graph.PartnersUnknown},
	} {
		if got := apply(t, c.records).Projects[0].Partners; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestProjectTakesTheLeadsWord(t *testing.T) {
	rows := []graph.Record{
		record("A", "code=A1", "part=partner", "actor=Y", "project=Hankeen nimi väärin", "from=2015-01-01", "to=2017-12-31", "keywords=b,c", "status=päättynyt"),
		record("A", "code=A1", "part=lead", "actor=X", "project=Hankkeen nimi", "from=2015-02-01", "keywords=a,b", "places=Lappi,Meri-Lappi"),
	}
	got := apply(t, rows).Projects[0]
	want := graph.Project{
		ID: "s:A", Code: "A1", Name: "Hankkeen nimi", Status: "päättynyt", From: 20150201, To: 20171231,
		Keywords: []string{"a", "b", "c"}, Partners: graph.PartnersListed,
		Records: []graph.RecordRef{{Source: "s", Row: 1, Hash: rows[1].Hash}, {Source: "s", Row: 1, Hash: rows[0].Hash}},
	}
	places := got.Places
	got.Places = nil
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(places) != 2 || places[0].Area != "maakunta:19" || len(places[0].Municipalities) != 21 || places[0].Rung != graph.RungNamed {
		t.Errorf("Lappi: %+v", places)
	}
	if diff := cmp.Diff(graph.Place{Written: "Meri-Lappi", Rung: graph.RungNamed}, places[1]); diff != "" {
		t.Error(diff)
	}
}

func TestPlaceByAuthority(t *testing.T) {
	for _, c := range []struct {
		authority, places string
		want              graph.AreaID
	}{
		{"Lapin liitto", "", "maakunta:19"},
		{"Lapin elinkeino-, liikenne- ja ympäristökeskus", "", ""},
		{"Uudenmaan liitto", "Mustola", ""}, // it serves all of the south
		{"Pirkanmaan liitto", "Lappi", "maakunta:19"},
	} {
		cells := []string{"actor=X", "authority=" + c.authority}
		if c.places != "" {
			cells = append(cells, "places="+c.places)
		}
		var got graph.AreaID
		for _, p := range apply(t, []graph.Record{record("A", cells...)}).Projects[0].Places {
			got = p.Area
			if want := graph.RungAuthority; c.places == "" && p.Rung != want {
				t.Errorf("%s: rung %s", c.authority, p.Rung)
			}
		}
		if got != c.want {
			t.Errorf("%s, places %q: %q, want %q", c.authority, c.places, got, c.want)
		}
	}
}

func TestActor(t *testing.T) {
	got := apply(t, []graph.Record{
		record("A", "actor=Lapin Ammattikorkeakoulu Oy", "businessId=2528792-5", "town=Kemi", "actorKind=Ammattikorkeakoulu", "site=https://www.lapinamk.fi"),
		record("B", "actor=LAPIN AMMATTIKORKEAKOULU OY", "businessId=2528792-5", "town=Rovaniemi", "pic=949531361"),
		recordOf("t", "C", "actor=Lapin ammattikorkeakoulu Oy", "businessId=2528792-5", "town=Rovaniemi"),
	}).Actors
	want := []graph.Actor{{
		ID: "ytunnus:2528792-5", OtherIDs: []graph.ActorID{"pic:949531361"}, Name: "Lapin ammattikorkeakoulu Oy", Short: "Lapin AMK", Kind: graph.KindUAS,
		KindWritten: "Ammattikorkeakoulu", BusinessID: "2528792-5", PIC: "949531361", Site: "https://www.lapinamk.fi", Seat: "698",
		Aliases: []graph.Alias{
			{Name: "LAPIN AMMATTIKORKEAKOULU OY", Source: "s"}, {Name: "Lapin Ammattikorkeakoulu Oy", Source: "s"}, {Name: "Lapin ammattikorkeakoulu Oy", Source: "t"},
		},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestPreferredName(t *testing.T) {
	for _, c := range []struct {
		spellings []string
		want      string
	}{
		{[]string{"Oulun Yliopisto", "Oulun Yliopisto", "Oulun yliopisto", "Sodankylän Geofysiikan Observatorio"}, "Oulun yliopisto"},
		{[]string{"Turun ammattikorkeakoulu oy", "Turun ammattikorkeakoulu oy", "Turun Ammattikorkeakoulu Oy", "Turun ammattikorkeakoulu Oy"}, "Turun ammattikorkeakoulu Oy"},
		{[]string{"PIEKSÄMÄEN KAUPUNKI"}, "PIEKSÄMÄEN KAUPUNKI"},
		{[]string{"KSAK Oy", "Koillis-Suomen Aikuiskoulutus Oy"}, "Koillis-Suomen Aikuiskoulutus Oy"},
		{[]string{"Savon koulutuskuntayhtymä", "Savon koulutuskuntayhtymä / Savon ammattiopisto", "Savon ammattiopisto"}, "Savon koulutuskuntayhtymä"},
		{[]string{"A-klinikkasäätiö", "A-klinikkasäätiö sr"}, "A-klinikkasäätiö sr"},
		{[]string{"helsingin kaupunki", "Helsingin kaupunki"}, "Helsingin kaupunki"},
	} {
		var records []graph.Record
		for i, name := range c.spellings {
			records = append(records, record(fmt.Sprint(i), "part=lead", "businessId=0245895-5", "actor="+name))
		}
		if got := apply(t, records).Actors[0].Name; got != c.want {
			t.Errorf("%q: %q, want %q", c.spellings, got, c.want)
		}
	}
}

func TestBrokenCellsAreRefused(t *testing.T) {
	for _, r := range []graph.Record{
		record("A", "actor=X", "part=boss"), record("A", "actor=X", "from=1.2.2015"), record("A", "actor=X", "granted=1,50"),
		{Source: "s", Cells: graph.Cells{graph.FieldActor: "X"}},
	} {
		if _, err := Apply([]graph.Record{r}, nil); err == nil {
			t.Errorf("%v is accepted", r.Cells)
		}
	}
	if n := apply(t, []graph.Record{record("A", "project=Hanke ilman toimijaa")}); len(n.Projects) != 1 || len(n.Ties) != 0 {
		t.Errorf("a project without an actor: %d projects, %d ties", len(n.Projects), len(n.Ties))
	}
}

// The order of records, run and row numbers and repeated records change no content.
func TestApplyRestsOnContentAlone(t *testing.T) {
	names := []string{"Lapin amk", "LAPIN AMK", "Oulun yliopisto", "Kynnys ry", "Kemin kaupunki", ""}
	ids := []string{"", "", "2528792-5", "0245895-5", "2296962-1"}
	pics := []string{"", "", "999844443", "949531361"}
	towns := []string{"", "Rovaniemi", "Oulu", "Kemi"}
	rapid.Check(t, func(t *rapid.T) {
		draw := func(from []string, label string) string { return rapid.SampledFrom(from).Draw(t, label) }
		var records []graph.Record
		for range rapid.IntRange(0, 12).Draw(t, "rows") {
			records = append(records, recordOf(graph.SourceID(draw([]string{"s", "t"}, "source")), draw([]string{"A", "B", "C"}, "project"),
				"part="+draw([]string{"lead", "partner", "participant"}, "part"), "actor="+draw(names, "name"), "businessId="+draw(ids, "id"),
				"pic="+draw(pics, "pic"), "town="+draw(towns, "town"), "joint="+draw([]string{"", "yes", "no"}, "joint"),
				"granted="+draw([]string{"", "5", "7"}, "granted"), "partners="+draw([]string{"", "Kynnys ry", "Lapin amk,Kemin kaupunki"}, "partners")))
		}
		n, err := Apply(records, nil)
		if err != nil {
			t.Fatal(err)
		}
		again := rapid.Permutation(records).Draw(t, "order")
		if len(again) > 0 {
			twice := again[0]
			twice.Row++
			again = append(slices.Clone(again), twice)
		}
		m, err := Apply(again, nil)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(n, m, cmp.AllowUnexported(graph.Network{})); diff != "" {
			t.Fatal(diff)
		}
	})
}

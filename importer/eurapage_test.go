package importer

import (
	"bytes"
	"fmt"
	"mime/quotedprintable"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
)

const pagesDir = "testdata/eura-2014-pages/"

func pageFile(t *testing.T, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile(pagesDir + name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestEURA2014PageAsHTML(t *testing.T) {
	r := readAll(t, "A79101.html", pageFile(t, "A79101.html"))[0]
	if want := (Rows{Read: 4, Stored: 4}); r.Report.Rows != want || r.Source.ID != "eura-2014-pages" || r.Report.Encoding != "html" || r.Source.AsOf != 2017_02_28 {
		t.Errorf("%+v, %+v, %s", r.Report.Rows, r.Source, r.Report.Encoding)
	}
	project := graph.Cells{
		graph.FieldCode: "A79101", graph.FieldProject: "Valoa & lämpöä kaamokseen", graph.FieldFund: "EAKR", graph.FieldPriority: "2. Uusimman tiedon ja osaamisen tuottaminen ja hyödyntäminen",
		graph.FieldObjective: "4.1. Tutkimus-, osaamis- ja innovaatiokeskittymien kehittäminen alueellisten vahvuuksien pohjalta", graph.FieldFrom: "2015-03-01", graph.FieldTo: "2017-02-28",
		graph.FieldStatus: "Toiminta päättynyt", graph.FieldAuthority: "Lapin liitto", graph.FieldJoint: "yes", graph.FieldKeywords: "valo\nkaamos\nLappi",
		graph.FieldThemes: "060 Tutkimus- ja innovaatiotoiminta julkisissa tutkimuskeskuksissa", graph.FieldPlaces: "Lappi\nKainuu\nRovaniemi",
		graph.FieldLink: "https://www.eura2014.fi/rrtiepa/projekti.php?projektikoodi=A79101",
	}
	own := []graph.Cells{
		{
			graph.FieldPart: "lead", graph.FieldActor: "Lapin yliopisto", graph.FieldActorKind: "Yliopisto", graph.FieldBusinessID: "0292800-5", graph.FieldPostalCode: "96300",
			graph.FieldTown: "ROVANIEMI", graph.FieldSite: "http://www.ulapland.example", graph.FieldGranted: "44390900", graph.FieldPaid: "7164150", graph.FieldTargetGroups: "nuoret\nopettajat",
			graph.FieldDescription: "Hanke tuo valoa: kaamos väistyy. Lisätietoja ***. Toinen kappale, <b>ilman</b> merkintöjä.",
		},
		{graph.FieldPart: "partner", graph.FieldActor: "Lapin ammattikorkeakoulu Oy", graph.FieldActorKind: "Ammattikorkeakoulu", graph.FieldBusinessID: "2528792-5"},
		{graph.FieldPart: "partner", graph.FieldActor: "Esimerkkilän kunta", graph.FieldActorKind: "Kunta"},
		{graph.FieldPart: "recipient", graph.FieldActor: "Kaamoksen kehitys ry", graph.FieldActorKind: "Rekisteröity yhdistys", graph.FieldBusinessID: "1234567-1"},
	}
	for i, cells := range own {
		for f, value := range project {
			cells[f] = value
		}
		if diff := cmp.Diff(cells, r.Records[i].Cells); diff != "" {
			t.Errorf("row %d: %s", i+1, diff)
		}
	}
	want := []string{"Jakeluosoite", "Puhelinnumero", "Hankkeen yhteyshenkilön nimi", "Yhteyshenkilön asema hakijaorganisaatiossa", "Yhteyshenkilön sähköpostiosoite", "Yhteyshenkilön puhelinnumero"}
	if diff := cmp.Diff(want, r.Report.Dropped.Columns); diff != "" {
		t.Error(diff)
	}
	secret(t, r, "Maija", "maija@", "123 4567", "Esimerkkikatu", "Skripti Oy")
	n, err := identity.Apply(r.Records, nil, r.Source)
	if err != nil {
		t.Fatal(err)
	}
	if len(n.Projects) != 1 || n.Projects[0].ID != "eura:A79101" || n.Projects[0].Partners != graph.PartnersListed || len(n.Ties) != 4 {
		t.Errorf("%+v, %d ties", n.Projects, len(n.Ties))
	}
}

func secret(t *testing.T, r *Reading, secrets ...string) {
	t.Helper()
	json, err := r.Report.JSON("fi")
	if err != nil {
		t.Fatal(err)
	}
	all := fmt.Sprint(r, string(json))
	for _, s := range secrets {
		if strings.Contains(all, s) {
			t.Errorf("%q got through", s)
		}
	}
}

// Two pages copied into one text: one applicant alone, and one with others
// whose number the page does not tell in so many words.
func TestEURA2014PagesAsText(t *testing.T) {
	r := readAll(t, "sivut.txt", pageFile(t, "S29102.txt"))[0]
	if want := (Rows{Read: 4, Stored: 4}); r.Report.Rows != want || r.Report.Encoding != "text" {
		t.Fatalf("%+v %s %v", r.Report.Rows, r.Report.Encoding, r.Report.Issues)
	}
	var got []string
	for _, x := range r.Records {
		c := x.Cells
		got = append(got, strings.Join([]string{
			string(x.Project), c[graph.FieldPart], c[graph.FieldActor], c[graph.FieldBusinessID], c[graph.FieldTown], c[graph.FieldFund], c[graph.FieldActorKind], c[graph.FieldJoint],
			c[graph.FieldFrom], c[graph.FieldTo], c[graph.FieldAuthority], c[graph.FieldKeywords],
		}, "|"))
	}
	want := []string{
		"eura:S29102|lead|Esimerkkilän kaupunki|0245895-5|LAHTI|ESR|Kunta|no|2016-01-01|2018-12-31|Hämeen elinkeino-, liikenne- ja ympäristökeskus|työ\nosallisuus",
		"eura:S29103|lead|Esimerkkilän ammattiopisto|||ESR||yes|2016-08-01|2018-07-31|Opetushallitus|taito",
		"eura:S29103|partner|Savon koulutuskuntayhtymä|1852679-9||ESR||yes|2016-08-01|2018-07-31|Opetushallitus|taito",
		"eura:S29103|partner|Toisen kunnan opisto|||ESR||yes|2016-08-01|2018-07-31|Opetushallitus|taito",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	codes := map[string]int{}
	for _, i := range r.Report.Issues {
		codes[i.Code]++
	}
	if diff := cmp.Diff(map[string]int{"target-groups-prose": 1, "business-id-invalid": 1}, codes); diff != "" {
		t.Error(diff)
	}
	secret(t, r, "Matti", "matti@", "PL 1")
	n, err := identity.Apply(r.Records, nil, r.Source)
	if err != nil {
		t.Fatal(err)
	}
	if n.Projects[0].Partners != graph.PartnersAlone || n.Projects[1].Partners != graph.PartnersListed {
		t.Errorf("%v, %v", n.Projects[0].Partners, n.Projects[1].Partners)
	}
}

// A browser may save a page and all that belongs to it in one file.
func TestEURA2014PageInOneFile(t *testing.T) {
	var body bytes.Buffer
	w := quotedprintable.NewWriter(&body)
	w.Write(pageFile(t, "A79101.html"))
	w.Close()
	raw := "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"raja\"\r\n\r\n--raja\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + body.String() +
		"\r\n--raja\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--raja--\r\n"
	one, plain := readAll(t, "sivu.mhtml", []byte(raw))[0], readAll(t, "sivu.html", pageFile(t, "A79101.html"))[0]
	if diff := cmp.Diff(contentsOf(plain), contentsOf(one), cmp.AllowUnexported(recordKey{})); diff != "" {
		t.Error(diff)
	}
}

// Pages that are given at once, as files or in an archive, are one source.
func TestEURA2014PagesTogether(t *testing.T) {
	a, b := pageFile(t, "A79101.html"), pageFile(t, "S29102.txt")
	files, err := ReadAll([]File{{"A79101.html", bytes.NewReader(a)}, {"S29102.txt", bytes.NewReader(b)}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	packed := readAll(t, "sivut.zip", zipOf("A79101.html", string(a), "A79101_files/eu.png", "\x89PNG\r\n\x1a\n", "A79101_files/tyyli.css", "td { color: black }\n", "S29102.txt", string(b)))
	if len(files) != 1 || len(packed) != 1 || packed[0].Report.Rows != (Rows{Read: 8, Stored: 8}) || len(packed[0].Report.Dropped.Files) != 2 {
		t.Fatalf("%d and %d readings, %+v", len(files), len(packed), packed[0].Report)
	}
	if columns := packed[0].Report.Dropped.Columns; len(columns) != 6 || columns[0] != "Jakeluosoite" || packed[0].Report.Reason.Text("en") != "the labels of a project page were found" {
		t.Errorf("%q, %s", columns, packed[0].Report.Reason.Text("en"))
	}
	if diff := cmp.Diff(contentsOf(files[0]), contentsOf(packed[0]), cmp.AllowUnexported(recordKey{})); diff != "" {
		t.Error(diff)
	}
}

// What looks like a page and is none, or only a part of one.
func TestEURA2014PagesOtherwise(t *testing.T) {
	const head = "1 Hanke\nHankekoodi: A79104\nHankkeen nimi: Valo\n2 Hakijan perustiedot\n"
	for name, c := range map[string]struct {
		text   string
		format string
		rows   Rows
		want   string
	}{
		"a sheet whose header is a label": {"Hakijan virallinen nimi;Hanke\nKemin kaupunki;Valo\n", "generic-sheet", Rows{Read: 1, Stored: 1}, "lead Kemin kaupunki"},
		"one that is tabbed":              {"Hakijan virallinen nimi\tHanke\nKemin kaupunki\tValo\n", "generic-sheet", Rows{Read: 1, Stored: 1}, "lead Kemin kaupunki"},
		"several in blocks of their own":  {head + "Hakijan virallinen nimi: Kemin kaupunki\nOsatoteuttajan virallinen nimi: Sallan kunta\nY-tunnus: 0191883-3\n", "eura-2014-pages", Rows{Read: 2, Stored: 2}, "lead Kemin kaupunki, partner Sallan kunta"},
		"lines lost":                      {"1 Hanke Hankekoodi: A79104 Hankkeen nimi: Valo ja varjo Toimintalinja: 2. Uusimman tiedon tuottaminen Suunnitelman mukainen toteutusaika: Alkaa 1.3.2015 ja päättyy 28.2.2017 2 Hakijan perustiedot Hakijan virallinen nimi: Kemin kaupunki Organisaatiotyyppi: Kunta Y-tunnus: 0210427-6 Jakeluosoite: Katu 1 Hankkeen yhteyshenkilön nimi: Maija Malli Hakijoiden lukumäärä tai tuen siirto -menettely Vain yksi hakija 4 Tiivistelmä 4.1 Hankkeen julkinen tiivistelmä (tavoitteet) Hanke tuo valoa.\n", "eura-2014-pages", Rows{Read: 1, Stored: 1}, "lead Kemin kaupunki"},
		"lines lost, no colons":           {"Hankekoodi A79104 Hankkeen nimi Valo\n2 Hakijan perustiedot Hakijan virallinen nimi Kemin kaupunki Organisaatiotyyppi Kunta Y-tunnus 0210427-6\nHankkeen nimi on hyvä ja Y-tunnus oikea.\n", "eura-2014-pages", Rows{Read: 1, Stored: 1}, "lead Kemin kaupunki"},
		"a table of all without a title":  {"<html><p>Hankekoodi: A79104<p>Hankkeen nimi: Valo<table><tr><td>Organisaation nimi<td>Y-tunnus<tr><td>Kemin kaupunki<td>0210427-6<tr><td>Sallan kunta<td></table>", "eura-2014-pages", Rows{Read: 2, Stored: 2}, "lead Kemin kaupunki, partner Sallan kunta"},
		"bullets below another title":     {"<html><p>Hankekoodi: A79104<p>Hankkeen nimi: Valo<div>Hakijan virallinen nimi</div><div>Kemin kaupunki</div><h3>Hankkeen osatoteuttajat</h3><ul><li>Sallan kunta, Y-tunnus: 0191883-3<li>Oulun yliopisto</ul><h3>Muuta</h3><p>Loppu", "eura-2014-pages", Rows{Read: 3, Stored: 3}, "lead Kemin kaupunki, partner Sallan kunta, partner Oulun yliopisto"},
		"nobody named":                    {head + "Hakijan virallinen nimi: -\n", "eura-2014-pages", Rows{Read: 1, Stored: 1}, " "},
		"no code":                         {"2 Hakijan perustiedot\nHakijan virallinen nimi: Kemin kaupunki\n", "eura-2014-pages", Rows{Read: 1, Rejected: 1}, ""},
		"windows line ends and no colons": {strings.ReplaceAll("Hankekoodi\tA79104\nHankkeen nimi\tValo\n2. Hakijan perustiedot\nHakijan virallinen nimi\tKemin kaupunki\tY-tunnus\t0210427-6\n", "\n", "\r\n"), "eura-2014-pages", Rows{Read: 1, Stored: 1}, "lead Kemin kaupunki"},
		"aid that goes on":                {head + "Hakijan virallinen nimi: Kemin kaupunki\nTuen siirto\nSallan kunta\t0191883-3\n\n5 Kohderyhmät\n", "eura-2014-pages", Rows{Read: 2, Stored: 2}, "lead Kemin kaupunki, recipient Sallan kunta"},
	} {
		r := readAll(t, "sivu.txt", []byte(c.text))[0]
		var got []string
		for _, x := range r.Records {
			got = append(got, x.Cells[graph.FieldPart]+" "+x.Cells[graph.FieldActor])
		}
		if strings.HasPrefix(name, "lines lost") {
			if c := r.Records[0].Cells; c[graph.FieldBusinessID] != "0210427-6" || c[graph.FieldActorKind] != "Kunta" || !strings.HasPrefix(c[graph.FieldProject], "Valo") {
				t.Errorf("%s: %v", name, c)
			}
			secret(t, r, "Maija", "Katu 1")
		}
		if r.Report.Format != c.format || r.Report.Rows != c.rows || strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %s %+v %q", name, r.Report.Format, r.Report.Rows, got)
		}
	}
}

// A file may be long in every way that a page can, and still takes seconds.
func TestLongPages(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: large files, of one goroutine each, are read in the run without it")
	}
	const head, many = "Hankekoodi: A79104\nHankkeen nimi: Valo\nHakijan virallinen nimi: Kemin kaupunki\n", 30_000
	for name, c := range map[string]struct {
		text string
		rows Rows
		code string
	}{
		"a text without end":   {head + "4 Tiivistelmä\nTiivistelmä\n" + strings.Repeat("Valoa kaamokseen ja varjoa kesään.\n", many), Rows{Read: 1, Rejected: 1}, "cell-too-long"},
		"labels without end":   {head + strings.Repeat("Yhteyshenkilön nimi X: Maija\n", many), Rows{Read: 1, Stored: 1}, ""},
		"partners":             {head + "Osatoteuttajat\n" + strings.Repeat("Sallan kunta\n", many), Rows{Read: many + 1, Stored: 2, Unchanged: many - 1}, "row-twice"},
		"projects":             {strings.Repeat(head+strings.Replace(head, "A79104", "A79105", 1), many/10), Rows{Read: many / 5, Stored: 2, Unchanged: many/5 - 2}, "row-twice"},
		"labels in one line":   {head + strings.Repeat("Y-tunnus ", many/3) + "\n", Rows{Read: 1, Stored: 1}, ""},
		"sections in a line":   {head + strings.Repeat("2 Hakijan perustiedot ", many/5) + "\n", Rows{Read: 1, Stored: 1}, ""},
		"tables in each other": {"<html>" + strings.ReplaceAll(head, "\n", "<p>") + strings.Repeat("<table><tr><td>", many/3), Rows{Read: 1, Stored: 1}, ""},
	} {
		start := time.Now()
		r := readAll(t, "sivu.txt", []byte(c.text))[0]
		if r.Report.Rows != c.rows || c.code != "" && r.Report.Issues[0].Code != c.code {
			t.Errorf("%s: %+v", name, r.Report.Rows)
		}
		if took := time.Since(start); took > corpusTime {
			t.Errorf("%s took %s", name, took)
		}
	}
}

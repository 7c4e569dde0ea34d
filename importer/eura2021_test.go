package importer

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/importer/workbook/workbooktest"
)

// The headers of the EURA 2021 export, one with a space behind it.
var eura2021Headers = []string{
	"Hankekoodi ", "Ryhmähanketunnus", "Rahasto", "EAKR-/JTF-alatyyppi", "Tl", "Et", "Hankkeen nimi", "Toteuttajan nimi", "Toteuttajan Y-tunnus",
	"Rahoittava viranomainen", "Toiminnan tila", "Aloituspvm", "Päättymispvm", "Suunniteltu EU- ja valtion rahoitus", "Suunniteltu julkinen rahoitus",
	"Suunniteltu rahoitus yhteensä", "Toteutunut EU- ja valtion rahoitus", "Toteutunut julkinen rahoitus", "Toteutunut rahoitus yhteensä",
	"Toteutunut EU-rahoituksen määrä", "Tukitoimen ala", "Sijainti", "Toteutuspaikan postinumero", "Toteutuspaikan postitoimipaikka",
	"Tuensaajan postinumero", "Tuensaajan postitoimipaikka", "Tukimuoto", "Alueellinen täytäntöönpanomekanismi ja alueellinen painopiste",
	"Taloudellinen toiminta", "Toissijainen teema, vain ESR+", "Sukupuolten tasa-arvo", "Itämeren alueen strategia",
	"Suunnitelman mukainen tiivistelmä hankkeen toteutuksesta", "Hankekuvauksen osoite", "Hankkeen kotisivun osoite",
}

// eura2021Book writes an export: days as numbers with a look, and with looks
// that the table of styles does not hold.
func eura2021Book(rows ...map[string]string) []byte {
	var b strings.Builder
	b.WriteString(workbooktest.Row(1, eura2021Headers...))
	for i, row := range rows {
		fmt.Fprintf(&b, `<row r="%d">`, i+2)
		for j, h := range eura2021Headers {
			at := workbooktest.Reference(j, i+2)
			switch value := row[strings.TrimSpace(h)]; {
			case value == "":
				fmt.Fprintf(&b, `<c r="%s" s="77"/>`, at)
			case strings.HasSuffix(h, "pvm"):
				fmt.Fprintf(&b, `<c r="%s" s="1"><v>%s</v></c>`, at, value)
			case strings.Contains(h, "rahoitus"):
				fmt.Fprintf(&b, `<c r="%s" s="99"><v>%s</v></c>`, at, value)
			default:
				fmt.Fprintf(&b, `<c r="%s" t="inlineStr" s="77"><is><t>%s</t></is></c>`, at, workbooktest.Escaped(value))
			}
		}
		b.WriteString("</row>")
	}
	return workbooktest.Book{Formats: []string{"d.m.yyyy"}, Sheets: []workbooktest.Sheet{{Name: "Hankkeet", Rows: b.String()}}}.Bytes()
}

func TestEURA2021Export(t *testing.T) {
	joint := func(code, actor, id, granted string) map[string]string {
		return map[string]string{
			"Hankekoodi": code, "Ryhmähanketunnus": "R-00123", "Rahasto": "EAKR", "Tl": "1", "Et": "1.1", "Hankkeen nimi": "Valoa; kaamokseen",
			"Toteuttajan nimi": actor, "Toteuttajan Y-tunnus": id, "Rahoittava viranomainen": "Pohjois-Pohjanmaan elinkeino- liikenne- ja ympäristökeskus",
			"Toiminnan tila": "Toiminta päättynyt", "Aloituspvm": "44562", "Päättymispvm": "45291", "Suunniteltu EU- ja valtion rahoitus": granted,
			"Toteutunut EU- ja valtion rahoitus": "1.5", "Tukitoimen ala": "012", "Taloudellinen toiminta": "Koulutus", "Sijainti": "Lappi", "Toteutuspaikan postitoimipaikka": "KEMI",
			"Tuensaajan postinumero": "96300", "Tuensaajan postitoimipaikka": "ROVANIEMI", "Hankekuvauksen osoite": "https://eura.example/A80001",
			"Suunnitelman mukainen tiivistelmä hankkeen toteutuksesta": "Lisätietoja maija@esimerkki.example.",
		}
	}
	raw := eura2021Book(
		joint("A80001", "Lapin yliopisto", "0292800-5", "70000"), joint("A80002", "Lapin ammattikorkeakoulu Oy", "2528792-5", "30000"),
		map[string]string{"Hankekoodi": "J10001", "Hankkeen nimi": "Turve", "Toteuttajan nimi": "Kemin kaupunki", "Toissijainen teema, vain ESR+": "Ei mitään", "Toteutuspaikan postitoimipaikka": "KEMI"},
		map[string]string{"Rahasto": "Aineisto haettu 1.2.2026"}, map[string]string{"Hankekoodi": "", "Hankkeen nimi": "* tiedot voivat muuttua"},
	)
	r, err := Read("hankkeet.xlsx", bytes.NewReader(raw), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if want := (Rows{Read: 5, Stored: 3, Blank: 2}); r.Report.Rows != want || r.Source.ID != "eura-2021-list" || len(r.Report.Issues) != 2 {
		t.Errorf("%+v, %+v, %+v", r.Report.Rows, r.Source, r.Report.Issues)
	}
	want := graph.Cells{
		graph.FieldCode: "A80001", graph.FieldGroupCode: "R-00123", graph.FieldProject: "Valoa; kaamokseen", graph.FieldFund: "EAKR", graph.FieldPriority: "1", graph.FieldObjective: "1.1",
		graph.FieldAuthority: "Pohjois-Pohjanmaan elinkeino-, liikenne- ja ympäristökeskus", graph.FieldStatus: "Toiminta päättynyt", graph.FieldFrom: "2022-01-01", graph.FieldTo: "2023-12-31",
		graph.FieldActor: "Lapin yliopisto", graph.FieldBusinessID: "0292800-5", graph.FieldGranted: "7000000", graph.FieldPaid: "150", graph.FieldThemes: "012",
		graph.FieldPlaces: "Lappi", graph.FieldPostalCode: "96300", graph.FieldTown: "ROVANIEMI", graph.FieldJoint: "yes",
		graph.FieldDescription: "Lisätietoja ***.", graph.FieldLink: "https://eura.example/A80001",
	}
	if diff := cmp.Diff(want, r.Records[0].Cells); diff != "" {
		t.Error(diff)
	}
	if got := r.Records[2].Cells; got[graph.FieldPlaces] != "KEMI" || got[graph.FieldThemes] != "Ei mitään" || got[graph.FieldPart] != "lead" {
		t.Errorf("%v", got)
	}
	n, err := identity.Apply(r.Records, nil, r.Source)
	if err != nil {
		t.Fatal(err)
	}
	i, ok := n.FindProject("eura:R-00123")
	if !ok || len(n.Projects) != 2 || len(n.ProjectTies(i)) != 2 || n.Projects[i].Code != "R-00123" || n.Projects[i].Partners != graph.PartnersListed {
		t.Errorf("the joint project: %+v", n.Projects)
	}
	if ties := n.ProjectTies(i); ties[0].Granted.Cents+ties[1].Granted.Cents != 100_000_00 {
		t.Errorf("granted %v and %v", ties[0].Granted, ties[1].Granted)
	}
}

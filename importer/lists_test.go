package importer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
)

// cellsOf reads a file of one source and returns what its records say.
func cellsOf(t *testing.T, text string) (*Reading, []graph.Cells) {
	t.Helper()
	r := mustRead(t, []byte(text))
	var all []graph.Cells
	for _, record := range r.Records {
		all = append(all, record.Cells)
	}
	return r, all
}

const kohesio = `Operation_Unique_Identifier,Operation_Local_Identifier,Operation_Name_English,Operation_Name_Programme_Language,Country,Postal_Code,Operation_Start_Date,Operation_End_Date,Cofinancing_Rate,Total_Eligible_Expenditure_amount,Total_Eligible_Expenditure_Currency,Project_EU_Budget,Beneficiary_Name,Beneficiary_Unique_Identifier,Location_Indicator_latitude_longitude,Category_Label,Fund_Code,Programme_Name,NUTS3_Label,Operation_Summary_English,Operation_Summary_Programme_Language,Date_Of_Last_Update
Q1,A79201,Light,Valoa kaamokseen,FI,96300,01/03/2015,28/02/2017,50,"1000,5",EUR,500.25,Lapin yliopisto,,"66.5,25.7",Research,ERDF,Kestävää kasvua ja työtä,Lappi,Light for all,Valoa kaikille,30/06/2020
Q2,,Bridge,,SE,,2016-01-05,31/12/2018,50,100,SEK,40,Kalmar kommun,,,Transport,ERDF,Småland,Kalmar län,,,30/06/2020
Q3,A79203,,Yrityksen tuki,FI,,01/01/2016,,50,10,EUR,NA,Natural person,,,,ESF,,,,Not available,30/06/2020
`

func TestKohesio(t *testing.T) {
	r, got := cellsOf(t, kohesio)
	if want := (Rows{Read: 3, Stored: 3}); r.Report.Rows != want || r.Report.Format != "list-of-operations" || r.Source.AsOf != 2020_06_30 {
		t.Errorf("%+v %s, as of %s", r.Report.Rows, r.Report.Format, r.Source.AsOf)
	}
	want := []graph.Cells{
		{
			graph.FieldCode: "A79201", graph.FieldProject: "Valoa kaamokseen", graph.FieldDescription: "Valoa kaikille", graph.FieldFrom: "2015-03-01", graph.FieldTo: "2017-02-28",
			graph.FieldFund: "ERDF", graph.FieldThemes: "Research", graph.FieldPlaces: "Lappi", graph.FieldGranted: "50025", graph.FieldActor: "Lapin yliopisto", graph.FieldCountry: "FI",
		},
		{
			graph.FieldCode: "Q2", graph.FieldProject: "Bridge", graph.FieldFrom: "2016-01-05", graph.FieldTo: "2018-12-31", graph.FieldFund: "ERDF", graph.FieldThemes: "Transport",
			graph.FieldPlaces: "Kalmar län", graph.FieldActor: "Kalmar kommun", graph.FieldCountry: "SE",
		},
		{graph.FieldCode: "A79203", graph.FieldProject: "Yrityksen tuki", graph.FieldFrom: "2016-01-01", graph.FieldFund: "ESF", graph.FieldCountry: "FI"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]graph.ProjectID{"eura:A79201", "list-of-operations:Q2", "eura:A79203"}, []graph.ProjectID{r.Records[0].Project, r.Records[1].Project, r.Records[2].Project}); diff != "" {
		t.Error(diff)
	}
	codes := map[string]int{}
	for _, i := range r.Report.Issues {
		codes[i.Code]++
	}
	if diff := cmp.Diff(map[string]int{"currency-other": 1, "actor-missing": 1}, codes); diff != "" {
		t.Error(diff)
	}
}

// A list under the headings of the regulations, with a row for each beneficiary.
func TestListOfOperationsWithSeveralBeneficiaries(t *testing.T) {
	r, got := cellsOf(t, "Operation name;Operation summary;Operation start date;Operation end date;Total eligible expenditure allocated to the operation;Beneficiary name;Has the lead of the operation (Y/N);Operation postcode;Town;NUTS3;Country\n"+
		"Valoa;Tekstiä;01/03/2015;28/02/2017;100;Lapin yliopisto;Y;96300;Rovaniemi;FI1D7;Finland\nValoa;Tekstiä;01/03/2015;28/02/2017;100;Luleå kommun;N;97186;Luleå;SE332;Sweden\n")
	if r.Report.Format != "list-of-operations" || len(got) != 2 || got[0][graph.FieldPart] != "lead" || got[1][graph.FieldPart] != "partner" || got[1][graph.FieldCountry] != "SE" || got[0][graph.FieldPlaces] != "Rovaniemi" {
		t.Errorf("%s %+v %v", r.Report.Format, r.Report.Rows, got)
	}
	n, err := identity.Apply(r.Records, nil, r.Source)
	if err != nil {
		t.Fatal(err)
	}
	if len(n.Projects) != 1 || n.Projects[0].Partners != graph.PartnersListed {
		t.Errorf("%+v", n.Projects)
	}
}

const interregBarometer = "id,program,projekttyp,startdatum,slutdatum,projektnamn,organisationsnamn,organisationsagande,organisationstyp,organisationsroll,nuts3,nuts2,partnerbudget,politisktmal,specifiktmal,projektår,land,aktiv,strand_kod\n" +
	"1,AURORA,Ordinarie,2023-01-01,2025-12-31,Ljus i norr,Luleå tekniska universitet,Offentlig,Universitet,LP,SE332,SE33,\"100 000,50\",PO1,1.1,2023,Sverige,1,X\n" +
	"2,AURORA,Ordinarie,2023-01-01,2025-12-31,Ljus i norr,Lapin yliopisto,Offentlig,Universitet,PP,FI1D7,FI1D,50000,PO1,1.1,2023,Finland,1,X\n" +
	"3,AURORA,Ordinarie,2023-01-01,2025-12-31,Ljus i norr,Sámi searvi,Privat,Förening,AP,NO074,NO07,,PO1,1.1,2023,Norge,1,X\n"

func TestInterregBarometer(t *testing.T) {
	r, got := cellsOf(t, interregBarometer)
	if want := (Rows{Read: 3, Stored: 3}); r.Report.Rows != want || r.Report.Format != "interreg-partners" || len(r.Report.Issues) != 0 {
		t.Errorf("%+v %s %v", r.Report.Rows, r.Report.Format, r.Report.Issues)
	}
	project := graph.Cells{graph.FieldProject: "Ljus i norr", graph.FieldFund: "AURORA", graph.FieldFrom: "2023-01-01", graph.FieldTo: "2025-12-31", graph.FieldPriority: "PO1", graph.FieldObjective: "1.1"}
	want := []graph.Cells{
		{graph.FieldPart: "lead", graph.FieldActor: "Luleå tekniska universitet", graph.FieldActorKind: "Universitet", graph.FieldCountry: "SE", graph.FieldGranted: "10000050"},
		{graph.FieldPart: "partner", graph.FieldActor: "Lapin yliopisto", graph.FieldActorKind: "Universitet", graph.FieldCountry: "FI", graph.FieldGranted: "5000000"},
		{graph.FieldPart: "associated", graph.FieldActor: "Sámi searvi", graph.FieldActorKind: "Förening", graph.FieldCountry: "NO"},
	}
	for i := range want {
		for f, value := range project {
			want[i][f] = value
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestKeepPartners(t *testing.T) {
	for name, c := range map[string]struct{ header, row, part, project string }{
		"a role":    {"Programme;Project acronym;Project name;Partner name;Role;Country;Contact person;E-mail", "Central Baltic;LJUS;Light in the north;Turun kaupunki;Lead Partner;Finland;Maija Malli;maija@esimerkki.example", "lead", "Light in the north"},
		"yes or no": {"Programme;Project acronym;Partner name;Lead partner?;Country", "Central Baltic;LJUS;Turun kaupunki;No;Finland", "partner", "LJUS"},
	} {
		r, got := cellsOf(t, c.header+"\n"+c.row+"\n")
		if r.Report.Format != "interreg-partners" || len(got) != 1 || got[0][graph.FieldPart] != c.part || got[0][graph.FieldProject] != c.project || got[0][graph.FieldCountry] != "FI" {
			t.Errorf("%s: %s %v", name, r.Report.Format, got)
		}
		secret(t, r, "Maija", "maija@")
	}
}

const danish = "projekttitel,start_dato,slut_dato,ordning,Indsatsområde,budget,eu,tas_projekt_besk,region,cvr,navn,vejnavn,postnr,bynavn,parter\n" +
	"Lys,01.01.2008,28.02.2009,ESFD,Udvikling,\"204473,79\",\"102236,9\",\"En beskri\u00advelse\nover to linjer\",Syddanmark,26507138,Lysklyngen,Vej 1,6000,Kolding,Esbjerg Handelsskole. P. Fournaise A/S. Liftra ApS. Liftra ApS. Kommunen afd. Nord. ABC. ApS. \n" +
	"Mørke,01.01.2008,28.02.2009,ERDFN,Udvikling,1,1,,Konkurrenceudsat pulje,123,Mørkeklyngen,Vej 2,9000,Aalborg,\n"

func TestDanishList(t *testing.T) {
	r, got := cellsOf(t, danish)
	if want := (Rows{Read: 2, Stored: 2}); r.Report.Rows != want || r.Report.Format != "dk-structural-funds" {
		t.Errorf("%+v %s", r.Report.Rows, r.Report.Format)
	}
	want := []graph.Cells{
		{
			graph.FieldProject: "Lys", graph.FieldFrom: "2008-01-01", graph.FieldTo: "2009-02-28", graph.FieldFund: "ESF", graph.FieldPriority: "Udvikling", graph.FieldDescription: "En beskrivelse over to linjer",
			graph.FieldPlaces: "Syddanmark", graph.FieldVAT: "DK26507138", graph.FieldActor: "Lysklyngen", graph.FieldPart: "lead", graph.FieldPostalCode: "6000", graph.FieldTown: "Kolding", graph.FieldCountry: "DK",
			graph.FieldPartners: "Esbjerg Handelsskole\nP. Fournaise A/S\nLiftra ApS\nKommunen afd. Nord\nABC ApS",
		},
		{
			graph.FieldProject: "Mørke", graph.FieldFrom: "2008-01-01", graph.FieldTo: "2009-02-28", graph.FieldFund: "ERDF", graph.FieldPriority: "Udvikling",
			graph.FieldActor: "Mørkeklyngen", graph.FieldPart: "lead", graph.FieldPostalCode: "9000", graph.FieldTown: "Aalborg", graph.FieldCountry: "DK",
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// The partners of the real list: 1,186 stand in its cells, each closed by a full
// stop; joined by what goes on and without those that stand twice, so many are left.
func TestRealDanishList(t *testing.T) {
	const name = "dk-structural-funds/dk-2007-2013.csv"
	r, err := Read(name, shared(t, name), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if want := (Rows{Read: 353, Stored: 353}); r.Report.Rows != want {
		t.Errorf("%+v", r.Report.Rows)
	}
	with, mentions, spellings := 0, 0, map[string]bool{}
	for _, record := range r.Records {
		if cell := record.Cells[graph.FieldPartners]; cell != "" {
			with++
			for partner := range strings.SplitSeq(cell, "\n") {
				mentions++
				spellings[partner] = true
			}
		}
	}
	n, err := identity.Apply(r.Records, nil, r.Source)
	if err != nil {
		t.Fatal(err)
	}
	if got := [...]int{with, mentions, len(spellings), len(n.Projects), len(n.Actors), len(n.Ties)}; got != [...]int{260, 1_141, 606, 339, 764, 1_431} {
		t.Errorf("%v", got)
	}
}

// The same sheet in five languages is the same records.
func TestHeadersOfTheNorth(t *testing.T) {
	const rows = "\nV1;Valo;Lapin yliopisto;Kemin kaupunki; Sallan kunta;1.3.2015;28.2.2017;1 000,50;valo, kaamos;Lappi\n"
	want := ""
	for lang, header := range map[string]string{
		"fi": "Hankekoodi;Hankkeen nimi;Päätoteuttaja;Osatoteuttajat;Kumppani 2;Alkaa;Päättyy;Myönnetty rahoitus;Asiasanat;Toteutusalue",
		"sv": "Projektkod;Projektnamn;Huvudgenomförare;Delgenomförare;Partner 2;Startdatum;Slutdatum;Beviljat stöd;Nyckelord;Område",
		"en": "Project code;Project title;Lead partner;Project partners;Partner 2;Start date;End date;Granted funding;Keywords;Region",
		"da": "Projektkode;Projektnavn;Ansøger;Samarbejdspartnere;Partner 2;Startdato;Slutdato;Bevilget beløb;Nøgleord;Område",
		"no": "Prosjektnummer;Prosjektnavn;Prosjekteier;Samarbeidspartnere;Partner 2;Startdato;Sluttdato;Tilskudd;Nøkkelord;Fylke",
	} {
		r := mustRead(t, []byte(header+rows))
		got := ""
		for _, key := range contentsOf(r) {
			got += key.key + string(key.hash)
		}
		if want == "" {
			want = got
		}
		if got != want || len(r.Report.Dropped.Columns) > 0 || r.Records[0].Cells[graph.FieldPartners] != "Kemin kaupunki\nSallan kunta" {
			t.Errorf("%s: %v, %v not read", lang, r.Records, r.Report.Dropped.Columns)
		}
	}
}

// One column may hold every way to write an amount and a day.
func TestMixedWritingInOneFile(t *testing.T) {
	r, got := cellsOf(t, "hanke;toimija;alkaa;euroa\nA;X;16.5.2014;1 234,50\nB;X;2014-05-16;1,234.50\nC;X;16/05/2014;1234.5\nD;X;41775;1\u00a0234,50 €\nE;X;16-05-2014;1.234,50\nF;X;NA;-\nG;X;Not available;NOTAPPLICABLE\n")
	for i, c := range got {
		from, granted := "2014-05-16", "123450"
		if i > 4 {
			from, granted = "", ""
		}
		if c[graph.FieldFrom] != from || c[graph.FieldGranted] != granted {
			t.Errorf("row %d: %v", i+2, c)
		}
	}
	if len(got) != 7 || len(r.Report.Issues) != 0 {
		t.Errorf("%d records, %v", len(got), r.Report.Issues)
	}
}

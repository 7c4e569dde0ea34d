package importer

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/importer/workbook/workbooktest"
)

const (
	cordisOrganization = "\uFEFF" + `"projectID";"projectAcronym";"organisationID";"vatNumber";"name";"shortName";"SME";"activityType";"street";"postCode";"city";"country";"nutsCode";"geolocation";"organizationURL";"contactForm";"contentUpdateDate";"rcn";"order";"role";"ecContribution";"netEcContribution";"totalCost";"endOfParticipation";"active"
"101000001";"VALO";"999992401";"FI02458955";"OULUN YLIOPISTO";"UOULU";"false";"HES";"Katu 1";"14";"OULU";"FI";"";"65.0,25.4";"http://www.oulu.fi";"https://ec.example/contact-form/999992401";"2023-04-05 13:15:00";"1";"1";"coordinator";"771225.0";"500000.5";"771225,1";"false";""
"101000001";"VALO";"999984059";"DE129515865";"FRAUNHOFER";"FHG";"";"REC";"Strasse 2";"80686";"Lund";"DE";"";"";"";"";"2023-04-05 13:15:00";"2";"2";"participant";"100,5";"";"1.000,00";"true";""
"101000001";"VALO";"888888888";"NOTAPPLICABLE";"VALO LAB OY";"";"true";"PRC";"";"02150";"Espoo";"FI";"";"";"";"";"2023-04-06 13:15:00";"3";"3";"thirdParty";"";"0.0";"0";"false";""
"101000002";"KAAMOS";"999999001";"CHE115250351MWST";"ETH ZUERICH";"";"false";"HES";"";"8092";"Zürich";"CH";"";"";"";"";"2023-04-07 13:15:00";"4";"1";"partner";"";"";"";"false";""
`
	cordisProject = `id,acronym,status,title,startDate,endDate,totalCost,ecMaxContribution,legalBasis,topics,ecSignatureDate,frameworkProgramme,masterCall,subCall,fundingScheme,objective,contentUpdateDate,rcn,grantDoi
101000001,VALO,SIGNED,Light in the dark,2024-02-01,2029-01-31,1499998,1499998,HORIZON.1.1,ERC,2023-12-15,HORIZON,X,X,HORIZON-ERC,"Ask maija@esimerkki.example, or read, this.",2023-12-26 14:40:12,1,10.3030/1
101000003,RIITE,CLOSED,RIITE,2020-02-01,2022-01-31,1,1,H2020,X,2019-12-15,H2020,X,X,X,,2023-12-27 14:40:12,2,
`
	cordisTopics    = "projectID,topic,title\n101000001,ERC-1,ERC STARTING GRANTS\n"
	cordisLegal     = "projectID,legalBasis,title,uniqueProgrammePart\n101000001,HORIZON.1,European Research Council (ERC),True\n101000001,HORIZON.4,Careers and universities,\n"
	cordisSciVoc    = "projectID,euroSciVocCode,euroSciVocPath,euroSciVocTitle\n101000001,/1/2,/natural sciences/optics,optics\n101000001,/1/3,/natural sciences/botany,botany\n"
	cordisLinks     = "projectID,physUrl,id,availableLanguages,type,source,represents\n101000001,https://ec.europa.eu/documents?id=1,a1,en,projectDeliverable,corda,project\n101000001,https://ec.europa.eu/documents?id=2,a2,en,projectDeliverable,corda,\n"
	cordisOldHeader = "projectRcn;projectID;projectAcronym;role;id;name;shortName;activityType;endOfParticipation;ecContribution;country;street;city;postCode;organizationUrl;vatNumber;contactForm;contactType;contactTitle;contactFirstNames;contactLastNames;contactFunction;contactTelephoneNumber;contactFaxNumber\n" +
		"1;654321;VANHA;coordinator;999992401;OULUN YLIOPISTO;UOULU;HES;false;1000,5;FI;Katu 1;OULU;90014;;FI02458955;;;Dr;Maija;Mehiläinen;;+358 40 123 4567;\n"
)

func cordisFiles(texts ...string) []File {
	var files []File
	for i, text := range texts {
		files = append(files, File{Name: string(rune('a'+i)) + ".csv", Reader: strings.NewReader(text)})
	}
	return files
}

func TestCordisOrganizations(t *testing.T) {
	r := mustRead(t, []byte(cordisOrganization))
	if want := (Rows{Read: 4, Stored: 4}); r.Report.Rows != want || r.Source.ID != "cordis" || r.Source.AsOf != 2023_04_05 {
		t.Errorf("%+v, %+v", r.Report.Rows, r.Source)
	}
	want := []graph.Cells{
		{
			graph.FieldCode: "101000001", graph.FieldProject: "VALO", graph.FieldPIC: "999992401", graph.FieldBusinessID: "0245895-5", graph.FieldActor: "OULUN YLIOPISTO",
			graph.FieldActorKind: "Higher or secondary education", graph.FieldPostalCode: "00014", graph.FieldTown: "OULU", graph.FieldCountry: "FI",
			graph.FieldSite: "http://www.oulu.fi", graph.FieldPart: "lead", graph.FieldGranted: "50000050",
		},
		{
			graph.FieldCode: "101000001", graph.FieldProject: "VALO", graph.FieldPIC: "999984059", graph.FieldVAT: "DE129515865", graph.FieldActor: "FRAUNHOFER",
			graph.FieldActorKind: "Research organisation", graph.FieldPostalCode: "80686", graph.FieldTown: "Lund", graph.FieldCountry: "DE", graph.FieldPart: "partner", graph.FieldGranted: "10050",
		},
		{
			graph.FieldCode: "101000001", graph.FieldProject: "VALO", graph.FieldPIC: "", graph.FieldActor: "VALO LAB OY", graph.FieldActorKind: "Private for-profit (SME)",
			graph.FieldPostalCode: "02150", graph.FieldTown: "Espoo", graph.FieldCountry: "FI", graph.FieldPart: "associated", graph.FieldGranted: "0",
		},
		{
			graph.FieldCode: "101000002", graph.FieldProject: "KAAMOS", graph.FieldPIC: "999999001", graph.FieldVAT: "CHE115250351", graph.FieldActor: "ETH ZUERICH",
			graph.FieldActorKind: "Higher or secondary education", graph.FieldPostalCode: "8092", graph.FieldTown: "Zürich", graph.FieldCountry: "CH", graph.FieldPart: "associated",
		},
	}
	delete(want[2], graph.FieldPIC) // nine equal digits are no code
	for i, record := range r.Records {
		if diff := cmp.Diff(want[i], record.Cells); diff != "" {
			t.Errorf("row %d: %s", record.Row, diff)
		}
	}
	if r.Records[0].Project != "cordis:101000001" {
		t.Error(r.Records[0].Project)
	}
	if diff := cmp.Diff([]string{"shortName", "street", "nutsCode", "geolocation", "contactForm", "rcn", "order", "totalCost", "endOfParticipation", "active"}, r.Report.Dropped.Columns); diff != "" {
		t.Error(diff)
	}
}

// Given at once or one after another, the tables give the same records.
func TestCordisTablesTogether(t *testing.T) {
	texts := []string{cordisOrganization, cordisProject, cordisTopics, cordisLegal, cordisSciVoc}
	together, err := ReadAll(cordisFiles(texts...), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(together) != 1 || together[0].Report.Rows.Read != 11 || together[0].Report.Rows.Stored != 11 || together[0].Report.File != "a.csv, b.csv, c.csv, d.csv, e.csv" {
		t.Fatalf("%d readings: %+v", len(together), together[0].Report)
	}
	apart := &Reading{}
	for _, text := range texts {
		r, err := ReadAll(cordisFiles(text), Options{Format: "cordis"})
		if err != nil {
			t.Fatal(err)
		}
		apart.Records = append(apart.Records, r[0].Records...)
	}
	if diff := cmp.Diff(contentsOf(together[0]), contentsOf(apart), cmp.AllowUnexported(recordKey{})); diff != "" {
		t.Error(diff)
	}
	var project graph.Cells
	for _, r := range together[0].Records {
		if r.Cells[graph.FieldFrom] != "" && r.Project == "cordis:101000001" {
			project = r.Cells
		}
	}
	want := graph.Cells{
		graph.FieldCode: "101000001", graph.FieldProject: "Light in the dark (VALO)", graph.FieldStatus: "SIGNED", graph.FieldFrom: "2024-02-01", graph.FieldTo: "2029-01-31",
		graph.FieldFund: "Horizon Europe", graph.FieldDescription: "Ask ***, or read, this.", graph.FieldLink: "https://cordis.europa.eu/project/id/101000001",
	}
	if diff := cmp.Diff(want, project); diff != "" {
		t.Error(diff)
	}
	for _, i := range together[0].Report.Issues {
		if i.Sheet == "" || i.Row == 0 {
			t.Errorf("an issue without its file: %+v", i)
		}
	}
}

// The first edition named contact persons in columns of their own.
func TestCordisContactsAreDropped(t *testing.T) {
	r := mustRead(t, []byte(cordisOldHeader))
	if r.Report.Format != "cordis" || r.Report.Rows.Stored != 1 || r.Records[0].Project != "cordis:654321" || r.Records[0].Cells[graph.FieldGranted] != "100050" {
		t.Errorf("%+v %v", r.Report, r.Records)
	}
	for _, value := range r.Records[0].Cells {
		for _, secret := range []string{"Maija", "Mehiläinen", "123 4567"} {
			if strings.Contains(value, secret) {
				t.Errorf("%q is stored", value)
			}
		}
	}
}

func TestCordisRowsThatAreNotWhole(t *testing.T) {
	for name, c := range map[string]struct {
		change [2]string
		code   string
		stored int
	}{
		"a role nobody knows":     {[2]string{`"coordinator"`, `"chief"`}, "part-unknown", 4},
		"no project":              {[2]string{`"101000002";"KAAMOS"`, `"";"KAAMOS"`}, "project-missing", 3},
		"no organisation":         {[2]string{`"ETH ZUERICH"`, `""`}, "actor-missing", 4},
		"an amount that is none":  {[2]string{`"500000.5"`, `"paljon"`}, "money-invalid", 4},
		"a phone number as a VAT": {[2]string{`"DE129515865"`, `"+49 40 1234567"`}, "vat-invalid", 4},
	} {
		sound := strings.Replace(cordisOrganization, "888888888", "888888887", 1)
		r := mustRead(t, []byte(strings.Replace(sound, c.change[0], c.change[1], 1)))
		if len(r.Report.Issues) != 1 || r.Report.Issues[0].Code != c.code || r.Report.Rows.Stored != c.stored {
			t.Errorf("%s: %+v %+v", name, r.Report.Rows, r.Report.Issues)
		}
	}
}

func TestRealCordis(t *testing.T) {
	const name = "cordis/h2020-organization.csv"
	r, err := Read(name, shared(t, name), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if want := (Rows{Read: 1679, Stored: 1679}); r.Report.Rows != want || r.Source.AsOf != 2023_05_04 {
		t.Errorf("%+v, as of %s", r.Report.Rows, r.Source.AsOf)
	}
	projects, pics, finnish := map[graph.ProjectID]bool{}, map[string]bool{}, map[string]bool{}
	parts := map[string]int{}
	for _, record := range r.Records {
		projects[record.Project], pics[record.Cells[graph.FieldPIC]] = true, true
		parts[record.Cells[graph.FieldPart]]++
		if record.Cells[graph.FieldCountry] == "FI" {
			finnish[record.Cells[graph.FieldBusinessID]] = true
			if len(record.Cells[graph.FieldPostalCode]) != 5 {
				t.Errorf("row %d: postal code %q", record.Row, record.Cells[graph.FieldPostalCode])
			}
		}
	}
	if len(projects) != 198 || len(pics) != 1246 || len(finnish) != 27 || finnish[""] {
		t.Errorf("%d projects, %d codes, %d Finnish business ids", len(projects), len(pics), len(finnish))
	}
	if diff := cmp.Diff(map[string]int{"lead": 185, "partner": 1351, "associated": 96 + 46 + 1}, parts); diff != "" {
		t.Error(diff)
	}
}

// All six tables, in the edition as JSON and with a project of which no table of
// projects tells, come together in the network by the number of the project.
func TestCordisJoinsByNumber(t *testing.T) {
	asJSON := func(text string) string {
		comma := ';'
		if !strings.Contains(strings.SplitN(text, "\n", 2)[0], ";") {
			comma = ','
		}
		r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\uFEFF")))
		r.Comma = comma
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var objects []map[string]any
		for _, row := range rows[1:] {
			o := map[string]any{}
			for i, name := range rows[0] {
				o[name] = row[i]
			}
			objects = append(objects, o)
		}
		out, err := json.MarshalIndent(objects, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	texts := []string{cordisOrganization, cordisProject, cordisTopics, cordisLegal, cordisSciVoc, cordisLinks}
	var parts []string
	for i, text := range texts {
		parts = append(parts, string(rune('a'+i))+".json", asJSON(text))
	}
	var networks []*graph.Network
	for _, edition := range []func() ([]*Reading, error){
		func() ([]*Reading, error) { return ReadAll(cordisFiles(texts...), Options{}) },
		func() ([]*Reading, error) {
			return ReadAll([]File{{"cordis-HORIZONprojects-json.zip", bytes.NewReader(zipOf(parts...))}}, Options{})
		},
		func() ([]*Reading, error) { // as other programs save them again
			var again []string
			for _, text := range texts {
				again = append(again, strings.ReplaceAll(text, `";"`, `","`))
			}
			return ReadAll(cordisFiles(again...), Options{})
		},
	} {
		all, err := edition()
		if err != nil {
			t.Fatal(err)
		}
		if len(all) != 1 || all[0].Report.Rows != (Rows{Read: 13, Stored: 13}) {
			t.Fatalf("%d readings, %+v", len(all), all[0].Report)
		}
		n, err := identity.Apply(all[0].Records, nil, all[0].Source)
		if err != nil {
			t.Fatal(err)
		}
		networks = append(networks, n)
	}
	for _, n := range networks[1:] {
		for p := range n.Projects {
			a, b := networks[0].Projects[p], n.Projects[p]
			a.Records, b.Records = nil, nil
			if diff := cmp.Diff(a, b); diff != "" {
				t.Error(diff)
			}
		}
	}
	p, _ := networks[0].FindProject("cordis:101000001")
	light := networks[0].Projects[p]
	if light.Name != "Light in the dark (VALO)" || light.Link != "https://cordis.europa.eu/project/id/101000001" || light.Objective != "ERC STARTING GRANTS" ||
		light.Priority != "European Research Council (ERC)" || len(light.Themes) != 3 || light.Partners != graph.PartnersListed || len(networks[0].ProjectTies(p)) != 3 {
		t.Errorf("%+v", light)
	}
	if p, ok := networks[0].FindProject("cordis:101000002"); !ok || networks[0].Projects[p].Name != "KAAMOS" {
		t.Errorf("%+v", networks[0].Projects)
	}
}

// The edition for Excel, with days and amounts as text and as numbers.
func TestCordisWorkbook(t *testing.T) {
	rows := workbooktest.Row(1, strings.Split("projectID,projectAcronym,organisationID,vatNumber,name,SME,activityType,country,role,ecContribution,netEcContribution", ",")...) +
		workbooktest.Row(2, "101000001", "VALO", "999992401", "FI02458955", "OULUN YLIOPISTO", "false", "HES", "FI", "coordinator", "771225,5", "500000.5")
	raw := workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "organization", Rows: rows}}}.Bytes()
	all := readAll(t, "cordis-HORIZONprojects-xlsx.zip", zipOf("organization.xlsx", string(raw), "project.csv", cordisProject))
	if len(all) != 1 || all[0].Report.Rows != (Rows{Read: 3, Stored: 3}) || all[0].Records[0].Cells[graph.FieldGranted] != "50000050" || all[0].Records[0].Project != "cordis:101000001" {
		t.Errorf("%+v %v", all[0].Report, all[0].Records)
	}
}

package identity_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/importer"
)

func TestCompanyAid(t *testing.T) {
	const subsidies, centre = "Etelä-Savon elinkeino-, liikenne- ja ympäristökeskus, yritystuet", "Etelä-Savon elinkeino-, liikenne- ja ympäristökeskus"
	for _, c := range []struct {
		name, code, title, authority string
		actors                       []string
		want                         string
	}{
		{"Finnvera to a trader whose name tells no kind", "A6010100001", "Investointi ja kehittäminen", "Finnvera", []string{"Maija Malliin Kahvila"}, "finnvera"},
		{"Finnvera to a name that looks like a school's", "A6010100003", "Investointi", "Finnvera", []string{"Päivärannan pianokoulu"}, "finnvera"},
		{"Finnvera's capital", "A1", "Rahasto", "Finnvera, pääomasijoitustoiminta", []string{"Esimerkkirahasto Oy"}, "finnvera"},
		{"subsidies of an ELY centre", "A5400001", "Kone", subsidies, []string{"Esimerkkikone Oy"}, "company-subsidies"},
		{"a row without its recipient", "A5400002", "Kone", subsidies, nil, "company-subsidies"},
		{"the same money to a municipality", "A5400003", "Mökkikylä", subsidies, []string{"Sallan kunta"}, ""},
		{"the same money to a school", "A5400004", "Klinikka", subsidies, []string{"Kymenlaakson ammattikorkeakoulu Oy"}, ""},
		{"several companies together", "A5400005", "Vienti", subsidies, []string{"Yksi Oy", "Kaksi Oy"}, ""},
		{"a centre's development project of that time", "A30001", "Verkosto", centre, []string{"Esimerkki Oy"}, ""},
		{"a centre to a company, regional fund, 2014-2020", "A70001", "Kone", centre, []string{"Esimerkki Oy"}, "ely-to-company"},
		{"a centre by its short name, 2021-2027", "A80001", "Kone", "Lapin ELY-keskus", []string{"Esimerkki Oy"}, "ely-to-company"},
		{"a centre of 2026", "J10001", "Kone", "Lapin elinvoimakeskus", []string{"Esimerkki Oy"}, "ely-to-company"},
		{"of the social fund", "S20001", "Osaaminen", centre, []string{"Esimerkki Oy"}, ""},
		{"a centre to a name that tells no kind", "A70002", "Kone", centre, []string{"Esimerkki"}, ""},
		{"a regional council to a company", "A70003", "Verkosto", "Lapin liitto", []string{"Esimerkki Oy"}, ""},
		{"a development company", "A70004", "Verkosto", centre, []string{"Rovaniemen Kehitys Oy"}, ""},
		{"a list without authorities", "A6010100002", "INVESTOINTI JA KEHITTÄMINEN", "", []string{"Esimerkki Oy"}, "aid-title"},
		{"such a title under another authority", "A30002", "Investointi ja kehittäminen", "Lapin liitto", []string{"Esimerkki Oy"}, ""},
	} {
		cells := graph.Cells{graph.FieldCode: c.code, graph.FieldProject: c.title, graph.FieldAuthority: c.authority}
		records := []graph.Record{graph.NewRecord("s", "eura:1", "", cells, 1)}
		for i, actor := range c.actors {
			cells := graph.Cells{graph.FieldCode: c.code, graph.FieldProject: c.title, graph.FieldAuthority: c.authority, graph.FieldActor: actor}
			records = append(records, graph.NewRecord("s", "eura:1", actor, cells, i+2))
		}
		n, err := identity.Apply(records, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := identity.CompanyAid(n, 0); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// How much of the real lists is aid to one company. By the words of the
// authority alone 11 807 rows of the first would be, 5 211 of them subsidies: 195
// of these went to municipalities, development companies, schools and others.
func TestCompanyAidOfRealLists(t *testing.T) {
	for _, c := range []struct {
		file      string
		want      map[string]int
		spellings int // of those who carry out the rest
	}{
		{"eura-fi/projektilista-2007-2013.csv", map[string]int{"finnvera": 6_596, "company-subsidies": 5_016, "": 4_859}, 1924},
		{"eura-fi/projektilista-2014-2020.csv", map[string]int{"ely-to-company": 870, "": 1_424}, 436},
	} {
		r, err := importer.Read(c.file, shared(t, c.file), importer.Options{})
		if err != nil {
			t.Fatal(err)
		}
		n, err := identity.Apply(r.Records, nil, r.Source)
		if err != nil {
			t.Fatal(err)
		}
		by, spellings := map[string]int{}, map[string]bool{}
		for _, record := range r.Records { // one for each project
			p, _ := n.FindProject(record.Project)
			rule := identity.CompanyAid(n, p)
			if by[rule]++; rule == "" {
				spellings[record.Cells[graph.FieldActor]] = true
			}
		}
		if diff := cmp.Diff(c.want, by); diff != "" || len(spellings) != c.spellings {
			t.Errorf("%s: %d spellings, %s", c.file, len(spellings), diff)
		}
	}
}

package place

import (
	"testing"

	"hankeverkko/graph"
)

var effectTests = []struct {
	written string
	want    graph.AreaID
}{
	{"Kaustisen seutukunta", "seutukunta:161"},
	{"Kuopion seutu", "seutukunta:112"},
	{"Turun seutu", "seutukunta:023"},
	{"Kotkan-Haminan seutu", "seutukunta:082"},
	{"Kotkan–Haminan seutu", "seutukunta:082"},
	{"Ylä-Savo", "seutukunta:111"},
	{"Itä-Lappi", "seutukunta:194"},
	{"Oulunkaari", "seutukunta:173"},
	{"Raahe", "kunta:678"}, // a bare name that is both
	{"ROVANIEMI", "kunta:698"},
	{"Vasa", "kunta:905"},
	{"Kemin kaupunki", "kunta:240"},
	{"Lappi", "maakunta:19"},
	{"Lapin maakunta", "maakunta:19"},
	{"Norra Savolax", "maakunta:11"},
	{"Northern Ostrobothnia", "maakunta:17"},
	{"FI1DA", "maakunta:10"},
	{"FI1D1", "maakunta:10"},
	{"Nilsiä", "kunta:297"},
	{"Maaninka", "kunta:297"},
	{"Pertunmaa", "kunta:507"},
	{"Meri-Lappi", ""},
	{"koko maa", ""},
	{"Itä-Suomi", ""},
	{"pääkaupunkiseutu", ""},
	{"Eastern Finland", ""},
	{"Oulun Eteläinen", ""},
	{"", ""},
}

func TestOfEffect(t *testing.T) {
	for _, test := range effectTests {
		a, ok := OfEffect(test.written)
		if a.ID != test.want || ok != (test.want != "") {
			t.Errorf("%q: %q, %v; want %q", test.written, a.ID, ok, test.want)
		}
	}
}

var townTests = []struct {
	town string
	want graph.Municipality
}{
	{"Rovaniemi", "698"},
	{"ROVANIEMI", "698"},
	{"kannonkoski", "216"},
	{"Helsingfors", "091"},
	{"02320 Espoo", "049"},
	{"FI-90100 Oulu", "564"},
	{"ESPOON KAUPUNKI", "049"},
	{"Vasa stad", "905"},
	{"Alajärvi", "005"}, // leading zeros kept
	{"Nilsiä", "297"},
	{"Mänttä", "508"},
	{"Ekenäs", "710"},
	{"Kauttua", "050"},
	{"Rajamäki", "543"},
	{"VUOKATTI", "765"},
	{"VUORELA", "749"},
	{"Jokioinen", "169"},
	{"Viirasaari", ""}, // a misspelling is not guessed
	{"VTT", ""},
	{"Metropolia", ""},
	{"Tukholma", ""},
	{"00100", ""},
	{"", ""},
}

func TestOfTown(t *testing.T) {
	for _, test := range townTests {
		if m, ok := OfTown(test.town); m != test.want || ok != (test.want != "") {
			t.Errorf("%q: %q, %v; want %q", test.town, m, ok, test.want)
		}
	}
}

func TestFormerMunicipalitiesHaveASuccessorOfToday(t *testing.T) {
	for _, table := range []struct{ name, code string }{{"former", "successor"}, {"post_towns", "municipality"}} {
		for _, r := range rows(table.name) {
			now, ok := Find(KuntaID(graph.Municipality(r[table.code])))
			if !ok {
				t.Errorf("%s: %s lies in %q, which is no municipality", table.name, r["fi"], r[table.code])
			}
			if got, _ := OfTown(r["fi"]); KuntaID(got) != now.ID {
				t.Errorf("%s: %s is taken for %s, want %s", table.name, r["fi"], got, now.ID)
			}
		}
	}
}

var nameTests = []struct {
	name string
	want graph.Municipality
}{
	{"Kemin kaupunki", "240"},
	{"Rovaniemen kaupunki", "698"},
	{"PIEKSÄMÄEN KAUPUNKI", "593"},
	{"Kajaanin ammattikorkeakoulu Oy", "205"},
	{"Oulun yliopisto", "564"},
	{"Iin Micropolis Oy", "139"},
	{"Sallan kunta", "732"},
	{"Someron kaupunki", "761"},
	{"Salon seudun koulutuskuntayhtymä", "734"},
	{"Business Tampere", "837"},
	{"Riihimäen lukio ja aikuislukio/Riihimäen kaupunki", "694"},
	{"Oy Vaasan ammattikorkeakoulu - Vasa yrkeshögskola Ab", "905"}, // twice the same
	{"Lappeenrannan-Lahden teknillinen yliopisto LUT", ""},          // two towns
	{"Kotkan-Haminan seudun koulutuskuntayhtymä", ""},
	{"Kemi-Tornionlaakson koulutuskuntayhtymä Lappia", ""},
	{"Lapin liitto", ""},
	{"Itä-Suomen yliopisto", ""},
	{"Oulunkaaren kuntayhtymä", ""},
	{"Pohjois-Karjalan koulutuskuntayhtymä", ""},
	{"Nylands förbund", ""},
	{"Pyhäjärvi-instituuttisäätiö", ""},
	{"Sallan Siivous Oy", ""},              // a first name
	{"Simon Consulting Oy", ""},            // another
	{"Lapinlahden Lähde Oy", ""},           // a quarter of Helsinki
	{"Lapinlahden kunta", "402"},           // and the municipality
	{"Nokia Oyj", ""},                      // a company
	{"Åbo Akademi", "853"},                 // in Turku
	{"Yrkeshögskolan vid Åbo Akademi", ""}, // in Vaasa
	{"", ""},
}

func TestInName(t *testing.T) {
	for _, test := range nameTests {
		if m, ok := InName(test.name); m != test.want || ok != (test.want != "") {
			t.Errorf("%q: %q, %v; want %q", test.name, m, ok, test.want)
		}
	}
}

var councilTests = []struct {
	authority string
	want      graph.AreaID
}{
	{"Lapin liitto", "maakunta:19"},
	{"Etelä-Savon Maakuntaliitto", "maakunta:10"},
	{"Satakuntaliitto", "maakunta:04"},
	{"Hämeen liitto", "maakunta:05"},
	{"Österbottens förbund", "maakunta:15"},
	{"Varsinais-Suomen liitto - Egentliga Finlands förbund", "maakunta:02"},
	{"Etelä-Savon elinkeino-, liikenne- ja ympäristökeskus", ""},
	{"Lapin ELY-keskus", ""},
	{"Centre for Economic Development, Transport and the Environment South Savo", ""},
	{"Lapin yliopisto", ""},
	{"", ""},
}

func TestCouncilArea(t *testing.T) {
	for _, test := range councilTests {
		if id, ok := CouncilArea(test.authority); id != test.want || ok != (test.want != "") {
			t.Errorf("%q: %q, %v; want %q", test.authority, id, ok, test.want)
		}
	}
	seen := map[graph.AreaID]bool{}
	for _, id := range official().councils {
		seen[id] = true
	}
	if len(seen) != 19 {
		t.Errorf("councils of %d maakunta, want 19", len(seen))
	}
}

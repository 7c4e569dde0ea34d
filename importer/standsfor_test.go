package importer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/graph"
)

// A mapping that the program has written gives the same records again, for a
// sheet of one's own and for a list of each register.
func TestMappingOfEachFormat(t *testing.T) {
	seen := map[string]bool{}
	for name, raw := range map[string][]byte{
		"sheet": []byte("Hanke;Toimija;Kunta;Muistiin\nValo;Kemin kaupunki;Kemi;x\n"), "list 2014": []byte(jointList), "cordis": []byte(cordisOrganization), "cordis project": []byte(cordisProject),
		"export 2021": eura2021Book(map[string]string{"Hankekoodi": "A80001", "Hankkeen nimi": "Valoa", "Toteuttajan nimi": "Lapin yliopisto", "Hankkeen kotisivun osoite": "https://esimerkki.example"}),
		"kohesio":     []byte(kohesio), "interreg": []byte(interregBarometer), "danish": []byte(danish), "page": pageFile(t, "A79101.html"),
		"list 2007": []byte("Koodi,Rahasto,Projektin nimi,Ohjelma / osio,Tl,Viranomainen,Toiminnan tila,Aloituspvm,Päättymispvm,Toteuttajan nimi,Myönnetty EU- ja valtion rahoitus,Toteutunut EU- ja valtion rahoitus,Suunniteltu julkinen rahoitus yhteensä,Toteutunut julkinen rahoitus yhteensä\n" +
			"S10327,ESR,Valo,Itä-Suomen suuralueosio,1,Lapin liitto,Toiminta päättynyt,1.1.2008,31.12.2009,Kemin kaupunki,1,1,1,1\n"),
	} {
		plain := readAll(t, "tiedosto", raw)[0]
		previews, err := Look([]File{{"tiedosto", strings.NewReader(string(raw))}}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		mapping, err := Mapping(previews[0], Options{})
		if err != nil {
			t.Fatal(err)
		}
		var o Options
		if err := o.ReadMapping("mapping.yaml", mapping); err != nil {
			t.Errorf("%s: %v\n%s", name, err, mapping)
			continue
		}
		again, err := Read("tiedosto", strings.NewReader(string(raw)), o)
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, mapping)
			continue
		}
		if diff := cmp.Diff(contentsOf(plain), contentsOf(again), cmp.AllowUnexported(recordKey{})); diff != "" {
			t.Errorf("%s: %s\n%s", name, diff, mapping)
		}
		for _, c := range previews[0].Columns {
			if c.Field != "" && !allowed[c.Field] {
				t.Errorf("%s: %s is shown as %s", name, c.Header, c.Field)
			}
		}
		seen[previews[0].Format] = true
	}
	if len(seen) != len(Formats) {
		t.Errorf("%d of %d formats: %v", len(seen), len(Formats), seen)
	}
}

// Every column that a register reads in a way of its own is shown as a field, or
// tells only how new a source is or which page a row is of.
func TestColumnsOfRegistersAreShown(t *testing.T) {
	none := map[graph.Field]bool{cordisUpdated: true, operationUpdated: true, pageNumber: true}
	for _, f := range Formats {
		for _, l := range f.layouts {
			for header, c := range l.columns {
				if fieldShown(c.field) == "" && !none[c.field] {
					t.Errorf("%s: %s is shown as nothing", f.ID, header)
				}
			}
		}
	}
}

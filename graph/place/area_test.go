package place

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"hankeverkko/graph"
)

func count(kind Kind) (n int) {
	for _, a := range Areas() {
		if a.Kind == kind {
			n++
		}
	}
	return n
}

func TestDivisionOf2026(t *testing.T) {
	for kind, want := range map[Kind]int{Maakunta: 19, Seutukunta: 69, Kunta: 308, Set: 1} {
		if got := count(kind); got != want {
			t.Errorf("%s: %d, want %d", kind, got, want)
		}
	}
	if got := len(Programme()); got != 9 {
		t.Errorf("programme: %d regions, want 9", got)
	}
	for _, id := range Programme() {
		if _, ok := Find(id); !ok {
			t.Errorf("the programme names %s, which is no area", id)
		}
	}
}

func TestEveryMunicipalityLiesInOneSeutukuntaAndOneMaakunta(t *testing.T) {
	seen := map[Kind]map[graph.Municipality]int{Maakunta: {}, Seutukunta: {}}
	for _, a := range Areas() {
		if !slices.IsSorted(a.Municipalities) || len(a.Municipalities) == 0 {
			t.Errorf("%s: municipalities %v", a.ID, a.Municipalities)
		}
		if a.Lat < 59 || a.Lat > 71 || a.Lon < 19 || a.Lon > 32 {
			t.Errorf("%s lies at %v, %v", a.ID, a.Lat, a.Lon)
		}
		if in := seen[a.Kind]; in != nil {
			for _, m := range a.Municipalities {
				in[m]++
			}
		}
	}
	for _, a := range Areas() {
		if a.Kind != Kunta {
			continue
		}
		m := a.Municipalities[0]
		if len(m) != 3 || KuntaID(m) != a.ID {
			t.Errorf("%s has the code %q", a.ID, m)
		}
		if seen[Maakunta][m] != 1 || seen[Seutukunta][m] != 1 {
			t.Errorf("%s lies in %d maakunta, %d seutukunta", a.ID, seen[Maakunta][m], seen[Seutukunta][m])
		}
		if home, _ := Find(a.Maakunta); !slices.Contains(home.Municipalities, m) {
			t.Errorf("%s is not among the municipalities of %s", a.ID, a.Maakunta)
		}
	}
}

func TestEveryAreaIsNamed(t *testing.T) {
	seen := map[string]graph.AreaID{}
	for _, a := range Areas() {
		for _, name := range []string{a.Names.Fi, a.Names.Sv, a.Names.En, a.In.Fi, a.In.Sv, a.In.En} {
			if name == "" || name != strings.TrimSpace(name) || strings.Contains(name, "  ") {
				t.Errorf("%s: name %q", a.ID, name)
			}
		}
		for _, lang := range []string{"fi", "sv", "en"} {
			key := lang + a.Names.In(lang)
			if other, ok := seen[key]; ok && other[:4] == a.ID[:4] {
				t.Errorf("%s and %s are both %q", other, a.ID, a.Names.In(lang))
			}
			seen[key] = a.ID
		}
	}
}

var resolveTests = []struct {
	text string
	want graph.AreaID
}{
	{"maakunta:19", "maakunta:19"},
	{"seutukunta:051", "seutukunta:051"},
	{"kunta:005", "kunta:005"},
	{"set:seinajoki-ilmajoki", "set:seinajoki-ilmajoki"},
	{"Lappi", "maakunta:19"},
	{"LAPPI", "maakunta:19"},
	{"Lappland", "maakunta:19"},
	{"Lapland", "maakunta:19"},
	{"etela-savo", "maakunta:10"},
	{"Etelä‑Savo", "maakunta:10"}, // non-breaking hyphen
	{"Österbotten", "maakunta:15"},
	{"Ylä-Savo", "seutukunta:111"},
	{"Ylä-Savon seutukunta", "seutukunta:111"},
	{"Raahen seutukunta", "seutukunta:174"},
	{"Brahestads ekonomiska region", "seutukunta:174"},
	{"Seinäjoki ja Ilmajoki", "set:seinajoki-ilmajoki"},
	{"Ilmajoki", "kunta:145"},
	{"Helsingfors stad", ""},
	{"FI19B", "maakunta:06"},
	{"fi197", "maakunta:06"},
	{"FI20", "maakunta:21"},
	{"FI19", ""}, // three maakunta and more
	{"Narnia", ""},
	{"", ""},
}

func TestResolve(t *testing.T) {
	for _, test := range resolveTests {
		a, err := Resolve(test.text)
		if a.ID != test.want || (test.want == "") != errors.Is(err, graph.ErrNotFound) {
			t.Errorf("%q: %q, %v; want %q", test.text, a.ID, err, test.want)
		}
	}
}

func TestResolveFindsEveryShownName(t *testing.T) {
	for _, a := range Areas() {
		for _, text := range []string{string(a.ID), a.Names.Fi, a.Names.Sv, a.Names.En} {
			got, err := Resolve(text)
			var several *AmbiguousError
			if errors.As(err, &several) && slices.Contains(several.IDs, a.ID) {
				continue
			}
			if err != nil || got.ID != a.ID {
				t.Errorf("%q gives %q, %v; want %s", text, got.ID, err, a.ID)
			}
		}
	}
}

// The contract counts 37 names that are both a municipality and a seutukunta.
func TestAmbiguousNames(t *testing.T) {
	both := 0
	for _, a := range Areas() {
		if a.Kind != Kunta {
			continue
		}
		_, err := Resolve(a.Names.Fi)
		var several *AmbiguousError
		if !errors.As(err, &several) {
			continue
		}
		if !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%v does not say that the request is not valid", err)
		}
		if len(several.IDs) != 2 || !strings.HasPrefix(string(several.IDs[0]), "seutukunta:") || several.IDs[1] != a.ID {
			t.Errorf("%q: %v", several.Text, several.IDs)
		}
		both++
	}
	if both != 37 {
		t.Errorf("%d names are both kunta and seutukunta, want 37", both)
	}
	_, err := Resolve("Norra Savolax")
	var several *AmbiguousError
	if !errors.As(err, &several) || !slices.Equal(several.IDs, []graph.AreaID{"maakunta:11", "seutukunta:111"}) {
		t.Errorf("Norra Savolax is the Swedish name of a maakunta and of Ylä-Savo: %v", err)
	}
}

func TestNUTS2024RenamedNineRegions(t *testing.T) {
	renamed := map[string]string{
		"FI193": "FI198", "FI194": "FI199", "FI195": "FI19A", "FI197": "FI19B", "FI1C3": "FI1C6",
		"FI1C4": "FI1C7", "FI1D1": "FI1DA", "FI1D2": "FI1DB", "FI1D3": "FI1DC",
	}
	for _, a := range Areas() {
		if a.Kind != Maakunta {
			continue
		}
		old, now := a.NUTS2021[0], a.NUTS2024[0]
		want, changed := renamed[old]
		if !changed {
			want = old
		}
		if now != want {
			t.Errorf("%s: %s became %s, want %s", a.ID, old, now, want)
		}
		delete(renamed, old)
		for _, code := range []string{old, now} {
			if got, err := Resolve(code); err != nil || got.ID != a.ID {
				t.Errorf("%s: %q, %v; want %s", code, got.ID, err, a.ID)
			}
		}
	}
	if len(renamed) > 0 {
		t.Errorf("not met: %v", renamed)
	}
}

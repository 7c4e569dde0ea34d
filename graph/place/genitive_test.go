package place

import (
	"testing"

	"hankeverkko/graph"
)

func TestGenitive(t *testing.T) {
	for id, want := range map[graph.AreaID]string{
		"kunta:240": "Kemin", "kunta:241": "Keminmaan", "maakunta:19": "Lapin", "maakunta:17": "Pohjois-Pohjanmaan",
		"seutukunta:134": "", "nowhere": "",
	} {
		if got := Genitive(id); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	for _, a := range Areas() {
		if (a.Kind == Kunta || a.Kind == Maakunta) && Genitive(a.ID) == "" {
			t.Errorf("%s has no genitive", a.ID)
		}
	}
}

package importer

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/graph"
)

func TestJSONTable(t *testing.T) {
	const want = "Valo|Kemin kaupunki|1250|nuoret\nopettajat|Kemi"
	for name, text := range map[string]string{
		"a list":             `[{"hanke":"Valo","toimija":"Kemin kaupunki","euroa":12.5,"kohderyhmät":["nuoret","opettajat"],"toimija www":null,"paikat":"Kemi"}]`,
		"an object a line":   "{\"hanke\":\"Valo\",\"toimija\":\"Kemin kaupunki\",\"paikat\":\"Kemi\",\"euroa\":\"12,50\",\"kohderyhmät\":\"nuoret, opettajat\"}\n",
		"objects in objects": `[ {"hanke":{"nimi":"Valo"},"toimija":{"nimi":"Kemin kaupunki"},"euroa":"12.5 €","kohderyhmät":["nuoret",["opettajat"]],"paikat":["Kemi",""]} ]`,
		"with a mark":        "\uFEFF" + `[{"toimija":"Kemin kaupunki","hanke":"Valo","euroa":12.50,"kohderyhmät":"nuoret; opettajat","paikat":"Kemi","sähköposti":"maija@esimerkki.example"}]`,
	} {
		r := mustRead(t, []byte(text))
		c := r.Records[0].Cells
		got := strings.Join([]string{c[graph.FieldProject], c[graph.FieldActor], c[graph.FieldGranted], c[graph.FieldTargetGroups], c[graph.FieldPlaces]}, "|")
		if diff := cmp.Diff(want, got); diff != "" || r.Report.Encoding != "json" || r.Records[0].Row != 1 {
			t.Errorf("%s: %s", name, diff)
		}
		secret(t, r, "maija@")
	}
}

func TestJSONLimits(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: large files, of one goroutine each, are read in the run without it")
	}
	const one = `{"hanke":"A","toimija":"B"}`
	if r := mustRead(t, []byte("["+strings.Repeat(one+",", MaxRows-1)+one+"]")); r.Report.Rows != (Rows{Read: MaxRows, Stored: 1, Unchanged: MaxRows - 1}) {
		t.Errorf("%+v", r.Report.Rows)
	}
	for code, text := range map[string]string{
		"too-many-rows":    "[" + strings.Repeat(one+",", MaxRows) + one + "]",
		"too-many-columns": `[{"hanke":"A","toimija":"B"` + keysOf(MaxColumns) + "}]",
		"json-broken":      `[{"hanke":"A","toimija":"B"},{"hanke":` + strings.Repeat("[", MaxDepth+2) + "]}]",
		"not-table":        `[{"hanke":"A"},7]`,
		"empty":            "[]",
	} {
		_, err := Read("a.json", strings.NewReader(text), Options{})
		var file *FileError
		if !errors.As(err, &file) || file.Code != code {
			t.Errorf("%s: %.200v", code, err)
		}
	}
	long := mustRead(t, []byte(`[{"hanke":"A","toimija":"B","kuvaus":[`+strings.Repeat(`"sana",`, 2_000_000)+`"loppu"]}]`))
	if long.Report.Rows != (Rows{Read: 1, Rejected: 1}) || long.Report.Issues[0].Code != "cell-too-long" {
		t.Errorf("%+v %v", long.Report.Rows, long.Report.Issues)
	}
}

package importer

import (
	"bytes"
	"errors"
	"os"
	"testing"

	"hankeverkko/graph"
)

func FuzzRead(f *testing.F) {
	sheet := content{{project: "Valoa kaamokseen", actor: "Lapin yliopisto", remark: "rivi\n\"toinen\"", from: 2020_01_01, to: 2021_12_31, cents: 1234550, keywords: []string{"valo", "kaamos"}}}
	for _, e := range encodings {
		d := plainDress
		d.encoding = e
		f.Add(sheet.write(d))
	}
	f.Add([]byte("sep=,\nhanke,toimija\n\"a,b\nc,\"d\"\n"))
	f.Add([]byte("Hanke\tKumppani 1\tKumppani 2\nA\tB\tC; D\n"))
	f.Add([]byte("\xff\xfe\x22\x00"))
	f.Add([]byte(cordisOrganization))
	f.Add([]byte(cordisProject))
	for _, name := range []string{"tidied", "raw"} {
		sample, err := os.ReadFile("testdata/eura-2014/" + name + ".csv")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(sample)
	}
	for _, c := range goodBooks {
		if raw := c.book.Bytes(); len(raw) < 2_500 {
			f.Add(raw)
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, err := Read("sumea.csv", bytes.NewReader(raw), Options{})
		if err != nil {
			var file *FileError
			if !errors.As(err, &file) || !errors.Is(err, graph.ErrInvalid) || file.Code == "count-differs" {
				t.Fatal(err)
			}
			return
		}
		for _, x := range r.Records {
			named := x.Cells[graph.FieldProject] != "" && x.Cells[graph.FieldActor] != "" || r.Report.Format != "generic-sheet" && x.Cells[graph.FieldCode] != ""
			if x.Project == "" || !named || x.Row < 1 {
				t.Fatalf("half a record: %+v", x)
			}
			for field, value := range x.Cells {
				if !allowed[field] || value == "" || email.MatchString(value) {
					t.Fatalf("%s holds %q", field, value)
				}
			}
		}
		if _, err := r.Report.JSON("fi"); err != nil {
			t.Fatal(err)
		}
		for _, lang := range [...]string{"fi", "sv", "en"} {
			r.Report.Text(lang)
		}
	})
}

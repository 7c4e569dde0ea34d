package importer

import (
	"bytes"
	"errors"
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
			if x.Project == "" || x.Cells[graph.FieldProject] == "" || x.Cells[graph.FieldActor] == "" || x.Row < 1 {
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

package importer

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"strings"
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
	f.Add([]byte("\uFEFF")) // once more than the mark was cut off
	f.Add([]byte(kohesio))
	f.Add([]byte(danish))
	f.Add([]byte(interregBarometer))
	f.Add([]byte(jointList))
	f.Add([]byte(`[{"hanke":"Valo","toimija":"Kemin kaupunki","euroa":12.5}]`))
	f.Add(zipOf("a.csv", "hanke;toimija\nA;B\n", "b.png", "\x89PNG"))
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
			named := x.Cells[graph.FieldProject] != "" && x.Cells[graph.FieldActor] != "" || r.Report.Format != "generic-sheet" && x.Cells[graph.FieldCode]+x.Cells[graph.FieldProject] != ""
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

// FuzzPages reads what may be saved project pages, as web pages and as text.
func FuzzPages(f *testing.F) {
	for _, name := range []string{"A79101.html", "S29102.txt"} {
		raw, err := os.ReadFile(pagesDir + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(raw))
	}
	f.Add("Hankekoodi: A79104\nHakijan virallinen nimi:\n\nOsatoteuttajat\nA\t1234567-1\n1234567-1\n")
	f.Add("1 Hanke Hankekoodi: A79104 Toimintalinja: 2. Taito 2 Hakijan perustiedot Hakijan virallinen nimi: A Y-tunnus 1234567-1 Vain yksi hakija")
	f.Add("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=r\n\n--r\nContent-Type: text/html\n\n<html><p>Hakijan virallinen nimi: A<p>Hankekoodi: A79104\n--r--\n")
	f.Add("<html><table><tr><td>Hakijan virallinen nimi<td>A<table><tr><th>Hankekoodi</table>Osatoteuttajat<tr><td>B")
	f.Fuzz(func(t *testing.T, text string) {
		pages, err := openPages([]byte(text))
		if err != nil || pages == nil {
			return
		}
		rows := 0
		if err := pages.rows(func(r row) bool {
			if len(r.fields) != r.width || r.number != rows {
				t.Fatalf("row %d: %q", rows, r.fields)
			}
			rows++
			return true
		}); err != nil {
			t.Fatal(err)
		}
		if count, _ := pages.count(); count != rows {
			t.Fatalf("%d rows, counted %d, of %+v", rows, count, pages.lines)
		}
		if _, err := Read("sivu.html", bytes.NewReader([]byte(text)), Options{}); err != nil {
			var file *FileError
			if !errors.As(err, &file) || file.Code == "count-differs" {
				t.Fatal(err)
			}
		}
	})
}

// FuzzJSON reads JSON as a table.
func FuzzJSON(f *testing.F) {
	for _, s := range []string{
		`[{"hanke":"Valo","toimija":"Kemin kaupunki","euroa":12.5,"teemat":["a","b"],"c":{"d":null,"e":true}}]`,
		"{\"hanke\":\"A\",\"toimija\":\"B\"}\n{\"toimija\":\"C\",\"hanke\":\"\\\"{\"}", `[]`, `[{}]`, `[1]`, `{"a":[{"b":[[]]}]}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !isJSON([]byte(text)) {
			return
		}
		table, err := openJSON([]byte(text))
		if err != nil {
			return
		}
		rows := 0
		table.rows(func(r row) bool {
			if len(r.fields) != len(table.header) {
				t.Fatalf("row %d: %q", rows, r.fields)
			}
			rows++
			return true
		})
		if count, _ := table.count(); count != rows {
			t.Fatalf("%d rows, counted %d", rows, count)
		}
	})
}

// FuzzUnpack opens archives, whole and broken.
func FuzzUnpack(f *testing.F) {
	f.Add(zipOf("a.csv", "hanke;toimija\nA;B\n", "k/b.png", "\x89PNG"))
	f.Add(gzipOf("hanke;toimija\nA;B\n"))
	f.Add(zipOf())
	f.Fuzz(func(t *testing.T, raw []byte) {
		files, archive, err := unpack("a.zip", raw)
		if err != nil {
			return
		}
		if !archive && len(files) != 1 {
			t.Fatalf("%d files", len(files))
		}
		total := 0
		for _, f := range files {
			total += len(f.raw)
		}
		if archive && total > max(MaxRatio*len(raw), RatioFrom*len(files)) {
			t.Fatalf("%d bytes of %d", total, len(raw))
		}
	})
}

// FuzzClosedNames takes names apart that full stops close.
func FuzzClosedNames(f *testing.F) {
	for _, s := range []string{"Esbjerg Handelsskole. P. Fournaise A/S. Liftra ApS.", "P.L. Jessen & Søn ApS. . ApS.", "afd.", "..", "A. A."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, written string) {
		for _, name := range closedNames(written) {
			if name == "" || strings.Contains(name, "\n") {
				t.Fatalf("%q in %q", name, written)
			}
		}
	})
}

// FuzzMapping reads mapping files; what was read is the same after it has been
// written.
func FuzzMapping(f *testing.F) {
	f.Add([]byte("version: 1\nformat: sheet\nsheet: Taul1\nheader: 3\nencoding: utf-8\ndelimiter: tab\njoint: title\ncolumns:\n  Mitä: project\n  Kuka: actor\n  Muu: \"-\"\n"))
	f.Add([]byte("version: 1\ncolumns: &a {a: *a}\n"))
	f.Add([]byte("version: 2\ncolumns: []\n---\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		var o Options
		err := o.ReadMapping("m.yaml", raw)
		if refused := (*FileError)(nil); err != nil && !errors.As(err, &refused) {
			t.Fatalf("%T %v", err, err)
		}
		if err != nil {
			return
		}
		p := Preview{Format: Formats[0].ID}
		for header, field := range o.Columns {
			p.Columns = append(p.Columns, PreviewColumn{Header: header, Field: field})
		}
		written, err := Mapping(p, o)
		if err != nil {
			t.Fatal(err)
		}
		again := Options{Format: o.Format}
		if err := again.ReadMapping("m.yaml", written); err != nil {
			t.Fatalf("%v\n%s", err, written)
		}
		for header := range o.Columns {
			if personal(header) {
				delete(o.Columns, header)
			}
		}
		if again.Sheet != o.Sheet || again.Header != o.Header || again.Encoding != o.Encoding || again.Delimiter != o.Delimiter || again.Joint != o.Joint || !maps.Equal(again.Columns, o.Columns) {
			t.Fatalf("%+v\n%+v\n%s", o, again, written)
		}
	})
}

package importer

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/graph"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s: %s", file, diff)
	}
}

func TestDirtyFile(t *testing.T) {
	raw, err := os.ReadFile("testdata/dirty/hankkeet.csv")
	if err != nil {
		t.Fatal(err)
	}
	r, err := Read("/kansio/hankkeet.csv", bytes.NewReader(raw), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if want := (Rows{Read: 13, Stored: 4, Unchanged: 1, Rejected: 4, Blank: 4}); r.Report.Rows != want {
		t.Errorf("rows %+v, want %+v", r.Report.Rows, want)
	}
	for _, lang := range []string{"fi", "sv", "en"} {
		golden(t, "testdata/dirty/report."+lang+".txt", []byte(r.Report.Text(lang)))
	}
	json, err := r.Report.JSON("fi")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/dirty/report.json", append(json, '\n'))
	for _, secret := range []string{"maija", "Maija", "123 4567", "131052"} {
		if all := fmt.Sprint(r, string(json)); strings.Contains(all, secret) {
			t.Errorf("%q got through", secret)
		}
	}
}

func read(t *testing.T, text string) *Reading {
	t.Helper()
	return mustRead(t, []byte(text))
}

func TestCells(t *testing.T) {
	r := read(t, "Hanke;Hakija;Y-tunnus;VAT;Yhteishanke;Rooli;Kohderyhmät;Teema;Paikat;www;Linkki;Maksettu\n"+
		"Valo \u00a0 ja\u200b varjo;'=Lapin yliopisto;;FI02928005;Kyllä;;nuoret, opettajat;\"valo, varjo; kaamos\";Rovaniemi, Kemi;www.ulapland.example;https://eura.example/A70009;\u22121 000,5 €\n")
	want := graph.Cells{
		graph.FieldProject: "Valo ja varjo", graph.FieldActor: "=Lapin yliopisto", graph.FieldBusinessID: "0292800-5",
		graph.FieldJoint: "yes", graph.FieldPart: "lead", graph.FieldTargetGroups: "nuoret\nopettajat", graph.FieldThemes: "valo, varjo\nkaamos",
		graph.FieldPlaces: "Rovaniemi\nKemi", graph.FieldSite: "https://www.ulapland.example", graph.FieldLink: "https://eura.example/A70009", graph.FieldPaid: "-100050",
	}
	if diff := cmp.Diff(want, r.Records[0].Cells); diff != "" {
		t.Error(diff)
	}
	if got, want := r.Records[0].Key, "taulukko:valo ja varjo\x1fytunnus:0292800-5\x1flead"; got != want || string(r.Records[0].Project) != "taulukko:valo ja varjo" {
		t.Errorf("key %q, want %q", got, want)
	}
}

func TestProjectIDs(t *testing.T) {
	r := read(t, "hankekoodi;hanke;toimija\nA70009;Valo;X\nS21168;Valo;X\nA7000;Valo;X\n;Valo!;X\n")
	for i, want := range []graph.ProjectID{"eura:A70009", "eura:S21168", "taulukko:A7000", "taulukko:valo"} {
		if got := r.Records[i].Project; got != want {
			t.Errorf("row %d: %q, want %q", i+2, got, want)
		}
	}
}

func TestPartnersInACell(t *testing.T) {
	for name, text := range map[string]string{
		"semicolons":         "hanke,toimija,kumppanit\nValo,A,B; C;A b\n",
		"line breaks":        "hanke,toimija,kumppanit\nValo,A,\"B\r\nC\nA b\"\n",
		"all in one":         "hanke,toimija,kumppanit\nValo,\"A;B;C;A b\",\n",
		"columns of a list":  "hanke,kumppani 3,toimija,kumppani 1,kumppani 2\nValo,C,A,A b,B\n",
		"partners are actor": "hanke,kumppanit\nValo,A;B;C;A b\n",
	} {
		r := read(t, text)
		cells := r.Records[0].Cells
		partners := strings.Split(cells[graph.FieldPartners], "\n")
		if len(r.Records) != 1 || cells[graph.FieldActor] != "A" || len(partners) != 3 {
			t.Errorf("%s: %v", name, r.Records)
		}
		if name != "partners are actor" && cells[graph.FieldPart] != "lead" {
			t.Errorf("%s: part %q", name, cells[graph.FieldPart])
		}
	}
}

func TestRowNumbersAreThoseOfTheSpreadsheet(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		row   int
		blank int
	}{
		"header first":          {"hanke;toimija\nA;\n", 2, 0},
		"titles and empty rows": {"Otsikko\n\nhanke;toimija\n\nA;\n", 5, 3},
		"a break in a cell":     {"hanke;toimija\n\"A\nB\";C\nA;\n", 3, 0},
		"sep line is not shown": {"sep=;\nhanke;toimija\nA;\n", 2, 1},
		"old line ends":         {"hanke;toimija\rB;C\rA;\r", 3, 0},
	} {
		r := read(t, c.text)
		if len(r.Report.Issues) != 1 || r.Report.Issues[0].Row != c.row || r.Report.Rows.Blank != c.blank {
			t.Errorf("%s: %+v %+v", name, r.Report.Issues, r.Report.Rows)
		}
	}
}

func TestBrokenQuotes(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		codes  string
		stored int
	}{
		"never closed":               {"hanke;toimija\n\"A;B\nC;D\nE;F\n", "quote-broken", 2},
		"closed by a later row":      {"hanke;toimija\n\"A;B\nC;\"D\"\n", "quote-broken", 1},
		"letters after the end":      {"hanke;toimija\n\"A\" a;B\nC;D\n", "quote-broken", 1},
		"goes on below":              {"hanke;toimija;kuvaus\nA;B;\"x \"y\" z\ntoinen rivi\nkolmas\nC;D;\n", "quote-broken after-broken-quote after-broken-quote", 1},
		"inch inside a plain cell":   {"hanke;toimija\n5\" putki;B\n", "", 1},
		"doubled is a letter":        {"hanke;toimija\n\"A \"\"a\"\"\";B\n", "", 1},
		"a whole row in one cell":    {"hanke;toimija;rooli\n\"A;\"\"B;b\"\";osatoteuttaja\"\n", "row-packed", 1},
		"a mark of another language": {"hanke;toimija\n”A”;B\n", "", 1},
	} {
		r := read(t, c.text)
		var codes []string
		for _, i := range r.Report.Issues {
			codes = append(codes, i.Code)
		}
		if got := strings.Join(codes, " "); got != c.codes || r.Report.Rows.Stored != c.stored {
			t.Errorf("%s: %q, %d stored", name, got, r.Report.Rows.Stored)
		}
	}
}

func TestRefusedFiles(t *testing.T) {
	wide := strings.Repeat(";", MaxColumns) + "hanke;toimija\n"
	for code, raw := range map[string]string{
		"empty":                   " \n\n",
		"archive-broken":          "PK\x03\x04 …",
		"json-broken":             `[{"hanke":"A","toimija":"B"},{"hanke":`,
		"web-page":                "\n<!DOCTYPE html><html>",
		"not-table":               "\x89PNG\r\n\x1a\n",
		"columns-missing-both":    "nimi;paikka\nA;B\n",
		"columns-missing-actor":   "hanke;paikka\nA;B\n",
		"columns-missing-project": "toimija;paikka\nA;B\n",
		"column-twice":            "hanke;toimija;Toimija\nA;B;C\n",
		"too-many-columns":        "hanke;toimija" + wide,
		"too-many-rows":           "hanke;toimija\n" + strings.Repeat("\n", MaxRows+1),
		"too-large":               strings.Repeat("x", MaxBytes+1),
	} {
		_, err := Read("a.csv", strings.NewReader(raw), Options{})
		var file *FileError
		if !errors.As(err, &file) || file.Code != code || !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: %.200v", code, err)
			continue
		}
		for _, lang := range []string{"fi", "sv", "en"} {
			if text := file.Text(lang); strings.Contains(text, "error.") || strings.Contains(text, "cure.") || strings.Contains(text, "{{") {
				t.Errorf("%s in %s: %q", code, lang, text)
			}
		}
	}
	if _, err := Read("a.csv", strings.NewReader("hanke;toimija\n"), Options{Format: "lotus"}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("unknown format: %v", err)
	}
}

// Each limit just held is fine.
func TestLimitsHeld(t *testing.T) {
	r := read(t, "hanke;toimija"+strings.Repeat(";", MaxColumns-2)+"\nA;B\n")
	if r.Report.Rows.Stored != 1 {
		t.Errorf("%d columns: %+v", MaxColumns, r.Report)
	}
	r = read(t, "hanke;toimija\n"+strings.Repeat("\n", MaxRows))
	if r.Report.Rows.Blank != MaxRows {
		t.Errorf("%d rows: %+v", MaxRows, r.Report.Rows)
	}
	for length, stored := range map[int]int{MaxCell: 1, MaxCell + 1: 0} {
		r = read(t, "hanke;toimija;kuvaus\nA;B;"+strings.Repeat("ä", length)+"\n")
		if r.Report.Rows.Stored != stored || r.Report.Rows.Rejected != 1-stored {
			t.Errorf("a cell of %d: %+v", length, r.Report.Rows)
		}
	}
}

// A file as large as may be is read; its one long row is not.
func TestTheLargestFile(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: large files, of one goroutine each, are read in the run without it")
	}
	const start = "hanke;toimija\nA;B\n"
	for _, size := range []int{MaxBytes - 1, MaxBytes} {
		r := read(t, start+strings.Repeat("x", size-len(start)))
		if want := (Rows{Read: 2, Stored: 1, Rejected: 1}); r.Report.Rows != want {
			t.Errorf("%d bytes: %+v, want %+v", size, r.Report.Rows, want)
		}
	}
}

func TestEncodings(t *testing.T) {
	for text, want := range map[string]string{
		"hanke;toimija\nYö;Ähtärin kaupunki\n":                          "utf-8",
		"\uFEFFhanke;toimija\nYö;Ähtärin kaupunki\n":                    "utf-8",
		"hanke;toimija\nY\xf6;\xc4ht\xe4rin kaupunki\n":                 "windows-1252",
		"hanke;toimija\nYö;Ähtärin kaupunki\nY\xf6;\xc4ht\xe4ri\nä;ö\n": "utf-8",
	} {
		r := read(t, text)
		if r.Report.Encoding != want || r.Records[0].Cells[graph.FieldActor] != "Ähtärin kaupunki" {
			t.Errorf("%s: %v", r.Report.Encoding, r.Records)
		}
		if mixed := len(r.Records) == 3; mixed && (len(r.Report.Issues) != 1 || r.Records[1].Cells[graph.FieldActor] != "Ähtäri" || r.Report.Issues[0].Row != 3) {
			t.Errorf("a foreign row: %v %v", r.Records, r.Report.Issues)
		}
	}
}

// What a person says of a text goes before what is found.
func TestTextIsReadAsSaid(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		said Options
		want string // the actor
	}{
		"macintosh":                 {"hanke;toimija\nY\x9a;\x80ht\x8arin kaupunki\n", Options{Encoding: "macintosh"}, "Ähtärin kaupunki"},
		"dos":                       {"hanke;toimija\nY\x94;\x8eht\x84rin kaupunki\n", Options{Encoding: "IBM850"}, "Ähtärin kaupunki"},
		"utf-16 without a mark":     {"h\x00a\x00n\x00k\x00e\x00;\x00t\x00o\x00i\x00m\x00i\x00j\x00a\x00\n\x00A\x00;\x00\xe4\x00", Options{Encoding: "utf-16le"}, "ä"},
		"utf-8 with a mark":         {"\uFEFFhanke;toimija\nYö;Ähtärin kaupunki\n", Options{Encoding: "utf-8"}, "Ähtärin kaupunki"},
		"other lines":               {"hanke;toimija\nYö;Ähtärin kaupunki\n\xe4;\xe4\n", Options{Encoding: "windows-1252"}, "Ã„htÃ¤rin kaupunki"},
		"delimiter":                 {"hanke|toimija;x\nA|B;C\n", Options{Delimiter: "|", Columns: map[string]graph.Field{"toimija;x": graph.FieldActor}}, "B"},
		"tab":                       {"hanke\ttoimija\nA\tB\n", Options{Delimiter: "tab"}, "B"},
		"delimiter of the sep line": {"sep=,\nhanke;toimija\nA;B\n", Options{Delimiter: ";"}, "B"},
	} {
		r, err := Read("a.csv", strings.NewReader(c.text), c.said)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := r.Records[0].Cells[graph.FieldActor]; got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		p := r.Previews[0]
		if c.said.Encoding != "" && p.Encoding != strings.ToLower(c.said.Encoding) || c.said.Delimiter == "|" && p.Delimiter != "|" {
			t.Errorf("%s: shown as %s %q", name, p.Encoding, p.Delimiter)
		}
		written, err := Mapping(p, c.said)
		var again Options
		if err == nil {
			err = again.ReadMapping("m.yaml", written)
		}
		if err != nil || again.Encoding != c.said.Encoding || again.Delimiter != c.said.Delimiter {
			t.Errorf("%s: the mapping says %+v: %v\n%s", name, again, err, written)
		}
	}
	for code, o := range map[string]Options{"encoding-unknown": {Encoding: "klingon"}, "delimiter-unknown": {Delimiter: "ä"}, "columns-missing-both": {Delimiter: "|"}} {
		_, err := Read("a.csv", strings.NewReader("hanke;toimija\nA;B\n"), o)
		var file *FileError
		if !errors.As(err, &file) || file.Code != code || file.File != "a.csv" {
			t.Errorf("%s: %v", code, err)
		}
	}
}

func TestTemplateReadsItself(t *testing.T) {
	for _, lang := range []string{"fi", "sv", "en"} {
		r := mustRead(t, Template(lang))
		if len(r.Records) != 2 || len(r.Report.Issues) != 0 || len(r.Report.Dropped.Columns) != 0 {
			t.Errorf("%s: %+v", lang, r.Report)
		}
	}
}

package export

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

var sample = Table{
	Sheet:   "Hankkeet",
	Columns: []string{"Hanke", "Alkaa", "Toimijoita"},
	Rows: [][]Cell{
		{Text("Lumi; arktisena \"resurssina\""), Date(20160501), Number(3)},
		{Text("=HYPERLINK(1)"), Date(0), Number(0)},
	},
	Notes: []string{"Lähde: esimerkki"}, NotesSheet: "Tiedot",
}

func TestCSVGolden(t *testing.T) {
	var b bytes.Buffer
	if err := CSV(&b, sample); err != nil {
		t.Fatal(err)
	}
	want := "\ufeffHanke;Alkaa;Toimijoita\r\n\"Lumi; arktisena \"\"resurssina\"\"\";2016-05-01;3\r\n'=HYPERLINK(1);;0\r\n"
	if b.String() != want {
		t.Errorf("got  %q\nwant %q", b.String(), want)
	}
}

func TestXLSXReadsBack(t *testing.T) {
	var b bytes.Buffer
	if err := XLSX(&b, sample); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, want := range map[string]string{"A1": "Hanke", "A2": "Lumi; arktisena \"resurssina\"", "B2": "1.5.2016", "C2": "3", "A3": "=HYPERLINK(1)", "B3": "", "A4": ""} {
		if got, err := f.GetCellValue("Hankkeet", cell); err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", cell, got, err, want)
		}
	}
	if note, err := f.GetCellValue("Tiedot", "A1"); err != nil || note != "Lähde: esimerkki" {
		t.Errorf("notes: %q, %v", note, err)
	}
	if formula, err := f.GetCellFormula("Hankkeet", "A3"); err != nil || formula != "" {
		t.Errorf("text became the formula %q (%v)", formula, err)
	}
}

func TestHarmless(t *testing.T) {
	for _, s := range []string{"=1", "+1", "-1", "@A", "\t=1", "\r", "\n=1", "\x00", "  =1", "\u00a0=1", "＝1", "＠a", "－1", "＋1"} {
		if got := Harmless(s); !strings.HasPrefix(got, "'") || got[1:] != s {
			t.Errorf("%q became %q", s, got)
		}
	}
	for _, s := range []string{"", "Kemi-Tornio", "a=b", "1-2", "Öljy"} {
		if got := Harmless(s); got != s {
			t.Errorf("%q became %q", s, got)
		}
	}
}

// No cell of a written file begins as a formula does, whatever the text.
func TestCSVNeverHoldsAFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.String().Draw(t, "cell")
		if got := Harmless(cell); got != "" && strings.ContainsRune("=+-@\t\r\n\x00＝＋－＠", []rune(got)[0]) {
			t.Fatalf("%q became %q", cell, got)
		}
	})
}

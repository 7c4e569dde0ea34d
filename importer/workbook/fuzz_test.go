package workbook_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"hankeverkko/importer/workbook"
	"hankeverkko/importer/workbook/workbooktest"
)

// read reads all sheets; what is read must agree with its own count, and what
// is refused must say why.
func read(t *testing.T, raw []byte) {
	started := time.Now()
	book, err := workbook.Open(raw, limits)
	if err == nil {
		for _, s := range book.Sheets {
			rows := 0
			if err = s.Rows(func(r workbook.Row) bool {
				if rows++; len(r.Cells) != len(r.Kinds) || len(r.Cells) > limits.Columns+1 || r.Number < 1 {
					t.Fatalf("row %d: %d cells, %d kinds", r.Number, len(r.Cells), len(r.Kinds))
				}
				return true
			}); err != nil {
				break
			}
			if counted, err := s.Count(); err != nil || counted != rows {
				t.Fatalf("%d rows, counted %d, %v", rows, counted, err)
			}
		}
	}
	var fault *workbook.Fault
	if err != nil && !errors.As(err, &fault) {
		t.Fatalf("%T: %v", err, err)
	}
	if took := time.Since(started); took > 20*time.Second {
		t.Fatalf("took %s", took)
	}
}

// FuzzArchive reads any bytes.
func FuzzArchive(f *testing.F) {
	f.Add(good.Bytes())
	f.Add(workbooktest.Book{Prefix: "x", Strict: true, Strings: []string{"<t>a</t>"}, Formats: []string{"d.m.yyyy"}, Sheets: []workbooktest.Sheet{{Name: "x", Rows: workbooktest.Row(1, "a"), Merged: []string{"A1:A2"}}}}.Bytes())
	for _, c := range refused {
		if raw := c.raw(); len(raw) < 5_000 {
			f.Add(raw)
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte) { read(t, raw) })
}

// FuzzParts reads parts of any text in a sound archive.
func FuzzParts(f *testing.F) {
	book := workbooktest.Book{
		Strings: []string{"<t>a</t>", "<r><t>b</t></r>"}, Formats: []string{"d.m.yyyy"}, Since1904: true,
		Sheets: []workbooktest.Sheet{{Name: "x", Rows: workbooktest.Row(1, "a", "", "b") + `<row r="3" hidden="1"><c r="B3" t="s"><v>1</v></c><c s="1"><f>1</f><v>44561</v></c></row>`, Merged: []string{"A1:A3"}}},
	}
	texts := map[string]string{}
	for _, p := range book.Parts() {
		texts[p.Name] = p.Text
	}
	f.Add(texts[sheetPart], texts["xl/sharedStrings.xml"], texts["xl/styles.xml"], texts[bookPart])
	f.Add(strings.Replace(texts[sheetPart], "<sheetData>", "<!-- > --><![CDATA[ <row> ]]><sheetData>", 1), "", "", texts[bookPart])
	f.Add(workbooktest.UTF16(texts[sheetPart], true), texts["xl/sharedStrings.xml"], texts["xl/styles.xml"], texts[bookPart])
	f.Fuzz(func(t *testing.T, sheet, shared, styles, main string) {
		parts := book.Parts()
		for i := range parts {
			switch parts[i].Name {
			case sheetPart:
				parts[i].Text = sheet
			case "xl/sharedStrings.xml":
				parts[i].Text = shared
			case "xl/styles.xml":
				parts[i].Text = styles
			case bookPart:
				parts[i].Text = main
			}
		}
		read(t, workbooktest.Zip(parts...))
	})
}

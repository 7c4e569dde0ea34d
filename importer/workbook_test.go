package importer

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/importer/cell/celltest"
	"hankeverkko/importer/workbook/workbooktest"
)

// A corpus of workbooks and what each must give. Package workbook tests how
// cells are read; here it is what becomes of them.
var head = workbooktest.Row(1, "hanke", "toimija", "alkaa", "euroa")

func sheetOf(rows ...string) workbooktest.Sheet {
	return workbooktest.Sheet{Name: "Hankkeet", Rows: head + strings.Join(rows, "")}
}

// ghosts are rows that have a look and nothing else.
func ghosts(from, to int) string {
	var b strings.Builder
	for i := from; i <= to; i++ {
		fmt.Fprintf(&b, `<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/></row>`, i, i)
	}
	return b.String()
}

func bookOf(sheets ...workbooktest.Sheet) workbooktest.Book {
	return workbooktest.Book{Sheets: sheets, Formats: []string{"d.m.yyyy", "00000"}}
}

var goodBooks = []struct {
	name   string
	book   workbooktest.Book
	rows   Rows
	issues string // codes, with their rows
	first  string // first record: fields in the order of graph.Fields
	sheet  string
	unread string // sheets
}{
	{name: "plain", book: bookOf(sheetOf(workbooktest.Row(2, "Valo", "Kemi", "1.2.2020", "1 000,50"))), rows: Rows{Read: 1, Stored: 1}, first: "Valo|2020-02-01|Kemi|100050"},
	{name: "typed cells", book: bookOf(sheetOf(`<row r="2"><c r="A2" t="str"><v>Valo</v></c><c r="B2" t="str"><v>Kemi</v></c><c r="C2" s="1"><v>43862</v></c><c r="D2"><v>1000.5</v></c></row>`)), rows: Rows{Read: 1, Stored: 1}, first: "Valo|2020-02-01|Kemi|100050"},
	{name: "a number with three decimals is no thousands", book: bookOf(sheetOf(`<row r="2"><c r="A2" t="str"><v>Valo</v></c><c r="B2" t="str"><v>Kemi</v></c><c r="D2"><v>166.423</v></c></row>`)), rows: Rows{Read: 1, Stored: 1}, first: "Valo|Kemi|16642"},
	{name: "a day as a number", book: bookOf(sheetOf(`<row r="2"><c r="A2" t="str"><v>Valo</v></c><c r="B2" t="str"><v>Kemi</v></c><c r="C2"><v>43862</v></c></row>`)), rows: Rows{Read: 1, Stored: 1}, first: "Valo|2020-02-01|Kemi"},
	{name: "a day as a number, counted from 1904", book: func() workbooktest.Book {
		b := bookOf(sheetOf(`<row r="2"><c r="A2" t="str"><v>Valo</v></c><c r="B2" t="str"><v>Kemi</v></c><c r="C2"><v>42400</v></c></row>`))
		b.Since1904 = true
		return b
	}(), rows: Rows{Read: 1, Stored: 1}, first: "Valo|2020-02-01|Kemi"},
	{name: "a year is no day", book: bookOf(sheetOf(`<row r="2"><c r="A2" t="str"><v>Valo</v></c><c r="B2" t="str"><v>Kemi</v></c><c r="C2"><v>2020</v></c></row>`)), rows: Rows{Read: 1, Stored: 1}, issues: "2 date-invalid", first: "Valo|Kemi"},
	{name: "titles, an empty row and a sum", book: bookOf(workbooktest.Sheet{Name: "x", Rows: workbooktest.Row(1, "Hankkeet 2020") + workbooktest.Row(3, "hanke", "toimija") + workbooktest.Row(5, "Valo", "Kemi") + workbooktest.Row(9, "Yhteensä")}), rows: Rows{Read: 3, Stored: 1, Blank: 2}, first: "Valo|Kemi", sheet: "x"},
	{name: "row numbers are those of the spreadsheet", book: bookOf(sheetOf(workbooktest.Row(2, "Valo", "Kemi"), workbooktest.Row(7, "", "Kemi"))), rows: Rows{Read: 2, Stored: 1, Rejected: 1}, issues: "7 project-missing", first: "Valo|Kemi"},
	{name: "the header further to the right and below", book: bookOf(workbooktest.Sheet{Name: "x", Rows: workbooktest.Row(4, "", "", "hanke", "toimija") + workbooktest.Row(5, "", "", "Valo", "Kemi")}), rows: Rows{Read: 1, Stored: 1}, first: "Valo|Kemi", sheet: "x"},
	{name: "ghost rows", book: bookOf(sheetOf(workbooktest.Row(2, "Valo", "Kemi"), ghosts(3, 3_000))), rows: Rows{Read: 1, Stored: 1}, first: "Valo|Kemi"},
	{name: "spaces are nothing", book: bookOf(sheetOf(workbooktest.Row(2, "Valo", "Kemi"), workbooktest.Row(3, "  ", "\u200b"))), rows: Rows{Read: 2, Stored: 1, Blank: 1}, first: "Valo|Kemi"},
	{name: "errors of formulas", book: bookOf(sheetOf(`<row r="2"><c r="A2" t="str"><v>Valo</v></c><c r="B2" t="str"><v>Kemi</v></c><c r="C2" t="e"><v>#REF!</v></c><c r="D2" t="e"><v>#N/A</v></c></row>`)), rows: Rows{Read: 1, Stored: 1}, issues: "2 cell-error", first: "Valo|Kemi"},
	{name: "an error for a name", book: bookOf(sheetOf(`<row r="2"><c r="A2" t="str"><v>Valo</v></c><c r="B2" t="e"><v>#NAME?</v></c></row>`)), rows: Rows{Read: 1, Rejected: 1}, issues: "2 cell-error, 2 actor-missing"},
	{name: "stored values of formulas", book: bookOf(sheetOf(`<row r="2"><c r="A2" t="str"><f>A9</f><v>Valo</v></c><c r="B2" t="str"><v>Kemi</v></c><c r="D2"><f>1+1</f><v>2</v></c></row>`)), rows: Rows{Read: 1, Stored: 1}, first: "Valo|Kemi|200"},
	{name: "a formula without its value", book: bookOf(sheetOf(`<row r="2"><c r="A2" t="str"><v>Valo</v></c><c r="B2" t="str"><v>Kemi</v></c><c r="D2"><f>1+1</f></c></row>`)), rows: Rows{Read: 1, Stored: 1}, issues: "2 formula-uncomputed", first: "Valo|Kemi"},
	{name: "nothing but formulas without values", book: bookOf(sheetOf(`<row r="2"><c r="A2"><f>A9</f></c><c r="B2"><f>B9</f></c></row>`)), rows: Rows{Read: 1, Rejected: 1}, issues: "2 formula-uncomputed"},
	{name: "true and false", book: bookOf(workbooktest.Sheet{Name: "x", Rows: workbooktest.Row(1, "hanke", "toimija", "yhteishanke") + `<row r="2"><c r="A2" t="str"><v>Valo</v></c><c r="B2" t="str"><v>Kemi</v></c><c r="C2" t="b"><v>1</v></c></row>`}), rows: Rows{Read: 1, Stored: 1}, first: "Valo|yes|Kemi", sheet: "x"},
	{name: "a project merged over its partners", book: bookOf(workbooktest.Sheet{Name: "Hankkeet", Merged: []string{"A2:A4"}, Rows: head + workbooktest.Row(2, "Valo", "Kemi") + workbooktest.Row(3, "", "Oulu") + workbooktest.Row(4, "", "Tornio") + workbooktest.Row(5, "Varjo", "Kemi")}), rows: Rows{Read: 4, Stored: 4}, issues: "3 cells-merged", first: "Valo|Kemi"},
	{name: "hidden rows", book: bookOf(sheetOf(workbooktest.Row(2, "Valo", "Kemi"), `<row r="3" hidden="1"><c r="A3" t="str"><v>Varjo</v></c><c r="B3" t="str"><v>Oulu</v></c></row>`)), rows: Rows{Read: 2, Stored: 2}, issues: "3 rows-hidden", first: "Valo|Kemi"},
	{name: "other sheets around it", book: bookOf(workbooktest.Sheet{Name: "Ohje", Rows: workbooktest.Row(1, "Lue tämä ensin")}, sheetOf(workbooktest.Row(2, "Valo", "Kemi")), workbooktest.Sheet{Name: "Tyhjä"}), rows: Rows{Read: 1, Stored: 1}, first: "Valo|Kemi", unread: "Ohje, Tyhjä"},
	{name: "the sheet that is understood best", book: bookOf(workbooktest.Sheet{Name: "Lyhyt", Rows: workbooktest.Row(1, "hanke", "toimija") + workbooktest.Row(2, "A", "B")}, sheetOf(workbooktest.Row(2, "Valo", "Kemi"))), rows: Rows{Read: 1, Stored: 1}, first: "Valo|Kemi", unread: "Lyhyt"},
	{name: "a hidden sheet of persons", book: bookOf(sheetOf(workbooktest.Row(2, "Valo", "Kemi")), workbooktest.Sheet{Name: "Henkilöt", State: "hidden", Rows: workbooktest.Row(1, "hanke", "toimija", "puhelin") + workbooktest.Row(2, "Valo", "Maija Mehiläinen", "040 123 4567")}), rows: Rows{Read: 1, Stored: 1}, first: "Valo|Kemi", unread: "Henkilöt"},
	{name: "a sheet that is hidden very much", book: bookOf(workbooktest.Sheet{Name: "x", State: "veryHidden", Rows: head + workbooktest.Row(2, "A", "B")}, sheetOf(workbooktest.Row(2, "Valo", "Kemi"))), rows: Rows{Read: 1, Stored: 1}, first: "Valo|Kemi", unread: "x"},
	{name: "e-mail in a sheet's name", book: bookOf(sheetOf(workbooktest.Row(2, "Valo", "Kemi")), workbooktest.Sheet{Name: "maija@esimerkki.example"}), rows: Rows{Read: 1, Stored: 1}, first: "Valo|Kemi", unread: "***"},
	{name: "the same row twice", book: bookOf(sheetOf(workbooktest.Row(2, "Valo", "Kemi"), workbooktest.Row(3, "Valo", "Kemi"))), rows: Rows{Read: 2, Stored: 1, Unchanged: 1}, issues: "3 row-twice", first: "Valo|Kemi"},
	{name: "a cell beyond the header", book: bookOf(sheetOf(workbooktest.Row(2, "Valo", "Kemi", "", "", "lisää"))), rows: Rows{Read: 1, Rejected: 1}, issues: "2 row-too-wide"},
	{name: "a postal code that lost nothing", book: bookOf(workbooktest.Sheet{Name: "x", Rows: workbooktest.Row(1, "hanke", "toimija", "postinumero") + `<row r="2"><c r="A2" t="str"><v>Valo</v></c><c r="B2" t="str"><v>Kemi</v></c><c r="C2" s="2"><v>130</v></c></row>`}), rows: Rows{Read: 1, Stored: 1}, first: "Valo|Kemi|00130", sheet: "x"},
	{name: "a business id as a number", book: bookOf(workbooktest.Sheet{Name: "x", Rows: workbooktest.Row(1, "hanke", "toimija", "y-tunnus") + `<row r="2"><c r="A2" t="str"><v>Valo</v></c><c r="B2" t="str"><v>Oulun yliopisto</v></c><c r="C2"><v>2458955</v></c></row>`}), rows: Rows{Read: 1, Stored: 1}, first: "Valo|Oulun yliopisto|0245895-5", sheet: "x"},
	{name: "rich text, escapes and pronunciation", book: func() workbooktest.Book {
		b := bookOf(sheetOf(`<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>`))
		b.Strings = []string{`<r><t>Va</t></r><r><t>lo</t></r>`, `<t>Kemi_x000D_</t><rPh sb="0" eb="1"><t>kemi</t></rPh>`}
		return b
	}(), rows: Rows{Read: 1, Stored: 1}, first: "Valo|Kemi"},
	{name: "the strict edition with prefixes", book: func() workbooktest.Book {
		b := bookOf(sheetOf(workbooktest.Row(2, "Valo", "Kemi")))
		b.Strict, b.Prefix = true, "ss"
		return b
	}(), rows: Rows{Read: 1, Stored: 1}, first: "Valo|Kemi"},
	{name: "partners in a cell", book: bookOf(workbooktest.Sheet{Name: "x", Rows: workbooktest.Row(1, "hanke", "päätoteuttaja", "osatoteuttajat") + workbooktest.Row(2, "Valo", "Kemi", "Oulu\nTornio")}), rows: Rows{Read: 1, Stored: 1}, first: "Valo|lead|Kemi|Oulu\nTornio", sheet: "x"},
	{name: "a list of EURA", book: bookOf(workbooktest.Sheet{Name: "x", Rows: workbooktest.Row(1, "Koodi", "Rahasto", "Hankkeen nimi", "Tl", "Viranomainen", "Tila", "Aloituspvm", "Päättymispvm", "Toteuttajan nimi", "Myönnetty EU- ja valtion rahoitus", "Toteutunut EU- ja valtion rahoitus", "Suunniteltu julkinen rahoitus yhteensä", "Toteutunut julkinen rahoitus yhteensä") +
		workbooktest.Row(2, "A79001", "EAKR", "Valo | varjo", "7", "Lapin liitto", "Toiminnassa", "1.2.2020", "2.2.2021", "Kemi; Oy", "1", "2")}), rows: Rows{Read: 1, Stored: 1}, first: "A79001|Valo, varjo|EAKR|7|Lapin liitto|Toiminnassa|2020-02-01|2021-02-02|lead|Kemi; Oy|100|200", sheet: "x"},
}

func TestGoodWorkbooks(t *testing.T) {
	for _, c := range goodBooks {
		r, err := Read("kirja.xlsx", bytes.NewReader(c.book.Bytes()), Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var issues []string
		for _, i := range r.Report.Issues {
			issues = append(issues, fmt.Sprintf("%d %s", i.Row, i.Code))
			if i.Sheet != r.Report.Sheet || strings.Contains(i.Text("fi"), "issue.") || strings.Contains(i.Cure("sv"), "cure.") {
				t.Errorf("%s: an issue without its sheet or words: %+v", c.name, i)
			}
		}
		first := ""
		if len(r.Records) > 0 {
			var cells []string
			for _, f := range graph.Fields {
				if value := r.Records[0].Cells[f]; value != "" {
					cells = append(cells, value)
				}
			}
			first = strings.Join(cells, "|")
		}
		sheet := c.sheet
		if sheet == "" {
			sheet = "Hankkeet"
		}
		if got := strings.Join(issues, ", "); r.Report.Rows != c.rows || got != c.issues || first != c.first || r.Report.Sheet != sheet || strings.Join(r.Report.Dropped.Sheets, ", ") != c.unread || r.Report.Encoding != "xlsx" {
			t.Errorf("%s: %+v, issues %q, first %q, sheet %q, not read %q", c.name, r.Report.Rows, got, first, r.Report.Sheet, r.Report.Dropped.Sheets)
		}
	}
}

// utf16le is how old containers write the names in their directory.
func utf16le(s string) string { return workbooktest.UTF16(s, false)[2:] }

const container = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

func TestBadWorkbooks(t *testing.T) {
	good := bookOf(sheetOf(workbooktest.Row(2, "Valo", "Kemi")))
	raw := good.Bytes()
	for name, c := range map[string]struct{ raw, code string }{
		"cut":                        {string(raw[:len(raw)-100]), "workbook-broken"},
		"something behind it":        {string(raw) + "x", "workbook-broken"},
		"an old workbook":            {container + strings.Repeat("\x00", 600) + utf16le("Workbook"), "workbook-old"},
		"a very old workbook":        {container + strings.Repeat("\x00", 600) + utf16le("Book"), "workbook-old"},
		"a password":                 {container + strings.Repeat("\x00", 600) + utf16le("EncryptedPackage"), "workbook-encrypted"},
		"a container of other sorts": {container + strings.Repeat("\x00", 600) + utf16le("WordDocument"), "not-table"},
		"any archive":                {string(workbooktest.Zip(workbooktest.Part{Name: "lista.csv", Text: "nimi;paikka\nA;B\n"})), "archive-nothing"},
		"an empty archive":           {string(workbooktest.Zip()), "archive-nothing"},
		"a text document": {string(workbooktest.Zip(good.With("[Content_Types].xml", func(s string) string {
			return strings.Replace(s, "spreadsheetml.sheet.main", "wordprocessingml.document.main", 1)
		})...)), "workbook-other-kind"},
		"the binary form": {string(workbooktest.Zip(good.With("[Content_Types].xml", func(s string) string {
			return strings.Replace(s, "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "vnd.ms-excel.sheet.binary.macroEnabled.main", 1)
		})...)), "workbook-binary"},
		"a part is missing":         {string(workbooktest.Zip(good.With("xl/_rels/workbook.xml.rels", func(s string) string { return strings.Replace(s, "sheet1.xml", "sheet7.xml", 1) })...)), "workbook-part-missing"},
		"names that lead outside":   {string(workbooktest.Zip(good.With("../x", func(string) string { return "x" })...)), "workbook-named"},
		"a bomb":                    {string(workbooktest.Zip(good.With("xl/media/x.png", func(string) string { return strings.Repeat("x", 1_000_000) })...)), "workbook-too-dense"},
		"too many parts":            {string(workbooktest.Zip(append(good.Parts(), make([]workbooktest.Part, 0)...)...)), ""},
		"a sheet cut off":           {string(bookOf(workbooktest.Sheet{Name: "Hankkeet", Rows: head + workbooktest.Row(2, "Valo", "Kemi") + "<row>"}).Bytes()), "workbook-xml"},
		"rows out of order":         {string(bookOf(sheetOf(workbooktest.Row(3, "Valo", "Kemi"), workbooktest.Row(2, "Varjo", "Oulu"))).Bytes()), "workbook-misplaced"},
		"a cell twice":              {string(bookOf(sheetOf(`<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>`)).Bytes()), "workbook-misplaced"},
		"a value that is none":      {string(bookOf(sheetOf(`<row r="2"><c r="A2" t="s"><v>9</v></c></row>`)).Bytes()), "workbook-value"},
		"rows nobody should see":    {string(bookOf(workbooktest.Sheet{Name: "Hankkeet", Rows: head + workbooktest.Row(2, "Valo", "Kemi"), After: `<extLst><row r="9"><c r="A9"><v>1</v></c></row></extLst>`}).Bytes()), "workbook-counts"},
		"the only sheet is hidden":  {string(bookOf(workbooktest.Sheet{Name: "x", State: "hidden", Rows: head}).Bytes()), "sheets-hidden"},
		"the right sheet is hidden": {string(bookOf(workbooktest.Sheet{Name: "x", State: "hidden", Rows: head}, workbooktest.Sheet{Name: "Ohje", Rows: workbooktest.Row(1, "Ohje")}).Bytes()), "sheets-hidden"},
		"no columns to read":        {string(bookOf(workbooktest.Sheet{Name: "x", Rows: workbooktest.Row(1, "nimi", "paikka")}).Bytes()), "columns-missing-both"},
		"no actor":                  {string(bookOf(workbooktest.Sheet{Name: "x", Rows: workbooktest.Row(1, "hanke", "paikka")}).Bytes()), "columns-missing-actor"},
		"an empty sheet":            {string(bookOf(workbooktest.Sheet{Name: "x"}).Bytes()), "empty"},
		"a column twice":            {string(bookOf(workbooktest.Sheet{Name: "x", Rows: workbooktest.Row(1, "hanke", "toimija", "toimija")}).Bytes()), "column-twice"},
	} {
		r, err := Read("kirja.xlsx", strings.NewReader(c.raw), Options{})
		if c.code == "" {
			if err != nil || len(r.Records) != 1 {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		var file *FileError
		if !errors.As(err, &file) || file.Code != c.code || !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: %v, want %s", name, err, c.code)
			continue
		}
		for _, lang := range []string{"fi", "sv", "en"} {
			if text := file.Text(lang); strings.Contains(text, "error.") || strings.Contains(text, "cure.") || strings.Contains(text, "{{") {
				t.Errorf("%s in %s: %q", name, lang, text)
			}
		}
	}
}

// A workbook under any name is a workbook, and text is text.
func TestContentDecidesNotTheName(t *testing.T) {
	raw := bookOf(sheetOf(workbooktest.Row(2, "Valo", "Kemi"))).Bytes()
	if r, err := Read("hankkeet.csv", bytes.NewReader(raw), Options{}); err != nil || r.Report.Encoding != "xlsx" {
		t.Errorf("a workbook called csv: %v", err)
	}
	if r, err := Read("hankkeet.xlsx", strings.NewReader("hanke;toimija\nA;B\n"), Options{}); err != nil || r.Report.Delimiter != ";" {
		t.Errorf("text called xlsx: %v", err)
	}
}

func TestASheetByName(t *testing.T) {
	raw := bookOf(workbooktest.Sheet{Name: "Lyhyt", Rows: workbooktest.Row(1, "hanke", "toimija") + workbooktest.Row(2, "A", "B")}, sheetOf(workbooktest.Row(2, "Valo", "Kemi"))).Bytes()
	r, err := Read("kirja.xlsx", bytes.NewReader(raw), Options{Sheet: "Lyhyt"})
	if err != nil || r.Report.Sheet != "Lyhyt" || r.Records[0].Cells[graph.FieldProject] != "A" {
		t.Errorf("%v", err)
	}
	var file *FileError
	if _, err := Read("kirja.xlsx", bytes.NewReader(raw), Options{Sheet: "Muu"}); !errors.As(err, &file) || file.Code != "sheet-unknown" || !strings.Contains(file.Text("fi"), "Lyhyt, Hankkeet") {
		t.Errorf("%v", err)
	}
}

// Limits of a table hold for workbooks too.
func TestWorkbookLimitsOfATable(t *testing.T) {
	for _, c := range []struct {
		columns, stored int
	}{{MaxColumns - 1, 1}, {MaxColumns, 1}, {MaxColumns + 1, 0}} {
		cells := make([]string, c.columns)
		cells[0], cells[1], cells[c.columns-1] = "hanke", "toimija", "loppu"
		raw := bookOf(workbooktest.Sheet{Name: "x", Rows: workbooktest.Row(1, cells...) + workbooktest.Row(2, "A", "B")}).Bytes()
		r, err := Read("kirja.xlsx", bytes.NewReader(raw), Options{})
		var file *FileError
		if c.stored == 1 && (err != nil || r.Report.Rows.Stored != 1) || c.stored == 0 && (!errors.As(err, &file) || file.Code != "too-many-columns") {
			t.Errorf("%d columns: %v", c.columns, err)
		}
	}
	for _, c := range []struct{ length, stored int }{{MaxCell - 1, 1}, {MaxCell, 1}, {MaxCell + 1, 0}} {
		raw := bookOf(workbooktest.Sheet{Name: "x", Rows: workbooktest.Row(1, "hanke", "toimija", "kuvaus") + workbooktest.Row(2, "A", "B", strings.Repeat("ä", c.length))}).Bytes()
		r, err := Read("kirja.xlsx", bytes.NewReader(raw), Options{})
		if err != nil || r.Report.Rows.Stored != c.stored || r.Report.Rows.Rejected != 1-c.stored {
			t.Errorf("a cell of %d: %v", c.length, err)
		}
	}
	if testing.Short() {
		return
	}
	for _, rows := range []int{MaxRows - 1, MaxRows, MaxRows + 1} {
		var b strings.Builder
		b.WriteString(workbooktest.Row(1, "hanke", "toimija"))
		for i := range rows {
			fmt.Fprintf(&b, `<row r="%d"><c r="A%d" t="str"><v></v></c></row>`, i+2, i+2)
		}
		_, err := Read("kirja.xlsx", bytes.NewReader(bookOf(workbooktest.Sheet{Name: "x", Rows: b.String()}).Bytes()), Options{})
		var file *FileError
		if rows <= MaxRows && err != nil || rows > MaxRows && (!errors.As(err, &file) || file.Code != "too-many-rows") {
			t.Errorf("%d rows: %v", rows, err)
		}
	}
}

// An OpenDocument spreadsheet gives what a workbook of Excel gives.
func TestODSIsReadAsAWorkbook(t *testing.T) {
	raw := workbooktest.ODS(
		workbooktest.Table{Name: "Ohje", Rows: workbooktest.ODSRow("Lue tämä")},
		workbooktest.Table{Name: "Hankkeet", Rows: workbooktest.ODSRow("hanke", "toimija", "alkaa", "euroa") +
			`<row><cell table:number-rows-spanned="2" office:value-type="string"><p>Valo</p></cell><cell office:value-type="string"><office:annotation><dc:creator>Maija</dc:creator><p>Soita!</p></office:annotation><p>Kemi</p></cell>` +
			`<cell office:value-type="date" office:date-value="2020-02-01"><p>1.2.20</p></cell><cell office:value-type="currency" office:value="166.423"><p>166,42 €</p></cell></row>` +
			`<row><covered/><cell office:value-type="string"><p>Oulu</p></cell></row><row table:number-rows-repeated="1048573"><cell table:number-columns-repeated="16384"/></row>`},
		workbooktest.Table{Name: "Henkilöt", Hidden: true, Rows: workbooktest.ODSRow("hanke", "toimija", "puhelin", "alkaa", "euroa") + workbooktest.ODSRow("A", "B", "040 123 4567")},
	)
	r, err := Read("taulukko.ods", bytes.NewReader(raw), Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := mustRead(t, []byte("hanke;toimija;alkaa;euroa\nValo;Kemi;1.2.2020;166,42\nValo;Oulu;;\n"))
	for i := range r.Records {
		if r.Records[i].Hash != text.Records[i].Hash {
			t.Errorf("%v, as text %v", r.Records[i].Cells, text.Records[i].Cells)
		}
	}
	if r.Report.Rows != (Rows{Read: 2, Stored: 2}) || r.Report.Encoding != "ods" || r.Report.Sheet != "Hankkeet" || strings.Join(r.Report.Dropped.Sheets, ", ") != "Ohje, Henkilöt" || len(r.Report.Issues) != 1 {
		t.Errorf("%+v", r.Report)
	}
}

// workbook writes a content as a workbook, in one of many ways.
func (c content) workbook(t *rapid.T, headers []string, title bool) []byte {
	rows := [][]any{}
	if title {
		rows = append(rows, []any{"Hankkeet keväällä"}, nil)
	}
	head := make([]any, len(headers))
	for i, h := range headers {
		head[i] = h
	}
	rows = append(rows, head)
	typed := rapid.Bool().Draw(t, "typed")
	for _, p := range c {
		day := func(d graph.Date) any {
			if typed {
				return time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC)
			}
			return celltest.DayForms[1](d)
		}
		var cents any = celltest.AmountForms[2](p.cents)
		if typed {
			cents = float64(p.cents) / 100
		}
		rows = append(rows, []any{p.code, p.project, p.actor, p.role, p.place, p.remark, day(p.from), day(p.to), cents, strings.Join(p.keywords, "; ")})
	}
	if rapid.Bool().Draw(t, "by hand") {
		return byHand(rows, rapid.Bool().Draw(t, "shared"), rapid.SampledFrom([]string{"", "x"}).Draw(t, "prefix"), rapid.Bool().Draw(t, "strict"), rapid.Bool().Draw(t, "1904"))
	}
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		for j, value := range row {
			if value == "" {
				continue
			}
			at := workbooktest.Reference(j, i+1)
			if err := f.SetCellValue("Sheet1", at, value); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// byHand writes rows as XML, with references or without.
func byHand(rows [][]any, shared bool, prefix string, strict, since1904 bool) []byte {
	book := workbooktest.Book{Prefix: prefix, Strict: strict, Since1904: since1904, Formats: []string{"yyyy\\-mm\\-dd"}}
	var b strings.Builder
	for i, row := range rows {
		if len(row) == 0 {
			continue
		}
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for j, value := range row {
			at := workbooktest.Reference(j, i+1)
			switch v := value.(type) {
			case time.Time:
				days := int(v.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
				if since1904 {
					days -= 1462
				}
				fmt.Fprintf(&b, `<c r="%s" s="1"><v>%d</v></c>`, at, days)
			case float64:
				fmt.Fprintf(&b, `<c r="%s"><v>%.17g</v></c>`, at, v)
			case string:
				switch {
				case v == "":
					fmt.Fprintf(&b, `<c r="%s"/>`, at)
				case shared:
					n := slices.Index(book.Strings, "<t>"+workbooktest.Escaped(v)+"</t>")
					if n < 0 {
						n = len(book.Strings)
						book.Strings = append(book.Strings, "<t>"+workbooktest.Escaped(v)+"</t>")
					}
					fmt.Fprintf(&b, `<c r="%s" t="s"><v>%d</v></c>`, at, n)
				default:
					fmt.Fprintf(&b, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, at, workbooktest.Escaped(v))
				}
			}
		}
		b.WriteString("</row>")
	}
	book.Sheets = []workbooktest.Sheet{{Name: "Taul1", Rows: b.String()}}
	return book.Bytes()
}

// Goal R5: a workbook and a text that say the same give the same records.
func TestWorkbookAndTextSayTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		said := contentGenerator().Draw(t, "content")
		want := mustRead(t, said.write(dressGenerator().Draw(t, "dress")))
		title := rapid.Bool().Draw(t, "title")
		raw := said.workbook(t, rapid.SampledFrom(headerSets).Draw(t, "headers"), title)
		got, err := Read("taulukko.xlsx", bytes.NewReader(raw), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(contentsOf(got), contentsOf(want)) {
			t.Fatalf("other records:\n%v\n%v", got.Records, want.Records)
		}
		if change := graph.Diff(want.Records, got.Records, false); !change.Empty() || got.Source.ID != want.Source.ID {
			t.Fatalf("changes: %+v", change)
		}
		if rows := got.Report.Rows; rows.Read != len(said)+map[bool]int{true: 1, false: 0}[title] || rows.Rejected != 0 {
			t.Fatalf("%d rows written, report %+v", len(said), rows)
		}
	})
}

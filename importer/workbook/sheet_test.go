package workbook_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/importer/workbook"
	"hankeverkko/importer/workbook/workbooktest"
)

// limits leave room for all that is not about them.
var limits = workbook.Limits{
	Parts: 100, Unpacked: 10 << 20, Ratio: 100, RatioFrom: 100_000, Depth: 20, Token: 100_000, Strings: 1_000, Merged: 100, Columns: 256,
}

// told is a sheet as text: a row number, then its cells with a bar between.
func told(t *testing.T, raw []byte, l workbook.Limits) ([]string, error) {
	t.Helper()
	book, err := workbook.Open(raw, l)
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, s := range book.Sheets {
		rows := 0
		err := s.Rows(func(r workbook.Row) bool {
			rows++
			lines = append(lines, strings.Join(append([]string{cmpNumber(r.Number)}, r.Cells...), "|"))
			return true
		})
		if err != nil {
			return nil, err
		}
		if counted, err := s.Count(); err != nil || counted != rows {
			t.Errorf("%d rows, counted %d, %v", rows, counted, err)
		}
	}
	return lines, nil
}

func cmpNumber(n int) string { return strings.TrimPrefix(workbooktest.Reference(0, n), "A") }

// cells is a workbook of one sheet with these rows.
func cells(rows string) workbooktest.Book {
	return workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "Taul1", Rows: rows}}}
}

func TestValues(t *testing.T) {
	formats := []string{"d.m.yyyy", "dd/mm/yyyy hh:mm", "h:mm", "[h]:mm", "00000", "0000000\\-0", `0.00 "päivää"`, "mmmm", `[Red]0;"d"0`, "Standard", "0.00E+00", "pp.kk.vvvv", `[$-40B]d. mmmm yyyy;@`}
	for name, c := range map[string]struct {
		cell string
		want string
		kind workbook.Kind
	}{
		"inline text":                      {`<c r="A1" t="inlineStr"><is><t> kaksi  väliä </t></is></c>`, " kaksi  väliä ", workbook.Text},
		"shared text":                      {`<c r="A1" t="s"><v>0</v></c>`, "jaettu", workbook.Text},
		"runs of several looks":            {`<c r="A1" t="s"><v>1</v></c>`, "Oulun yliopisto", workbook.Text},
		"pronunciation is no text":         {`<c r="A1" t="s"><v>2</v></c>`, "課題", workbook.Text},
		"escaped signs":                    {`<c r="A1" t="s"><v>3</v></c>`, "a\r\nb_x", workbook.Text},
		"an escaped escape":                {`<c r="A1" t="inlineStr"><is><t>_x005F_x0041_</t></is></c>`, "_x0041_", workbook.Text},
		"a pair of escapes":                {`<c r="A1" t="inlineStr"><is><t>_xD83D__xDE00_</t></is></c>`, "😀", workbook.Text},
		"CDATA":                            {`<c r="A1" t="str"><v><![CDATA[a < b & </v>]]></v></c>`, "a < b & </v>", workbook.Text},
		"text of a formula":                {`<c r="A1" t="str"><f>A2&amp;"x"</f><v>tulos</v></c>`, "tulos", workbook.Text},
		"a formula's number":               {`<c r="A1"><f>1+1</f><v>2</v></c>`, "2", workbook.Number},
		"a formula without value":          {`<c r="A1"><f>1+1</f></c>`, "", workbook.Uncomputed},
		"number":                           {`<c r="A1"><v>443909</v></c>`, "443909", workbook.Number},
		"float noise":                      {`<c r="A1"><v>0.30000000000000004</v></c>`, "0.3", workbook.Number},
		"exponent":                         {`<c r="A1"><v>1.5E6</v></c>`, "1500000", workbook.Number},
		"small exponent":                   {`<c r="A1"><v>1E-3</v></c>`, "0.001", workbook.Number},
		"sixteen digits":                   {`<c r="A1"><v>66166.419999999998</v></c>`, "66166.42", workbook.Number},
		"minus nought":                     {`<c r="A1" t="n"><v>-0</v></c>`, "0", workbook.Number},
		"padded by a writer":               {"<c r=\"A1\"><v>\n 7 </v></c>", "7", workbook.Number},
		"true":                             {`<c r="A1" t="b"><v>1</v></c>`, "TRUE", workbook.Truth},
		"false":                            {`<c r="A1" t="b"><v>false</v></c>`, "FALSE", workbook.Truth},
		"error":                            {`<c r="A1" t="e"><v>#N/A</v></c>`, "#N/A", workbook.Error},
		"day":                              {`<c r="A1" s="1"><v>44561</v></c>`, "2021-12-31", workbook.Moment},
		"day and time":                     {`<c r="A1" s="2"><v>44561.5</v></c>`, "2021-12-31 12:00:00", workbook.Moment},
		"a second before midnight":         {`<c r="A1" s="1"><v>44560.9999999</v></c>`, "2021-12-31", workbook.Moment},
		"time of day":                      {`<c r="A1" s="3"><v>0.75</v></c>`, "18:00:00", workbook.Moment},
		"length of time":                   {`<c r="A1" s="4"><v>1.5</v></c>`, "1.5", workbook.Number},
		"filled with noughts":              {`<c r="A1" s="5"><v>130</v></c>`, "00130", workbook.Text},
		"more digits than noughts":         {`<c r="A1" s="5"><v>1234567</v></c>`, "1234567", workbook.Text},
		"business id as a number":          {`<c r="A1" s="6"><v>2458955</v></c>`, "0245895-5", workbook.Text},
		"letters of a day in quotes":       {`<c r="A1" s="7"><v>7.5</v></c>`, "7.5", workbook.Number},
		"a month alone":                    {`<c r="A1" s="8"><v>44561</v></c>`, "2021-12-31", workbook.Moment},
		"the first section counts":         {`<c r="A1" s="9"><v>5</v></c>`, "5", workbook.Number},
		"General in another language":      {`<c r="A1" s="10"><v>44561</v></c>`, "44561", workbook.Number},
		"E is no day":                      {`<c r="A1" s="11"><v>44561</v></c>`, "44561", workbook.Number},
		"Finnish letters":                  {`<c r="A1" s="12"><v>44561</v></c>`, "2021-12-31", workbook.Moment},
		"language and sections":            {`<c r="A1" s="13"><v>44561</v></c>`, "2021-12-31", workbook.Moment},
		"no such format":                   {`<c r="A1" s="99"><v>44561</v></c>`, "44561", workbook.Number},
		"odd format":                       {`<c r="A1" s="x"><v>44561</v></c>`, "44561", workbook.Number},
		"before the first day":             {`<c r="A1" s="1"><v>-1</v></c>`, "-1", workbook.Number},
		"after the last day":               {`<c r="A1" s="1"><v>2958466</v></c>`, "2958466", workbook.Number},
		"the last day":                     {`<c r="A1" s="1"><v>2958465</v></c>`, "9999-12-31", workbook.Moment},
		"the day that never was":           {`<c r="A1" s="1"><v>60</v></c>`, "1900-02-29", workbook.Moment},
		"the day before it":                {`<c r="A1" s="1"><v>59</v></c>`, "1900-02-28", workbook.Moment},
		"ISO day":                          {`<c r="A1" t="d"><v>2021-12-31T00:00:00.000</v></c>`, "2021-12-31", workbook.Moment},
		"an element of somebody else":      {`<c r="A1"><x:v xmlns:x="urn:x">9</x:v><v>7</v></c>`, "7", workbook.Number},
		"an extension of a cell":           {`<c r="A1"><v>7</v><extLst><ext uri="u"/></extLst></c>`, "7", workbook.Number},
		"a reference is no attribute of x": {`<c xmlns:x="urn:x" x:r="Z9" r="A1"><v>7</v></c>`, "7", workbook.Number},
	} {
		book := cells(`<row r="1">` + c.cell + `<c r="B1"><v>1</v></c></row>`)
		book.Strings = []string{`<t>jaettu</t>`, `<r><rPr><b/></rPr><t>Oulun </t></r><r><t>yliopisto</t></r>`, `<t>課題</t><rPh sb="0" eb="2"><t>かだい</t></rPh><phoneticPr fontId="1"/>`, `<t>a_x000D__x000a_b_x</t>`}
		book.Formats = formats
		opened, err := workbook.Open(book.Bytes(), limits)
		if err != nil {
			t.Fatal(err)
		}
		var got workbook.Row
		if err := opened.Sheets[0].Rows(func(r workbook.Row) bool { got = r; return true }); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got.Cells[0] != c.want || got.Kinds[0] != c.kind {
			t.Errorf("%s: %q of kind %d, want %q of kind %d", name, got.Cells[0], got.Kinds[0], c.want, c.kind)
		}
	}
}

func TestWhereCellsStand(t *testing.T) {
	for name, c := range map[string]struct {
		book workbooktest.Book
		want []string
	}{
		"as they are":             {cells(workbooktest.Row(1, "a", "", "c") + workbooktest.Row(4, "", "b")), []string{"1|a||c", "4||b"}},
		"without references":      {cells(`<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>`), []string{"1|1||3", "2|4"}},
		"some references":         {cells(`<row r="3"><c r="B3"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>`), []string{"3||2|3", "4|4"}},
		"cells out of order":      {cells(`<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>`), []string{"1|1||3"}},
		"rows of nothing":         {cells(`<row r="1"/>` + workbooktest.Row(2, "a") + strings.Repeat(`<row s="1"><c s="1"/></row>`, 50)), []string{"2|a"}},
		"an empty sheet":          {cells(""), nil},
		"a false dimension":       {workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "x", Before: `<dimension ref="A1:A1"/>`, Rows: workbooktest.Row(1, "a", "b") + workbooktest.Row(2, "c")}}}, []string{"1|a|b", "2|c"}},
		"the strict edition":      {workbooktest.Book{Strict: true, Sheets: []workbooktest.Sheet{{Name: "x", Rows: workbooktest.Row(1, "a")}}}, []string{"1|a"}},
		"prefixes":                {workbooktest.Book{Prefix: "x", Strings: []string{"<t>s</t>"}, Sheets: []workbooktest.Sheet{{Name: "x", Rows: workbooktest.Row(1, "a") + `<row r="2"><c r="B2" t="s"><v>0</v></c></row>`}}}, []string{"1|a", "2||s"}},
		"a strict prefix":         {workbooktest.Book{Prefix: "main", Strict: true, Sheets: []workbooktest.Sheet{{Name: "x", Rows: workbooktest.Row(1, "a")}}}, []string{"1|a"}},
		"the last cell of all":    {cells(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`), []string{"1048576" + strings.Repeat("|", 257) + "1"}},
		"tags in a comment":       {cells(`<!-- <row r="9"><c><v>1</v></c></row> ---->` + workbooktest.Row(1, "a")), nil},
		"comments and CDATA":      {cells(`<!-- <row><c><v>1</v></c></row> --><row r="1"><c r="A1" t="str"><v><![CDATA[<row><c><v>]]></v></c></row>`), []string{"1|<row><c><v>"}},
		"merged down":             {workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "x", Merged: []string{"A1:A3", "C2:D3"}, Rows: workbooktest.Row(1, "a", "b") + workbooktest.Row(2, "", "c", "d") + workbooktest.Row(3, "", "e") + workbooktest.Row(4, "", "f")}}}, []string{"1|a|b", "2|a|c|d", "3|a|e|d", "4||f"}},
		"merged across":           {workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "x", Merged: []string{"A1:C1"}, Rows: workbooktest.Row(1, "a") + workbooktest.Row(2, "b", "c")}}}, []string{"1|a", "2|b|c"}},
		"a merged cell is filled": {workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "x", Merged: []string{"A1:A2"}, Rows: workbooktest.Row(1, "a") + workbooktest.Row(2, "b")}}}, []string{"1|a", "2|b"}},
	} {
		got, err := told(t, c.book.Bytes(), limits)
		if c.want == nil && name != "an empty sheet" {
			if err == nil {
				t.Errorf("%s: %q, want it refused", name, got)
			}
			continue
		}
		if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v %s", name, err, diff)
		}
	}
}

func TestHiddenRowsAreTold(t *testing.T) {
	book, err := workbook.Open(cells(workbooktest.Row(1, "a")+`<row r="2" hidden="1"><c r="A2"><v>1</v></c></row>`).Bytes(), limits)
	if err != nil {
		t.Fatal(err)
	}
	var hidden []bool
	if err := book.Sheets[0].Rows(func(r workbook.Row) bool { hidden = append(hidden, r.Hidden); return true }); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]bool{false, true}, hidden); diff != "" {
		t.Error(diff)
	}
}

func TestDaysSince1904(t *testing.T) {
	book := cells(`<row r="1"><c r="A1" s="1"><v>43099</v></c><c r="B1" s="1"><v>0</v></c></row>`)
	book.Formats, book.Since1904 = []string{"yyyy-mm-dd"}, true
	got, err := told(t, book.Bytes(), limits)
	if diff := cmp.Diff([]string{"1|2021-12-31|1904-01-01"}, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
}

// A row is wide up to its last cell with something in it; of what stands
// beyond the columns that are kept, one cell is.
func TestColumnsBeyondTheLimit(t *testing.T) {
	narrow := limits
	narrow.Columns = 2
	for rows, want := range map[string]struct {
		cells []string
		width int
	}{
		workbooktest.Row(1, "a", "b"):                                          {[]string{"a", "b"}, 2},
		workbooktest.Row(1, "a", "b", "c"):                                     {[]string{"a", "b", "c"}, 3},
		workbooktest.Row(1, "a", "", "", "d"):                                  {[]string{"a", "", "d"}, 4},
		`<row r="1"><c r="A1"><v>1</v></c><c r="D1" t="str"><v></v></c></row>`: {[]string{"1"}, 1},
	} {
		book, err := workbook.Open(cells(rows).Bytes(), narrow)
		if err != nil {
			t.Fatal(err)
		}
		if err := book.Sheets[0].Rows(func(r workbook.Row) bool {
			if diff := cmp.Diff(want.cells, r.Cells); diff != "" || r.Width != want.width {
				t.Errorf("%s: width %d, want %d %s", rows, r.Width, want.width, diff)
			}
			return true
		}); err != nil {
			t.Error(err)
		}
	}
}

func TestUTF16Parts(t *testing.T) {
	const part = "xl/worksheets/sheet1.xml"
	for _, big := range []bool{false, true} {
		parts := cells(workbooktest.Row(1, "Ähtärin kaupunki")).With(part, func(text string) string {
			return workbooktest.UTF16(strings.Replace(text, "UTF-8", "UTF-16", 1), big)
		})
		got, err := told(t, workbooktest.Zip(parts...), limits)
		if diff := cmp.Diff([]string{"1|Ähtärin kaupunki"}, got); diff != "" || err != nil {
			t.Error(err, diff)
		}
	}
}

func TestStoppingEarly(t *testing.T) {
	book, err := workbook.Open(cells(workbooktest.Row(1, "a")+workbooktest.Row(2, "b")+`<row r="1"/>`).Bytes(), limits)
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	if err := book.Sheets[0].Rows(func(workbook.Row) bool { rows++; return rows < 2 }); err != nil || rows != 2 {
		t.Errorf("%d rows, %v", rows, err)
	}
	if err := book.Sheets[0].Rows(func(workbook.Row) bool { return true }); err == nil {
		t.Error("read to its end, the sheet is broken")
	}
}

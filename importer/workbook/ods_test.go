package workbook_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/importer/workbook"
	"hankeverkko/importer/workbook/workbooktest"
)

func ods(rows string) []byte {
	return workbooktest.ODS(workbooktest.Table{Name: "Taulu", Rows: rows})
}

func TestODSValues(t *testing.T) {
	for name, c := range map[string]struct {
		cell string
		want string
		kind workbook.Kind
	}{
		"text":                        {`<cell office:value-type="string"><p>Oulun yliopisto</p></cell>`, "Oulun yliopisto", workbook.Text},
		"paragraphs":                  {`<cell office:value-type="string"><p>a</p><p>b</p></cell>`, "a\nb", workbook.Text},
		"spans, spaces and breaks":    {`<cell office:value-type="string"><p>Ou<text:span>lun</text:span><text:s text:c="2"/>yli<text:line-break/>opisto<text:tab/></p></cell>`, "Oulun  yli\nopisto\t", workbook.Text},
		"white space of the file":     {"<cell office:value-type=\"string\"><p>Oulun\n   yliopisto</p></cell>", "Oulun yliopisto", workbook.Text},
		"a link":                      {`<cell office:value-type="string"><p><text:a>sivu</text:a></p></cell>`, "sivu", workbook.Text},
		"a remark is no text":         {`<cell office:value-type="string"><office:annotation><dc:creator>Maija</dc:creator><p>Kysy!</p></office:annotation><p>arvo</p></cell>`, "arvo", workbook.Text},
		"a text without a type":       {`<cell><p>arvo</p></cell>`, "arvo", workbook.Text},
		"a text in an attribute":      {`<cell office:value-type="string" office:string-value="arvo"/>`, "arvo", workbook.Text},
		"number":                      {`<cell office:value-type="float" office:value="443909.5"><p>443 909,50</p></cell>`, "443909.5", workbook.Number},
		"float noise":                 {`<cell office:value-type="currency" office:currency="EUR" office:value="0.30000000000000004"><p>0,30 €</p></cell>`, "0.3", workbook.Number},
		"shown with noughts":          {`<cell office:value-type="float" office:value="130"><p>00130</p></cell>`, "00130", workbook.Text},
		"shown as a fraction":         {`<cell office:value-type="float" office:value="0.5"><p>0,5</p></cell>`, "0.5", workbook.Number},
		"day":                         {`<cell office:value-type="date" office:date-value="2021-12-31"><p>31.12.21</p></cell>`, "2021-12-31", workbook.Moment},
		"day and time":                {`<cell office:value-type="date" office:date-value="2021-12-31T12:00:00"><p>x</p></cell>`, "2021-12-31 12:00:00", workbook.Moment},
		"midnight":                    {`<cell office:value-type="date" office:date-value="2021-12-31T00:00:00"><p>x</p></cell>`, "2021-12-31", workbook.Moment},
		"truth":                       {`<cell office:value-type="boolean" office:boolean-value="true"><p>TOSI</p></cell>`, "TRUE", workbook.Truth},
		"an error":                    {`<cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><p>#JAKO/0!</p></cell>`, "#JAKO/0!", workbook.Error},
		"a formula":                   {`<cell table:formula="of:=1+1" office:value-type="float" office:value="2"><p>2</p></cell>`, "2", workbook.Number},
		"a formula without its value": {`<cell table:formula="of:=1+1"/>`, "", workbook.Uncomputed},
	} {
		book, err := workbook.Open(ods("<row>"+c.cell+`<cell office:value-type="string"><p>x</p></cell></row>`), limits)
		if err != nil {
			t.Fatal(err)
		}
		var got workbook.Row
		if err := book.Sheets[0].Rows(func(r workbook.Row) bool { got = r; return true }); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got.Cells[0] != c.want || got.Kinds[0] != c.kind || got.Cells[1] != "x" {
			t.Errorf("%s: %q of kind %d, want %q of kind %d", name, got.Cells[0], got.Kinds[0], c.want, c.kind)
		}
	}
}

func TestODSPlaces(t *testing.T) {
	const x = `<cell office:value-type="string"><p>x</p></cell>`
	for name, c := range map[string]struct {
		rows string
		want []string
	}{
		"as they are":               {workbooktest.ODSRow("a", "", "c") + "<row/>" + workbooktest.ODSRow("", "b"), []string{"1|a||c", "3||b"}},
		"repeated columns":          {`<row><cell table:number-columns-repeated="2"/><cell table:number-columns-repeated="3" office:value-type="string"><p>x</p></cell></row>`, []string{"1|||x|x|x"}},
		"repeated rows":             {workbooktest.ODSRow("a") + `<row table:number-rows-repeated="3"><cell/></row><row table:number-rows-repeated="2">` + x + `</row>`, []string{"1|a", "5|x", "6|x"}},
		"a million empty rows":      {workbooktest.ODSRow("a") + `<row table:number-rows-repeated="1048575"><cell table:number-columns-repeated="16384"/></row>`, []string{"1|a"}},
		"groups and headings":       {"<table:table-header-rows>" + workbooktest.ODSRow("a") + "</table:table-header-rows><table:table-row-group><table:table-row-group>" + workbooktest.ODSRow("b") + "</table:table-row-group></table:table-row-group>", []string{"1|a", "2|b"}},
		"merged down":               {`<row><cell table:number-rows-spanned="2" office:value-type="string"><p>a</p></cell>` + x + `</row><row><covered/>` + x + `</row><row><cell/>` + x + `</row>`, []string{"1|a|x", "2|a|x", "3||x"}},
		"only a remark":             {workbooktest.ODSRow("a") + `<row><cell><office:annotation><p>Kysy!</p></office:annotation></cell></row>`, []string{"1|a"}},
		"spaces in a row":           {workbooktest.ODSRow("a  b"), []string{"1|a  b"}},
		"behind the kept columns":   {`<row><cell table:number-columns-repeated="16383"/>` + x + `</row>`, []string{"1" + strings.Repeat("|", 257) + "x"}},
		"tags in CDATA and remarks": {`<!-- <row><cell><p>x</p></cell></row> --><row><cell office:value-type="string"><p><![CDATA[<x><p/>]]></p></cell></row>`, []string{"1|<x><p/>"}},
	} {
		got, err := told(t, ods(c.rows), limits)
		if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v %s", name, err, diff)
		}
	}
	book, err := workbook.Open(workbooktest.ODS(
		workbooktest.Table{Name: "Ensin", Rows: workbooktest.ODSRow("a")}, workbooktest.Table{Name: "Piilo", Hidden: true, Rows: workbooktest.ODSRow("b")},
		workbooktest.Table{Name: "Sitten", Rows: workbooktest.ODSRow("c") + workbooktest.ODSRow("d")}), limits)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range book.Sheets {
		n, err := s.Count()
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, s.Name+strings.Repeat(".", n)+map[bool]string{true: " hidden", false: ""}[s.Hidden])
	}
	if diff := cmp.Diff([]string{"Ensin.", "Piilo. hidden", "Sitten.."}, names); diff != "" {
		t.Error(diff)
	}
}

func TestODSRefused(t *testing.T) {
	const x = `<cell office:value-type="string"><p>x</p></cell>`
	part := func(name, old, new string) []byte {
		parts := workbooktest.ODSParts(workbooktest.Table{Name: "T", Rows: workbooktest.ODSRow("a")})
		for i := range parts {
			if parts[i].Name == name {
				parts[i].Text = strings.Replace(parts[i].Text, old, new, 1)
			}
		}
		return workbooktest.Zip(parts...)
	}
	for name, c := range map[string]struct {
		raw  []byte
		code workbook.Code
	}{
		"a text document":            {part("mimetype", "spreadsheet", "text"), workbook.OtherKind},
		"a password":                 {part("META-INF/manifest.xml", `media-type="text/xml"/>`, `media-type="text/xml"><manifest:encryption-data/></manifest:file-entry>`), workbook.Encrypted},
		"cut content":                {part("content.xml", "</table:table>", ""), workbook.BadXML},
		"a document type":            {part("content.xml", "<office:document-content", `<!DOCTYPE x [<!ENTITY a "x">]><office:document-content`), workbook.BadXML},
		"another root":               {part("content.xml", "office:1.0\" xmlns:table", "office:2.0\" xmlns:table"), workbook.BadXML},
		"a number that is none":      {ods(`<row><cell office:value-type="float" office:value="12O"/></row>`), workbook.BadValue},
		"a number that is missing":   {ods(`<row><cell office:value-type="float"/></row>`), workbook.BadValue},
		"neither true nor false":     {ods(`<row><cell office:value-type="boolean" office:boolean-value="2"/></row>`), workbook.BadValue},
		"a type nobody knows":        {ods(`<row><cell office:value-type="colour"/></row>`), workbook.BadValue},
		"rows beyond the last":       {ods(`<row table:number-rows-repeated="1048577">` + x + `</row>`), workbook.Misplaced},
		"many rows beyond the last":  {ods(`<row table:number-rows-repeated="1048576"/><row>` + x + `</row>`), workbook.Misplaced},
		"minus one row":              {ods(`<row table:number-rows-repeated="-1">` + x + `</row>`), workbook.Misplaced},
		"columns beyond the last":    {ods(`<row><cell table:number-columns-repeated="16384"/>` + x + `</row>`), workbook.Misplaced},
		"no number of columns":       {ods(`<row><cell table:number-columns-repeated="x"/></row>`), workbook.Misplaced},
		"a table in a cell":          {ods(`<row><cell office:value-type="string"><table:table><row>` + x + `</row></table:table></cell></row>`), workbook.BadXML},
		"cells outside of rows":      {ods(x), workbook.BadXML},
		"rows of another name space": {ods(`<table-row xmlns="urn:x"><table-cell value-type="string"/></table-row>`), workbook.Counts},
		"spaces without end":         {ods(`<row><cell office:value-type="string"><p><text:s text:c="999999999"/></p></cell></row>`), workbook.BadXML},
	} {
		got, err := told(t, c.raw, limits)
		var fault *workbook.Fault
		if !errors.As(err, &fault) || fault.Code != c.code {
			t.Errorf("%s: %v, %q; want %s", name, err, got, c.code)
		}
	}
}

func FuzzODS(f *testing.F) {
	f.Add(workbooktest.ODSParts(workbooktest.Table{Name: "T", Rows: workbooktest.ODSRow("a", "", "b\nc") + `<row table:number-rows-repeated="3"><cell table:number-rows-spanned="2" office:value-type="float" office:value="1"/></row>`})[2].Text)
	f.Fuzz(func(t *testing.T, content string) {
		parts := workbooktest.ODSParts()
		parts[2].Text = content
		read(t, workbooktest.Zip(parts...))
	})
}

package workbooktest

import "strings"

// Table is a table of an OpenDocument spreadsheet; rows are XML without name
// spaces' prefixes for tables: "<row>", "<cell>" and "<covered>" become theirs.
type Table struct {
	Name   string
	Hidden bool
	Rows   string
}

const odsRoot = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ` +
	`xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" ` +
	`xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">`

// ODSParts returns the parts of a spreadsheet with these tables.
func ODSParts(tables ...Table) []Part {
	var b strings.Builder
	b.WriteString(declaration + odsRoot + `<office:automatic-styles><style:style style:name="seen" style:family="table"><style:table-properties table:display="true"/></style:style>` +
		`<style:style style:name="unseen" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>`)
	for _, t := range tables {
		style := "seen"
		if t.Hidden {
			style = "unseen"
		}
		b.WriteString(`<table:table table:name="` + Escaped(t.Name) + `" table:style-name="` + style + `"><table:table-column/>` + odsTags.Replace(t.Rows) + `</table:table>`)
	}
	b.WriteString(`</office:spreadsheet></office:body></office:document-content>`)
	return []Part{
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
		{"META-INF/manifest.xml", declaration + `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`},
		{"content.xml", b.String()},
	}
}

// ODS packs a spreadsheet with these tables.
func ODS(tables ...Table) []byte { return Zip(ODSParts(tables...)...) }

var odsTags = strings.NewReplacer(
	"<row", "<table:table-row", "</row>", "</table:table-row>", "<cell", "<table:table-cell", "</cell>", "</table:table-cell>",
	"<covered", "<table:covered-table-cell", "<p>", "<text:p>", "</p>", "</text:p>",
)

// ODSRow writes a row of texts from column A on.
func ODSRow(cells ...string) string {
	var b strings.Builder
	b.WriteString("<row>")
	for _, text := range cells {
		if text == "" {
			b.WriteString("<cell/>")
			continue
		}
		b.WriteString(`<cell office:value-type="string">`)
		for _, line := range strings.Split(text, "\n") {
			b.WriteString("<p>" + strings.ReplaceAll(Escaped(line), "  ", ` <text:s text:c="1"/>`) + "</p>")
		}
		b.WriteString("</cell>")
	}
	return b.String() + "</row>"
}

// Package workbooktest writes workbooks by hand, good ones and bad ones, as no
// spreadsheet program would.
package workbooktest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"unicode/utf16"
)

// Part is one entry of an archive.
type Part struct{ Name, Text string }

// Zip packs parts as they are. A part without a text and with a slash at the
// end of its name is a folder.
func Zip(parts ...Part) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, p := range parts {
		f, err := w.CreateHeader(&zip.FileHeader{Name: p.Name, Method: zip.Deflate})
		if err == nil {
			_, err = f.Write([]byte(p.Text))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// Sheet is a sheet of a Book: rows are XML, as Row writes them.
type Sheet struct {
	Name, State string
	Rows        string
	Merged      []string
	// Before and After stand around the rows, as dimensions or extensions do.
	Before, After string
}

// Book is a workbook.
type Book struct {
	Sheets []Sheet
	// Strings are the shared strings, each the XML inside <si>.
	Strings []string
	// Formats are the codes of number formats; cell style 1 is the first of them.
	Formats   []string
	Since1904 bool
	// Strict is the other edition of the standard; Prefix is put before all names.
	Strict bool
	Prefix string
}

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`

// Parts returns the parts, so that a test can spoil one.
func (b Book) Parts() []Part {
	space := "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	rel := "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	if b.Strict {
		space, rel = "http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships"
	}
	const pkg = "http://schemas.openxmlformats.org/package/2006/"
	root := func(name, inside string) string {
		if b.Prefix == "" {
			return fmt.Sprintf(`%s<%s xmlns="%s" xmlns:r="%s">%s</%s>`, declaration, name, space, rel, inside, name)
		}
		return fmt.Sprintf(`%s<%s:%s xmlns:%s="%s" xmlns:r="%s">%s</%s:%s>`, declaration, b.Prefix, name, b.Prefix, space, rel, prefixed(b.Prefix, inside), b.Prefix, name)
	}
	var sheets, targets strings.Builder
	parts := []Part{
		{"[Content_Types].xml", declaration + `<Types xmlns="` + pkg + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`},
		{"_rels/.rels", declaration + `<Relationships xmlns="` + pkg + `relationships"><Relationship Id="rId1" Type="` + rel + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
	}
	for i, s := range b.Sheets {
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" state="%s" r:id="rId%d"/>`, Escaped(s.Name), i+1, stateOf(s), i+1)
		fmt.Fprintf(&targets, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, rel, i+1)
		merged := ""
		for _, m := range s.Merged {
			merged += `<mergeCell ref="` + m + `"/>`
		}
		if merged != "" {
			merged = "<mergeCells>" + merged + "</mergeCells>"
		}
		parts = append(parts, Part{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), root("worksheet", s.Before+"<sheetData>"+s.Rows+"</sheetData>"+merged+s.After)})
	}
	if b.Strings != nil {
		all := ""
		for _, s := range b.Strings {
			all += "<si>" + s + "</si>"
		}
		parts = append(parts, Part{"xl/sharedStrings.xml", root("sst", all)})
		targets.WriteString(`<Relationship Id="rIdS" Type="` + rel + `/sharedStrings" Target="/xl/sharedStrings.xml"/>`)
	}
	if b.Formats != nil {
		formats, cells := "", `<xf numFmtId="0"/>`
		for i, code := range b.Formats {
			formats += fmt.Sprintf(`<numFmt numFmtId="%d" formatCode="%s"/>`, 164+i, Escaped(code))
			cells += fmt.Sprintf(`<xf numFmtId="%d"/>`, 164+i)
		}
		parts = append(parts, Part{"xl/styles.xml", root("styleSheet", "<numFmts>"+formats+"</numFmts><cellXfs>"+cells+"</cellXfs>")})
		targets.WriteString(`<Relationship Id="rIdF" Type="` + rel + `/styles" Target="styles.xml"/>`)
	}
	since := ""
	if b.Since1904 {
		since = `<workbookPr date1904="1"/>`
	}
	return append(parts,
		Part{"xl/workbook.xml", root("workbook", since+"<sheets>"+sheets.String()+"</sheets>")},
		Part{"xl/_rels/workbook.xml.rels", declaration + `<Relationships xmlns="` + pkg + `relationships">` + targets.String() + `</Relationships>`})
}

// Bytes packs the workbook.
func (b Book) Bytes() []byte { return Zip(b.Parts()...) }

// With returns the parts with one of them changed, or added when it is new.
func (b Book) With(name string, change func(string) string) []Part {
	parts := b.Parts()
	for i := range parts {
		if parts[i].Name == name {
			parts[i].Text = change(parts[i].Text)
			return parts
		}
	}
	return append(parts, Part{name, change("")})
}

func stateOf(s Sheet) string {
	if s.State == "" {
		return "visible"
	}
	return s.State
}

// prefixed puts a prefix before the names of all tags.
func prefixed(prefix, inside string) string {
	inside = strings.ReplaceAll(inside, "<", "<"+prefix+":")
	return strings.ReplaceAll(inside, "<"+prefix+":/", "</"+prefix+":")
}

// Row writes a row of inline strings from column A on; an empty one is left out.
func Row(number int, cells ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, number)
	for i, text := range cells {
		if text != "" {
			fmt.Fprintf(&b, `<c r="%s" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, Reference(i, number), Escaped(text))
		}
	}
	return b.String() + "</row>"
}

// Escaped writes a text as XML does.
func Escaped(s string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err)
	}
	return b.String()
}

// Reference writes a reference such as B7; columns count from 0.
func Reference(column, row int) string {
	letters := ""
	for column++; column > 0; column = (column - 1) / 26 {
		letters = string(rune('A'+(column-1)%26)) + letters
	}
	return fmt.Sprintf("%s%d", letters, row)
}

// UTF16 writes a text in UTF-16 with its byte order mark.
func UTF16(s string, big bool) string {
	var b strings.Builder
	for _, unit := range append([]uint16{0xFEFF}, utf16.Encode([]rune(s))...) {
		high, low := byte(unit>>8), byte(unit)
		if big {
			b.WriteByte(high)
			b.WriteByte(low)
		} else {
			b.WriteByte(low)
			b.WriteByte(high)
		}
	}
	return b.String()
}

// Packed returns how many bytes a part has in the archive.
func Packed(raw []byte, part string) int64 {
	r, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		panic(err)
	}
	for _, f := range r.File {
		if f.Name == part {
			return int64(f.CompressedSize64)
		}
	}
	panic("no part " + part)
}

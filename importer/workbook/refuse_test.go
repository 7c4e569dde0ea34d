package workbook_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"

	"hankeverkko/importer/workbook"
	"hankeverkko/importer/workbook/workbooktest"
)

var good = cells(workbooktest.Row(1, "hanke", "toimija") + workbooktest.Row(2, "Valo", "Kemin kaupunki"))

const (
	sheetPart = "xl/worksheets/sheet1.xml"
	bookPart  = "xl/workbook.xml"
	typesPart = "[Content_Types].xml"
	relsPart  = "xl/_rels/workbook.xml.rels"
)

func rows(inside string) func() []byte { return func() []byte { return cells(inside).Bytes() } }

// spoilt is the good workbook with a part changed.
func spoilt(part, old, new string) func() []byte {
	return func() []byte {
		return workbooktest.Zip(good.With(part, func(text string) string {
			if !strings.Contains(text, old) {
				panic(part + " does not hold " + old)
			}
			return strings.Replace(text, old, new, 1)
		})...)
	}
}

// whole is the good workbook with a part as it is given.
func whole(part, text string) func() []byte {
	return func() []byte { return workbooktest.Zip(good.With(part, func(string) string { return text })...) }
}

// patched is the good workbook with bytes of its archive changed.
func patched(change func([]byte) []byte) func() []byte {
	return func() []byte { return change(good.Bytes()) }
}

// inDirectory changes the entry of a part in the directory, or its header.
func inDirectory(raw []byte, sign, part string, at int, value ...byte) []byte {
	nameAt := map[string]int{"PK\x01\x02": 46, "PK\x03\x04": 30}[sign]
	for i := 0; i+nameAt+len(part) <= len(raw); i++ {
		if string(raw[i:i+4]) == sign && string(raw[i+nameAt:i+nameAt+len(part)]) == part {
			copy(raw[i+at:], value)
			return raw
		}
	}
	panic("no entry for " + part)
}

var refused = []struct {
	name string
	raw  func() []byte
	code workbook.Code
}{
	{"empty", func() []byte { return nil }, workbook.Broken},
	{"cut in the middle", patched(func(raw []byte) []byte { return raw[:len(raw)/2] }), workbook.Broken},
	{"the last byte cut off", patched(func(raw []byte) []byte { return raw[:len(raw)-1] }), workbook.Broken},
	{"something behind it", patched(func(raw []byte) []byte { return append(raw, "roskaa"...) }), workbook.Broken},
	{"two in one", patched(func(raw []byte) []byte { return append(raw, raw...) }), workbook.Broken},
	{"something before it", patched(func(raw []byte) []byte { return append([]byte("PK roskaa"), raw...) }), workbook.Broken},
	{"a byte of a sheet changed", patched(func(raw []byte) []byte {
		at := bytes.Index(raw, []byte(sheetPart)) + len(sheetPart) + 20
		raw[at] ^= 0xFF
		return raw
	}), workbook.Broken},
	{"another sum", patched(func(raw []byte) []byte { return inDirectory(raw, "PK\x01\x02", sheetPart, 16, 1, 2, 3, 4) }), workbook.Broken},
	{"a smaller size is named", patched(func(raw []byte) []byte { return inDirectory(raw, "PK\x01\x02", sheetPart, 24, 10, 0, 0, 0) }), workbook.Broken},
	{"a larger size is named", patched(func(raw []byte) []byte { return inDirectory(raw, "PK\x01\x02", sheetPart, 24, 0, 0, 1, 0) }), workbook.Broken},
	{"more packed bytes than there are", patched(func(raw []byte) []byte { return inDirectory(raw, "PK\x01\x02", sheetPart, 20, 0xFE, 0xFF, 0xFF, 0) }), workbook.Broken},
	{"an enormous size", patched(func(raw []byte) []byte { return inDirectory(raw, "PK\x01\x02", sheetPart, 24, 0xFE, 0xFF, 0xFF, 0xFF) }), workbook.TooBig},
	{"2^63 bytes in the large form", zip64Lie, workbook.TooBig},
	{"the header has another name", patched(func(raw []byte) []byte { return inDirectory(raw, "PK\x03\x04", sheetPart, 30, 'X') }), workbook.Broken},
	{"the directory has another name", patched(func(raw []byte) []byte { return inDirectory(raw, "PK\x01\x02", sheetPart, 46, 'X') }), workbook.Broken},
	{"an unknown way of packing", patched(func(raw []byte) []byte { return inDirectory(raw, "PK\x01\x02", sheetPart, 10, 99, 0) }), workbook.Broken},
	{"overlapping parts", overlap, workbook.Broken},
	{"a password, by the directory", patched(func(raw []byte) []byte { return inDirectory(raw, "PK\x01\x02", sheetPart, 8, 9, 0) }), workbook.Encrypted},
	{"a password, by the header", patched(func(raw []byte) []byte { return inDirectory(raw, "PK\x03\x04", sheetPart, 6, 9, 0) }), workbook.Broken},
	{"a dense part", whole("xl/media/image1.png", strings.Repeat("\x00", 1_000_000)), workbook.TooDense},
	{"too much in all", func() []byte {
		parts := good.Parts()
		for i := range 20 {
			parts = append(parts, workbooktest.Part{Name: fmt.Sprintf("xl/media/%d.bin", i), Text: noise(600_000)})
		}
		return workbooktest.Zip(parts...)
	}, workbook.TooBig},
	{"many parts", func() []byte {
		parts := good.Parts()
		for i := range 200 {
			parts = append(parts, workbooktest.Part{Name: fmt.Sprintf("xl/%d.xml", i)})
		}
		return workbooktest.Zip(parts...)
	}, workbook.TooMany},
	{"very many parts", func() []byte {
		var parts []workbooktest.Part
		for i := range 3_000 {
			parts = append(parts, workbooktest.Part{Name: fmt.Sprintf("xl/%d.xml", i)})
		}
		return workbooktest.Zip(parts...)
	}, workbook.TooMany},

	{"a part twice", func() []byte { return workbooktest.Zip(append(good.Parts(), good.Parts()[2])...) }, workbook.Named},
	{"a part twice, in other letters", whole("XL/Worksheets/SHEET1.xml", "<x/>"), workbook.Named},
	{"a path that leads out", whole("../../etc/passwd", "x"), workbook.Named},
	{"a path in the middle that leads out", whole("xl/../../x", "x"), workbook.Named},
	{"a path from the root", whole("/etc/passwd", "x"), workbook.Named},
	{"a path of Windows", whole(`xl\evil.xml`, "x"), workbook.Named},
	{"a drive", whole("C:/evil.xml", "x"), workbook.Named},
	{"a name with a line break", whole("xl/a\nb", "x"), workbook.Named},
	{"a name of no text", whole("xl/\xff\xfe", "x"), workbook.Named},
	{"a sheet that lies outside", spoilt(relsPart, "worksheets/sheet1.xml", "../../outside.xml"), workbook.Named},
	{"two relationships of one name", spoilt(relsPart, "</Relationships>", `<Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`), workbook.Named},

	{"a text document", spoilt(typesPart, "spreadsheetml.sheet.main", "wordprocessingml.document.main"), workbook.OtherKind},
	{"a presentation", spoilt(typesPart, "spreadsheetml.sheet.main", "presentationml.presentation.main"), workbook.OtherKind},
	{"the binary form", spoilt(typesPart, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.binary.macroEnabled.main"), workbook.Binary},
	{"any archive", func() []byte { return workbooktest.Zip(workbooktest.Part{Name: "lueminut.txt", Text: "hei"}) }, workbook.OtherKind},
	{"an empty archive", func() []byte { return workbooktest.Zip() }, workbook.OtherKind},
	{"no list of types", func() []byte { return workbooktest.Zip(good.Parts()[1:]...) }, workbook.PartMissing},
	{"no workbook", spoilt("_rels/.rels", "xl/workbook.xml", "xl/other.xml"), workbook.PartMissing},
	{"no such sheet", spoilt(relsPart, "sheet1.xml", "sheet9.xml"), workbook.PartMissing},
	{"a sheet that leads nowhere", spoilt(bookPart, `r:id="rId1"`, `r:id="rId9"`), workbook.PartMissing},

	{"a sheet cut in the middle", spoilt(sheetPart, "</row></sheetData></worksheet>", ""), workbook.BadXML},
	{"a row that is not closed", spoilt(sheetPart, "</row></sheetData>", "</sheetData>"), workbook.BadXML},
	{"a tag that was never opened", spoilt(sheetPart, "</sheetData>", "</sheetData></row>"), workbook.BadXML},
	{"a broken tag", spoilt(sheetPart, "<sheetData>", "<sheetData <"), workbook.BadXML},
	{"no quotes around a value", spoilt(sheetPart, `r="1"`, `r=1`), workbook.BadXML},
	{"an attribute twice", spoilt(sheetPart, `r="A1"`, `r="A1" r="C1"`), workbook.BadXML},
	{"an entity nobody knows", spoilt(sheetPart, "Valo", "&valo;"), workbook.BadXML},
	{"a document type", spoilt(sheetPart, "<worksheet", `<!DOCTYPE worksheet [<!ENTITY a "x">]><worksheet`), workbook.BadXML},
	{"a file as an entity", spoilt(sheetPart, "<worksheet", `<!DOCTYPE worksheet [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet`), workbook.BadXML},
	{"entities in entities", whole("xl/workbook.xml", `<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><workbook>&b;</workbook>`), workbook.BadXML},
	{"something behind the root", spoilt(sheetPart, "</worksheet>", "</worksheet><worksheet/>"), workbook.BadXML},
	{"text behind the root", spoilt(sheetPart, "</worksheet>", "</worksheet>loppu"), workbook.BadXML},
	{"another root", spoilt(sheetPart, "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "urn:other"), workbook.BadXML},
	{"a chart in the place of a sheet", whole(sheetPart, `<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`), workbook.BadXML},
	{"not XML at all", whole(sheetPart, "hanke;toimija\nA;B\n"), workbook.BadXML},
	{"an empty part", whole(sheetPart, ""), workbook.BadXML},
	{"letters of another encoding", spoilt(sheetPart, "Valo", "Val\xf6"), workbook.BadXML},
	{"another encoding by its own word", spoilt(sheetPart, "UTF-8", "windows-1252"), workbook.BadXML},
	{"200 000 elements deep", whole(sheetPart, nested(200_000)), workbook.BadXML},
	{"deep inside a cell", rows(`<row r="1"><c r="A1">` + strings.Repeat("<a>", 30) + strings.Repeat("</a>", 30) + `</c></row>`), workbook.BadXML},
	{"a text without end", rows(`<row r="1"><c r="A1" t="str"><v>` + noise(200_000) + `</v></c></row>`), workbook.BadXML},
	{"a comment without end", spoilt(sheetPart, "<sheetData>", "<!--"+noise(200_000)+"--><sheetData>"), workbook.BadXML},
	{"an attribute without end", rows(`<row r="1" s="` + noise(200_000) + `"/>`), workbook.BadXML},
	{"a thousand attributes", rows(`<row r="1" ` + attributes(1000) + `/>`), workbook.BadXML},
	{"broken shared strings", func() []byte {
		book := good
		book.Strings = []string{"<t>a</t></si><si><t>b"}
		return book.Bytes()
	}, workbook.BadXML},

	{"a row twice", rows(workbooktest.Row(1, "a") + workbooktest.Row(1, "b")), workbook.Misplaced},
	{"rows out of order", rows(workbooktest.Row(2, "a") + workbooktest.Row(1, "b")), workbook.Misplaced},
	{"row nought", rows(`<row r="0"><c><v>1</v></c></row>`), workbook.Misplaced},
	{"a row below the last", rows(`<row r="1048577"><c><v>1</v></c></row>`), workbook.Misplaced},
	{"a row behind the last", rows(`<row r="1048576"/><row><c><v>1</v></c></row>`), workbook.Misplaced},
	{"a row that is no number", rows(`<row r="x"/>`), workbook.Misplaced},
	{"a row of many digits", rows(`<row r="99999999999999999999"/>`), workbook.Misplaced},
	{"a cell twice", rows(`<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>`), workbook.Misplaced},
	{"a cell twice, once unnamed", rows(`<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c><c><v>3</v></c></row>`), workbook.Misplaced},
	{"a cell of another row", rows(`<row r="1"><c r="A2"><v>1</v></c></row>`), workbook.Misplaced},
	{"a column behind the last", rows(`<row r="1"><c r="XFE1"><v>1</v></c></row>`), workbook.Misplaced},
	{"a column of many letters", rows(`<row r="1"><c r="AAAAAAAAAAAAAA1"><v>1</v></c></row>`), workbook.Misplaced},
	{"a cell behind the last column", rows(`<row r="1"><c r="XFD1"/><c><v>1</v></c></row>`), workbook.Misplaced},
	{"an absolute reference", rows(`<row r="1"><c r="$A$1"><v>1</v></c></row>`), workbook.Misplaced},
	{"a reference in small letters", rows(`<row r="1"><c r="a1"><v>1</v></c></row>`), workbook.Misplaced},
	{"a merged area of nothing", func() []byte {
		return workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "x", Rows: workbooktest.Row(1, "a"), Merged: []string{"A1"[:1]}}}}.Bytes()
	}, workbook.Misplaced},
	{"merged areas that overlap", func() []byte {
		return workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "x", Rows: workbooktest.Row(1, "a") + workbooktest.Row(2, "b"), Merged: []string{"A1:A5", "A2:A3"}}}}.Bytes()
	}, workbook.Misplaced},

	{"a shared string that is not there", rows(`<row r="1"><c r="A1" t="s"><v>7</v></c></row>`), workbook.BadValue},
	{"a shared string of minus one", rows(`<row r="1"><c r="A1" t="s"><v>-1</v></c></row>`), workbook.BadValue},
	{"a shared string without number", rows(`<row r="1"><c r="A1" t="s"><v></v></c></row>`), workbook.BadValue},
	{"a number that is none", rows(`<row r="1"><c r="A1"><v>12O</v></c></row>`), workbook.BadValue},
	{"not a number", rows(`<row r="1"><c r="A1"><v>NaN</v></c></row>`), workbook.BadValue},
	{"beyond all numbers", rows(`<row r="1"><c r="A1"><v>1e999</v></c></row>`), workbook.BadValue},
	{"a hexadecimal number", rows(`<row r="1"><c r="A1"><v>0x10</v></c></row>`), workbook.BadValue},
	{"neither true nor false", rows(`<row r="1"><c r="A1" t="b"><v>2</v></c></row>`), workbook.BadValue},
	{"a type nobody knows", rows(`<row r="1"><c r="A1" t="q"><v>2</v></c></row>`), workbook.BadValue},
	{"two values", rows(`<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>`), workbook.BadValue},
	{"a text in a number", rows(`<row r="1"><c r="A1"><is><t>a</t></is></c></row>`), workbook.BadValue},

	{"rows in a wrapping", spoilt(sheetPart, "<sheetData>", `<sheetData><mc:Choice xmlns:mc="urn:mc"><row r="1"><c r="A1"><v>1</v></c></row></mc:Choice>`), workbook.Counts},
	{"rows of another name space", spoilt(sheetPart, `<row r="2">`, `<row r="2" xmlns="urn:x">`), workbook.Counts},
	{"cells of another name space", rows(`<row r="1"><c r="A1"><v>1</v></c><c xmlns="urn:x" r="B1"><v>2</v></c></row>`), workbook.Counts},
	{"rows outside of the data", spoilt(sheetPart, "</worksheet>", `<row r="3"><c r="A3"><v>1</v></c></row></worksheet>`), workbook.Counts},
	{"a cell in a cell", rows(`<row r="1"><c r="A1"><v>1</v><c r="B1"><v>2</v></c></c></row>`), workbook.BadXML},
	{"a row in a row", rows(`<row r="1"><c r="A1"><v>1</v></c><row r="2"><c r="A2"><v>2</v></c></row></row>`), workbook.BadXML},
}

func TestRefused(t *testing.T) {
	for _, c := range refused {
		got, err := told(t, c.raw(), limits)
		var fault *workbook.Fault
		if !errors.As(err, &fault) || fault.Code != c.code {
			t.Errorf("%s: %v, %q; want %s", c.name, err, got, c.code)
		}
	}
	for name, raw := range map[string][]byte{"the good one": good.Bytes(), "in the form for large archives": large()} {
		if got, err := told(t, raw, limits); err != nil || len(got) != 2 {
			t.Errorf("%s: %v", name, err)
		}
	}
	for at := range 20 {
		raw := large()
		raw[len(raw)-22-20+at] ^= 0x55
		if _, err := told(t, raw, limits); err == nil && (at < 4 || at >= 8 && at < 16) {
			t.Errorf("byte %d of the locator is not looked at", at)
		}
	}
}

// large ends the good workbook as archives of 4 GB do.
func large() []byte {
	raw := good.Bytes()
	end := len(raw) - 22
	length, from := binary.LittleEndian.Uint32(raw[end+12:]), binary.LittleEndian.Uint32(raw[end+16:])
	count := binary.LittleEndian.Uint16(raw[end+10:])
	record := binary.LittleEndian.AppendUint64([]byte("PK\x06\x06"), 44)
	record = append(record, 45, 0, 45, 0)
	record = append(record, make([]byte, 8)...)
	for _, n := range []uint64{uint64(count), uint64(count), uint64(length), uint64(from)} {
		record = binary.LittleEndian.AppendUint64(record, n)
	}
	locator := append([]byte("PK\x06\x07"), make([]byte, 4)...)
	locator = binary.LittleEndian.AppendUint64(locator, uint64(end))
	locator = append(locator, 1, 0, 0, 0)
	last := bytes.Clone(raw[end:])
	copy(last[10:], "\xff\xff")
	copy(last[12:], "\xff\xff\xff\xff\xff\xff\xff\xff")
	return append(append(append(bytes.Clone(raw[:end]), record...), locator...), last...)
}

// zip64Lie names 2^63 bytes in the form for large archives.
func zip64Lie() []byte {
	raw := good.Bytes()
	const extra = 20
	at := bytes.Index(raw, []byte("PK\x01\x02"))
	for string(raw[at+46:at+46+len(sheetPart)]) != sheetPart {
		at += 4 + bytes.Index(raw[at+4:], []byte("PK\x01\x02"))
	}
	entry := bytes.Clone(raw[at : at+46+len(sheetPart)])
	copy(entry[24:], "\xff\xff\xff\xff")
	binary.LittleEndian.PutUint16(entry[30:], extra-8)
	field := binary.LittleEndian.AppendUint16(nil, 1)
	field = binary.LittleEndian.AppendUint16(field, 8)
	field = binary.LittleEndian.AppendUint64(field, 1<<63)
	out := append(bytes.Clone(raw[:at]), append(entry, field...)...)
	out = append(out, raw[at+46+len(sheetPart):]...)
	end := len(out) - 22
	binary.LittleEndian.PutUint32(out[end+12:], binary.LittleEndian.Uint32(out[end+12:])+uint32(len(field)))
	return out
}

// overlap lets two entries of the directory share the bytes of one part.
func overlap() []byte {
	raw := good.Bytes()
	offset := func(part string) []byte {
		for i := 0; ; i++ {
			if string(raw[i:i+4]) == "PK\x01\x02" && string(raw[i+46:i+46+len(part)]) == part {
				return raw[i+42 : i+46]
			}
		}
	}
	copy(offset(sheetPart), offset(bookPart))
	return raw
}

// noise is text that packs badly.
func noise(length int) string {
	b := make([]byte, length)
	x := uint32(2463534242)
	for i := range b {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		b[i] = 'a' + byte(x%26)
	}
	return string(b)
}

// nested is so many elements in each other, none of which ends.
func nested(depth int) string {
	var b strings.Builder
	for i := range depth {
		fmt.Fprintf(&b, "<a%d>", i*7919)
	}
	return b.String()
}

func attributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `a%d="x" `, i)
	}
	return b.String()
}

package importer

import (
	"bytes"
	"encoding/binary"
	"os"
	"strings"

	"hankeverkko/importer/workbook/workbooktest"
)

const (
	bookHead  = `<row r="1"><c r="A1" t="inlineStr"><is><t>hanke</t></is></c><c r="B1" t="inlineStr"><is><t>toimija</t></is></c><c r="C1" t="inlineStr"><is><t>alkaa</t></is></c></row>`
	bookRow   = `<row r="2"><c r="A2" t="inlineStr"><is><t>Valo</t></is></c><c r="B2" t="inlineStr"><is><t>Kemin kaupunki</t></is></c></row>`
	bookSheet = "xl/worksheets/sheet1.xml"
)

func corpusBooks() []badFile {
	book := workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "Hankkeet", Rows: bookHead + bookRow}}}
	raw := book.Bytes()
	rows := func(xml string) []byte {
		return workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "Hankkeet", Rows: bookHead + xml}}, Formats: []string{"d.m.yyyy"}}.Bytes()
	}
	sheet := func(change func(string) string) []byte { return workbooktest.Zip(book.With(bookSheet, change)...) }
	with := func(name, text string) []byte {
		return workbooktest.Zip(book.With(name, func(string) string { return text })...)
	}
	replaced := func(name, old, now string) []byte {
		return workbooktest.Zip(book.With(name, func(s string) string { return strings.Replace(s, old, now, 1) })...)
	}
	container := func(name string) []byte {
		wide := workbooktest.UTF16(name, false)[2:]
		return []byte(containerStart + strings.Repeat("\x00", 600) + wide)
	}
	return []badFile{
		{"good.csv", "a workbook under another ending", raw},
		{"cut.xlsx", "cut off in the middle", raw[:len(raw)/2]},
		{"tail.xlsx", "bytes behind its end", append(bytes.Clone(raw), 'x')},
		{"front.xlsx", "bytes before its start", append([]byte("PK\x03\x04x"), raw...)},
		{"bit.xlsx", "a turned bit in a packed part", turned(raw)},
		{"size-lie.xlsx", "a part that is larger than it says", sizeLie(raw)},
		{"password-bit.xlsx", "the flag of a password", encrypted(raw)},
		{"bomb.xlsx", "a picture of nothing that packs too well", with("xl/media/a.png", strings.Repeat("\x00", 2_000_000))},
		{"bomb-sheet.xlsx", "a sheet that packs too well", rows(`<row r="2"><c r="A2" t="inlineStr"><is><t>` + strings.Repeat("a", 3_000_000) + `</t></is></c></row>`)},
		{"parts-3000.xlsx", "3,000 parts", manyParts(book, 3_000)},
		{"slip.xlsx", "a part that leads outside", with("../../x.xml", "x")},
		{"twin-parts.xlsx", "two parts of one name", with("XL/Workbook.xml", "x")},
		{"macro.xlsm", "a macro", with("xl/vbaProject.bin", "Sub Auto_Open()")},
		{"old.xls", "an old workbook", container("Workbook")},
		{"protected.xlsx", "a password", container("EncryptedPackage")},
		{"container.doc", "an old document", container("WordDocument")},
		{"container-lie.xls", "a container that is nothing else", []byte(containerStart)},
		{"binary.xlsb", "the binary form", replaced("[Content_Types].xml", "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "vnd.ms-excel.sheet.binary.macroEnabled.main")},
		{"letter.xlsx", "a letter under the ending of a workbook", replaced("[Content_Types].xml", "spreadsheetml.sheet.main", "wordprocessingml.document.main")},
		{"no-types.xlsx", "the table of parts is missing", workbooktest.Zip(book.Parts()[1:]...)},
		{"no-sheet.xlsx", "a sheet that is named and not there", replaced("xl/_rels/workbook.xml.rels", "sheet1.xml", "sheet9.xml")},
		{"entities.xlsx", "entities that grow", sheet(func(s string) string {
			return strings.Replace(s, "?>", `?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>`, 1)
		})},
		{"outside.xlsx", "an entity from outside", sheet(func(s string) string {
			return strings.Replace(s, "?>", `?><!DOCTYPE x SYSTEM "file:///etc/passwd">`, 1)
		})},
		{"deep.xlsx", "200,000 elements in each other", sheet(func(s string) string {
			return strings.Replace(s, "<sheetData>", strings.Repeat("<a>", 200_000)+"<sheetData>", 1)
		})},
		{"xml-cut.xlsx", "a sheet cut in the middle", sheet(func(s string) string { return s[:len(s)-40] })},
		{"xml-broken.xlsx", "a tag that another closes", sheet(func(s string) string { return strings.Replace(s, "</row>", "</c>", 1) })},
		{"xml-utf16.xlsx", "a sheet in UTF-16", sheet(func(s string) string { return workbooktest.UTF16(s, false) })},
		{"rows-backwards.xlsx", "rows out of order", rows(strings.ReplaceAll(bookRow, "2", "5") + bookRow)},
		{"row-twice.xlsx", "one row twice", rows(bookRow + bookRow)},
		{"cells-backwards.xlsx", "cells out of order", rows(`<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>`)},
		{"cell-elsewhere.xlsx", "a cell of another row", rows(`<row r="2"><c r="A9"><v>1</v></c></row>`)},
		{"row-beyond.xlsx", "a row beyond the last", rows(`<row r="1048577"><c r="A1048577"><v>1</v></c></row>`)},
		{"column-beyond.xlsx", "a column beyond the last", rows(`<row r="2"><c r="XFE2"><v>1</v></c></row>`)},
		{"string-beyond.xlsx", "a shared string that is not there", rows(`<row r="2"><c r="A2" t="s"><v>7</v></c></row>`)},
		{"number-none.xlsx", "a number that is none", rows(`<row r="2"><c r="A2"><v>12O</v></c></row>`)},
		{"number-infinite.xlsx", "a number beyond all numbers", rows(`<row r="2"><c r="A2"><v>1e999</v></c></row>`)},
		{"ghost-rows.xlsx", "a row at the very end of the sheet", rows(bookRow + `<row r="1048576"><c r="A1048576"/></row>`)},
		{"false-size.xlsx", "a size that is not its own", sheet(func(s string) string {
			return strings.Replace(s, "<sheetData>", `<dimension ref="A1:A1"/><sheetData>`, 1)
		})},
		{"errors.xlsx", "formulas that failed, and one without a value", rows(`<row r="2"><c r="A2" t="str"><v>Valo</v></c><c r="B2" t="str"><v>Kemi</v></c><c r="C2" t="e"><v>#REF!</v></c></row><row r="3"><c r="A3" t="str"><v>Varjo</v></c><c r="B3" t="str"><v>Salla</v></c><c r="C3"><f>TODAY()</f></c></row><row r="4"><c r="A4"><f>A1</f></c></row>`)},
		{"hidden-rows.xlsx", "a hidden row", rows(strings.Replace(bookRow, `r="2"`, `r="2" hidden="1"`, 1))},
		{"hidden-person.xlsx", "persons on a hidden sheet", workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "Hankkeet", Rows: bookHead + bookRow}, {Name: "Yhteystiedot", State: "hidden", Rows: workbooktest.Row(1, "hanke", "toimija") + workbooktest.Row(2, "Maija Malli", "maija@esimerkki.example")}}}.Bytes()},
		{"all-hidden.xlsx", "no sheet that is shown", workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "Hankkeet", State: "veryHidden", Rows: bookHead + bookRow}}}.Bytes()},
		{"no-sheets.xlsx", "no sheet at all", workbooktest.Book{}.Bytes()},
		{"1904.xlsx", "days counted from 1904", workbooktest.Book{Since1904: true, Formats: []string{"d.m.yyyy"}, Sheets: []workbooktest.Sheet{{Name: "Hankkeet", Rows: bookHead + `<row r="2"><c r="A2" t="str"><v>Valo</v></c><c r="B2" t="str"><v>Kemi</v></c><c r="C2" s="1"><v>42400</v></c></row>`}}}.Bytes()},
		{"day-beyond.xlsx", "a day beyond all days", rows(`<row r="2"><c r="A2" t="str"><v>Valo</v></c><c r="B2" t="str"><v>Kemi</v></c><c r="C2" s="1"><v>99999999</v></c></row>`)},
		{"merged.xlsx", "a merged title and a merged project", workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "Hankkeet", Rows: bookHead + bookRow + `<row r="3"><c r="B3" t="str"><v>Salla</v></c></row>`, Merged: []string{"A2:A3"}}}}.Bytes()},
		{"merged-twice.xlsx", "merged areas that overlap", workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "Hankkeet", Rows: bookHead + bookRow, Merged: []string{"A2:A3", "A3:A4"}}}}.Bytes()},
		{"links.xlsx", "a link to another workbook", with("xl/externalLinks/externalLink1.xml", "<externalLink/>")},
		{"several.xlsx", "two sheets that could both be meant", workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "Vanhat", Rows: bookHead + bookRow}, {Name: "Uudet", Rows: bookHead + strings.Replace(bookRow, "Valo", "Varjo", 1)}}}.Bytes()},
		{"good.ods", "an OpenDocument spreadsheet", workbooktest.ODS(workbooktest.Table{Name: "Hankkeet", Rows: workbooktest.ODSRow("hanke", "toimija") + workbooktest.ODSRow("Valo", "Kemi")})},
		{"repeat.ods", "a million rows that say the same", workbooktest.ODS(workbooktest.Table{Name: "Hankkeet", Rows: workbooktest.ODSRow("hanke", "toimija") + strings.Replace(workbooktest.ODSRow("Valo", "Kemi"), "<row>", `<row table:number-rows-repeated="1000000">`, 1)})},
		{"repeat-cell.ods", "a cell that is repeated beyond the sheet", workbooktest.ODS(workbooktest.Table{Name: "Hankkeet", Rows: workbooktest.ODSRow("hanke", "toimija") + strings.Replace(workbooktest.ODSRow("Valo", "Kemi"), "<cell ", `<cell table:number-columns-repeated="999999999" `, 1)})},
		{"cut.ods", "an OpenDocument spreadsheet cut off", workbooktest.ODS(workbooktest.Table{Name: "x", Rows: workbooktest.ODSRow("hanke", "toimija")})[:300]},
	}
}

// turned turns a bit in the middle of the first part's packed bytes.
func turned(raw []byte) []byte {
	raw = bytes.Clone(raw)
	raw[60] ^= 4
	return raw
}

// sizeLie lets the directory name fewer bytes of the last part than there are.
func sizeLie(raw []byte) []byte {
	raw = bytes.Clone(raw)
	at := bytes.LastIndex(raw, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(raw[at+24:], 10)
	return raw
}

func manyParts(book workbooktest.Book, n int) []byte {
	parts := book.Parts()
	for i := range n {
		parts = append(parts, workbooktest.Part{Name: "xl/" + plainNumber(i) + ".xml"})
	}
	return workbooktest.Zip(parts...)
}

func corpusArchives() []badFile {
	const sheet = "hanke;toimija\nA;B\n"
	good := zipOf("a.csv", sheet)
	inner := string(zipOf("a.csv", sheet))
	return []badFile{
		{"empty.zip", "an archive of nothing", zipOf()},
		{"folders.zip", "folders alone", zipOf("a/", "", "a/b/", "")},
		{"pictures.zip", "pictures alone", zipOf("a.png", "\x89PNG\r\n\x1a\n", "b.pdf", "%PDF-1.7")},
		{"mixed.zip", "a sheet among other things", zipOf("a.csv", sheet, "a.png", "\x89PNG", "lueminut.txt", "Hei!", "__MACOSX/._a.csv", "\x00", "tyhjä.csv", "")},
		{"in-each-other.zip", "an archive in an archive", zipOf("a.csv", sheet, "sisempi.zip", inner, "sisempi.gz", string(gzipOf(sheet)))},
		{"only-inside.zip", "an archive in an archive and nothing else", zipOf("sisempi.zip", inner)},
		{"half.zip", "a good sheet and a broken workbook", zipOf("a.csv", sheet, "b.xlsx", string(goodBookBytes()[:200])+"[Content_Types].xml")},
		{"wide.zip", "a good sheet and one with too many columns", zipOf("a.csv", sheet, "b.csv", "hanke;toimija"+strings.Repeat(";x", MaxColumns)+"\n")},
		{"cut.zip", "cut off", good[:len(good)-10]},
		{"twins.zip", "two files of one name", zipOf("a.csv", sheet, "A.csv", sheet)},
		{"bomb.zip", "a file that packs too well", zipOf("a.csv", "hanke;toimija\n"+strings.Repeat("A;B\n", 1_000_000))},
		{"password.zip", "a password", encrypted(good)},
		{"slip.zip", "a file that leads outside, which its name alone does", zipOf("../../etc/a.csv", sheet)},
		{"many.zip", "too many files", many(MaxInArchive + 1)},
		{"good.csv.gz", "a packed sheet", gzipOf(sheet)},
		{"cut.csv.gz", "a packed sheet cut off", gzipOf(sheet)[:25]},
		{"bomb.csv.gz", "a packed sheet that packs too well", gzipOf("hanke;toimija\n" + strings.Repeat("A;B\n", 1_000_000))},
		{"none.gz", "what only begins as if it were packed", []byte("\x1F\x8B\x08 ei ole")},
	}
}

func goodBookBytes() []byte {
	return workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "Hankkeet", Rows: bookHead + bookRow}}}.Bytes()
}

func corpusOthers() []badFile {
	page, err := os.ReadFile(pagesDir + "A79101.html")
	if err != nil {
		panic(err) // it stands beside the tests
	}
	list, err := os.ReadFile("testdata/eura-2014/raw.csv")
	if err != nil {
		panic(err)
	}
	return []badFile{
		{"good.json", "a list", []byte(`[{"hanke":"A","toimija":"B"},{"toimija":"C","hanke":"D","x":[1,[2]]}]`)},
		{"cut.json", "a list cut off", []byte(`[{"hanke":"A","toimija":"B"},{"han`)},
		{"tail.json", "something behind the list", []byte(`[{"hanke":"A","toimija":"B"}] ja muuta`)},
		{"numbers.json", "a list of numbers among objects", []byte(`[{"hanke":"A","toimija":"B"},7]`)},
		{"deep.json", "lists in each other", []byte(`[{"hanke":"A","toimija":` + strings.Repeat("[", 5_000) + strings.Repeat("]", 5_000) + `}]`)},
		{"keys.json", "a key twice", []byte(`[{"hanke":"A","toimija":"B","hanke":"C"}]`)},
		{"empty.json", "a list of nothing", []byte(`[]`)},
		{"objects-empty.json", "objects of nothing", []byte(`[{},{}]`)},
		{"lines.jsonl", "an object a line, one of them broken", []byte("{\"hanke\":\"A\",\"toimija\":\"B\"}\n{\"hanke\":\"C\",\n")},
		{"page-cut.html", "a project page cut off", page[:len(page)/2]},
		{"page-latin.html", "a project page in Windows-1252 letters", []byte("<html><p>Hankekoodi: A79104<p>Hankkeen nimi: Ty\xF6t\xE4<p>Hakijan virallinen nimi: Kemin kaupunki")},
		{"page-no-code.html", "a project page without a code", []byte("<html><p>Hankkeen nimi: Valo<p>Hakijan virallinen nimi: Kemin kaupunki")},
		{"page-script.html", "a project page with programs in it", []byte("<html><script>document.write('<p>Hakijan virallinen nimi: Skripti')</script><p>Hankekoodi: A79104<p>Hankkeen nimi: <b>Valo</b><img src=x onerror=alert(1)><p>Hakijan virallinen nimi: &lt;script&gt;alert(1)&lt;/script&gt;")},
		{"page-other.html", "a page that names no applicant", []byte("<html><p>Hankekoodi: A79104<p>Hankkeen nimi: Valo")},
		{"page-deep.html", "20,000 tables in each other", []byte("<html><p>Hankekoodi: A79104<p>Hakijan virallinen nimi: Kemi" + strings.Repeat("<table><tr><td>", 20_000))},
		{"list-raw.csv", "the ministry's list as downloaded, with what breaks it", list},
		{"list-cut.csv", "the ministry's list cut in a row", list[:len(list)-60]},
		{"list-lost.csv", "a row of the list that cannot be put right", append([]byte(strings.SplitAfter(string(list), "\n")[0]), "A79001,EAKR,Valo,varjo,2,Lapin liitto,Toiminnassa,X,1,2,3,4;\n"...)},
		{"list-no-column.csv", "the list without one of its columns", []byte("Koodi,Rahasto,Hankkeen nimi,Toteuttajan nimi\nA79001,EAKR,Valo,Kemi\n")},
	}
}

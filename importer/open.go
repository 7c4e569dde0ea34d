package importer

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"

	"hankeverkko/importer/delimited"
	"hankeverkko/importer/workbook"
	"hankeverkko/words"
)

// otherKinds are the first bytes of files that are no text, and what to call them.
var otherKinds = []struct{ start, code string }{
	{"%PDF", "not-table"},
	{"\x89PNG", "not-table"},
	{"\xFF\xD8\xFF", "not-table"},
	{"GIF8", "not-table"},
	{"\x1F\x8B", "not-table"},
	{"<!doctype", "web-page"},
	{"<html", "web-page"},
	{"<?xml", "not-table"},
	{"{\\rtf", "not-table"},
}

// notText tells a file that is something else than delimited text.
func notText(raw []byte, e delimited.Encoding) *FileError {
	start := bytes.ToLower(bytes.TrimLeft(raw[:min(len(raw), 512)], " \t\r\n\uFEFF"))
	for _, f := range otherKinds {
		if bytes.HasPrefix(start, bytes.ToLower([]byte(f.start))) {
			return &FileError{Code: f.code}
		}
	}
	if e.Unit == 1 && bytes.Count(raw, []byte{0}) > 100+len(raw)/100 {
		return &FileError{Code: "not-table"}
	}
	return nil
}

// The first bytes of an archive and of the container that Excel used before
// 2007 and still uses around what a password protects.
const (
	archiveStart   = "PK"
	containerStart = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
)

// tables opens a file by what it holds, whatever its name. Hidden are the
// sheets that a person does not see: they are not read.
func tables(raw []byte, o Options) (found []table, hidden []string, err *FileError) {
	switch {
	case isArchive(raw):
		return sheetTables(raw)
	case bytes.HasPrefix(raw, []byte(containerStart)):
		return nil, nil, &FileError{Code: containerCode(raw)}
	case isJSON(raw):
		t, err := openJSON(raw)
		if err != nil {
			return nil, nil, err
		}
		return []table{t}, nil, nil
	}
	if pages, err := openPages(raw); err != nil || pages != nil {
		return []table{pages}, nil, err
	}
	found, err = textTables(raw, o)
	return found, nil, err
}

// containerCode tells what is in an old container by the names in its directory.
func containerCode(raw []byte) string {
	holds := func(name string) bool {
		var wide []byte
		for _, unit := range utf16.Encode([]rune(name)) {
			wide = binary.LittleEndian.AppendUint16(wide, unit)
		}
		return bytes.Contains(raw, wide)
	}
	switch {
	case holds("EncryptedPackage"):
		return "workbook-encrypted"
	case holds("Workbook"), holds("Book"):
		return "workbook-old"
	}
	return "not-table"
}

// workbookError puts the fault of a workbook into words for people.
func workbookError(err error) *FileError {
	var f *workbook.Fault
	if !errors.As(err, &f) {
		return &FileError{Code: "workbook-broken", Values: words.Values{"place": "–"}}
	}
	place := strings.TrimSpace(shown(f.Part) + " " + shown(f.At))
	if place == "" {
		place = "–"
	}
	return &FileError{Code: "workbook-" + string(f.Code), Values: words.Values{"place": place}}
}

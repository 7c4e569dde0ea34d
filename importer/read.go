package importer

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/words"
)

// Options say what a reader of the file alone cannot know.
type Options struct {
	// Source is the feed the file belongs to; empty takes the base name of the file.
	Source graph.SourceID
	// Name is the source's name for people; empty takes the base name.
	Name string
	// AsOf is the day up to which the file is known; zero is unknown.
	AsOf graph.Date
	// Format is an id of Formats; empty or "auto" finds it.
	Format string
}

// Reading is a file that has been read: its records, each content once, in the
// order of the file, and the report so far.
type Reading struct {
	Source  graph.Source
	Records []graph.Record
	Report  Report
}

// Read reads a file. A row that cannot be read is rejected and told in the
// report; a file that cannot be read is a *FileError, which wraps
// graph.ErrInvalid. Equal content gives equal records, whatever the order of
// rows and columns, the encoding, the delimiter or the way of writing dates.
func Read(name string, r io.Reader, o Options) (*Reading, error) {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	raw, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("import %s: %w", name, err)
	}
	refuse := func(e *FileError) (*Reading, error) {
		e.File = name
		return nil, e
	}
	if len(raw) > MaxBytes {
		return refuse(&FileError{Code: "too-large", Values: words.Values{"limit": MaxBytes >> 20}})
	}
	format, ok := formatOf(o.Format)
	if !ok {
		return refuse(&FileError{Code: "format-unknown", Values: words.Values{"format": shown(o.Format)}})
	}
	base := strings.TrimSuffix(name, path.Ext(name))
	source := graph.Source{ID: o.Source, Name: o.Name, Format: format.ID, AsOf: o.AsOf}
	if source.ID == "" {
		source.ID = SourceIDOf(base)
	}
	if source.Name == "" {
		source.Name = tidy(base)
	}
	reading, err := format.read(&file{name: name, raw: raw, source: source})
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(raw)
	report := &reading.Report
	report.Source, report.File, report.SHA256, report.Format = source.ID, name, hex.EncodeToString(sum[:]), format.ID
	if err := report.Rows.check(); err != nil {
		return refuse(err)
	}
	return reading, nil
}

// SourceIDOf makes the id of a source from a name: small letters, words joined
// by hyphens. Colons and slashes part ids and addresses, so they go too.
func SourceIDOf(name string) graph.SourceID {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:/\?#%&"'<>|*`, r) {
			return ' '
		}
		return r
	}, strings.ToLower(tidy(name)))
	if name = strings.Join(strings.Fields(name), "-"); name == "" {
		name = "tiedosto"
	}
	return graph.SourceID(name)
}

// otherKinds are the first bytes of files that are no text, and what to call them.
var otherKinds = []struct{ start, code string }{
	{"PK\x03\x04", "workbook"},
	{"\xD0\xCF\x11\xE0", "workbook"},
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
func notText(raw []byte, e encoding) *FileError {
	start := bytes.ToLower(bytes.TrimLeft(raw[:min(len(raw), 512)], " \t\r\n\uFEFF"))
	for _, f := range otherKinds {
		if bytes.HasPrefix(start, bytes.ToLower([]byte(f.start))) {
			return &FileError{Code: f.code}
		}
	}
	if e.unit == 1 && bytes.Count(raw, []byte{0}) > 100+len(raw)/100 {
		return &FileError{Code: "not-table"}
	}
	return nil
}

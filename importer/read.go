package importer

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/importer/cell"
	"hankeverkko/words"
)

// Options say what a reader of the file alone cannot know.
type Options struct {
	// Source is the feed the file belongs to; empty takes the id of the register
	// that the file comes from, or the base name of the file.
	Source graph.SourceID
	// Name is the source's name for people; empty takes the register's or the base name.
	Name string
	// AsOf is the day up to which the file is known; zero takes what the file shows.
	AsOf graph.Date
	// Format is an id of Formats; empty or "auto" finds it.
	Format string
	// Sheet is the sheet of a workbook to read; empty finds it.
	Sheet string
	// Encoding is one of delimited.Encodings and Delimiter one sign, for files of
	// delimited text; empty finds them.
	Encoding, Delimiter string
	// Header is the row of the header, as a spreadsheet shows it; 0 finds it.
	Header int
	// Columns says what columns are read as, by their header as the file writes
	// it, or their letter where they have none: a field, or LeaveOut. It goes
	// before what is guessed.
	Columns map[string]graph.Field
	// Progress is told how many rows have been read, now and then; an error from
	// it ends the reading and is returned.
	Progress func(rows int) error
	// Joint says which rows are one joint project; empty is JointGroup.
	Joint Joint
	// Lang is the language of names that a source gets.
	Lang string
}

// File is a file to read.
type File struct {
	Name string
	io.Reader
}

// Reading is what has been read of one source: its records, each content once,
// in the order of the files, and the report so far.
type Reading struct {
	Source  graph.Source
	Records []graph.Record
	Report  Report
	// Previews tell what was understood of each file.
	Previews []Preview
}

// Read reads a file. A row that cannot be read is rejected and told in the
// report; a file that cannot be read is a *FileError, which wraps
// graph.ErrInvalid. Equal content gives equal records, whatever the order of
// rows and columns, the encoding, the delimiter, the way of writing dates, and
// whether it is text or a workbook. An archive must hold one source only:
// ReadAll reads any.
func Read(name string, r io.Reader, o Options) (*Reading, error) {
	readings, err := ReadAll([]File{{name, r}}, o)
	switch {
	case err != nil:
		return nil, err
	case len(readings) > 1:
		return nil, &FileError{File: path.Base(name), Code: "archive-several", Values: words.Values{"count": len(readings)}}
	}
	return readings[0], nil
}

// ReadAll reads files that are given at once. Those of a format whose files
// belong together are one reading; any other file is one of its own.
func ReadAll(files []File, o Options) ([]*Reading, error) {
	formats, refused := o.check()
	if refused != nil {
		refused.File = path.Base(files[0].Name)
		return nil, refused
	}
	var all []*contents
	var batches []batch
	for _, file := range files {
		found, err := readFile(file, formats, o)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
		for _, f := range found {
			if i := slices.IndexFunc(batches, func(b batch) bool { return f.format.Set && b[0].format.ID == f.format.ID }); i >= 0 {
				batches[i] = append(batches[i], f)
			} else {
				batches = append(batches, batch{f})
			}
		}
	}
	if err := unheard(all, o); err != nil {
		return nil, err
	}
	var readings []*Reading
	for _, b := range batches {
		reading, err := b.reading(o)
		if err != nil {
			return nil, err
		}
		readings = append(readings, reading)
	}
	return readings, nil
}

// contents is one file, open and understood.
type contents struct {
	name    string
	raw     []byte
	format  *Format
	header  *header
	table   table
	sheets  []string  // titles of all that a person sees
	skipped []string  // sheets that are not read
	left    []LeftOut // files of its archive that are not read
}

// readFile takes the bytes of a file in and finds the table in it, or those in
// the files that it holds.
func readFile(file File, formats []Format, o Options) ([]*contents, error) {
	name := path.Base(strings.ReplaceAll(file.Name, `\`, "/"))
	raw, err := io.ReadAll(io.LimitReader(file, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("import %s: %w", name, err)
	}
	if len(raw) > MaxBytes {
		return nil, &FileError{File: name, Code: "too-large", Values: words.Values{"limit": MaxBytes >> 20}}
	}
	files, archive, refused := unpack(name, raw)
	if refused != nil {
		refused.File = name
		return nil, refused
	}
	if archive {
		all, refused := readArchive(name, files, formats, o)
		if refused != nil {
			return nil, refused
		}
		return all, nil
	}
	c := &contents{name: files[0].name, raw: files[0].raw}
	if err := c.find(formats, o); err != nil {
		err.File = name
		return nil, err
	}
	return []*contents{c}, nil
}

// batch is the files of one source.
type batch []*contents

func (b batch) reading(o Options) (*Reading, error) {
	first := b[0]
	base := strings.TrimSuffix(path.Base(first.name), path.Ext(first.name))
	source := graph.Source{ID: o.Source, Name: o.Name, Format: first.format.ID, AsOf: o.AsOf, Credit: first.format.Credit}
	switch {
	case first.format.register():
		source.ID = cmp.Or(source.ID, graph.SourceID(first.format.ID))
		source.Name = cmp.Or(source.Name, words.Text(o.Lang, first.format.Name, nil))
	default:
		source.ID = cmp.Or(source.ID, SourceIDOf(base))
		source.Name = cmp.Or(source.Name, cell.Tidy(base))
	}
	reading := &Reading{Source: source}
	sums := sha256.New()
	for _, c := range b {
		part, knownTo, err := c.read(source, o)
		if refused := (*FileError)(nil); errors.As(err, &refused) {
			refused.File = c.name
		}
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(c.raw)
		part.Report.SHA256 = hex.EncodeToString(sum[:])
		sums.Write(sum[:])
		if o.AsOf == 0 {
			reading.Source.AsOf = max(reading.Source.AsOf, knownTo)
		}
		if len(b) > 1 {
			_, alike := c.table.(*projectPages)
			part.Report.name(c.name, alike)
		}
		reading.join(part)
	}
	if len(b) > 1 {
		reading.Report.SHA256 = hex.EncodeToString(sums.Sum(nil))
	}
	reading.Report.Source, reading.Report.Format = source.ID, first.format.ID
	reading.Report.Joint = o.Joint.join(reading.Records)
	return reading, nil
}

// join adds what another file of the source gave.
func (r *Reading) join(o *Reading) {
	if r.Report.File == "" {
		r.Records, r.Report, r.Previews = o.Records, o.Report, o.Previews
		return
	}
	r.Previews = append(r.Previews, o.Previews...)
	r.Records = append(r.Records, o.Records...)
	r.Report.join(o.Report)
}

// read turns the table into records.
func (c *contents) read(source graph.Source, o Options) (*Reading, graph.Date, error) {
	s := newSheet(source, o.Joint, c.header, c.table)
	rows := 0
	var stopped error
	failed := c.table.rows(func(r row) bool {
		if o.Progress != nil && rows%progressRows == 0 {
			if stopped = o.Progress(rows); stopped != nil {
				return false
			}
		}
		s.read(r)
		rows++
		return rows <= MaxRows+headerRows
	})
	if stopped != nil {
		return nil, 0, stopped
	}
	if failed != nil {
		return nil, 0, inSheet(c.table, workbookError(failed))
	}
	count, failed := c.table.count()
	if failed != nil {
		return nil, 0, inSheet(c.table, workbookError(failed))
	}
	// The header is no row of data.
	s.rows.Read = count - 1
	if s.rows.Read > MaxRows {
		return nil, 0, inSheet(c.table, &FileError{Code: "too-many-rows", Values: words.Values{"limit": MaxRows}})
	}
	reading := s.finish()
	report := &reading.Report
	report.File, report.Files, report.Sheet, report.Score, report.Reason = c.name, 1, shown(c.table.title()), c.header.score(), c.reason()
	report.Dropped.Sheets, report.Dropped.Files = c.skipped, c.left
	report.Encoding, report.Delimiter = encodingOf(c.table)
	reading.Previews = []Preview{c.preview()}
	if err := report.Rows.check(); err != nil {
		return nil, 0, inSheet(c.table, err)
	}
	return reading, s.knownTo(), nil
}

// progressRows is how often progress is told.
const progressRows = 2000

func inSheet(t table, err *FileError) *FileError {
	err.Sheet = shown(t.title())
	return err
}

// SourceIDOf makes the id of a source from a name: small letters, words joined
// by hyphens. Colons and slashes part ids and addresses, so they go too.
func SourceIDOf(name string) graph.SourceID {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:/\?#%&"'<>|*`, r) {
			return ' '
		}
		return r
	}, strings.ToLower(cell.Tidy(name)))
	if name = strings.Join(strings.Fields(name), "-"); name == "" {
		name = "tiedosto"
	}
	return graph.SourceID(name)
}

// find finds the table that the file holds: of its tables, formats and rows the
// one that is understood best as a header.
func (c *contents) find(formats []Format, o Options) *FileError {
	if len(bytes.TrimSpace(c.raw)) == 0 {
		return &FileError{Code: "empty"}
	}
	all, hidden, err := tables(c.raw, o)
	if err != nil {
		return err
	}
	for _, t := range all {
		if !slices.Contains(c.sheets, t.title()) { // a text stands there once for each delimiter
			c.sheets = append(c.sheets, t.title())
		}
	}
	if o.Sheet != "" {
		named := slices.IndexFunc(all, func(t table) bool { return cell.Tidy(t.title()) == cell.Tidy(o.Sheet) })
		if named < 0 {
			return &FileError{Code: "sheet-unknown", Values: words.Values{"sheet": shown(o.Sheet), "found": titles(all)}}
		}
		all = all[named : named+1]
	}
	if len(all) == 0 {
		return &FileError{Code: "sheets-hidden"}
	}
	for _, t := range all {
		first, err := headings(t, o.Header)
		if err != nil {
			return err
		}
		for i := range formats {
			for _, l := range formats[i].layouts {
				c.offer(t, first, &formats[i], l, o)
			}
		}
	}
	if c.header == nil {
		if o.Header > 0 {
			return &FileError{Row: o.Header, Code: "header-missing"}
		}
		return &FileError{Code: "empty"}
	}
	if err := c.header.check(); err != nil {
		if len(hidden) > 0 && !c.header.complete() {
			err = &FileError{Code: "sheets-hidden"}
		}
		err.seen = c
		return inSheet(c.table, err)
	}
	for _, t := range all {
		if t.title() != c.table.title() {
			c.skipped = append(c.skipped, shown(t.title()))
		}
	}
	for _, name := range hidden {
		c.skipped = append(c.skipped, shown(name))
	}
	return nil
}

// headings returns the first rows of a table, or the one that a person named.
func headings(t table, named int) (first []heading, err *FileError) {
	failed := t.rows(func(r row) bool {
		if named > 0 && r.number != named {
			return r.number < named
		}
		first = append(first, headingOf(r))
		return named == 0 && len(first) < headerRows
	})
	if failed != nil {
		return nil, inSheet(t, workbookError(failed))
	}
	return first, nil
}

// offer looks for the header of a layout in the first rows of a table and
// takes it when it is better than what was found before.
func (c *contents) offer(t table, first []heading, f *Format, l *layout, o Options) {
	for _, r := range first {
		h := headerOf(r, l)
		h.correct(o.Columns)
		if c.header == nil || h.better(c.header) {
			c.header, c.table, c.format = h, t, f
		}
		if h.complete() {
			return
		}
	}
}

// reason says by what the format was known.
func (c *contents) reason() Reason {
	if c.header.layout.generic() {
		return Reason{Code: "headers-understood", Values: words.Values{"found": len(c.header.columns), "all": len(c.header.columns) + len(c.header.dropped)}}
	}
	if _, ok := c.table.(*projectPages); ok {
		return Reason{Code: "labels-known"}
	}
	return Reason{Code: "headers-known", Values: words.Values{"found": len(c.header.layout.known)}}
}

func titles(all []table) string {
	var names []string
	for _, t := range all {
		names = append(names, shown(t.title()))
	}
	return strings.Join(names, ", ")
}

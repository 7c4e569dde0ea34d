package importer

import (
	"errors"
	"path"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/importer/cell"
)

// Preview is what was understood of a file, for a person to look at and to
// correct. It holds no personal data.
type Preview struct {
	File   string
	Format string
	// Score tells from 0 to 100 how surely the file is of the format, Reason why.
	Score  int
	Reason Reason
	// Encoding and Delimiter are as in Report.
	Encoding, Delimiter string
	Sheet               string
	Sheets              []string // all that a person sees
	Header              int      // row of the header
	Columns             []PreviewColumn
	Rows                []PreviewRow
	// Readable tells that the file has the columns that it needs.
	Readable bool
}

// PreviewColumn is a column of the file.
type PreviewColumn struct {
	// Header as the file writes it, or the column's letter.
	Header string
	// Field is what it is read as, empty when it is not.
	Field graph.Field
	// Corrected tells that a person said so, Personal that it is never read.
	Corrected, Personal bool
}

// PreviewRow is a row as it stands in the file, along the columns. What is in
// columns that are not read is left empty, but for files that cannot be read yet.
type PreviewRow struct {
	Number int
	Cells  []string
}

const (
	previewRows = 10
	previewCell = 200 // characters
)

// Look says what is understood of files, also of those that Read refuses for
// want of columns. A file that is no table is an error as there.
func Look(files []File, o Options) ([]Preview, error) {
	formats, refused := o.check()
	if refused != nil {
		return nil, refused
	}
	var all []Preview
	for _, file := range files {
		found, err := readFile(file, formats, o)
		var wanting *FileError
		if errors.As(err, &wanting) && wanting.seen != nil {
			found, err = []*contents{wanting.seen}, nil
		}
		if err != nil {
			return nil, err
		}
		for _, c := range found {
			all = append(all, c.preview())
		}
	}
	return all, nil
}

func (c *contents) preview() Preview {
	h := c.header
	p := Preview{
		File: path.Base(c.name), Format: c.format.ID, Score: h.score(), Reason: c.reason(),
		Sheet: shown(c.table.title()), Header: h.row, Readable: h.check() == nil,
	}
	p.Encoding, p.Delimiter = encodingOf(c.table)
	for _, t := range c.sheets {
		if t := shown(t); t != "" {
			p.Sheets = append(p.Sheets, t)
		}
	}
	read := make([]*column, len(h.names))
	for i := range h.columns {
		if at := h.columns[i].at; at < len(read) {
			read[at] = &h.columns[i]
		}
	}
	for at := range h.names {
		column := PreviewColumn{Header: shown(h.name(at)), Personal: personal(h.names[at])}
		if r := read[at]; r != nil {
			column.Field, column.Corrected = fieldShown(r.field), r.said
		}
		p.Columns = append(p.Columns, column)
	}
	_ = c.table.rows(func(r row) bool { // a fault is told when the file is read
		if r.number <= h.row || empty(r.fields) {
			return true
		}
		p.Rows = append(p.Rows, PreviewRow{r.number, p.cells(r)})
		return len(p.Rows) < previewRows
	})
	return p
}

// cells shows a row without personal data.
func (p *Preview) cells(r row) []string {
	cells := make([]string, len(p.Columns))
	for i := range min(len(cells), len(r.fields)) {
		if c := p.Columns[i]; c.Personal || c.Field == "" && p.Readable {
			continue
		}
		masked, _ := mask(cell.Tidy(r.fields[i]))
		if letters := []rune(masked); len(letters) > previewCell {
			masked = string(letters[:previewCell]) + "…"
		}
		cells[i] = masked
	}
	return cells
}

func encodingOf(t table) (encoding, delimiter string) {
	switch t := t.(type) {
	case *text:
		return t.encoding.Name, string(t.delimiter)
	case *worksheet:
		return t.kind, ""
	case *jsonTable:
		return "json", ""
	case *projectPages:
		return t.kind, ""
	}
	return "", ""
}

// personal tells a header of what is about a person: it is never read, whatever
// anybody says.
func personal(header string) bool {
	form := cell.Form(header)
	for _, word := range personalWords {
		if strings.Contains(form, word) {
			return true
		}
	}
	return personalForms[form]
}

var personalWords = strings.Fields(`yhteyshenkilo vastuuhenkilo projektipaallik hankepaallik puhelin matkapuh sahkoposti henkilotunnus sosiaaliturvatunnus hetu
	syntymaaika kontaktperson ansvarigperson projektledare telefon mobil epost personbeteckning personnummer fodelse
	contactperson contactname responsibleperson projectmanager phone email personalid dateofbirth principalinvestigator kontakt`)

var personalForms = setOf(`puh gsm tel tfn mail yhteystiedot yhteystieto contact contacts contactdetails henkilo etunimi sukunimi person fornamn efternamn firstname lastname surname`)

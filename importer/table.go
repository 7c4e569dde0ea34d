package importer

import (
	"strings"

	"hankeverkko/importer/delimited"
	"hankeverkko/importer/workbook"
)

// table is rows as a file holds them: delimited text, or a sheet of a workbook.
type table interface {
	// title is the name of the sheet, empty for text.
	title() string
	// rows yields from the top. The error tells that the file is broken, also
	// when that shows after the last row only.
	rows(yield func(row) bool) error
	// count counts the rows in another way than rows does.
	count() (int, error)
}

// row is one row of a table.
type row struct {
	number int // as a spreadsheet shows it, from 1
	// fields are at most MaxColumns and one more, which is what stands beyond
	// them; width counts them all.
	fields []string
	width  int
	// kinds tells what the cells of a workbook are; text has none.
	kinds []workbook.Kind
	// line is the row as it stands in a text, broken tells that a quote in it is.
	line   string
	broken bool
	// foreign tells a line in another encoding than its file.
	foreign bool
	// hidden rows are not shown in the spreadsheet; spread ones hold the value of
	// a merged cell.
	hidden, spread bool
}

// kind tells what a cell is.
func (r *row) kind(i int) workbook.Kind {
	if i < len(r.kinds) {
		return r.kinds[i]
	}
	return workbook.Text
}

// delimiters are tried in this order; the first wins a tie. Each is one byte.
const delimiters = ";\t,|"

// text is delimited text.
type text struct {
	raw       []byte
	encoding  delimited.Encoding
	decoded   string
	foreign   []int // where lines of another encoding begin
	delimiter byte
}

// textTables returns the text under each delimiter that it may have, or the
// one that a person named.
func textTables(raw []byte, o Options) ([]table, *FileError) {
	e, said := delimited.Named(o.Encoding, raw)
	if !said {
		e = delimited.EncodingOf(raw)
	}
	if err := notText(raw, e); err != nil {
		return nil, err
	}
	decoded, foreign, err := e.Decode(raw)
	if err != nil {
		return nil, &FileError{Code: "not-table"}
	}
	if strings.TrimSpace(decoded) == "" {
		return nil, &FileError{Code: "empty"}
	}
	candidates := delimiters
	if o.Delimiter != "" {
		candidates = o.Delimiter
	} else if n := delimited.SepLine(decoded); n > 0 {
		candidates = strings.Trim(decoded[:n], "\"\r\n")[len("sep="):]
	}
	var tables []table
	for i := range len(candidates) {
		tables = append(tables, &text{raw, e, decoded, foreign, candidates[i]})
	}
	return tables, nil
}

func (t *text) title() string { return "" }

func (t *text) count() (int, error) { return delimited.Count(t.raw, t.encoding, t.delimiter), nil }

func (t *text) rows(yield func(row) bool) error {
	// The line that names the delimiter is counted, though spreadsheets do not show it.
	if delimited.SepLine(t.decoded) > 0 && !yield(row{}) {
		return nil
	}
	foreign := t.foreign
	for r := range delimited.Rows(t.decoded, t.delimiter, MaxColumns) {
		out := row{number: r.Number, fields: r.Fields, width: r.Width, line: t.decoded[r.From:r.To], broken: r.Broken}
		for len(foreign) > 0 && foreign[0] < r.To {
			out.foreign, foreign = true, foreign[1:]
		}
		if !yield(out) {
			return nil
		}
	}
	return nil
}

// sheetTables returns the sheets of a workbook that a person sees.
func sheetTables(raw []byte) (shown []table, hidden []string, err *FileError) {
	book, failed := workbook.Open(raw, workbookLimits())
	if failed != nil {
		return nil, nil, workbookError(failed)
	}
	for _, s := range book.Sheets {
		if s.Hidden {
			hidden = append(hidden, s.Name)
			continue
		}
		shown = append(shown, &worksheet{s, book.Kind, book.Since1904})
	}
	return shown, hidden, nil
}

// worksheet is a sheet of a workbook.
type worksheet struct {
	*workbook.Sheet
	kind      string // of the workbook
	since1904 bool
}

func (w *worksheet) title() string { return w.Name }

func (w *worksheet) count() (int, error) { return w.Count() }

func (w *worksheet) rows(yield func(row) bool) error {
	return w.Rows(func(r workbook.Row) bool {
		return yield(row{number: r.Number, fields: r.Cells, width: r.Width, kinds: r.Kinds, hidden: r.Hidden, spread: r.Spread})
	})
}

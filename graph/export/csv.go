package export

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
)

// CSV writes the table as Finnish spreadsheet programs open it by a double
// click: semicolons, UTF-8 with a byte order mark, CRLF. Dates are in ISO form.
// Notes are left out: every line is a row.
func CSV(w io.Writer, t Table) error { return CSVRows(w, t.Columns, slices.Values(t.Rows)) }

// CSVRows is CSV for rows that come one at a time.
func CSVRows(w io.Writer, columns []string, rows iter.Seq[[]Cell]) error {
	buffered := bufio.NewWriter(w)
	if _, err := buffered.WriteString("\ufeff"); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	writer := csv.NewWriter(buffered)
	writer.Comma, writer.UseCRLF = ';', true
	line := make([]string, len(columns))
	for i, name := range columns {
		line[i] = Harmless(name)
	}
	if err := writer.Write(line); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	for row := range rows {
		for i, cell := range row {
			line[i] = cell.csv()
		}
		if err := writer.Write(line[:len(row)]); err != nil {
			return fmt.Errorf("csv: %w", err)
		}
	}
	writer.Flush()
	if err := cmp.Or(writer.Error(), buffered.Flush()); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	return nil
}

// csv is the cell as text that no spreadsheet program takes for a formula.
func (c Cell) csv() string {
	if c.Kind == TextCell || c.Kind == ListCell {
		return Harmless(c.String())
	}
	return c.String()
}

// Harmless puts an apostrophe before text that a spreadsheet program would
// take for a formula: it begins, after blanks, with one of = + - @ or their
// full-width twins, or with a tab, a line break or NUL (OWASP, CSV injection).
func Harmless(s string) string {
	if s == "" {
		return s
	}
	if strings.ContainsRune("\t\r\n\x00", rune(s[0])) {
		return "'" + s
	}
	first := strings.TrimLeft(s, " \u00a0\u200b\ufeff")
	for _, dangerous := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠"} {
		if strings.HasPrefix(first, dangerous) {
			return "'" + s
		}
	}
	return s
}

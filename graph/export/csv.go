package export

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// CSV writes the table as Finnish spreadsheet programs open it by a double
// click: semicolons, UTF-8 with a byte order mark, CRLF. Dates are in ISO form.
// Notes are left out: every line is a row.
func CSV(w io.Writer, t Table) error {
	buffered := bufio.NewWriter(w)
	if _, err := buffered.WriteString("\ufeff"); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	writer := csv.NewWriter(buffered)
	writer.Comma, writer.UseCRLF = ';', true
	line := make([]string, len(t.Columns))
	for i, name := range t.Columns {
		line[i] = Harmless(name)
	}
	lines := [][]string{line}
	for _, row := range t.Rows {
		line := make([]string, len(row))
		for i, cell := range row {
			line[i] = cell.csv()
		}
		lines = append(lines, line)
	}
	if err := writer.WriteAll(lines); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	if err := buffered.Flush(); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	return nil
}

func (c Cell) csv() string {
	switch c.Kind {
	case NumberCell:
		return strconv.Itoa(c.Number)
	case DateCell:
		return c.Date.String()
	case ScoreCell:
		return score(c.Score)
	case FlagCell:
		return strconv.FormatBool(c.Flag)
	}
	return Harmless(c.Text)
}

// score writes twelve digits: what lies beyond is rounding, and may differ
// from one kind of processor to another.
func score(x float64) string { return strconv.FormatFloat(x, 'g', 12, 64) }

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

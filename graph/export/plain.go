package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Plain writes the table as statistics programs read it: UTF-8 without a byte
// order mark, commas, decimal points, line feeds. The facts come first, each on
// a line that begins with "# "; cells that hold # are quoted, so that a reader
// which drops comments keeps them.
func Plain(w io.Writer, facts []Fact, t Table) error {
	out := bufio.NewWriter(w)
	for _, f := range facts {
		value, err := f.text()
		if err != nil {
			return fmt.Errorf("csv: %w", err)
		}
		fmt.Fprintf(out, "# %s: %s\n", f.Name, value)
	}
	header := make([]Cell, len(t.Columns))
	for i, name := range t.Columns {
		header[i] = Text(name)
	}
	for _, row := range append([][]Cell{header}, t.Rows...) {
		for i, cell := range row {
			if i > 0 {
				out.WriteByte(',')
			}
			out.WriteString(quoted(cell.csv()))
		}
		out.WriteByte('\n')
	}
	if err := out.Flush(); err != nil { // also tells what went wrong before
		return fmt.Errorf("csv: %w", err)
	}
	return nil
}

// quoted puts a cell in quotes where a reader needs them. (encoding/csv cannot
// be told to quote a #.)
func quoted(cell string) string {
	if !strings.ContainsAny(cell, ",\"#\r\n") && strings.TrimSpace(cell) == cell {
		return cell
	}
	return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
}

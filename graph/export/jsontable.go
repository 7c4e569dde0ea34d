package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// JSON writes an object of the facts and, under rows, the table as one object
// a line, with the columns in their order. Empty cells are null.
func JSON(w io.Writer, facts []Fact, rows string, t Table) error {
	out := bufio.NewWriter(w)
	out.WriteString("{\n")
	for _, f := range facts {
		value, err := marshal(f.Value)
		if err != nil {
			return fmt.Errorf("json: %s: %w", f.Name, err)
		}
		name, _ := marshal(f.Name)
		fmt.Fprintf(out, "%s: %s,\n", name, value)
	}
	name, _ := marshal(rows)
	fmt.Fprintf(out, "%s: [", name)
	for i, row := range t.Rows {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n{")
		for j, cell := range row {
			if j > 0 {
				out.WriteByte(',')
			}
			column, _ := marshal(t.Columns[j])
			value, err := cell.json()
			if err != nil {
				return fmt.Errorf("json: row %d: %w", i+1, err)
			}
			fmt.Fprintf(out, "%s:%s", column, value)
		}
		out.WriteByte('}')
	}
	out.WriteString("\n]\n}\n")
	if err := out.Flush(); err != nil { // also tells what went wrong before
		return fmt.Errorf("json: %w", err)
	}
	return nil
}

func (c Cell) json() ([]byte, error) {
	switch {
	case c.Empty():
		return []byte("null"), nil
	case c.Kind == NumberCell, c.Kind == ScoreCell, c.Kind == FlagCell:
		return []byte(c.String()), nil
	case c.Kind == ListCell:
		return marshal(c.List)
	}
	return marshal(c.String())
}

// marshal leaves < > & as they are: the file is no web page.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

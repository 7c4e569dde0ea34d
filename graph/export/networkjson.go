package export

import (
	"bufio"
	"fmt"
	"io"
)

// NetworkJSON writes the network as an object: the facts; a codebook of what
// every attribute means; projects, actors and ties, one object a line. Unknown
// attributes are left out.
func NetworkJSON(w io.Writer, n Network) error {
	out := bufio.NewWriter(w)
	out.WriteString("{\n")
	for _, f := range n.Facts {
		value, err := marshal(f.Value)
		if err != nil {
			return fmt.Errorf("json: %s: %w", f.Name, err)
		}
		fmt.Fprintf(out, "%q: %s,\n", f.Name, value)
	}
	sheets := []struct {
		name string
		Sheet
		named func(Row) [2]Cell
	}{
		{"projects", n.Projects, nodeNamed}, {"actors", n.Actors, nodeNamed},
		{"ties", n.Ties, func(r Row) [2]Cell { return [2]Cell{Text(r.Project), Text(r.Actor)} }},
	}
	out.WriteString("\"codebook\": {")
	for i, s := range sheets {
		fmt.Fprintf(out, "%s\n%q: {", comma(i), s.name)
		for j, a := range append(s.Named[:], s.Attributes...) {
			meaning, err := marshal(a.Meaning)
			if err != nil {
				return fmt.Errorf("json: %s: %w", a.ID, err)
			}
			fmt.Fprintf(out, "%s\n%q: %s", comma(j), a.ID, meaning)
		}
		out.WriteString("\n}")
	}
	out.WriteString("\n}")
	for _, s := range sheets {
		fmt.Fprintf(out, ",\n%q: [", s.name)
		attributes, rows := append(s.Named[:], s.Attributes...), 0
		for row := range s.Rows {
			fmt.Fprintf(out, "%s\n{", comma(rows))
			named := s.named(row)
			if err := members(out, attributes, append(named[:], row.Cells...)); err != nil {
				return err
			}
			out.WriteByte('}')
			rows++
		}
		out.WriteString("\n]")
	}
	out.WriteString("\n}\n")
	if err := out.Flush(); err != nil { // also tells what went wrong before
		return fmt.Errorf("json: %w", err)
	}
	return nil
}

func nodeNamed(r Row) [2]Cell { return [2]Cell{Text(r.ID), Text(r.Name)} }

// members writes what is known of a row.
func members(out *bufio.Writer, attributes []Attribute, cells []Cell) error {
	written := 0
	for i, cell := range cells {
		if cell.Empty() {
			continue
		}
		value, err := cell.json()
		if err != nil {
			return fmt.Errorf("json: %s: %w", attributes[i].ID, err)
		}
		fmt.Fprintf(out, "%s%q:%s", comma(written), attributes[i].ID, value)
		written++
	}
	return nil
}

func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}

package export

import (
	"io"
	"strconv"

	"hankeverkko/graph"
)

// GEXF writes the network as GEXF 1.3, which Gephi reads. Projects and their
// ties exist from the first to the last day of the project, both included;
// actors always. Nodes that have a place stand there when the file is opened. AsOf is the day of the data, which the file bears as its date.
func GEXF(w io.Writer, n Network, asOf graph.Date) error {
	x := newElement(w)
	x.start("gexf", "xmlns", "http://gexf.net/1.3", "xmlns:viz", "http://gexf.net/1.3/viz", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
		"xsi:schemaLocation", "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd", "version", "1.3")
	x.line()
	if asOf == 0 {
		x.start("meta")
	} else {
		x.start("meta", "lastmodifieddate", asOf.String())
	}
	x.line()
	x.leaf("creator", "Hankeverkko")
	description := ""
	for _, f := range n.Facts {
		value, err := f.text()
		if err != nil {
			return err
		}
		description += f.Name + ": " + value + "\n"
	}
	x.leaf("description", description)
	x.stop()
	x.start("graph", "defaultedgetype", "undirected", "mode", "dynamic", "timeformat", "date", "timerepresentation", "interval")
	x.line()
	nodes := nodeAttributes(n)[1:] // GEXF has a label of its own
	x.attributes("node", nodes)
	x.attributes("edge", n.Ties.Attributes)
	x.start("nodes")
	x.line()
	for mode, sheet := range []Sheet{n.Projects, n.Actors} {
		at := append([]Attribute{}, append(modeAttributes[1:], sheet.Attributes...)...)
		for row := range sheet.Rows {
			x.start("node", append([]string{"id", row.ID, "label", row.Name}, lifetime(row)...)...)
			own := modeCells(mode, row.Name)
			x.values(at, append(own[1:], row.Cells...))
			if row.Place != nil {
				x.start("viz:position", "x", hundredths(row.Place.X), "y", hundredths(row.Place.Y), "z", "0")
				x.stop()
			}
			x.stop()
			if x.err != nil {
				break
			}
		}
	}
	x.stop()
	x.start("edges")
	x.line()
	count := 0
	for row := range n.Ties.Rows {
		x.start("edge", append([]string{"id", strconv.Itoa(count), "source", row.Project, "target", row.Actor}, lifetime(row)...)...)
		x.values(n.Ties.Attributes, row.Cells)
		x.stop()
		count++
		if x.err != nil {
			break
		}
	}
	x.stop()
	return x.close("gexf")
}

func (e *element) attributes(class string, list []Attribute) {
	e.start("attributes", "class", class, "mode", "static")
	e.line()
	for _, a := range list {
		e.start("attribute", "id", a.ID, "title", a.ID, "type", gexfType(a.Type))
		e.stop()
	}
	e.stop()
}

func (e *element) values(attributes []Attribute, cells []Cell) {
	e.start("attvalues")
	for i, cell := range cells {
		if !cell.Empty() {
			e.start("attvalue", "for", attributes[i].ID, "value", cell.String())
			e.stop()
		}
	}
	e.stop()
}

// lifetime gives the days of a row; days that run backwards are a slip of the
// data, and programs refuse them.
func lifetime(r Row) (attributes []string) {
	if r.From != 0 && r.To != 0 && r.To < r.From {
		return nil
	}
	if r.From != 0 {
		attributes = append(attributes, "start", r.From.String())
	}
	if r.To != 0 {
		attributes = append(attributes, "end", r.To.String())
	}
	return attributes
}

func gexfType(t Type) string {
	switch t {
	case NumberType:
		return "long"
	case ScoreType:
		return "double"
	case FlagType:
		return "boolean"
	}
	return "string"
}

func hundredths(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }

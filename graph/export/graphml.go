package export

import "io"

// GraphML writes the network as GraphML (Brandes et al. 2002): nodes have the
// ids of the table of measures, mode tells projects from actors as a word and
// bipartite as networkx reads it (0 and 1). Lists are joined by semicolons and
// dates written in ISO form, since GraphML has no type for either.
func GraphML(w io.Writer, n Network) error {
	x := newElement(w)
	x.start("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
		"xsi:schemaLocation", "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd")
	x.line()
	for _, f := range n.Facts {
		x.key("graph", f.Name, "string", "")
	}
	nodes := nodeAttributes(n)
	for _, a := range nodes {
		x.key("node", a.ID, graphMLType(a.Type), a.Meaning)
	}
	for _, a := range n.Ties.Attributes {
		x.key("edge", a.ID, graphMLType(a.Type), a.Meaning)
	}
	x.start("graph", "id", "hankeverkko", "edgedefault", "undirected")
	x.line()
	for _, f := range n.Facts {
		value, err := f.text()
		if err != nil {
			return err
		}
		x.data("graph", f.Name, Text(value))
	}
	for mode, sheet := range []Sheet{n.Projects, n.Actors} {
		for row := range sheet.Rows {
			x.start("node", "id", row.ID)
			for i, cell := range modeCells(mode, row.Name) {
				x.data("node", modeAttributes[i].ID, cell)
			}
			for i, cell := range row.Cells {
				x.data("node", sheet.Attributes[i].ID, cell)
			}
			x.stop()
			if x.err != nil {
				break
			}
		}
	}
	for row := range n.Ties.Rows {
		x.start("edge", "source", row.Project, "target", row.Actor)
		for i, cell := range row.Cells {
			x.data("edge", n.Ties.Attributes[i].ID, cell)
		}
		x.stop()
		if x.err != nil {
			break
		}
	}
	return x.close("graphml")
}

// key declares an attribute.
func (e *element) key(domain, id, kind, meaning string) {
	e.start("key", "id", domain+"_"+id, "for", domain, "attr.name", id, "attr.type", kind)
	if meaning != "" {
		e.end()
		e.leaf("desc", meaning)
	}
	e.stop()
}

func (e *element) data(domain, id string, cell Cell) {
	if !cell.Empty() {
		e.leaf("data", cell.String(), "key", domain+"_"+id)
	}
}

func graphMLType(t Type) string {
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

// modeAttributes stand before all others: they hold what both modes have.
var modeAttributes = [...]Attribute{{ID: "label"}, {ID: "mode"}, {ID: "bipartite", Type: NumberType}}

func modeCells(mode int, name string) [3]Cell {
	return [3]Cell{Text(name), Text([...]string{"project", "actor"}[mode]), Number(mode)}
}

// nodeAttributes are those of projects and actors, each once.
func nodeAttributes(n Network) []Attribute {
	all := modeAttributes[:]
	known := map[string]bool{}
	for _, sheet := range []Sheet{n.Projects, n.Actors} {
		for _, a := range sheet.Attributes {
			if !known[a.ID] {
				known[a.ID] = true
				all = append(all, a)
			}
		}
	}
	return all
}

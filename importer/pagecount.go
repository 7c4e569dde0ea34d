package importer

import (
	"strings"

	"hankeverkko/importer/cell"
	"hankeverkko/importer/page"
)

// count goes over the lines once more and counts the names that stand after a
// label or in a list of bodies, without reading what belongs to them. A project
// that names none counts as one.
func (p *projectPages) count() (int, error) {
	n := 1 // the header
	for _, project := range p.projects {
		if len(project.bodies) == 0 {
			n++
		}
	}
	c := nameCount{}
	for _, l := range p.lines {
		n += c.on(l)
	}
	return n, nil
}

// nameCount is where a count of names stands.
type nameCount struct {
	inList, any bool // of bodies; any has been counted since it began
	table       int
	awaits      bool // a name, on the next line
}

// on counts the names on a line.
func (c *nameCount) on(l page.Line) int {
	cells := filled(l.Cells)
	if len(cells) == 0 {
		c.inList = c.inList && !c.any
		return 0
	}
	if c.inList && c.table != 0 && l.Table != c.table {
		c.inList = false
	}
	said, _, _ := statement(cells[0])
	_, first, _, isLabel := labelled(cells[0])
	list := listOf(cells[0])
	ends := l.Heading || sections.MatchString(cells[0])
	switch {
	case said != "":
		c.inList, c.awaits = false, false
	case list != listNone && !isLabel:
		*c = nameCount{inList: true}
	case isLabel && headerOfBodies(cells):
		if !c.inList {
			c.any = false
		}
		c.inList, c.table, c.awaits = true, l.Table, false
	case isLabel:
		c.inList = c.inList && (first.applicant || first.unread)
		n := c.afterLabels(cells)
		c.any = c.any || n > 0
		return n
	case c.inList && !ends:
		c.table = l.Table
		if member := idAndLabel.ReplaceAllString(strings.Join(cells, ""), ""); len(cells) == 1 && cell.Clean(cells[0]) == "" || strings.TrimSpace(member) == "" {
			return 0
		}
		c.any = true
		return 1
	case ends:
		c.inList, c.awaits = false, false
	case c.awaits:
		c.awaits = false
		if cell.Clean(strings.Join(cells, " ")) != "" {
			c.any = true
			return 1
		}
	}
	return 0
}

// afterLabels counts the names that stand beside their label.
func (c *nameCount) afterLabels(cells []string) (n int) {
	for i, written := range cells {
		_, l, value, ok := labelled(written)
		if !ok {
			continue
		}
		c.awaits = false
		if value == "" && i+1 < len(cells) {
			if _, _, _, next := labelled(cells[i+1]); !next {
				value = cells[i+1]
			}
		}
		switch {
		case l.column != "Virallinen nimi":
		case value == "":
			c.awaits = true
		case cell.Clean(value) != "":
			n++
		}
	}
	return n
}

// headerOfBodies tells the header of a list of bodies, one of whose columns is
// their name.
func headerOfBodies(cells []string) bool {
	name := false
	for _, c := range cells {
		l, ok := labelOf(strings.TrimRight(c, ": "))
		if !ok || !l.applicant && !l.unread {
			return false
		}
		name = name || l.column == "Virallinen nimi"
	}
	return name && len(cells) > 1
}

package importer

import (
	"hankeverkko/graph"
)

// Format is a kind of file that can be read: rows of a table, whatever holds
// them. Each has a file of its own and a row in Formats.
type Format struct {
	ID string
	// Name is the key of its name in the word files.
	Name string
	// Endings of file names, without the dot.
	Endings []string
	// Credit says whose data it is, where one publisher is behind all of it.
	Credit string
	// Set tells that its files belong together: given at once they are one source.
	Set     bool
	layouts []*layout
}

// Formats lists what can be read. The first takes what no other knows.
var Formats = []Format{genericSheet, eura2007List, eura2014List, eura2021List, eura2014Pages, cordis, listOfOperations, interregPartners, danishList}

// register tells a list that a publisher makes from a sheet of one's own.
func (f *Format) register() bool { return f.ID != Formats[0].ID }

// formatsOf returns the formats that an id allows: empty and "auto" leave the
// choice to the file.
func formatsOf(id string) []Format {
	if id == "" || id == "auto" {
		return Formats
	}
	for i := range Formats {
		if Formats[i].ID == id {
			return Formats[i : i+1]
		}
	}
	return nil
}

// layout is one kind of table that a format consists of: the headers by which
// it is known, what its columns are read as, and what its rows need before
// they become records.
type layout struct {
	// name tells the tables of a format apart.
	name string
	// known are the headers, as cell.Form writes them, that all stand in it. A
	// layout without them is known by a column of projects and one of actors.
	known []string
	// columns tells what headers are read as; nil leaves it to the aliases.
	columns map[string]column
	// kinds tells which fields are read otherwise than elsewhere.
	kinds map[graph.Field]kind
	// scheme of the project ids; empty takes the source's id.
	scheme string
	// actors tells whether a row without an actor is a record.
	actors actorRule
	// mend puts a row right that came apart; false when it cannot. Moved tells
	// that cells now stand in other columns.
	mend func(h *header, r row) (mended row, moved, ok bool)
	// footer tells a row below the table by its cells, besides what any footer says.
	footer func(cells graph.Cells) bool
	// settle sees the cells of a row before they become a record.
	settle func(s *sheet, r row, cells graph.Cells)
	// knownTo is a day that the row shows its source to be known up to.
	knownTo func(cells graph.Cells) graph.Date
}

// generic tells a layout that any sheet may have.
func (l *layout) generic() bool { return len(l.known) == 0 }

// names is the field by which a project is known.
func (l *layout) names() graph.Field {
	if l.scheme != "" {
		return graph.FieldCode
	}
	return graph.FieldProject
}

// actorRule says what a row without an actor is.
type actorRule uint8

const (
	actorNeeded actorRule = iota // no record
	actorWanted                  // a record with a remark
	actorNone                    // a record: the table is about projects
)

// genericSheet is a sheet of one's own: one row for each pair of project and
// actor, or one for each project with its partners in a cell.
var genericSheet = Format{
	ID: "generic-sheet", Name: "format.generic-sheet", Endings: []string{"csv", "tsv", "txt", "xlsx", "xlsm", "ods"},
	layouts: []*layout{{}},
}

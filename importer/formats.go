package importer

import "hankeverkko/graph"

// Format is a kind of file that can be read.
type Format struct {
	ID string
	// Name is the key of its name in the word files.
	Name string
	// Endings of file names, without the dot.
	Endings []string
	read    func(*file) (*Reading, error)
}

// Formats lists what can be read; the first is taken where nothing else fits.
var Formats = []Format{
	{ID: "generic-sheet", Name: "format.generic-sheet", Endings: []string{"csv", "tsv", "txt"}, read: readText},
}

// formatOf finds a format by id; empty and "auto" leave the choice to the file.
func formatOf(id string) (Format, bool) {
	if id == "" || id == "auto" {
		return Formats[0], true
	}
	for _, f := range Formats {
		if f.ID == id {
			return f, true
		}
	}
	return Format{}, false
}

// file is what a format reads.
type file struct {
	name   string
	raw    []byte
	source graph.Source
}

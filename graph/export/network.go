package export

import (
	"iter"

	"hankeverkko/graph"
)

// Network is a two-mode network to write: projects and actors as nodes, a tie
// for each pair. Rows come one at a time and only until the next one is asked
// for.
type Network struct {
	Facts                  []Fact
	Projects, Actors, Ties Sheet
}

// Sheet is one kind of rows with what is known of each. Named are the two
// that every row has: id and name of a node, project and actor of a tie.
type Sheet struct {
	Named      [2]Attribute
	Attributes []Attribute
	Rows       iter.Seq[Row]
}

// Attribute is one thing known of a row. Its id is the same in every language
// and format; Meaning is the codebook's word on it.
type Attribute struct {
	ID      string
	Type    Type
	Meaning string
}

// Type is what the cells of an attribute hold.
type Type uint8

const (
	TextType Type = iota
	NumberType
	ScoreType
	FlagType
	DateType
	ListType
)

// Row is a node, or the tie of a project and an actor.
type Row struct {
	ID, Name       string // of a node
	Project, Actor string // ids of the nodes that a tie joins
	// From and To bound the time that it exists, 0 where that is not known.
	From, To graph.Date
	Cells    []Cell // along the attributes
	Place    *Place // of a node in a drawing, nil for none
}

// Place is where a drawing has a node, y upwards.
type Place struct{ X, Y float64 }

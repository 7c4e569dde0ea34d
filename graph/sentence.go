package graph

// Sentence is text in no language yet: a key of the word files and the values
// that go into it. Every number can open the projects behind it.
type Sentence struct {
	Key    string
	Values []Value
}

// Value fills one place of a sentence. A counted value is written by the
// plural form Noun ("29 hanketta"), else as Text.
type Value struct {
	Name  string
	Text  string
	Noun  string
	Count int
	// Link is what a click opens: "actor:ID", "group:ID", "region:ID", or empty.
	Link string
	// Proof holds the projects the value rests on.
	Proof []ProjectID
}

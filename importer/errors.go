package importer

import (
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/words"
)

// FileError says why a file as a whole cannot be read. It wraps
// graph.ErrInvalid; Text says it to a person.
type FileError struct {
	File   string
	Sheet  string // empty where there is one table only
	Row    int    // 0 when the fault has no row
	Column string // empty when the fault has no column
	Code   string
	Values words.Values
	// seen is what was understood of a file that lacks columns.
	seen *contents
}

func (e *FileError) Error() string {
	return fmt.Sprintf("import %s: %s: %v", e.File, e.Text("en"), graph.ErrInvalid)
}

func (e *FileError) Unwrap() error { return graph.ErrInvalid }

// Text says what is wrong and what to do about it, in the reader's language.
func (e *FileError) Text(lang string) string {
	text := words.Text(lang, "error."+e.Code, e.Values)
	if place := placeText(lang, e.Sheet, e.Row, e.Column); place != "" {
		text = place + ": " + text
	}
	return text + ". " + words.Text(lang, "cure."+e.Code, e.Values)
}

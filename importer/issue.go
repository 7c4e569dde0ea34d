package importer

import (
	"strings"

	"hankeverkko/words"
)

// Issue is one thing in a file that a person should look at, and what was
// done about it. Values never hold personal data.
type Issue struct {
	Sheet  string
	Row    int    // as the spreadsheet numbers it
	Column string // as the file writes it; empty for a whole row
	Code   string
	Values words.Values
	// Kept tells that what the issue is about was kept as it is.
	Kept bool
	// Rejected tells that the whole row was left out.
	Rejected bool
}

// Text says what is wrong.
func (i Issue) Text(lang string) string { return words.Text(lang, "issue."+i.Code, i.Values) }

// Cure says what a person can do about it.
func (i Issue) Cure(lang string) string { return words.Text(lang, "cure."+i.Code, i.Values) }

// placeText gives "Taul1, rivi 41, sarake Aloituspvm".
func placeText(lang, sheet string, row int, column string) string {
	var parts []string
	if sheet != "" {
		parts = append(parts, sheet)
	}
	if row > 0 {
		parts = append(parts, words.Text(lang, "import.row", words.Values{"row": plainNumber(row)}))
	}
	if column != "" {
		parts = append(parts, words.Text(lang, "import.column", words.Values{"column": column}))
	}
	return strings.Join(parts, ", ")
}

package importer

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean returns the text of a cell: NFC, invisible characters gone, every kind
// of space one space, none at the ends. Words that stand for "nothing" are empty.
func clean(s string) string {
	s = tidy(s)
	if nothing[strings.ToLower(s)] {
		return ""
	}
	return s
}

// nothing lists what people and programs write into an empty cell.
var nothing = map[string]bool{
	"-": true, "–": true, "—": true, "--": true, ".": true, "?": true, "na": true, "n/a": true, "n.a.": true, "#n/a": true, "#puuttuu!": true, "#saknas!": true,
	"null": true, "none": true, "nan": true, "not available": true, "not applicable": true, "notapplicable": true,
	"ei tietoa": true, "ei tiedossa": true, "uppgift saknas": true,
}

func tidy(s string) string {
	if plain(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			return -1
		case unicode.IsSpace(r), unicode.IsControl(r):
			return ' '
		}
		return r
	}, norm.NFC.String(s))
	s = strings.Join(strings.Fields(s), " ")
	// A spreadsheet that was made safe against formulas has an apostrophe
	// before the sign: the sign is the content.
	if len(s) > 1 && s[0] == '\'' && strings.ContainsAny(s[1:2], "=+-@") {
		s = s[1:]
	}
	return norm.NFC.String(s)
}

// plain tells text that tidy would not change, which most cells are.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c > '~' || c == '\'' && i == 0 || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return false
		}
	}
	return true
}

// splitList splits a cell at line breaks and semicolons, and at commas when it
// has neither. Each value stands once.
func splitList(s string) []string {
	if strings.ContainsAny(s, ";\n\r") {
		return splitLines(s)
	}
	return cleanAll(strings.Split(s, ","))
}

// splitLines splits a cell at line breaks and semicolons: commas belong to names.
func splitLines(s string) []string {
	return cleanAll(strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == '\n' || r == '\r' }))
}

func cleanAll(values []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, v := range values {
		if v = clean(v); v != "" && !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}

package cell

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Clean returns the text of a cell: NFC, invisible characters gone, every kind
// of space one space, none at the ends. Words that stand for "nothing" are empty.
func Clean(s string) string {
	s = Tidy(s)
	if nothing[strings.ToLower(s)] {
		return ""
	}
	return s
}

// nothing lists what people and programs write into an empty cell.
var nothing = map[string]bool{
	"-": true, "–": true, "—": true, "--": true, ".": true, "?": true, "na": true, "n/a": true, "n.a.": true, "#n/a": true, "#puuttuu!": true, "#saknas!": true,
	"null": true, "none": true, "nan": true, "not available": true, "not applicable": true, "notapplicable": true,
	"ei tietoa": true, "ei tiedossa": true, "ei saatavilla": true, "uppgift saknas": true, "ej tillgänglig": true,
	"ikke oplyst": true, "ikke oppgitt": true,
}

// failed lists what spreadsheets show where a formula came to no value.
var failed = map[string]bool{
	"#ref!": true, "#value!": true, "#div/0!": true, "#name?": true, "#num!": true, "#null!": true, "#spill!": true, "#calc!": true, "#field!": true,
	"#getting_data": true, "#blocked!": true, "#connect!": true, "#busy!": true, "#unknown!": true,
	"#viittaus!": true, "#arvo!": true, "#jako/0!": true, "#nimi?": true, "#luku!": true, "#tyhjä!": true,
	"#referens!": true, "#värdefel!": true, "#division/0!": true, "#namn?": true, "#ogiltigt!": true, "#skärning!": true,
}

// Failed tells the error of a formula, such as #REF!, in any of the languages.
func Failed(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasPrefix(s, "#") && failed[strings.ToLower(norm.NFC.String(s))]
}

// Tidy is Clean without the words for nothing.
func Tidy(s string) string {
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

// plain tells text that Tidy would not change, which most cells are.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c > '~' || c == '\'' && i == 0 || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return false
		}
	}
	return true
}

// List splits a cell at line breaks and semicolons, and at commas when it
// has neither. Each value stands once.
func List(s string) []string {
	if strings.ContainsAny(s, ";\n\r") {
		return Lines(s)
	}
	return cleanAll(strings.Split(s, ","))
}

// Lines splits a cell at line breaks and semicolons: commas belong to names.
func Lines(s string) []string {
	return cleanAll(strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == '\n' || r == '\r' }))
}

// Form keeps the letters and digits of a header or a word, small and without
// diacritics: "Hankekoodi ", "HANKE-KOODI" and "hankekoodi:" are one.
func Form(written string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKD.String(written))
}

func cleanAll(values []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, v := range values {
		if v = Clean(v); v != "" && !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}

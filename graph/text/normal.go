package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Normal returns the form in which words are compared: NFKC, lower case,
// without soft hyphens and characters of no width.
func Normal(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
}

// Fold returns the normal form without diacritics, so that "paijat" meets "Päijät".
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(Normal(s)))
}

// Tokens returns the words of a text in normal form: runs of letters and
// digits, at least two long. A hyphenated word gives its parts.
func Tokens(s string) []string {
	fields := strings.FieldsFunc(Normal(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	tokens := fields[:0]
	for _, f := range fields {
		if len([]rune(f)) > 1 {
			tokens = append(tokens, f)
		}
	}
	return tokens
}

package identity

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// NameForm returns the form of a name that its id is made of: NFKC, case
// folded, punctuation to space, single spaces, invisible characters gone.
// Legal form and diacritics stay, so two bodies do not fall together by it;
// what may be one body is proposed by another, looser form.
func NameForm(name string) string {
	fold := cases.Fold()
	// Folding can undo the normal form and the normal form can bring new
	// capitals, so both are done until nothing changes ("ΐ", "ﬀ").
	form := norm.NFKC.String(fold.String(norm.NFKC.String(name)))
	form = norm.NFKC.String(fold.String(form))
	form = strings.Map(func(r rune) rune {
		switch {
		case invisible(r):
			return -1
		case unicode.IsPunct(r) || isSpace(r) || isDash(r):
			return ' '
		}
		return r
	}, form)
	return norm.NFKC.String(strings.Join(strings.Fields(form), " "))
}

// invisible tells characters that print nothing: zero-width spaces, soft
// hyphens, direction marks, byte order marks.
func invisible(r rune) bool { return unicode.Is(unicode.Cf, r) }

func isSpace(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

func isDash(r rune) bool { return unicode.Is(unicode.Pd, r) || r == '\u2212' }

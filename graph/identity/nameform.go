package identity

import (
	"strings"
	"unicode"
	"unicode/utf8"

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

// comparingForm returns the looser form by which one name may be another: the
// NameForm without legal forms at its ends and without diacritics. A legal form
// stays where it would leave one short word, which is a name of many.
func comparingForm(name string) string {
	words := strings.Fields(NameForm(name))
	for len(words) > 0 && legalForm[words[0]] && !shortRest(words[1:]) {
		words = words[1:]
	}
	for len(words) > 0 && legalForm[words[len(words)-1]] && !shortRest(words[:len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(strings.Join(words, " ")))
}

func shortRest(words []string) bool {
	const short = 4
	return len(words) == 0 || len(words) == 1 && utf8.RuneCountInString(words[0]) <= short
}

// legalForm lists what stands at the end of a name, or before it, for the law.
var legalForm = map[string]bool{
	"oy": true, "oyj": true, "ab": true, "abp": true, "ky": true, "kb": true, "ry": true, "rf": true, "sr": true, "tmi": true, "osk": true,
	"ltd": true, "kuntayhtymä": true, "samkommun": true, "säätiö": true,
}

// invisible tells characters that print nothing: zero-width spaces, soft
// hyphens, direction marks, byte order marks.
func invisible(r rune) bool { return unicode.Is(unicode.Cf, r) }

func isSpace(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

func isDash(r rune) bool { return unicode.Is(unicode.Pd, r) || r == '\u2212' }

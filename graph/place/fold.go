package place

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold returns the form in which two spellings of one name are equal: NFKC,
// case folded, without zero-width characters, every dash a hyphen, single
// spaces. Letters keep their marks.
func Fold(name string) string {
	var b strings.Builder
	for _, r := range norm.NFKC.String(name) {
		switch {
		case unicode.Is(unicode.Cf, r): // zero-width space and joiners, soft hyphen
		case unicode.Is(unicode.Pd, r):
			b.WriteByte('-')
		default:
			b.WriteRune(r)
		}
	}
	// Folding may take a character apart that NFKC writes as one, and leaves
	// Cherokee in capitals.
	folded := strings.ToLower(norm.NFKC.String(cases.Fold().String(b.String())))
	return strings.Join(strings.Fields(folded), " ")
}

// bare is Fold without marks: "Seinajoki" for "Seinäjoki".
func bare(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(Fold(name)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

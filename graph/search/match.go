package search

import (
	"sort"
	"strings"
	"unicode/utf8"

	"hankeverkko/graph/text"
)

// likeness is how a typed word meets a word of a text, the best first.
type likeness uint8

const (
	exact    likeness = iota
	begins            // the text's word begins with it
	inflects          // both are forms of one word
	related           // both begin alike
	inside            // it stands inside the word
	oneTypo
	twoTypos
	beginsWithTypo
	unlike
)

// letters that a likeness asks for.
const (
	leastInside  = 4
	leastRelated = 7
	leastBegun   = 6 // for a beginning with a typing error
)

// writtenOut holds abbreviations that names write out.
var writtenOut = map[string]string{"amk": "ammattikorkeakoulu", "kky": "koulutuskuntayhtyma"}

// meet calls found with every word of the vocabulary that is like the typed
// one, in normal form. A word may be met more than once.
func (x *Index) meet(typed string, found func(word int32, how likeness)) {
	folded := text.Fold(typed)
	x.meetBeginning(folded, found)
	if out := writtenOut[folded]; out != "" {
		x.meetBeginning(out, func(w int32, _ likeness) { found(w, inflects) })
	}
	for _, key := range stemKeys(typed) {
		for _, w := range x.stems[key] {
			found(w, inflects)
		}
	}
	n := utf8.RuneCountInString(folded)
	if n >= leastRelated && !isNumber(folded) {
		x.meetRelated(folded, n, found)
	}
	if n >= leastInside {
		x.meetInside(folded, found)
	}
}

func (x *Index) meetBeginning(folded string, found func(int32, likeness)) {
	for i := sort.SearchStrings(x.words, folded); i < len(x.words) && strings.HasPrefix(x.words[i], folded); i++ {
		if len(x.words[i]) == len(folded) {
			found(int32(i), exact)
		} else {
			found(int32(i), begins)
		}
	}
}

// meetRelated finds words that share the first 70 % of the longer of the two:
// what inflection changes inside a Finnish word ("kiertotalous",
// "kiertotalouden") no stemmer joins.
func (x *Index) meetRelated(folded string, n int, found func(int32, likeness)) {
	at := 0
	for range (7*n + 9) / 10 {
		_, size := utf8.DecodeRuneInString(folded[at:])
		at += size
	}
	begin := folded[:at]
	for i := sort.SearchStrings(x.words, begin); i < len(x.words) && strings.HasPrefix(x.words[i], begin); i++ {
		if longer := max(n, int(x.lengths[i])); 10*shared(folded, x.words[i]) >= 7*longer {
			found(int32(i), related)
		}
	}
}

// shared counts the runes that two words begin with alike.
func shared(a, b string) int {
	n := 0
	for i, r := range a {
		if i >= len(b) {
			break
		}
		if other, _ := utf8.DecodeRuneInString(b[i:]); other != r {
			break
		}
		n++
	}
	return n
}

func (x *Index) meetInside(folded string, found func(int32, likeness)) {
	for at := 0; ; {
		next := strings.Index(x.run[at:], folded)
		if next < 0 {
			return
		}
		at += next
		w := sort.Search(len(x.starts), func(i int) bool { return int(x.starts[i]) > at }) - 1
		found(int32(w), inside)
		at = int(x.starts[w]) + len(x.words[w])
	}
}

// isNumber tells a word that is nothing like another: the next number is
// another thing.
func isNumber(word string) bool { return strings.Trim(word, "0123456789") == "" }

// meetTypos finds words that a few typing errors part from the typed one.
func (x *Index) meetTypos(typed string, found func(int32, likeness)) {
	folded := text.Fold(typed)
	p := newPattern(folded)
	allowed := errorsAllowed(p.runes)
	if allowed == 0 || isNumber(folded) {
		return
	}
	has := lettersOf(folded)
	for i, word := range x.words {
		n := int(x.lengths[i])
		if n < p.runes-allowed || !has.within(x.letters[i], allowed) {
			continue
		}
		if p.runes < leastBegun && n > p.runes+allowed {
			continue
		}
		switch whole, beginning := p.errors(word, allowed); {
		case whole == 1 || whole == 0:
			found(int32(i), oneTypo)
		case whole <= allowed:
			found(int32(i), twoTypos)
		case p.runes >= leastBegun && beginning <= allowed:
			found(int32(i), beginsWithTypo)
		}
	}
}

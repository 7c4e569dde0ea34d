package search

import "math/bits"

// pattern is a word that is not empty. It measures how many typing errors part a word from what was typed:
// letters left out, added, changed, or two neighbours swapped (optimal string
// alignment). All errors in one column of the table are kept in one machine
// word: Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau
// edit distances (2003). Libraries measure one pair at a time; here one word
// meets the whole vocabulary.
type pattern struct {
	ascii [128]uint64 // by letter: the positions that hold it
	other map[rune]uint64
	runes int
}

// longest is how many runes a pattern can have.
const longest = 64

func newPattern(word string) *pattern {
	p := &pattern{other: map[rune]uint64{}}
	for _, r := range word {
		if p.runes == longest {
			break
		}
		if r < 128 {
			p.ascii[r] |= 1 << p.runes
		} else {
			p.other[r] |= 1 << p.runes
		}
		p.runes++
	}
	return p
}

// errors returns the number of errors to the word, and to that beginning of
// the word which is nearest. What lies more than allowed runes beyond the
// pattern is not read: more than so many errors are as good as any.
func (p *pattern) errors(word string, allowed int) (whole, beginning int) {
	whole, beginning = p.runes, p.runes
	last := uint64(1) << (p.runes - 1)
	rising, falling := ^uint64(0), uint64(0)
	var diagonal, before uint64
	runes := 0
	for _, r := range word {
		if runes++; runes > p.runes+allowed {
			return allowed + 1, beginning
		}
		var same uint64
		if r < 128 {
			same = p.ascii[r]
		} else {
			same = p.other[r]
		}
		swapped := (^diagonal & same) << 1 & before
		diagonal = ((same & rising) + rising) ^ rising | same | falling | swapped
		up := falling | ^(diagonal | rising)
		down := diagonal & rising
		if up&last != 0 {
			whole++
		}
		if down&last != 0 {
			whole--
		}
		up = up<<1 | 1
		down <<= 1
		rising = down | ^(diagonal | up)
		falling = up & diagonal
		before = same
		beginning = min(beginning, whole)
	}
	return whole, beginning
}

// letters notes which letters a word has, and which pairs of neighbours, in
// fewer bits than there are: what it tells apart is apart.
type letters struct {
	single uint32
	pairs  uint64
}

func lettersOf(word string) letters {
	var l letters
	before := rune(0)
	for _, r := range word {
		l.single |= 1 << (r & 31)
		if before != 0 {
			l.pairs |= 1 << ((before*37 + r) & 63)
		}
		before = r
	}
	return l
}

// within tells whether a word that has the other letters can hold this one
// with so many errors: an error costs at most one letter and three pairs.
func (l letters) within(other letters, errors int) bool {
	return bits.OnesCount32(l.single&^other.single) <= errors && bits.OnesCount64(l.pairs&^other.pairs) <= 3*errors
}

// errorsAllowed is how many errors are forgiven in a word of so many letters.
func errorsAllowed(runes int) int {
	switch {
	case runes < 4:
		return 0
	case runes < 8:
		return 1
	}
	return 2
}

package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sizes of type in units of the picture, and the distance from one base line
// to the next. The page draws with the same.
const (
	NameSize  = 14.0 // bold
	SubSize   = 12.0 // regular
	ActorSize = 12.0 // semibold

	NameLine  = 17.0
	SubLine   = 14.0
	ActorLine = 15.0
)

// Kerning is not in the table and browsers round glyphs.
const safety = 1.03

// Parts of the type size above and below the base line, Å and g included.
const (
	ascent  = 0.88
	descent = 0.28
)

type face struct {
	advances *advances
	size     float64
	line     float64
}

var (
	nameFace  = face{&advancesBold, NameSize, NameLine}
	subFace   = face{&advancesRegular, SubSize, SubLine}
	actorFace = face{&advancesSemibold, ActorSize, ActorLine}
)

// width returns an upper bound of the width of a line of text.
func (f face) width(text string) float64 {
	total := 0
	for _, r := range text {
		total += f.advances.of(r)
	}
	return float64(total) / 1000 * f.size * safety
}

// widest returns the width of the longest line.
func (f face) widest(lines []string) float64 {
	w := 0.0
	for _, line := range lines {
		w = max(w, f.width(line))
	}
	return w
}

func (a *advances) of(r rune) int {
	if i := int(r) - firstAdvance; i >= 0 && i < len(a.latin) && a.latin[i] > 0 {
		return int(a.latin[i])
	}
	if w, ok := a.other[r]; ok {
		return int(w)
	}
	return unknownAdvance
}

// wrap breaks text into lines no wider than limit, at spaces, after hyphens and
// slashes, and inside a word only where it would not fit a line alone.
func (f face) wrap(text string, limit float64) []string {
	var lines []string
	line := ""
	for _, piece := range f.pieces(text, limit) {
		longer := line + piece
		if line != "" && f.width(strings.TrimRight(longer, " ")) > limit {
			lines = append(lines, strings.TrimRight(line, " "))
			longer = piece
		}
		line = longer
	}
	if line = strings.TrimRight(line, " "); line != "" {
		lines = append(lines, line)
	}
	// A hyphen that was put in to break a word, and is not at a line's end, goes.
	for i, l := range lines {
		last := strings.HasSuffix(l, softHyphen)
		if l = strings.ReplaceAll(l, softHyphen, ""); last {
			l += "-"
		}
		lines[i] = l
	}
	return lines
}

// balance returns the ways to set text in lines no wider than limit: as few
// lines as possible, then one line more, each as narrow as it gets.
func (f face) balance(text string, limit float64) [][]string {
	fewest := f.wrap(text, limit)
	if len(fewest) == 0 {
		return [][]string{nil}
	}
	ways := [][]string{f.narrowest(text, limit, len(fewest))}
	if more := f.narrowest(text, limit, len(fewest)+1); f.widest(more) < 0.85*f.widest(ways[0]) {
		ways = append(ways, more)
	}
	return ways
}

// narrowest wraps text into at most count lines with the smallest limit that
// does so without breaking a word that limit would leave whole.
func (f face) narrowest(text string, limit float64, count int) []string {
	low := 0.0
	for _, piece := range f.pieces(text, limit) {
		low = max(low, f.width(strings.TrimRight(piece, " ")))
	}
	high := limit
	for high-low > 1 {
		mid := (low + high) / 2
		if len(f.wrap(text, mid)) <= count {
			high = mid
		} else {
			low = mid
		}
	}
	return f.wrap(text, high)
}

// The soft hyphen marks a place where a word may be broken; the table of
// advances gives it the width of a hyphen.
const softHyphen = "\u00ad"

// pieces cuts text into what wrap puts together again.
func (f face) pieces(text string, limit float64) []string {
	var pieces []string
	start := 0
	for i, r := range text {
		if end := i + utf8.RuneLen(r); r == ' ' || r == '-' || r == '/' || r == '–' {
			piece := text[start:end]
			if last := len(pieces) - 1; last >= 0 && mark(piece) {
				pieces[last] += piece
			} else {
				pieces = append(pieces, piece)
			}
			start = end
		}
	}
	if start < len(text) {
		pieces = append(pieces, text[start:])
	}
	var fitting []string
	for _, piece := range pieces {
		fitting = append(fitting, f.breakWord(piece, limit)...)
	}
	return fitting
}

// mark tells whether a piece is a dash, dot or sign between words, which stays at
// the end of the line before it.
func mark(piece string) bool {
	return !strings.ContainsFunc(piece, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// leastRest is the least number of letters after a break.
const leastRest = 5

// breakWord breaks a word wider than limit, by the Finnish rule: before a
// consonant that a vowel follows. A word without such a place is broken where
// it must be.
func (f face) breakWord(word string, limit float64) []string {
	if f.width(strings.TrimRight(word, " ")) <= limit {
		return []string{word}
	}
	runes := []rune(word)
	fits, best := 1, 0
	for i := 2; i < len(runes) && f.width(string(runes[:i])+softHyphen) <= limit; i++ {
		fits = i
		if i <= len(runes)-leastRest && !vowel(runes[i]) && vowel(runes[i+1]) && slices.ContainsFunc(runes[:i], vowel) {
			best = i
		}
	}
	if best == 0 {
		best = fits
	}
	if len(runes) < 2 {
		return []string{word}
	}
	return append([]string{string(runes[:best]) + softHyphen}, f.breakWord(string(runes[best:]), limit)...)
}

func vowel(r rune) bool { return strings.ContainsRune("aeiouyåäöAEIOUYÅÄÖ", r) }

// tidy makes one line of text: white space other than the space becomes one,
// and characters that draw nothing go.
func tidy(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85:
			return ' '
		case r < ' ' || r == 0x7f || r == 0xad || r == utf8.RuneError:
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' }), " ")
}

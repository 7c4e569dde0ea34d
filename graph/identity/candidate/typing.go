package candidate

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hbollon/go-edlib"

	"hankeverkko/graph"
)

// gram is how many letters a piece of a name in the index has.
const gram = 3

// errorsAllowed is how many letters may differ in a name of so many: none in a
// short one, where every letter tells bodies apart.
func errorsAllowed(letters int) int {
	switch {
	case letters < 8:
		return 0
	case letters < 16:
		return 1
	}
	return 2
}

// typing proposes names that differ by a typing error. Two names within k
// errors (a letter more, less or other, or two neighbours exchanged) share one
// of their (gram+1)·k+1 rarest trigrams, since an error touches at most gram+1
// of them: only names that meet there are compared. Gravano et al., Approximate
// string joins in a database (almost) for free, VLDB 2001; rarest first as in
// Xiao et al., Ed-Join, VLDB 2008.
func (f *finding) typing() {
	names := f.names()
	grams, count := rankGrams(names)
	index := make([][]int32, count) // trigram -> positions in names that have it among their rarest
	met := make([]int32, len(names))
	marks := make([]mark, len(names))
	for i := range names {
		met[i], marks[i] = -1, markOf(&names[i])
	}
	for i := range names {
		n := marks[i]
		prefix := grams[i][:min(len(grams[i]), (gram+1)*int(n.allowed)+1)]
		for _, g := range prefix {
			// Names stand by length, so the too short ones are at the head.
			list := index[g]
			for len(list) > 0 && n.letters-marks[list[0]].letters > n.allowed {
				list = list[1:]
			}
			for _, j := range list {
				if met[j] != int32(i) {
					met[j] = int32(i)
					if n.near(&marks[j]) {
						f.compare(&names[i], &names[j])
					}
				}
			}
			index[g] = append(list, int32(i))
		}
	}
}

// rankGrams returns the trigrams of each name, rarest first, as their rank
// among all, and how many there are.
func rankGrams(names []written) ([][]int32, int) {
	frequency := map[string]int{}
	for i := range names {
		for _, g := range gramsOf(names[i].text) {
			frequency[g]++
		}
	}
	all := slices.SortedFunc(maps.Keys(frequency), func(a, b string) int {
		return cmp.Or(cmp.Compare(frequency[a], frequency[b]), cmp.Compare(a, b))
	})
	rank := make(map[string]int32, len(all))
	for r, g := range all {
		rank[g] = int32(r)
	}
	ranked := make([][]int32, len(names))
	for i := range names {
		for _, g := range gramsOf(names[i].text) {
			ranked[i] = append(ranked[i], rank[g])
		}
		slices.Sort(ranked[i])
	}
	return ranked, len(all)
}

// written is a name as it is compared: abbreviations written out, no spaces.
type written struct {
	text      string
	letters   int
	of        int     // the spelling
	spellings []int32 // all spellings of this text
}

// names lists the names long enough for an error, each text once. They stand
// by length, so that a name only meets shorter ones.
func (f *finding) names() []written {
	at := map[string]int{}
	var names []written
	for i := range f.spellings {
		if f.spellings[i].short {
			continue
		}
		text := strings.Join(f.spellings[i].full, "")
		letters := utf8.RuneCountInString(text)
		if errorsAllowed(letters) == 0 {
			continue
		}
		k, known := at[text]
		if !known {
			k = len(names)
			at[text] = k
			names = append(names, written{text: text, letters: letters, of: i})
		}
		names[k].spellings = append(names[k].spellings, int32(i))
	}
	slices.SortStableFunc(names, func(a, b written) int {
		return cmp.Or(cmp.Compare(a.letters, b.letters), cmp.Compare(a.text, b.text))
	})
	return names
}

// mark is what is looked at before two names are compared letter by letter.
type mark struct {
	letters, allowed int32
	has              letterSet
}

func markOf(n *written) mark {
	return mark{int32(n.letters), int32(errorsAllowed(n.letters)), lettersOf(n.text)}
}

// near tells whether a name may be within the errors that a shorter one allows:
// each takes at most one letter away and brings at most one.
func (m *mark) near(short *mark) bool {
	if m.letters-short.letters > short.allowed {
		return false
	}
	gone, come := 0, 0
	for i := range m.has {
		gone += bits.OnesCount32(m.has[i] &^ short.has[i])
		come += bits.OnesCount32(short.has[i] &^ m.has[i])
	}
	return gone <= int(short.allowed) && come <= int(short.allowed)
}

// letterSet tells which letters a text has, and which it has twice and three
// times. Letters beyond the 32 commonest share a place.
type letterSet [3]uint32

func lettersOf(text string) letterSet {
	var set letterSet
	for _, r := range text {
		bit := uint32(1) << (uint32(r) % 32)
		switch {
		case set[0]&bit == 0:
			set[0] |= bit
		case set[1]&bit == 0:
			set[1] |= bit
		default:
			set[2] |= bit
		}
	}
	return set
}

// gramsOf returns the pieces of a text, each once.
func gramsOf(text string) []string {
	letters := []rune(text)
	var grams []string
	for i := 0; i+gram <= len(letters); i++ {
		grams = append(grams, string(letters[i:i+gram]))
	}
	slices.Sort(grams)
	return slices.Compact(grams)
}

// compare proposes two names that differ by no more errors than the shorter
// allows, where those errors look like ones.
func (f *finding) compare(long, short *written) {
	if edlib.OSADamerauLevenshteinDistance(long.text, short.text) > errorsAllowed(short.letters) {
		return
	}
	strength, ok := f.looksLikeError(&f.spellings[long.of], &f.spellings[short.of])
	if !ok {
		return
	}
	// Of several actors that share a text one pair is enough: they meet by it.
	for _, i := range f.ranked(long.spellings) {
		for _, j := range f.ranked(short.spellings) {
			a, b := &f.spellings[i], &f.spellings[j]
			if a.actor == b.actor || f.twoNumbers(a.actor, b.actor) || f.decided.Apart(&f.net.Actors[a.actor], &f.net.Actors[b.actor]) {
				continue
			}
			f.propose(a.actor, b.actor, Pair{Suggests: graph.DecideMerge, Score: strength, Reasons: []Reason{{TypingError, a.name, b.name}}})
			return
		}
	}
}

// ranked sorts spellings, that of the actor that would stay first.
func (f *finding) ranked(spellings []int32) []int32 {
	return slices.SortedStableFunc(slices.Values(spellings), func(i, j int32) int {
		switch a, b := f.spellings[i].actor, f.spellings[j].actor; {
		case f.before(a, b):
			return -1
		case f.before(b, a):
			return 1
		}
		return 0
	})
}

// twoNumbers tells that each has a business id of its own: names that are only
// alike say nothing against that.
func (f *finding) twoNumbers(a, b int32) bool {
	x, y := f.net.Actors[a].BusinessID, f.net.Actors[b].BusinessID
	return x != "" && y != "" && x != y
}

// How strong a typing error is as a reason.
const (
	clearError   = 1.0
	unclearError = 0.8 // no word of the two is a known one
	firstLetter  = 0.8 // people seldom miss the first letter
	person       = 0.7 // sole traders: Virtanen is not Virtanen's neighbour
)

// looksLikeError tells whether the words in which two names differ look like a
// typing error: long words, one of them rare, no numbers, no two places, no two
// words that both are in use; one letter where the words are cut differently.
func (f *finding) looksLikeError(a, b *spelling) (float64, bool) {
	if len(a.full) != len(b.full) {
		x, y := strings.Join(a.full, ""), strings.Join(b.full, "")
		return clearError, digits(x) == digits(y) && edlib.OSADamerauLevenshteinDistance(x, y) == 1
	}
	strength := clearError
	for k := range a.full {
		x, y := a.full[k], b.full[k]
		if x == y {
			continue
		}
		shorter := min(len([]rune(x)), len([]rune(y)))
		errors := edlib.OSADamerauLevenshteinDistance(x, y)
		switch placeX, placeY := f.lexicon.placeOf(x), f.lexicon.placeOf(y); {
		case shorter < 5, errors > 1 && shorter < 9, hasDigit(x) || hasDigit(y):
			return 0, false
		case placeX != "" && placeY != "" && placeX != placeY:
			return 0, false
		case f.tokenUse[x] > 2 && f.tokenUse[y] > 2:
			return 0, false
		case f.tokenUse[x] <= 2 && f.tokenUse[y] <= 2 && placeX == "" && placeY == "":
			strength = min(strength, unclearError)
		}
		if x[0] != y[0] {
			strength *= firstLetter
		}
	}
	if a.legal != b.legal && a.legal != graph.KindUnknown && b.legal != graph.KindUnknown {
		strength *= 0.8
	}
	if soleTrader(a) || soleTrader(b) {
		strength *= person
	}
	return strength, true
}

func hasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func soleTrader(s *spelling) bool {
	for word := range strings.FieldsSeq(s.form) {
		if word == "tmi" || word == "toiminimi" {
			return true
		}
	}
	return false
}

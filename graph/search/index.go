package search

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"hankeverkko/graph"
	"hankeverkko/graph/text"
)

// Index answers queries. It never changes and is safe for many goroutines.
type Index struct {
	entries []Entry
	texts   []indexed
	whole   map[string][]int32 // a text as its words -> texts

	// The vocabulary: folded words in order, each with the texts it stands in.
	words    []string
	postings [][]int32
	stems    map[string][]int32 // language and stem -> words
	letters  []letters          // by word
	lengths  []uint8            // by word: runes
	run      string             // all words, each after a line feed, to look inside words
	starts   []int32            // by word: where it starts in run

	scratch sync.Pool
}

// indexed is one text of an entry.
type indexed struct {
	entry int32
	field field
	text  string
	key   string // its words, joined
}

// field is where a text stands, the best first.
type field uint8

const (
	inName field = iota
	inNames
	inForms
	inCode
	inWords
)

// New builds the index of a network: its projects, actors, keywords and
// themes, the areas of Finland, and further entries, such as groups.
func New(n *graph.Network, more ...Entry) *Index {
	return newIndex(append(entriesOf(n), more...))
}

func newIndex(entries []Entry) *Index {
	x := &Index{entries: entries, whole: map[string][]int32{}, stems: map[string][]int32{}}
	b := builder{index: x, words: map[string]int32{}, tokens: map[string]int32{}}
	for i := range entries {
		e := &entries[i]
		b.add(i, inName, e.Name)
		for _, name := range e.Names {
			b.add(i, inNames, name)
		}
		for _, form := range e.Forms {
			b.add(i, inForms, form)
		}
		for _, code := range e.Codes {
			b.add(i, inCode, code)
		}
		for _, word := range e.Words {
			b.add(i, inWords, word)
		}
	}
	b.finish()
	x.scratch.New = func() any { return newScratch(len(entries)) }
	return x
}

type builder struct {
	index  *Index
	words  map[string]int32 // folded -> position in the vocabulary
	tokens map[string]int32 // in normal form, with its stems noted -> the same
	stems  []stemOf
}

type stemOf struct {
	key  string
	word int32
}

func (b *builder) add(entry int, f field, written string) {
	x := b.index
	tokens := text.Tokens(written)
	if f == inCode {
		tokens = []string{compact(written)}
	}
	folded := make([]string, 0, len(tokens))
	t := int32(len(x.texts))
	for _, token := range tokens {
		w, known := b.tokens[token]
		if !known {
			w = b.learn(token, f != inCode)
		}
		folded = append(folded, x.words[w])
		if p := x.postings[w]; len(p) == 0 || p[len(p)-1] != t {
			x.postings[w] = append(p, t)
		}
	}
	key := strings.Join(folded, " ")
	x.texts = append(x.texts, indexed{int32(entry), f, written, key})
	if key != "" {
		x.whole[key] = append(x.whole[key], t)
	}
}

// learn adds a word in normal form to the vocabulary.
func (b *builder) learn(token string, inflected bool) int32 {
	x, word := b.index, text.Fold(token)
	w, known := b.words[word]
	if !known {
		w = int32(len(x.words))
		b.words[word] = w
		x.words = append(x.words, word)
		x.postings = append(x.postings, nil)
	}
	if inflected {
		b.tokens[token] = w
		for _, key := range stemKeys(token) {
			b.stems = append(b.stems, stemOf{key, w})
		}
	}
	return w
}

// finish brings the vocabulary into order.
func (b *builder) finish() {
	x := b.index
	order := make([]int32, len(x.words))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return strings.Compare(x.words[a], x.words[b]) })
	words, postings, moved := make([]string, len(order)), make([][]int32, len(order)), make([]int32, len(order))
	for i, w := range order {
		words[i], postings[i], moved[w] = x.words[w], x.postings[w], int32(i)
	}
	x.words, x.postings = words, postings
	for _, s := range b.stems {
		if w := moved[s.word]; !slices.Contains(x.stems[s.key], w) {
			x.stems[s.key] = append(x.stems[s.key], w)
		}
	}
	var run strings.Builder
	x.letters, x.lengths, x.starts = make([]letters, len(words)), make([]uint8, len(words)), make([]int32, len(words))
	for i, word := range words {
		x.letters[i] = lettersOf(word)
		x.lengths[i] = uint8(min(utf8.RuneCountInString(word), 255))
		run.WriteByte('\n')
		x.starts[i] = int32(run.Len())
		run.WriteString(word)
	}
	x.run = run.String()
}

// stemKeys returns the stems of a word in each language, since names mix them
// and are too short to tell.
func stemKeys(word string) []string {
	keys := make([]string, 0, 3)
	for i, language := range [...]text.Language{text.Finnish, text.Swedish, text.English} {
		keys = append(keys, string(rune('0'+i))+text.Fold(text.Stem(word, language)))
	}
	return keys
}

// compact leaves the letters and digits of a code.
func compact(code string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text.Fold(code))
}

package search

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"hankeverkko/graph/text"
)

// What is read of a query; the rest is left out.
const (
	maxRunes = 200
	maxWords = 8
)

// Hit is an entry that was found.
type Hit struct {
	Kind Kind
	ID   string
	Name string
	// Matched is the name, code or word that was met, where it is not Name.
	Matched  string
	Projects int
	Position int32
}

// KindHits are the hits of one kind, best first, and how many there are in all.
type KindHits struct {
	Kind  Kind
	Hits  []Hit
	Total int
}

// Hits are what was found, the kind with the best hit first. Kinds without a
// hit are absent.
type Hits struct {
	Kinds []KindHits
	Total int
}

// Find returns at most perKind hits of each kind. Entries that hold every
// word of the query are found; when there are none, also with typing errors;
// when there are none even so, those that hold most of its words. An entry
// whose name is the query comes first, then by how its words were met: whole,
// by their beginning, inflected, inside a word, with errors; then names before
// keywords, more projects before fewer, the alphabet.
func (x *Index) Find(query string, perKind int) Hits {
	words, key := wordsOf(query)
	if len(words) == 0 || perKind <= 0 {
		return Hits{}
	}
	s := x.scratch.Get().(*scratch)
	defer x.scratch.Put(s)
	s.begin()
	forgiven := make([]bool, len(words))
	for bit, word := range words {
		if !x.findWord(s, bit, word, x.meet) {
			forgiven[bit] = true
			x.findWord(s, bit, word, x.meetTypos)
		}
	}
	x.findWhole(s, len(words), key, compact(query))
	if s.most() < len(words) {
		for bit, word := range words {
			if !forgiven[bit] {
				x.findWord(s, bit, word, x.meetTypos)
			}
		}
	}
	most := s.most()
	if 2*most < len(words) {
		return Hits{}
	}
	return x.rank(s, most, key, perKind)
}

// findWord notes the entries that hold a word which meets the typed one, and
// tells whether there are any.
func (x *Index) findWord(s *scratch, bit int, typed string, meet func(string, func(int32, likeness))) bool {
	s.beginWord()
	meet(typed, func(w int32, how likeness) {
		for _, t := range x.postings[w] {
			s.note(x.texts[t].entry, spot{how, x.texts[t].field, t})
		}
	})
	return s.endWord(bit)
}

// findWhole notes the entries that the query names in full.
func (x *Index) findWhole(s *scratch, words int, key, code string) {
	note := func(t int32, in field) {
		if x.texts[t].field == in {
			s.noteWhole(x.texts[t].entry, words, spot{exact, in, t})
		}
	}
	for _, t := range x.whole[key] {
		note(t, inName)
		note(t, inNames)
		note(t, inForms)
	}
	for _, t := range x.whole[code] {
		note(t, inCode)
	}
}

// rank takes the best entries that hold so many words.
func (x *Index) rank(s *scratch, most int, key string, perKind int) Hits {
	var best [kindCount][]ranked
	var total [kindCount]int
	for _, e := range s.touched {
		m := &s.entries[e]
		if bits.OnesCount16(m.words) < most {
			continue
		}
		kind := x.entries[e].Kind
		total[kind]++
		r := ranked{entry: e, match: *m, starts: strings.HasPrefix(x.texts[m.at.text].key, key)}
		list := best[kind]
		if len(list) == perKind && x.compare(&r, &list[perKind-1]) >= 0 {
			continue
		}
		i, _ := slices.BinarySearchFunc(list, r, func(a, b ranked) int { return x.compare(&a, &b) })
		list = slices.Insert(list, i, r)
		best[kind] = list[:min(len(list), perKind)]
	}
	var kinds []Kind
	for k := range kindCount {
		if total[k] > 0 {
			kinds = append(kinds, k)
		}
	}
	slices.SortStableFunc(kinds, func(a, b Kind) int { return best[a][0].compare(&best[b][0]) })
	var hits Hits
	for _, k := range kinds {
		of := KindHits{Kind: k, Total: total[k]}
		for i := range best[k] {
			of.Hits = append(of.Hits, x.hit(&best[k][i]))
		}
		hits.Kinds = append(hits.Kinds, of)
		hits.Total += of.Total
	}
	return hits
}

func (x *Index) hit(r *ranked) Hit {
	e := &x.entries[r.entry]
	h := Hit{Kind: e.Kind, ID: e.ID, Name: e.Name, Projects: e.Projects, Position: e.Position}
	if met := &x.texts[r.match.at.text]; met.field != inName && met.field != inForms {
		h.Matched = met.text
	}
	return h
}

// ranked is a found entry with what it is ranked by.
type ranked struct {
	entry  int32
	match  match
	starts bool // the text met begins with the query
}

// compare puts the better met first, whatever the entries are.
func (r *ranked) compare(o *ranked) int {
	return cmp.Or(
		first(r.match.whole, o.match.whole),
		cmp.Compare(r.match.at.how, o.match.at.how),
		cmp.Compare(r.match.at.field, o.match.at.field),
		first(r.starts, o.starts))
}

func (x *Index) compare(r, o *ranked) int {
	if c := r.compare(o); c != 0 {
		return c
	}
	a, b := &x.entries[r.entry], &x.entries[o.entry]
	if a.Kind == Region {
		return cmp.Compare(r.entry, o.entry) // wide ones stand first
	}
	return cmp.Or(cmp.Compare(b.Projects, a.Projects), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
}

func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// wordsOf returns the different words of a query in normal form, without
// those that carry no content unless there are no others, and the whole query
// as an indexed text would be joined.
func wordsOf(query string) (words []string, key string) {
	if len(query) > maxRunes {
		runes := []rune(query[:min(len(query), maxRunes*utf8.UTFMax)])
		query = string(runes[:min(len(runes), maxRunes)])
	}
	all := text.Tokens(query)
	folded := make([]string, len(all))
	for i, word := range all {
		folded[i] = text.Fold(word)
	}
	key = strings.Join(folded, " ")
	for _, word := range all {
		if !text.Stop(word) && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	if len(words) == 0 {
		words = all
	}
	return words[:min(len(words), maxWords)], key
}

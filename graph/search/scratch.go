package search

import (
	"cmp"
	"math/bits"
)

// scratch is the room one search needs: a place for every entry, which is
// cleared by counting rounds on.
type scratch struct {
	round, turn uint32
	entries     []match
	ofWord      []met
	touched     []int32 // entries of this round
	wordTouched []int32 // entries of this word
}

// match is how an entry meets a query.
type match struct {
	round uint32
	words uint16 // bit set of the words it holds
	whole bool   // the query is one of its names
	at    spot   // where it meets the word that it meets worst
}

// met is how an entry meets one word.
type met struct {
	turn uint32
	at   spot
}

// spot is where and how a word was met.
type spot struct {
	how   likeness
	field field
	text  int32
}

func (p spot) compare(o spot) int {
	return cmp.Or(cmp.Compare(p.how, o.how), cmp.Compare(p.field, o.field), cmp.Compare(p.text, o.text))
}

func newScratch(entries int) *scratch {
	return &scratch{entries: make([]match, entries), ofWord: make([]met, entries)}
}

func (s *scratch) begin() {
	if s.round++; s.round == 0 { // after four thousand million searches
		clear(s.entries)
		s.round = 1
	}
	s.touched = s.touched[:0]
}

func (s *scratch) beginWord() {
	if s.turn++; s.turn == 0 {
		clear(s.ofWord)
		s.turn = 1
	}
	s.wordTouched = s.wordTouched[:0]
}

// note keeps the best place at which an entry meets the word.
func (s *scratch) note(entry int32, at spot) {
	switch m := &s.ofWord[entry]; {
	case m.turn != s.turn:
		*m = met{s.turn, at}
		s.wordTouched = append(s.wordTouched, entry)
	case at.compare(m.at) < 0:
		m.at = at
	}
}

// endWord adds the word to what the entries hold, unless they hold it already,
// and tells whether any entry met it.
func (s *scratch) endWord(bit int) bool {
	for _, e := range s.wordTouched {
		m, at := s.match(e), s.ofWord[e].at
		if m.words&(1<<bit) != 0 {
			continue
		}
		if m.words == 0 || m.at.compare(at) < 0 {
			m.at = at
		}
		m.words |= 1 << bit
	}
	return len(s.wordTouched) > 0
}

func (s *scratch) noteWhole(entry int32, words int, at spot) {
	m := s.match(entry)
	if !m.whole || at.compare(m.at) < 0 {
		m.at = at
	}
	m.words, m.whole = 1<<words-1, true
}

func (s *scratch) match(entry int32) *match {
	m := &s.entries[entry]
	if m.round != s.round {
		*m = match{round: s.round}
		s.touched = append(s.touched, entry)
	}
	return m
}

// most returns the largest number of words that an entry holds.
func (s *scratch) most() int {
	n := 0
	for _, e := range s.touched {
		n = max(n, bits.OnesCount16(s.entries[e].words))
	}
	return n
}

package candidate

import (
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/text"
)

// spelling is one way in which an actor's name is written, in looser and
// looser forms.
type spelling struct {
	actor int32
	name  string
	form  string   // as in the id: case folded, punctuation to space
	words []string // of the form, without legal forms
	// tokens are the words without marks, look-alikes folded.
	tokens []string
	legal  graph.ActorKind // what the legal form stands for
	tight  string          // the tokens without spaces
	// full are the tokens with abbreviations written out, without "and".
	full  []string
	loose string   // full in alphabetical order
	terms string   // what the words mean, in alphabetical order; "" where no language tells
	at    []string // the places and directions it names
	short bool     // an official short name
}

// spell lists the spellings of all actors and what is looked up by them.
func (f *finding) spell() {
	f.byTight, f.tokenUse = map[string][]int32{}, map[string]int{}
	for i := range f.net.Actors {
		a := &f.net.Actors[i]
		seen := map[string]bool{}
		add := func(name string, short bool) {
			form := identity.NameForm(name)
			if form == "" || seen[form] {
				return
			}
			seen[form] = true
			f.spellings = append(f.spellings, f.lexicon.spelling(int32(i), name, form, short))
		}
		add(a.Name, false)
		for _, alias := range a.Aliases {
			add(alias.Name, false)
		}
		if a.Short != "" {
			add(a.Short, true)
		}
	}
	for i := range f.spellings {
		s := &f.spellings[i]
		if of := f.byTight[s.tight]; !slices.Contains(of, s.actor) {
			f.byTight[s.tight] = append(of, s.actor)
		}
		for _, t := range unique(s.tokens) {
			f.tokenUse[t]++
		}
	}
	for _, of := range f.byTight {
		f.rank(of)
	}
}

// rank sorts actors, the one that would stay first.
func (f *finding) rank(actors []int32) {
	slices.SortFunc(actors, func(a, b int32) int {
		switch {
		case f.before(a, b):
			return -1
		case f.before(b, a):
			return 1
		}
		return 0
	})
}

// foreign tells whether a name has words of Swedish or English.
func (f *finding) foreign(s *spelling) bool {
	return slices.ContainsFunc(s.tokens, func(t string) bool { return f.lexicon.foreign[t] })
}

func (l *lexicon) spelling(actor int32, name, form string, short bool) spelling {
	s := spelling{actor: actor, name: name, form: form, short: short}
	s.words, s.legal = withoutForms(name, form)
	s.tokens = make([]string, len(s.words))
	for i, w := range s.words {
		s.tokens[i] = bare(w)
	}
	s.tight = strings.Join(s.tokens, "")
	s.full = l.writeOut(s.tokens)
	sorted := slices.Clone(s.full)
	slices.Sort(sorted)
	s.loose = strings.Join(sorted, " ")
	s.terms = l.meaning(s.tokens)
	s.at = l.places(s.tokens)
	return s
}

// withoutForms returns the words of a name without the legal forms of its
// parts, and what the first legal form stands for. Form is its NameForm.
func withoutForms(name, form string) (words []string, legal graph.ActorKind) {
	segments := identity.Segments(name)
	if len(segments) == 1 {
		return identity.TrimLegalForm(strings.Fields(form))
	}
	for _, segment := range segments {
		rest, kind := identity.TrimLegalForm(strings.Fields(identity.NameForm(segment)))
		words = append(words, rest...)
		if legal == graph.KindUnknown {
			legal = kind
		}
	}
	return words, legal
}

// tightOf returns the tight form of part of a name.
func tightOf(part string) string { return strings.Join(words(part), "") }

// words returns the words of a name without legal forms and marks.
func words(name string) []string {
	all, _ := withoutForms(name, identity.NameForm(name))
	tokens := make([]string, len(all))
	for i, w := range all {
		tokens[i] = bare(w)
	}
	return tokens
}

// bare folds marks and letters that only look like Latin ones.
func bare(word string) string {
	if ascii(word) {
		return word
	}
	return lookAlikes.Replace(text.Fold(word))
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// lookAlikes are the Cyrillic and Greek letters that print as Latin ones, in
// lower case or in the capitals that were folded, and Latin ones that no mark
// was taken off.
var lookAlikes = strings.NewReplacer(
	"а", "a", "в", "b", "е", "e", "к", "k", "м", "m", "н", "h", "о", "o", "р", "p", "с", "c", "т", "t", "у", "y", "х", "x",
	"і", "i", "ї", "i", "ј", "j", "ѕ", "s", "ԁ", "d", "ԛ", "q", "ԝ", "w", "һ", "h", "ӏ", "l",
	"α", "a", "β", "b", "ε", "e", "ζ", "z", "η", "h", "ι", "i", "κ", "k", "μ", "m", "ν", "n", "ο", "o", "ρ", "p", "τ", "t", "υ", "y", "χ", "x",
	"ø", "o", "đ", "d", "ł", "l", "æ", "ae", "œ", "oe", "þ", "th", "ð", "d", "ı", "i")

func unique(words []string) []string {
	var out []string
	for _, w := range words {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

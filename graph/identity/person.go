package identity

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"hankeverkko/graph"
	"hankeverkko/graph/text"
)

// personWords are the words of names and sources for sole traders and private
// persons, and given names that tell one.
type personWords struct {
	forms   map[string]bool // words that stand in a name
	sources map[string]bool // what a source calls one
	given   map[string]bool
	unclear map[string]bool // given names that are ordinary words as well
	bodies  map[string]bool // words that stand in the name of what is no person
	trades  map[string]bool // words that stand before a given name and are no surname
}

var readPersonWords = sync.OnceValue(func() *personWords {
	w := &personWords{forms: map[string]bool{}, sources: map[string]bool{}, given: map[string]bool{}, unclear: map[string]bool{},
		bodies: map[string]bool{}, trades: map[string]bool{}}
	of := map[string]map[string]bool{
		"form": w.forms, "source": w.sources, "given": w.given, "unclear": w.unclear, "body": w.bodies, "trade": w.trades,
	}
	for _, line := range kindTable("persons") {
		for word := range strings.SplitSeq(line[1], ",") {
			of[line[0]][NameForm(word)] = true
		}
	}
	return w
})

// isPerson tells a sole trader or a private person: a source says so, the name
// bears the form of a sole trader, or it is the name of a person without any
// legal form. A body whose name tells another kind than company is none.
func (k *kindReader) isPerson(e evidence, kind graph.ActorKind) bool {
	w := readPersonWords()
	for word := range e.words {
		if w.sources[NameForm(word)] {
			return true
		}
	}
	for _, spelling := range append([]string{e.name}, e.spellings...) {
		if w.soleTrader(spelling) {
			return true
		}
	}
	if kind != graph.KindUnknown && kind != graph.KindCompany {
		return false
	}
	for _, spelling := range append([]string{e.name}, e.spellings...) {
		if k.form(wordsOf(spelling)) != nil || holds(spelling, w.bodies) {
			return false
		}
	}
	return slices.ContainsFunc(append([]string{e.name}, e.spellings...), func(s string) bool { return w.personal(s) != "" })
}

func (w *personWords) soleTrader(name string) bool { return holds(name, w.forms) }

func holds(name string, words map[string]bool) bool {
	form := " " + NameForm(name) + " "
	for word := range words {
		if strings.Contains(form, " "+word+" ") {
			return true
		}
	}
	return false
}

// initialled is "J. Seppälä" or "P.H. Vainio" in a name.
var initialled = regexp.MustCompile(`(?:^|[\s(])(?:\p{Lu}\.\s?){1,3}\s?(\p{Lu}\p{L}{3,})`)

// personal returns the surname of the person that a name names, empty for none.
func (w *personWords) personal(name string) string {
	if m := initialled.FindStringSubmatch(name); m != nil {
		return m[1]
	}
	words := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" ,;/()&+\"”", r) })
	for i, word := range words {
		if !w.isGiven(word) || i+1 == len(words) {
			continue
		}
		next := words[i+1]
		// The surname follows the last given name.
		for j := i + 1; j < len(words); j++ {
			if next = words[j]; !w.isGiven(next) {
				break
			}
		}
		if surname(next) && (w.given[NameForm(word)] || w.eitherGiven(word) || strings.HasSuffix(text.Fold(next), "nen")) {
			return next
		}
	}
	// "Virtanen Matti Juhani"
	if len(words) >= 2 && len(words) <= 4 && surname(words[0]) && !w.isGiven(words[0]) && !w.trades[NameForm(words[0])] &&
		!slices.ContainsFunc(words[1:], func(s string) bool { return !w.given[NameForm(s)] && !w.eitherGiven(s) }) {
		return words[0]
	}
	return ""
}

func (w *personWords) isGiven(word string) bool {
	form := NameForm(word)
	return w.given[form] || w.unclear[form] || w.eitherGiven(word)
}

// eitherGiven tells a name such as Anne-Mari by one of its halves.
func (w *personWords) eitherGiven(word string) bool {
	first, second, found := strings.Cut(word, "-")
	return found && (w.given[NameForm(first)] || w.given[NameForm(second)])
}

func surname(word string) bool {
	letters := 0
	for _, r := range word {
		if r >= '0' && r <= '9' {
			return false
		}
		letters++
	}
	return letters >= 3
}

// PersonalID tells whether an id that the data do not hold may be that of a
// person: any number may, and a name that reads like one.
func (l *Ledger) PersonalID(id graph.ActorID) bool {
	name, byName := strings.CutPrefix(string(id), "name:")
	if !byName {
		return true
	}
	w := readPersonWords()
	return w.soleTrader(name) || w.personal(name) != ""
}

package identity

import (
	"slices"
	"sync"

	"hankeverkko/graph"
)

// formWords is the words of a legal form and the kind of body it most often
// stands for.
type formWords struct {
	words []string
	kind  graph.ActorKind
}

// formIndex finds the legal forms by their last and by their first word, and knows the words
// that are nothing but a form wherever they stand.
type formIndex struct {
	byLast, byFirst map[string][]formWords
	anywhere        map[string]bool
}

var readFormIndex = sync.OnceValue(func() *formIndex {
	l := &formIndex{byLast: map[string][]formWords{}, byFirst: map[string][]formWords{}, anywhere: map[string]bool{}}
	for _, rule := range readKindRules().forms {
		for _, p := range rule.patterns {
			if !p.literal() {
				continue
			}
			form := formWords{p.words, rule.kinds[0]}
			if rule.kinds[0] == graph.KindCompany && rule.allows(graph.KindJointAuthority) {
				form.kind = graph.KindUnknown
			}
			first, last := p.words[0], p.words[len(p.words)-1]
			l.byFirst[first], l.byLast[last] = append(l.byFirst[first], form), append(l.byLast[last], form)
			if !p.atEnd && len(p.words) == 1 {
				l.anywhere[first] = true
			}
		}
	}
	return l
})

// shortWord is how many letters a word has that is no name by itself.
const shortWord = 4

// TrimLegalForm takes the legal forms off both ends of the folded words of a
// name, and those that mean nothing else (Oy, ry) from within, and tells the
// kind of body that the first of them stands for; "ky" may be a partnership or
// a joint authority and stands for none. A name that would be one short word
// without them keeps them: "TEK ry" and "TEK Oy" may be two bodies. The words
// themselves are left as they are.
func TrimLegalForm(words []string) (rest []string, kind graph.ActorKind) {
	forms := readFormIndex()
	rest = words
	for len(rest) > 1 {
		left, form := forms.trim(rest)
		if len(left) == len(rest) {
			break
		}
		if len(left) == 0 || len(left) == 1 && len([]rune(left[0])) < shortWord {
			return words, kind
		}
		rest = left
		if kind == graph.KindUnknown {
			kind = form
		}
	}
	within := func(word string) bool { return forms.anywhere[word] }
	if len(rest) > 2 && slices.ContainsFunc(rest[1:len(rest)-1], within) {
		inner := slices.DeleteFunc(slices.Clone(rest[1:len(rest)-1]), within)
		rest = slices.Concat(rest[:1], inner, rest[len(rest)-1:])
	}
	return rest, kind
}

// trim takes one legal form off the end or, where there is none, off the beginning.
func (l *formIndex) trim(words []string) ([]string, graph.ActorKind) {
	for _, form := range l.byLast[words[len(words)-1]] {
		if n := len(words) - len(form.words); n >= 0 && slices.Equal(words[n:], form.words) {
			return words[:n], form.kind
		}
	}
	for _, form := range l.byFirst[words[0]] {
		if n := len(form.words); n <= len(words) && slices.Equal(words[:n], form.words) {
			return words[n:], form.kind
		}
	}
	return words, graph.KindUnknown
}

package candidate

import (
	"regexp"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/text"
)

// numberInName is what may be a business id within a name.
var numberInName = regexp.MustCompile(`\b\d{6,7}-\d\b`)

// numbers proposes actors of which one gives the other's number: a PIC that
// stands beside two business ids, a business id written into a name.
func (f *finding) numbers() {
	pics := map[string][]int32{}
	for i := range f.net.Actors {
		if pic := f.net.Actors[i].PIC; pic != "" {
			pics[pic] = append(pics[pic], int32(i))
		}
	}
	for pic, of := range pics {
		f.rank(of)
		for _, other := range of[1:] {
			f.propose(of[0], other, Pair{Suggests: graph.DecideMerge, Reasons: []Reason{{SameNumber, pic, pic}}})
		}
	}
	for i := range f.spellings {
		s := &f.spellings[i]
		for _, written := range numberInName.FindAllString(s.name, -1) {
			id, ok := identity.ParseBusinessID(written)
			if !ok {
				continue
			}
			if a, ok := f.net.FindActor(graph.ActorID("ytunnus:" + id)); ok {
				f.propose(int32(a), s.actor, Pair{Suggests: graph.DecideMerge, Reasons: []Reason{{SameNumber, id, s.name}}})
			}
		}
	}
}

// equals proposes actors whose names are equal in a looser form. Of many that
// are, each is paired with the best that people have not kept it apart from.
func (f *finding) equals() {
	for _, form := range [...]func(*spelling) string{
		func(s *spelling) string { return s.tight },
		func(s *spelling) string { return s.loose },
		func(s *spelling) string { return s.terms },
	} {
		classes := map[string][]int32{} // form -> spellings
		for i := range f.spellings {
			if key := form(&f.spellings[i]); key != "" {
				classes[key] = append(classes[key], int32(i))
			}
		}
		for _, class := range classes {
			if len(class) > 1 {
				f.star(class)
			}
		}
	}
}

// star pairs the actors of a class of spellings.
func (f *finding) star(class []int32) {
	of := map[int32][]int32{} // actor -> its spellings in the class
	var actors []int32
	for _, s := range class {
		a := f.spellings[s].actor
		if of[a] == nil {
			actors = append(actors, a)
		}
		of[a] = append(of[a], s)
	}
	f.rank(actors)
	for i, b := range actors {
		for _, a := range actors[:i] {
			if f.decided.Apart(&f.net.Actors[a], &f.net.Actors[b]) {
				continue
			}
			f.propose(a, b, Pair{Suggests: graph.DecideMerge, Reasons: f.bestReasons(of[a], of[b])})
			break
		}
	}
}

// bestReasons explains with the two spellings that are nearest to each other.
func (f *finding) bestReasons(of, and []int32) []Reason {
	var best []Reason
	most := 0.0
	for _, i := range of {
		for _, j := range and {
			reasons := f.explain(&f.spellings[i], &f.spellings[j])
			score := product(reasons)
			if best == nil || score > most || score == most && less(reasons, best) {
				best, most = reasons, score
			}
		}
	}
	return best
}

// explain tells in what two spellings differ that are equal in a looser form.
func (f *finding) explain(a, b *spelling) []Reason {
	if a.form == b.form && a.short == b.short {
		return []Reason{{SameName, a.name, b.name}}
	}
	var codes []Code
	add := func(differ bool, code Code) {
		if differ {
			codes = append(codes, code)
		}
	}
	add(a.short != b.short, Abbreviation)
	switch {
	case a.tight == b.tight:
		// Of the words without legal form: as written, without marks, without spaces.
		x, y := a.words, b.words
		add(strings.Join(a.tokens, " ") != strings.Join(b.tokens, " "), Spacing)
		joinedX, joinedY := strings.Join(x, ""), strings.Join(y, "")
		add(joinedX != joinedY && text.Fold(joinedX) == text.Fold(joinedY), Diacritics)
		add(text.Fold(joinedX) != text.Fold(joinedY), Homoglyph)
		add(len(strings.Fields(a.form))-len(x) != len(strings.Fields(b.form))-len(y) || a.legal != b.legal ||
			legalWords(a) != legalWords(b), LegalForm)
	case a.loose == b.loose:
		sameWords := slices.Equal(sorted(a.tokens), sorted(b.tokens))
		add(!sameWords, Abbreviation)
		add(!slices.Equal(a.full, b.full), WordOrder)
		add(a.legal != b.legal, LegalForm)
	default:
		if foreign := f.foreign(a) || f.foreign(b); foreign {
			add(true, Language)
		} else {
			add(true, Inflection)
			add(!slices.Equal(sorted(a.at), sorted(b.at)) || a.tokens[0][:1] != b.tokens[0][:1], WordOrder)
		}
		add(a.legal != b.legal, LegalForm)
	}
	if len(codes) == 0 {
		codes = append(codes, SameName)
	}
	reasons := make([]Reason, len(codes))
	for i, code := range codes {
		reasons[i] = Reason{code, a.name, b.name}
	}
	return reasons
}

// legalWords returns what was taken off as legal form.
func legalWords(s *spelling) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(s.form), func(w string) bool { return slices.Contains(s.words, w) }), " ")
}

func sorted(words []string) []string {
	return slices.Sorted(slices.Values(words))
}

package candidate

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
)

// How strong a name is as a reason for a part.
const (
	genitive  = 0.9  // "Helsingin yliopiston Ruralia-instituutti"
	begins    = 0.8  // "Vaasan yliopisto Levón-instituutti"
	ofCompany = 0.55 // "Nokia Siemens Networks": a longer name, perhaps of another company
)

// former stands before a name that a body had: "(aiemmin Kuopion yliopisto)".
var former = regexp.MustCompile(`(?i)(?:^|[\s(,;/])(?:aiemmin|aikaisemmin|entinen|entiseltä nimeltään|ent\.?|vanha nimi|ex\.?|tidigare|f\.\s?d\.|fd|förut|formerly|former)[\s:]+([^(),;/]+)`)

// parts proposes what a name says of another: that it is a part of it, that
// it has the other as its name in another language or as its abbreviation, or
// that it went by it before.
func (f *finding) parts() {
	for i := range f.spellings {
		s := &f.spellings[i]
		if s.short {
			continue
		}
		if f.formerName(s) {
			continue
		}
		if segments := identity.Segments(s.name); len(segments) > 1 {
			f.segments(s, segments)
		}
		f.beginning(s)
	}
}

// whole returns the actor that best goes by a part of a name, false for none
// but the actor itself.
func (f *finding) whole(tight string, but int32) (int32, bool) {
	of := f.byTight[tight]
	if slices.Contains(of, but) {
		return 0, false // the actor goes by that itself
	}
	if len(of) == 0 {
		return 0, false
	}
	return of[0], true
}

func (f *finding) formerName(s *spelling) bool {
	found := former.FindStringSubmatchIndex(s.name)
	if found == nil {
		return false
	}
	now, before := strings.Trim(s.name[:found[0]], " (,;/"), strings.TrimSpace(s.name[found[2]:found[3]])
	if other, ok := f.whole(tightOf(now), s.actor); ok {
		f.propose(other, s.actor, Pair{Suggests: graph.DecideMerge, Reasons: []Reason{{FormerName, now, s.name}}})
	}
	if other, ok := f.whole(tightOf(before), s.actor); ok {
		f.propose(s.actor, other, Pair{Suggests: graph.DecideSuccessorOf, Reasons: []Reason{{FormerName, s.name, before}}})
	}
	return true
}

// segments looks at a name of several parts: the whole among them is the one
// that names a municipality or a joint authority, else a university, else the
// first.
func (f *finding) segments(s *spelling, segments []string) {
	whole := 0
	for i := range segments {
		if f.lexicon.breadth(segments[i]) > f.lexicon.breadth(segments[whole]) {
			whole = i
		}
	}
	for i, segment := range segments {
		other, ok := f.whole(tightOf(segment), s.actor)
		if !ok {
			continue
		}
		rest := slices.Delete(slices.Clone(segments), i, i+1)
		p := Pair{Suggests: graph.DecideMerge}
		code := f.beside(segment, rest)
		switch {
		case code != Part:
		case i == whole:
			p.Suggests = graph.DecidePartOf
		default:
			code = WithWhole
		}
		p.Reasons = []Reason{{code, segment, s.name}}
		f.propose(other, s.actor, p)
	}
}

// beside tells what the rest of a name is to one part of it: its abbreviation,
// its name in another language, or else a part of it.
func (f *finding) beside(segment string, rest []string) Code {
	code := Abbreviation
	for _, other := range rest {
		switch {
		case f.abbreviates(other, segment):
		case f.translates(other, segment):
			code = Bilingual
		default:
			return Part
		}
	}
	return code
}

// translates tells whether one text is another in a second language: it means
// the same, or it has words of that language and shares a meaning.
func (f *finding) translates(text, of string) bool {
	tokens, other := words(text), words(of)
	if means := f.lexicon.meaning(tokens); means != "" && means == f.lexicon.meaning(other) {
		return true
	}
	isForeign := func(t string) bool { return f.lexicon.foreign[t] }
	return slices.ContainsFunc(tokens, isForeign) != slices.ContainsFunc(other, isForeign) &&
		slices.ContainsFunc(f.lexicon.meaningsOf(tokens), func(m string) bool { return slices.Contains(f.lexicon.meaningsOf(other), m) })
}

// abbreviates tells whether a short text is made of letters of a name in their
// order, from the first on. That of a university of applied sciences is no
// abbreviation of the joint authority that keeps it.
func (f *finding) abbreviates(short, name string) bool {
	short = strings.TrimSpace(short)
	if n := len([]rune(short)); n < 2 || n > 8 || strings.ContainsFunc(short, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return false
	}
	letters := []rune(bareForm(short))
	if len(letters) > 5 && strings.ToUpper(short) != short {
		return false // an ordinary word
	}
	of := words(name)
	if len(of) == 0 || []rune(of[0])[0] != letters[0] || strings.HasSuffix(string(letters), "amk") && !slices.Contains(f.lexicon.meaningsOf(of), "uas") {
		return false
	}
	rest := []rune(strings.Join(of, ""))
	for _, l := range letters {
		at := slices.Index(rest, l)
		if at < 0 {
			return false
		}
		rest = rest[at+1:]
	}
	return true
}

// beginning looks for the longest beginning of a name that another actor goes
// by: the whole of which the rest names a part, unless the rest is its
// abbreviation.
func (f *finding) beginning(s *spelling) {
	all := strings.Fields(s.form)
	if len(all) > 2 && f.abbreviates(all[0], strings.Join(all[1:], " ")) {
		if other, ok := f.whole(tightOf(strings.Join(all[1:], " ")), s.actor); ok {
			f.propose(other, s.actor, Pair{Suggests: graph.DecideMerge, Reasons: []Reason{{Abbreviation, f.net.Actors[other].Name, s.name}}})
		}
	}
	for n := len(all) - 1; n > 0; n-- {
		rest := all[n:]
		tokens, legal := identity.TrimLegalForm(all[:n])
		tokens = slices.Clone(tokens)
		for i := range tokens {
			tokens[i] = bare(tokens[i])
		}
		strength := begins
		other, ok := f.whole(strings.Join(tokens, ""), s.actor)
		if !ok {
			last, is := f.lexicon.nominative(tokens[len(tokens)-1])
			if !is {
				continue
			}
			strength = genitive
			if other, ok = f.whole(strings.Join(tokens[:len(tokens)-1], "")+last, s.actor); !ok {
				continue
			}
		}
		switch {
		case allLegal(rest): // the legal form is no part
			continue
		case len(rest) == 1 && f.abbreviates(rest[0], strings.Join(all[:n], " ")):
			f.propose(other, s.actor, Pair{Suggests: graph.DecideMerge, Reasons: []Reason{{Abbreviation, f.net.Actors[other].Name, s.name}}})
			return
		case f.translates(strings.Join(rest, " "), strings.Join(all[:n], " ")):
			f.propose(other, s.actor, Pair{Suggests: graph.DecideMerge, Reasons: []Reason{{Bilingual, f.net.Actors[other].Name, s.name}}})
			return
		case !f.canHaveParts(other, tokens, legal):
			continue
		}
		if kind := f.net.Actors[other].Kind; kind == graph.KindCompany || kind == graph.KindUnknown {
			strength = ofCompany
		}
		f.propose(other, s.actor, Pair{
			Suggests: graph.DecidePartOf, Score: strength, Reasons: []Reason{{Part, f.net.Actors[other].Name, s.name}},
		})
		return
	}
}

// canHaveParts tells whether the beginning of a name is a body's whole name
// rather than a common word: two words, or one with a legal form, and no place alone.
func (f *finding) canHaveParts(actor int32, tokens []string, legal graph.ActorKind) bool {
	if len(tokens) == 1 {
		return legal != graph.KindUnknown && len(tokens[0]) >= 5 && f.lexicon.placeOf(tokens[0]) == ""
	}
	kind := f.net.Actors[actor].Kind
	return kind != graph.KindCompany && kind != graph.KindUnknown || legal != graph.KindUnknown || len(tokens) > 2
}

func allLegal(words []string) bool {
	rest, _ := identity.TrimLegalForm(append([]string{"nimi"}, words...))
	return len(rest) == 1
}

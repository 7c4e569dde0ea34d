package identity

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hankeverkko/graph"
)

// preferredName chooses among an actor's spellings. Those of one form count
// together, and "Turun kaupunki, sivistystoimiala" counts for "Turun kaupunki"
// where the actor goes by that as well. The form used in most rows wins, then
// the one that more lead rows use, the one with a legal form, the one that is
// no bare abbreviation, the shorter, the lowest. Of its spellings the best
// written one is taken.
func preferredName(of []mention) string {
	type uses struct{ rows, lead int }
	spellings := map[string]uses{}
	for i := range of {
		if name := of[i].name; name != "" {
			u := spellings[name]
			u.rows++
			if of[i].part == graph.Lead {
				u.lead++
			}
			spellings[name] = u
		}
	}
	forms := map[string]*form{}
	for name, u := range spellings {
		key := NameForm(name)
		if forms[key] == nil {
			forms[key] = &form{form: key, spellings: map[string]int{}}
		}
		forms[key].spellings[name] = u.rows
	}
	for name, u := range spellings {
		f := forms[NameForm(name[:wholeEnds(name)])]
		if f == nil {
			f = forms[NameForm(name)]
		}
		f.rows += u.rows
		f.lead += u.lead
	}
	var best *form
	for _, f := range forms {
		if best == nil || f.compare(best) < 0 {
			best = f
		}
	}
	if best == nil {
		return ""
	}
	return best.spelling()
}

// form is a name apart from case and punctuation.
type form struct {
	form       string
	spellings  map[string]int
	rows, lead int
}

// compare puts the better form first.
func (f *form) compare(o *form) int {
	return cmp.Or(
		cmp.Compare(o.rows, f.rows),
		cmp.Compare(o.lead, f.lead),
		cmp.Compare(legalForms(o.form), legalForms(f.form)),
		cmp.Compare(abbreviations(f), abbreviations(o)),
		cmp.Compare(len(f.form), len(o.form)),
		cmp.Compare(f.form, o.form))
}

// spelling returns the best written spelling: not all capitals, the legal form
// as the law writes it, no needless capitals ("Oulun yliopisto" rather than
// "Oulun Yliopisto", which sheets have more often); then the commonest.
func (f *form) spelling() string {
	spellings := make([]string, 0, len(f.spellings))
	for s := range f.spellings {
		spellings = append(spellings, s)
	}
	return slices.MinFunc(spellings, func(a, b string) int {
		return cmp.Or(
			cmp.Compare(flaws(a), flaws(b)),
			cmp.Compare(capitals(a), capitals(b)),
			cmp.Compare(f.spellings[b], f.spellings[a]),
			cmp.Compare(a, b))
	})
}

// wholeEnds returns where the name of the whole ends in a name that goes on to
// name a part of it: at a comma, a slash or a bracket.
func wholeEnds(name string) int {
	if i := strings.IndexAny(name, ",/("); i > 0 {
		return i
	}
	return len(name)
}

// written holds the legal forms as they are written.
var written = map[string]string{
	"oy": "Oy", "oyj": "Oyj", "ab": "Ab", "abp": "Abp", "ky": "Ky", "kb": "Kb", "ry": "ry", "rf": "rf", "sr": "sr", "tmi": "Tmi", "osk": "osk",
}

// legalForms is 1 for a name with a legal form.
func legalForms(form string) int {
	for _, word := range strings.Fields(form) {
		if written[word] != "" {
			return 1
		}
	}
	return 0
}

// abbreviations is 1 for a name that is nothing else ("KSAK Oy").
func abbreviations(f *form) int {
	for _, word := range strings.Fields(f.spelling()) {
		if strings.ToUpper(word) != word && written[strings.ToLower(word)] == "" {
			return 0
		}
	}
	return 1
}

// flaws counts what no careful writer does: all capitals, no capital at the
// start, a legal form written otherwise.
func flaws(name string) int {
	n := 0
	if strings.ToUpper(name) == name && strings.ToLower(name) != name {
		n++
	}
	if first, _ := utf8.DecodeRuneInString(name); unicode.IsLower(first) {
		n++
	}
	for _, word := range strings.Fields(name) {
		if right := written[strings.ToLower(strings.Trim(word, ".,"))]; right != "" && right != word {
			n++
		}
	}
	return n
}

// capitals counts capital letters.
func capitals(name string) int {
	n := 0
	for _, r := range name {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n
}

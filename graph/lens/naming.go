package lens

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"hankeverkko/graph/text"
)

// machinery are words of the making of projects: they say nothing of what a
// project is about, so they name no topic.
var machinery = stems(`hanke projekti verkosto verkostoituminen koordinointi koordinaatio kehittäminen kehitys kehittämistyö
	6aika osaaminen yhteistyö toimintamalli malli pilotti pilotointi kokeilu kokeilut selvitys esiselvitys juurruttaminen
	valtakunnallisuus valtakunnallinen alueellinen alueellisuus maakunta tuki tukeminen palvelu palvelut toiminta menetelmä
	menetelmät tutkimus strategia ohjelma hallinto viestintä tiedotus arviointi levittäminen suunnittelu toteutus
	infrastruktuuri investointi laite laitteet uudistaminen uudistus tulevaisuus muutos koulutus opetus oppiminen osaaja
	osaajat osaamiskeskus kumppanuus edistäminen parantaminen alusta ympäristö testausympäristö klusteri yhteisö kasvu`)

func stems(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[text.Stem(w, text.Finnish)] = true
	}
	return m
}

// enough is the log of how many times commoner inside than outside a word
// needs to be; beyond it only its share in the group counts, so that a name
// covers its group instead of praising a rarity.
const enough = 1.2

// distinctive weighs a word for a group: its share in the group times the log
// of how much larger that is than its share outside.
func distinctive(in, size, all, total int) float64 {
	inside, lift := contrast(in, size, all, total)
	return inside * min(lift, enough)
}

// contrast returns the share of a group that a word covers, and the log of how
// much larger that is than its share outside.
func contrast(in, size, all, total int) (inside, lift float64) {
	if in == 0 || size == 0 {
		return 0, 0
	}
	inside = float64(in) / float64(size)
	outside := (float64(all-in) + 0.5) / (float64(total-size) + 1)
	return inside, math.Log(inside / outside)
}

// tally counts for each word the members that it covers and that bear it.
type tally struct{ cover, bear []int32 }

func (v *vocabulary) count(members []int32) tally {
	t := tally{make([]int32, len(v.words)), make([]int32, len(v.words))}
	for _, m := range members {
		for _, w := range v.covering[m] {
			t.cover[w]++
		}
		for _, w := range v.of[m] {
			t.bear[w]++
		}
	}
	return t
}

// pick chooses up to most words that together cover the members best: each
// next word counts only for members that are not covered yet. Words are
// distinctive of the members against within, or against all projects where
// within is nil.
func (v *vocabulary) pick(members, within []int32, most int, wanted float64, avoid func(word) bool) (names []int, cover float64) {
	here := v.count(members)
	fresh := slices.Clone(here.cover)
	size, around := v.total, tally{}
	if within != nil {
		size, around = len(within), v.count(within)
	}
	covered := make(map[int32]bool, len(members))
	for len(names) < most {
		best, bestScore := -1, 0.0
		for w := range v.words {
			word := &v.words[w]
			if here.bear[w] < 2 || fresh[w] < 2 || avoid != nil && avoid(*word) || overlapsAny(v, names, w) {
				continue
			}
			all := len(word.cover)
			if within != nil {
				all = int(around.cover[w])
			}
			in := int(here.cover[w])
			score := distinctive(in, len(members), all, size) * float64(fresh[w]) / float64(in)
			if score > bestScore || score == bestScore && best >= 0 && word.key < v.words[best].key {
				best, bestScore = w, score
			}
		}
		if best < 0 {
			break
		}
		names = append(names, best)
		for _, m := range members {
			if _, now := slices.BinarySearch(v.covering[m], int32(best)); now && !covered[m] {
				covered[m] = true
				for _, w := range v.covering[m] {
					fresh[w]--
				}
			}
		}
		if len(names) >= 2 && float64(len(covered)) >= wanted*float64(len(members)) {
			break
		}
	}
	return names, float64(len(covered)) / float64(len(members))
}

// sameFamily is how many letters two stems must share at their beginning, or
// at their end as the head of a compound, to say too much the same in one name.
const (
	sameFamily = 7
	sameHead   = 9
)

// overlapsAny tells whether a word says the same as one of the names:
// "matkailu" and "matkailuala", "maahanmuuttaja" and "maahanmuutto".
func overlapsAny(v *vocabulary, names []int, w int) bool {
	return slices.ContainsFunc(names, func(n int) bool {
		return alike(v.words[n].key, v.words[w].key)
	})
}

// alike tells whether two keys say too much the same to stand side by side.
func alike(a, b string) bool {
	return strings.Contains(a, b) || strings.Contains(b, a) || common(a, b) >= sameFamily || common(reversed(a), reversed(b)) >= sameHead
}

// common counts the letters that two words begin with alike.
func common(a, b string) int {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	return n
}

func reversed(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}

// alone is the cover from which one word is name enough.
const alone = 0.85

// name returns one to three words that cover at least 60 % of the members,
// and their cover; no words where none do.
func (v *vocabulary) name(members []int32) (name []string, cover float64) {
	names, cover := v.pick(members, nil, 3, coverWanted, nil)
	if cover < coverWanted {
		return nil, cover
	}
	first := 0
	for _, p := range members {
		if len(names) == 0 {
			break
		}
		if _, ok := slices.BinarySearch(v.covering[p], int32(names[0])); ok {
			first++
		}
	}
	if float64(first) >= alone*float64(len(members)) {
		names, cover = names[:1], float64(first)/float64(len(members))
	}
	for _, w := range names {
		name = append(name, v.words[w].form)
	}
	return name, cover
}

// rare is enough for words that stand beside a name: rarer ones may win.
const rare = 2

// setApart returns up to most keywords that set the members apart from all
// other projects, each borne by at least two of them; of equals the rarer.
// They need not cover the members, as a name must.
func (v *vocabulary) setApart(members []int32, most int) []string {
	here := v.count(members)
	type candidate struct {
		word  int
		score float64
	}
	var found []candidate
	for w := range v.words {
		inside, lift := contrast(int(here.cover[w]), len(members), len(v.words[w].cover), v.total)
		if here.bear[w] >= 2 && lift > 0 {
			found = append(found, candidate{w, inside * min(lift, rare)})
		}
	}
	slices.SortFunc(found, func(a, b candidate) int {
		x, y := &v.words[a.word], &v.words[b.word]
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(len(x.cover), len(y.cover)), cmp.Compare(x.key, y.key))
	})
	var names []int
	var forms []string
	for _, c := range found {
		if len(names) == most {
			break
		}
		if !overlapsAny(v, names, c.word) {
			names, forms = append(names, c.word), append(forms, v.words[c.word].form)
		}
	}
	return forms
}

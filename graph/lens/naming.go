package lens

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"hankeverkko/graph"
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

// minStem is the shortest stem that may stand inside a longer word, so that
// "matkailu" covers "luontomatkailu".
const minStem = 5

// vocabulary knows which projects each keyword covers.
type vocabulary struct {
	words []word
	byKey map[string]int
	of    [][]int32 // keywords of each project
	total int
}

type word struct {
	key   string // stems of its tokens
	form  string // the spelling written most often
	bears []bool // projects that bear it as a keyword
	cover []bool // projects whose text holds it
	count int    // of cover
}

func newVocabulary(n *graph.Network) *vocabulary {
	v := &vocabulary{byKey: map[string]int{}, of: make([][]int32, len(n.Projects)), total: len(n.Projects)}
	forms := []map[string]int{}
	tokens := make([][]string, len(n.Projects))
	for i := range n.Projects {
		p := &n.Projects[i]
		written := []string{p.Name, p.Description}
		for _, k := range append(slices.Clone(p.Keywords), p.Themes...) {
			written = append(written, k)
			key := keyOf(k)
			if key == "" || machinery[key] {
				continue
			}
			w, ok := v.byKey[key]
			if !ok {
				w = len(v.words)
				v.byKey[key] = w
				v.words = append(v.words, word{key: key, bears: make([]bool, v.total), cover: make([]bool, v.total)})
				forms = append(forms, map[string]int{})
			}
			forms[w][k]++
			v.words[w].bears[i] = true
			v.of[i] = append(v.of[i], int32(w))
		}
		for _, token := range text.Tokens(strings.Join(written, " ")) {
			if !text.Stop(token) {
				tokens[i] = append(tokens[i], text.Stem(token, text.Finnish))
			}
		}
	}
	for w := range v.words {
		v.words[w].form = commonestForm(forms[w])
		for i := range n.Projects {
			if v.words[w].bears[i] || holds(tokens[i], v.words[w].key) {
				v.words[w].cover[i] = true
				v.words[w].count++
			}
		}
	}
	return v
}

func keyOf(keyword string) string {
	tokens := text.Tokens(keyword)
	for i := range tokens {
		tokens[i] = text.Stem(tokens[i], text.Finnish)
	}
	return strings.Join(tokens, " ")
}

// holds tells whether a text has the stems of a key, alone or inside compounds.
func holds(tokens []string, key string) bool {
	for stem := range strings.SplitSeq(key, " ") {
		found := slices.ContainsFunc(tokens, func(t string) bool {
			return t == stem || utf8.RuneCountInString(stem) >= minStem && strings.Contains(t, stem)
		})
		if !found {
			return false
		}
	}
	return true
}

func commonestForm(forms map[string]int) string {
	best := ""
	for form, n := range forms {
		if best == "" || n > forms[best] || n == forms[best] && form < best {
			best = form
		}
	}
	return best
}

// enough is the log of how many times commoner inside than outside a word
// needs to be; beyond it only its share in the group counts, so that a name
// covers its group instead of praising a rarity.
const enough = 1.2

// distinctive weighs a word for a group: its share in the group times the log
// of how much larger that is than its share outside.
func distinctive(in, size, all, total int) float64 {
	if in == 0 || size == 0 {
		return 0
	}
	inside := float64(in) / float64(size)
	outside := (float64(all-in) + 0.5) / (float64(total-size) + 1)
	return inside * min(math.Log(inside/outside), enough)
}

// pick chooses up to most words that together cover the members best: each
// next word counts only for members that are not covered yet.
func (v *vocabulary) pick(members []int32, within []bool, size int, most int, wanted float64, avoid func(word) bool) (names []int, cover float64) {
	covered := map[int32]bool{}
	for len(names) < most {
		best, bestScore := -1, 0.0
		for w := range v.words {
			word := &v.words[w]
			in, fresh, all, bears := 0, 0, 0, 0
			for _, m := range members {
				if word.cover[m] {
					in++
					if !covered[m] {
						fresh++
					}
				}
				if word.bears[m] {
					bears++
				}
			}
			if bears < 2 || fresh < 2 || avoid != nil && avoid(*word) || overlapsAny(v, names, w) {
				continue
			}
			if within == nil {
				all = word.count
			} else {
				for i, c := range word.cover {
					if c && within[i] {
						all++
					}
				}
			}
			score := distinctive(in, len(members), all, size) * float64(fresh) / float64(in)
			if score > bestScore || score == bestScore && best >= 0 && word.key < v.words[best].key {
				best, bestScore = w, score
			}
		}
		if best < 0 {
			break
		}
		names = append(names, best)
		for _, m := range members {
			if v.words[best].cover[m] {
				covered[m] = true
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
		a, b := v.words[n].key, v.words[w].key
		return strings.Contains(a, b) || strings.Contains(b, a) || common(a, b) >= sameFamily || common(reversed(a), reversed(b)) >= sameHead
	})
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
	names, cover := v.pick(members, nil, v.total, 3, coverWanted, nil)
	if cover < coverWanted {
		return nil, cover
	}
	first := 0
	for _, p := range members {
		if len(names) > 0 && v.words[names[0]].cover[p] {
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

// commonest returns the keywords of the members with their numbers, most
// first, then by name.
func (v *vocabulary) commonest(members []int32) []Keyword {
	counts := map[int32]int{}
	for _, p := range members {
		for _, w := range v.of[p] {
			counts[w]++
		}
	}
	keywords := make([]Keyword, 0, len(counts))
	for w, count := range counts {
		keywords = append(keywords, Keyword{v.words[w].form, count})
	}
	slices.SortFunc(keywords, func(a, b Keyword) int {
		return cmp.Or(cmp.Compare(b.Projects, a.Projects), cmp.Compare(a.Word, b.Word))
	})
	return keywords
}

package lens

import (
	"cmp"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/text"
)

// minStem is the shortest stem that may stand inside a longer word, so that
// "matkailu" covers "luontomatkailu".
const minStem = 5

// vocabulary knows which projects each keyword covers. All its lists are
// sparse and rising.
type vocabulary struct {
	words    []word
	of       [][]int32 // keywords of each project
	covering [][]int32 // words that cover each project
	total    int
}

type word struct {
	key   string  // stems of its tokens
	form  string  // the spelling written most often
	cover []int32 // projects whose text holds it
}

func newVocabulary(n *graph.Network) *vocabulary {
	v := &vocabulary{of: make([][]int32, len(n.Projects)), covering: make([][]int32, len(n.Projects)), total: len(n.Projects)}
	byKey := map[string]int{}
	var forms []map[string]int
	var bears [][]int32
	with := map[string][]int32{} // projects with a stem
	for i := range n.Projects {
		p := &n.Projects[i]
		written := []string{p.Name, p.Description}
		for _, k := range append(slices.Clone(p.Keywords), p.Themes...) {
			written = append(written, k)
			key := keyOf(k)
			if key == "" || machinery[key] {
				continue
			}
			w, ok := byKey[key]
			if !ok {
				w = len(v.words)
				byKey[key] = w
				v.words = append(v.words, word{key: key})
				forms, bears = append(forms, map[string]int{}), append(bears, nil)
			}
			forms[w][k]++
			if !slices.Contains(v.of[i], int32(w)) { // "työpaja, Työpaja" is one keyword
				bears[w] = append(bears[w], int32(i))
				v.of[i] = append(v.of[i], int32(w))
			}
		}
		for _, token := range text.Tokens(strings.Join(written, " ")) {
			if text.Stop(token) {
				continue
			}
			stem := text.Stem(token, text.Finnish)
			if list := with[stem]; len(list) == 0 || list[len(list)-1] != int32(i) {
				with[stem] = append(list, int32(i))
			}
		}
	}
	inside := newCompounds(with)
	for w := range v.words {
		word := &v.words[w]
		word.form = commonestForm(forms[w])
		word.cover = union(bears[w], inside.holding(word.key))
		for _, p := range word.cover {
			v.covering[p] = append(v.covering[p], int32(w))
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

// compounds finds the projects whose stems hold another stem, by the
// beginnings of all that could stand inside a stem.
type compounds struct {
	with map[string][]int32  // projects with a stem
	at   map[string][]string // stems that have these minStem letters somewhere
}

func newCompounds(with map[string][]int32) *compounds {
	c := &compounds{with: with, at: map[string][]string{}}
	for stem := range with {
		letters := []rune(stem)
		for i := 0; i+minStem <= len(letters); i++ {
			part := string(letters[i : i+minStem])
			if list := c.at[part]; len(list) == 0 || list[len(list)-1] != stem {
				c.at[part] = append(list, stem)
			}
		}
	}
	return c
}

// holding returns the projects that have every stem of a key, alone or inside
// compounds.
func (c *compounds) holding(key string) []int32 {
	var all []int32
	for i, stem := range strings.Split(key, " ") {
		found := c.with[stem]
		if letters := []rune(stem); len(letters) >= minStem {
			lists := [][]int32{found}
			for _, longer := range c.at[string(letters[:minStem])] {
				if strings.Contains(longer, stem) {
					lists = append(lists, c.with[longer])
				}
			}
			found = union(lists...)
		}
		if i == 0 {
			all = slices.Clone(found)
			continue
		}
		all = slices.DeleteFunc(all, func(p int32) bool {
			_, ok := slices.BinarySearch(found, p)
			return !ok
		})
	}
	return all
}

// union joins rising lists into one.
func union(lists ...[]int32) []int32 {
	joined := slices.Concat(lists...)
	slices.Sort(joined)
	return slices.Compact(joined)
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

package identity

import "strings"

// pattern is a run of words in a folded name. In a word * stands for any
// letters at an end; "_" is any word that must stand before or after.
type pattern struct {
	words []string
	// atEnd asks for the run to begin or to end the words.
	atEnd bool
}

func newPattern(written string) pattern { return pattern{words: strings.Fields(written)} }

// patternsOf reads "a b, *c".
func patternsOf(written string) []pattern {
	var all []pattern
	for one := range strings.SplitSeq(written, ",") {
		all = append(all, newPattern(one))
	}
	return all
}

// fitsAt tells whether the run stands at a place among the words.
func (p *pattern) fitsAt(words []string, at int) bool {
	if at+len(p.words) > len(words) || p.atEnd && at > 0 && at+len(p.words) < len(words) {
		return false
	}
	for i, w := range p.words {
		if !fits(w, words[at+i]) {
			return false
		}
	}
	return true
}

// within tells whether the run stands anywhere among the words.
func (p *pattern) within(words []string) bool {
	for at := range words {
		if p.fitsAt(words, at) {
			return true
		}
	}
	return false
}

// literal tells that the run leaves nothing open.
func (p *pattern) literal() bool {
	for _, w := range p.words {
		if strings.Contains(w, "*") || w == "_" {
			return false
		}
	}
	return true
}

// fits tells whether a word is what a pattern asks for.
func fits(asked, word string) bool {
	if asked == "_" {
		return true
	}
	from, anyBefore := strings.CutPrefix(asked, "*")
	from, anyAfter := strings.CutSuffix(from, "*")
	switch {
	case anyBefore && anyAfter:
		return strings.Contains(word, from)
	case anyBefore:
		return strings.HasSuffix(word, from)
	case anyAfter:
		return strings.HasPrefix(word, from)
	}
	return word == asked
}

// finder finds the first of many rules that fits, remembering which patterns a
// word can begin, since names share most of their words. It is not for use by
// several goroutines.
type finder struct {
	patterns []rulePattern // in the order of their rules
	begin    map[string][]int32
}

type rulePattern struct {
	pattern
	rule int
}

func (f *finder) add(rule int, patterns []pattern) {
	for _, p := range patterns {
		f.patterns = append(f.patterns, rulePattern{p, rule})
	}
}

// first returns the first rule that is wanted and fits the words, -1 for none.
func (f *finder) first(words []string, wanted func(rule int) bool) int {
	best := -1
	for at, word := range words {
		for _, i := range f.beginning(word) {
			p := &f.patterns[i]
			if best >= 0 && p.rule >= best {
				break
			}
			if wanted(p.rule) && p.fitsAt(words, at) {
				best = p.rule
				break
			}
		}
	}
	return best
}

func (f *finder) beginning(word string) []int32 {
	list, ok := f.begin[word]
	if !ok {
		for i := range f.patterns {
			if fits(f.patterns[i].words[0], word) {
				list = append(list, int32(i))
			}
		}
		f.begin[word] = list
	}
	return list
}

// Segments takes a name apart where it goes on to name a part, a place or
// another name of the same body: "Kouvolan kaupunki/Kouvolan seudun
// ammattiopisto", "Luonnonvarakeskus (Luke)", "Oy Vaasan ammattikorkeakoulu -
// Vasa yrkeshögskola Ab". A comma after a hyphen parts nothing:
// "Elinkeino-, liikenne- ja ympäristökeskus".
func Segments(name string) []string {
	var parts []string
	from := 0
	cut := func(at, width int) {
		if part := strings.TrimSpace(name[from:at]); part != "" {
			parts = append(parts, part)
		}
		from = at + width
	}
	for i, r := range name {
		switch {
		case r == ',' && i > 0 && strings.HasSuffix(name[:i], "-"):
		case strings.ContainsRune(",;/()[]|", r):
			cut(i, 1)
		case isDash(r) && i > 0 && strings.HasSuffix(name[:i], " ") && strings.HasPrefix(name[i+len(string(r)):], " "):
			cut(i, len(string(r)))
		}
	}
	cut(len(name), 0)
	return parts
}

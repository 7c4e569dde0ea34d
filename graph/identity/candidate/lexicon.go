package candidate

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/place"
)

//go:embed terms.tsv
var termTable string

//go:embed genitives.tsv
var genitiveTable string

// lexicon knows what words in names of organisations mean, whatever the
// language. It is read once and never changed.
type lexicon struct {
	meanings map[string]string // a run of bare words -> what it means
	longest  int               // words in the longest run
	written  map[string]string // an abbreviation -> the word written out
	foreign  map[string]bool   // words of Swedish and English that Finnish has not
	and      map[string]bool   // words like "and"
	ofWhole  [][2]string       // endings: of a genitive, and of the word itself
}

// Words that say nothing in a name.
const meansAnd, meansOf = "and", "of"

var readLexicon = sync.OnceValue(func() *lexicon {
	l := &lexicon{meanings: map[string]string{}, written: map[string]string{}, foreign: map[string]bool{}, and: map[string]bool{}}
	for _, line := range lines(termTable) {
		means, first := line[0], ""
		finnish := map[string]bool{}
		for column, forms := range line[1:] {
			for form := range strings.FieldsSeq(forms) {
				abbreviated := strings.HasPrefix(form, "(")
				form = bareForm(strings.ReplaceAll(strings.Trim(form, "()"), "_", " "))
				switch {
				case abbreviated:
					l.written[form] = first
				case first == "":
					first = form
				}
				if means == meansAnd {
					l.and[form] = true
				}
				switch {
				case column == 0:
					finnish[form] = true
				case !abbreviated && !finnish[form]:
					l.foreign[form] = true
				}
				l.mean(form, means)
			}
		}
	}
	for _, a := range place.Areas() {
		if a.Kind != place.Kunta && a.Kind != place.Maakunta {
			continue
		}
		for _, form := range [...]string{a.Names.Fi, a.Names.Sv, a.Names.En, place.Genitive(a.ID), a.Names.Sv + "s"} {
			l.mean(bareForm(form), string(a.ID))
		}
	}
	for _, line := range lines(genitiveTable) {
		l.ofWhole = append(l.ofWhole, [2]string{bareForm(line[0]), bareForm(line[1])})
	}
	return l
})

// mean notes what a run of words means, the first that is told.
func (l *lexicon) mean(form, means string) {
	if _, known := l.meanings[form]; form == "" || known {
		return
	}
	l.meanings[form] = means
	l.longest = max(l.longest, strings.Count(form, " ")+1)
}

// lines reads a table, without its comments.
func lines(table string) [][]string {
	var all [][]string
	for line := range strings.Lines(table) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && !strings.HasPrefix(line, "#") {
			all = append(all, strings.Split(line, "\t"))
		}
	}
	return all
}

func bareForm(s string) string { return bare(identity.NameForm(s)) }

// writeOut returns the words with abbreviations written out, without "and".
func (l *lexicon) writeOut(tokens []string) []string {
	full := make([]string, 0, len(tokens))
	for _, t := range tokens {
		if out, ok := l.written[t]; ok {
			t = out
		}
		if !l.and[t] {
			full = append(full, t)
		}
	}
	return full
}

// meaning returns what the words mean, in alphabetical order; what means
// nothing to the lexicon stands for itself. It is empty where it tells nothing
// beyond the words: without a word of the lexicon, or of one thing alone.
func (l *lexicon) meaning(tokens []string) string {
	var means []string
	known := false
	for at := 0; at < len(tokens); {
		run, what := l.runAt(tokens[at:])
		at += max(run, 1)
		switch {
		case run == 0:
			means = append(means, tokens[at-1])
		case what != meansAnd && what != meansOf:
			means, known = append(means, "#"+what), true
		}
	}
	if !known || len(means) < 2 {
		return ""
	}
	slices.Sort(means)
	return strings.Join(means, " ")
}

// meaningsOf lists what the words mean to the lexicon, what says nothing left out.
func (l *lexicon) meaningsOf(tokens []string) []string {
	var means []string
	for at := 0; at < len(tokens); {
		run, what := l.runAt(tokens[at:])
		if run > 0 && what != meansAnd && what != meansOf {
			means = append(means, what)
		}
		at += max(run, 1)
	}
	return means
}

// breadth orders bodies by how much they may hold: a municipality or a joint
// authority before a university or a school, that before all else.
func (l *lexicon) breadth(name string) int {
	most := 0
	for _, what := range l.meaningsOf(words(name)) {
		switch what {
		case "municipality", "city", "joint authority", "education authority":
			most = max(most, 2)
		case "university", "uas":
			most = max(most, 1)
		}
	}
	if _, kind := withoutForms(name, identity.NameForm(name)); kind == graph.KindJointAuthority {
		most = 2
	}
	return most
}

// runAt returns the longest run of words at the beginning that the lexicon
// knows, and what it means.
func (l *lexicon) runAt(tokens []string) (int, string) {
	for n := min(l.longest, len(tokens)); n > 0; n-- {
		if what, ok := l.meanings[strings.Join(tokens[:n], " ")]; ok {
			return n, what
		}
	}
	return 0, ""
}

// placeOf returns the municipality or maakunta that a word names, or "".
func (l *lexicon) placeOf(token string) string {
	if what := l.meanings[token]; what != "" && isPlace(what) {
		return what
	}
	return ""
}

// places returns the municipalities, regions and directions that words name.
func (l *lexicon) places(tokens []string) []string {
	var at []string
	for i := 0; i < len(tokens); {
		run, what := l.runAt(tokens[i:])
		if run > 0 && isPlace(what) {
			at = append(at, what)
		} else if directions[tokens[i]] {
			at = append(at, tokens[i])
		}
		i += max(run, 1)
	}
	return at
}

// isPlace tells whether a meaning is a place: the id of an area, or a name
// with a capital letter in the table.
func isPlace(means string) bool {
	return strings.Contains(means, ":") || means[0] >= 'A' && means[0] <= 'Z'
}

// directions tell a part of the country from its neighbour.
var directions = map[string]bool{
	"ita": true, "lansi": true, "pohjois": true, "etela": true, "keski": true, "kaakkois": true, "koillis": true, "luoteis": true, "lounais": true,
	"yla": true, "ala": true, "meri": true, "kanta": true, "paijat": true, "sisa": true, "perameren": true,
	"ostra": true, "vastra": true, "norra": true, "sodra": true, "mellersta": true, "mellan": true,
	"eastern": true, "western": true, "northern": true, "southern": true, "central": true, "north": true, "south": true, "east": true, "west": true,
}

// nominative returns a word as it stands where it is no genitive: "yliopisto"
// for "yliopiston". Words of other kinds are false.
func (l *lexicon) nominative(token string) (string, bool) {
	for _, ending := range l.ofWhole {
		if stem, ok := strings.CutSuffix(token, ending[0]); ok {
			return stem + ending[1], true
		}
	}
	return "", false
}

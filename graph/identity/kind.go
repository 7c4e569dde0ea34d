package identity

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"hankeverkko/graph"
	"hankeverkko/graph/place"
)

//go:embed kinds/*.tsv
var kindTables embed.FS

// kindRules says what names, legal forms and sources' words tell of the kind
// of an actor: the tables of folder kinds, read once and never changed.
type kindRules struct {
	names, weak []nameRule
	forms       []formRule
	specific    map[string]graph.ActorKind // by the folded word of a source
	vague       map[string]graph.ActorKind
	known       map[string]graph.ActorKind // by business id, and by folded name
}

type nameRule struct {
	kind     graph.ActorKind
	patterns []pattern
}

// formRule is a legal form and the kinds that a body of that form can be, the
// one it most often is first.
type formRule struct {
	patterns []pattern
	kinds    []graph.ActorKind
}

var readKindRules = sync.OnceValue(func() *kindRules {
	k := &kindRules{specific: map[string]graph.ActorKind{}, vague: map[string]graph.ActorKind{}, known: map[string]graph.ActorKind{}}
	names := &k.names
	for _, line := range kindTable("names") {
		if line[0] == "weak" {
			names = &k.weak
			continue
		}
		*names = append(*names, nameRule{mustKind(line[0]), patternsOf(line[1])})
	}
	for _, line := range kindTable("forms") {
		rule := formRule{patterns: patternsOf(line[1]), kinds: []graph.ActorKind{mustKind(line[2])}}
		for i := range rule.patterns {
			rule.patterns[i].atEnd = line[0] == "end"
		}
		if len(line) > 3 {
			for other := range strings.SplitSeq(line[3], ",") {
				rule.kinds = append(rule.kinds, mustKind(other))
			}
		}
		k.forms = append(k.forms, rule)
	}
	for _, line := range kindTable("words") {
		of := k.specific
		if line[0] == "vague" {
			of = k.vague
		}
		for word := range strings.SplitSeq(line[2], ",") {
			of[NameForm(word)] = mustKind(line[1])
		}
	}
	for _, line := range kindTable("known") { // "-" stands for an id that is not known
		k.known[line[0]], k.known[NameForm(line[2])] = mustKind(line[1]), mustKind(line[1])
	}
	return k
})

// kindTable reads the lines of an embedded table.
func kindTable(name string) [][]string {
	raw, err := kindTables.ReadFile("kinds/" + name + ".tsv")
	if err != nil {
		panic(err) // embedded at build time
	}
	var lines [][]string
	for line := range strings.Lines(string(raw)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, strings.Split(line, "\t"))
		}
	}
	return lines
}

func mustKind(written string) graph.ActorKind {
	kind, err := graph.ParseActorKind(strings.TrimSpace(written))
	if err != nil {
		panic(fmt.Errorf("graph/identity/kinds: %w", err)) // a fault of the build, found by any test
	}
	return kind
}

// evidence is what is known of an actor's kind.
type evidence struct {
	businessID string
	name       string         // the one to show
	spellings  []string       // the others, the commonest first
	words      map[string]int // the sources' own words and in how many rows each stands
}

// kindReader tells kinds by the rules. It is made anew for each network.
type kindReader struct {
	*kindRules
	byName, byWeakName, byForm finder
}

func newKindReader() *kindReader {
	k := &kindReader{kindRules: readKindRules()}
	for _, of := range [...]struct {
		rules []nameRule
		in    *finder
	}{{k.names, &k.byName}, {k.weak, &k.byWeakName}} {
		of.in.begin = map[string][]int32{}
		for i, r := range of.rules {
			of.in.add(i, r.patterns)
		}
	}
	k.byForm.begin = map[string][]int32{}
	for i := range k.forms {
		k.byForm.add(i, k.forms[i].patterns)
	}
	return k
}

// kindOf tells the kind of an actor. In order: what is known of the body; the
// particular words of its name; a source's specific word; the legal form; the
// rest of the name, where it names a part; the weak words of its name; a
// source's vague word; its other spellings. A municipality that the name
// names anywhere is the body itself, of which the rest is a part. Nothing is
// taken that the legal form rules out: no company is a municipality, and a
// university of applied sciences is one although it is a company.
func (k *kindReader) kindOf(e evidence) graph.ActorKind {
	if kind, ok := k.known[e.businessID]; ok {
		return kind
	}
	parts := wordsOf(e.name)
	if len(parts) > 0 {
		if kind, ok := k.known[strings.Join(parts[0], " ")]; ok {
			return kind
		}
	}
	form := k.form(parts)
	first, rest := parts[:min(1, len(parts))], parts[min(1, len(parts)):]
	if k.named(rest, form) == graph.KindMunicipality {
		return graph.KindMunicipality
	}
	if kind := cmp.Or(k.named(first, form), k.council(e.name, form), mostWord(k.specific, e.words, form)); kind != 0 {
		return kind
	}
	if own := k.form(first); own != nil {
		return own.kinds[0]
	}
	if kind := k.named(rest, form); kind != 0 {
		return kind
	}
	if form != nil {
		return form.kinds[0]
	}
	if kind := cmp.Or(k.weaklyNamed(parts), mostWord(k.vague, e.words, nil)); kind != 0 {
		return kind
	}
	for _, spelling := range e.spellings {
		parts := wordsOf(spelling)
		form := k.form(parts)
		kind := k.named(parts, form)
		if kind == 0 && form != nil {
			kind = form.kinds[0]
		}
		if kind = cmp.Or(kind, k.weaklyNamed(parts)); kind != 0 {
			return kind
		}
	}
	return graph.KindUnknown
}

// wordsOf returns the folded words of each part of a name.
func wordsOf(name string) [][]string {
	var parts [][]string
	for _, segment := range Segments(name) {
		if words := strings.Fields(NameForm(segment)); len(words) > 0 {
			parts = append(parts, words)
		}
	}
	return parts
}

// named returns the kind of the first rule that fits the earliest part and
// that the legal form allows.
func (k *kindReader) named(parts [][]string, form *formRule) graph.ActorKind {
	for _, words := range parts {
		if r := k.byName.first(words, func(r int) bool { return form.allows(k.names[r].kind) }); r >= 0 {
			return k.names[r].kind
		}
	}
	return graph.KindUnknown
}

func (k *kindReader) weaklyNamed(parts [][]string) graph.ActorKind {
	for _, words := range parts {
		if r := k.byWeakName.first(words, func(int) bool { return true }); r >= 0 {
			return k.weak[r].kind
		}
	}
	return graph.KindUnknown
}

// council knows the regional councils by name: "Lapin liitto" is one, while
// most that end in "liitto" are associations.
func (k *kindReader) council(name string, form *formRule) graph.ActorKind {
	if _, ok := place.CouncilArea(name); ok && form == nil {
		return graph.KindRegionalCouncil
	}
	return graph.KindUnknown
}

// form returns the first legal form that the parts of a name hold, nil for none.
func (k *kindReader) form(parts [][]string) *formRule {
	for _, words := range parts {
		if r := k.byForm.first(words, func(int) bool { return true }); r >= 0 {
			return &k.forms[r]
		}
	}
	return nil
}

// allows tells whether a body of the form can be of a kind; no form allows all.
func (f *formRule) allows(kind graph.ActorKind) bool {
	return f == nil || slices.Contains(f.kinds, kind)
}

// mostWord returns the kind that most rows tell by their source's word, the
// lower of equals.
func mostWord(of map[string]graph.ActorKind, words map[string]int, form *formRule) graph.ActorKind {
	told := tally[graph.ActorKind]{}
	for word, rows := range words {
		if kind, ok := of[NameForm(word)]; ok && form.allows(kind) {
			told[kind] += rows
		}
	}
	return told.most()
}

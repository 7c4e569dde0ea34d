package candidate

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
)

//go:embed succeeded.tsv
var succeededTable string

// succession is a body that went on with the work of others.
type succession struct {
	day  graph.Date
	id   graph.ActorID
	name string
	old  []string
}

var readSuccessions = sync.OnceValue(func() []succession {
	var all []succession
	for _, line := range lines(succeededTable) {
		day, err := graph.ParseDate(line[0])
		if err != nil {
			panic(err) // embedded at build time
		}
		s := succession{day: day, name: line[2]}
		if line[1] != "" {
			s.id = graph.ActorID("ytunnus:" + line[1])
		}
		for old := range strings.SplitSeq(line[3], ";") {
			s.old = append(s.old, strings.TrimSpace(old))
		}
		all = append(all, s)
	}
	return all
})

// successors proposes what is known to have gone on as another.
func (f *finding) successors() {
	for _, s := range readSuccessions() {
		now, ok := f.net.FindActor(s.id)
		if !ok {
			of := f.byTight[tightOf(s.name)]
			if len(of) == 0 {
				continue
			}
			now = int(of[0])
		}
		for _, old := range s.old {
			for _, actor := range f.byTight[tightOf(old)] {
				if f.goesBy(int32(now), tightOf(old)) && f.net.Actors[actor].BusinessID == "" {
					continue // a name that both had tells nothing
				}
				// What is known says more than that the names are alike.
				delete(f.best, [2]int32{min(int32(now), actor), max(int32(now), actor)})
				f.propose(int32(now), actor, Pair{Suggests: graph.DecideSuccessorOf, From: s.day, Reasons: []Reason{{MergedInto, s.name, old}}})
			}
		}
	}
}

func (f *finding) goesBy(actor int32, tight string) bool {
	for _, s := range f.spellingsOf(actor) {
		if s.tight == tight {
			return true
		}
	}
	return false
}

// byInitials is how strong equal initials alone are, shared among the bodies
// that have them.
const byInitials = 0.6

// initials proposes names that are nothing but the first letters of another.
func (f *finding) initials() {
	of := map[string][]int32{}
	for i := range f.spellings {
		s := &f.spellings[i]
		if len(s.full) < 3 || s.short {
			continue
		}
		var b strings.Builder
		for _, word := range s.full {
			b.WriteRune([]rune(word)[0])
		}
		if key := b.String(); len(of[key]) == 0 || of[key][len(of[key])-1] != int32(i) {
			of[key] = append(of[key], int32(i))
		}
	}
	for i := range f.spellings {
		s := &f.spellings[i]
		letters := strings.Fields(s.form)[0]
		if s.short || len(letters) < 3 || len(letters) > 6 || !allLegal(strings.Fields(s.form)[1:]) || !inCapitals(s.name, letters) {
			continue
		}
		bodies := map[int32]int32{} // actor -> spelling
		for _, j := range of[bare(letters)] {
			if _, known := bodies[f.spellings[j].actor]; !known {
				bodies[f.spellings[j].actor] = j
			}
		}
		if len(bodies) == 0 || len(bodies) > 3 {
			continue
		}
		for actor, j := range bodies {
			if f.twoNumbers(actor, s.actor) {
				continue
			}
			f.propose(actor, s.actor, Pair{
				Suggests: graph.DecideMerge, Score: byInitials / float64(len(bodies)),
				Reasons: []Reason{{Abbreviation, f.spellings[j].name, s.name}},
			})
		}
	}
}

// inCapitals tells whether a word of a name is written in capitals: "THL", "KSAK Oy".
func inCapitals(name, form string) bool {
	for word := range strings.FieldsSeq(name) {
		if identity.NameForm(word) == form {
			return !strings.ContainsFunc(word, unicode.IsLower)
		}
	}
	return false
}

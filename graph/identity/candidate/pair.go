package candidate

import (
	"cmp"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
)

// Code names a reason or a circumstance; package words has its text.
type Code string

// Reasons.
const (
	SameNumber   Code = "same-number"  // one gives the other's number
	SameName     Code = "same-name"    // but for case, punctuation and what prints nothing
	Spacing      Code = "spacing"      // but for spaces
	Diacritics   Code = "diacritics"   // but for the marks of letters
	Homoglyph    Code = "homoglyph"    // but for letters of other alphabets that look alike
	LegalForm    Code = "legal-form"   // but for the legal form
	WordOrder    Code = "word-order"   // the same words in another order
	Abbreviation Code = "abbreviation" // one writes a word out, or is the initials of the other
	Language     Code = "language"     // the same in another language
	Inflection   Code = "inflection"   // the same words in another case: "yliopiston" for "yliopisto"
	Bilingual    Code = "bilingual"    // one has the other beside its name in another language
	TypingError  Code = "typing-error" // a letter or two
	SharedWords  Code = "shared-words" // rare words in common
	FormerName   Code = "former-name"  // one says that it went by the other
	Part         Code = "part"         // one is named as a part of the other
	WithWhole    Code = "with-whole"   // one is named together with what it is part of
	MergedInto   Code = "merged-into"  // known to have gone on as the other
)

// Reasons lists the codes that a reason can have.
func Reasons() []Code {
	return []Code{
		SameNumber, SameName, Spacing, Diacritics, Homoglyph, LegalForm, WordOrder, Abbreviation, Language, Inflection, Bilingual, TypingError,
		SharedWords, FormerName, Part, WithWhole, MergedInto,
	}
}

// Circumstances, for and against.
const (
	SameSeat    Code = "same-seat"
	OtherSeat   Code = "other-seat"
	SameProject Code = "same-project" // both take part in one project, as two
	OtherForm   Code = "other-form"   // a company and an association, say
	OtherKind   Code = "other-kind"
	TwoNumbers  Code = "two-numbers" // two business ids: not one body, perhaps one after the other
	Ambiguous   Code = "ambiguous"   // the name is that of several bodies with a number
)

// Circumstances lists the codes that a circumstance can have.
func Circumstances() []Code {
	return []Code{SameSeat, OtherSeat, SameProject, OtherForm, OtherKind, TwoNumbers, Ambiguous}
}

// Reason is why two actors may be one, with the spellings that show it.
type Reason struct {
	Code Code
	A, B string
}

// Pair is a proposal. Whether it is right only a person can say.
type Pair struct {
	// A would stay: the one with the stronger id, then more projects. B may be
	// A, a part of A, or what A went on with, as Suggests says.
	A, B     graph.ActorID
	Suggests graph.DecisionKind
	// From is the day of a succession, where it is known.
	From    graph.Date
	Reasons []Reason
	// Circumstances speak for it or against it.
	Circumstances []Code
	// Score orders the proposals: near 1 hardly anything speaks against it,
	// below 0.5 much does. It is no probability.
	Score float64
	// Later tells that people put the question aside.
	Later bool
}

// Decided is what people said of pairs; an identity.Ledger is one.
type Decided interface {
	Apart(a, b *graph.Actor) bool
	Later(a, b *graph.Actor) bool
}

var _ Decided = (*identity.Ledger)(nil)

// Find returns the pairs of actors of a network that may be one body, part or
// successor of each other, best first; those put aside come last. Pairs that
// people kept apart, and those of which one is decided to be part or successor
// of the other, are left out. The result rests on the network and the
// decisions alone, not on any order.
//
// Of actors that may all be one, no more pairs are given than bring them
// together. Names that are equal in some looser form meet in a table; names with typing
// errors meet in an index of their rarest trigrams, and names that share a rare
// word in an index of words, so that not every pair is looked at.
func Find(n *graph.Network, decided Decided) []Pair {
	f := &finding{net: n, decided: decided, lexicon: readLexicon(), best: map[[2]int32]*Pair{}}
	f.spell()
	f.numbers()
	f.equals()
	f.typing()
	f.parts()
	f.initials()
	f.successors()
	f.sharedWords()
	return f.pairs()
}

// finding is one search in progress.
type finding struct {
	net     *graph.Network
	decided Decided
	lexicon *lexicon

	spellings []spelling         // by actor, then form
	byTight   map[string][]int32 // tight form -> actors
	tokenUse  map[string]int     // in how many spellings a word stands
	related   map[[2]int32]bool
	best      map[[2]int32]*Pair
}

// leastScore is the score below which a proposal is not worth a person's time.
const leastScore = 0.35

// propose notes a pair, the best of several proposals. The score that comes
// with it says how strong the reasons are of their kind, 0 for fully.
func (f *finding) propose(a, b int32, p Pair) {
	if a == b {
		return
	}
	if p.Score == 0 {
		p.Score = 1
	}
	p.Score *= product(p.Reasons)
	p.A, p.B = f.net.Actors[a].ID, f.net.Actors[b].ID
	if p.Suggests == graph.DecideMerge && f.before(b, a) {
		p.turn()
	}
	key := [2]int32{min(a, b), max(a, b)}
	old := f.best[key]
	if old != nil && (old.Score > p.Score || old.Score == p.Score && !less(p.Reasons, old.Reasons)) {
		return
	}
	f.best[key] = &p
}

// turn exchanges A and B.
func (p *Pair) turn() {
	p.A, p.B = p.B, p.A
	for i := range p.Reasons {
		p.Reasons[i].A, p.Reasons[i].B = p.Reasons[i].B, p.Reasons[i].A
	}
}

// product multiplies the weights of reasons.
func product(reasons []Reason) float64 {
	score := 1.0
	for _, r := range reasons {
		score *= weight[r.Code]
	}
	return score
}

// less orders equally good explanations, so that the order of search does not matter.
func less(a, b []Reason) bool {
	return slices.CompareFunc(a, b, func(x, y Reason) int {
		return cmp.Or(cmp.Compare(x.Code, y.Code), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	}) < 0
}

// before tells whether actor a would stay rather than b.
func (f *finding) before(a, b int32) bool {
	x, y := &f.net.Actors[a], &f.net.Actors[b]
	return cmp.Or(
		cmp.Compare(named(x), named(y)),
		cmp.Compare(len(f.net.ActorTies(int(b))), len(f.net.ActorTies(int(a)))),
		cmp.Compare(x.ID, y.ID)) < 0
}

// named is 0 for an actor with a business id, 1 for another number, 2 for a name alone.
func named(a *graph.Actor) int {
	switch {
	case a.BusinessID != "":
		return 0
	case a.PIC != "" || len(a.ID) > 4 && a.ID[:4] == "vat:":
		return 1
	}
	return 2
}

// pairs weighs the circumstances of each pair and sorts.
func (f *finding) pairs() []Pair {
	f.relations()
	pairs := make([]Pair, 0, len(f.best))
	for key, p := range f.best {
		a, b := &f.net.Actors[key[0]], &f.net.Actors[key[1]]
		units := a.BusinessID != "" && a.BusinessID == b.BusinessID // parted by people
		if units || f.related[key] || f.decided.Apart(a, b) {
			continue
		}
		f.weigh(p, key[0], key[1])
		if p.Score < leastScore {
			continue
		}
		p.Later = f.decided.Later(a, b)
		pairs = append(pairs, *p)
	}
	slices.SortFunc(pairs, func(a, b Pair) int {
		return cmp.Or(
			cmp.Compare(later(a), later(b)), cmp.Compare(b.Score, a.Score), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	return needed(pairs)
}

// needed leaves out the merges whose actors better ones bring together: when
// people say no to one of those, the pair is back.
func needed(pairs []Pair) []Pair {
	up := map[graph.ActorID]graph.ActorID{}
	find := func(id graph.ActorID) graph.ActorID {
		for up[id] != "" {
			id = up[id]
		}
		return id
	}
	return slices.DeleteFunc(pairs, func(p Pair) bool {
		if p.Suggests != graph.DecideMerge || p.Later {
			return false
		}
		a, b := find(p.A), find(p.B)
		if a != b {
			up[b] = a
		}
		return a == b
	})
}

func later(p Pair) int {
	if p.Later {
		return 1
	}
	return 0
}

// relations notes the pairs that are part or successor of each other.
func (f *finding) relations() {
	f.related = map[[2]int32]bool{}
	for i := range f.net.Actors {
		a := &f.net.Actors[i]
		for _, r := range slices.Concat(a.PartOf, a.Follows) {
			if other, ok := f.net.FindActor(r.Actor); ok {
				f.related[[2]int32{int32(min(i, other)), int32(max(i, other))}] = true
			}
		}
	}
}

// Decision returns what accepting the pair would write. A is the whole or the
// new one; the journal names the part or the new one first.
func (p Pair) Decision(who, why string) graph.Decision {
	d := graph.Decision{Kind: p.Suggests, Actors: []graph.ActorID{p.A, p.B}, Who: who, Why: why}
	switch p.Suggests {
	case graph.DecidePartOf:
		d.Actors = []graph.ActorID{p.B, p.A}
	case graph.DecideSuccessorOf:
		d.From = p.From
	}
	return d
}

// Against tells whether a circumstance speaks against a pair.
func (c Code) Against() bool { return effect[c] < 1 }

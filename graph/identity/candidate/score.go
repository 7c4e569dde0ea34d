package candidate

import (
	"slices"

	"hankeverkko/graph"
)

// weight is what a reason leaves of full likeness. They were set by hand on the
// spellings of the Finnish structural funds 2007-2013: see docs/method.md.
var weight = map[Code]float64{
	SameNumber: 0.95, SameName: 0.97, Spacing: 0.96, Diacritics: 0.96, Homoglyph: 0.93, LegalForm: 0.95, WordOrder: 0.92,
	Abbreviation: 0.90, Language: 0.85, Bilingual: 0.90, TypingError: 0.80, Inflection: 0.90, SharedWords: 0.60,
	FormerName: 0.88, Part: 0.85, WithWhole: 0.85, MergedInto: 0.93,
}

// effect is what a circumstance does to the score.
var effect = map[Code]float64{
	SameSeat: 1.02, OtherSeat: 0.88, SameProject: 0.80, OtherForm: 0.55, OtherKind: 0.85, TwoNumbers: 0.65, Ambiguous: 0.90,
}

// weigh adds the circumstances of a pair and what they do to its score.
func (f *finding) weigh(p *Pair, i, j int32) {
	a, b := &f.net.Actors[i], &f.net.Actors[j]
	note := func(holds bool, code Code) {
		if holds {
			p.Circumstances = append(p.Circumstances, code)
			p.Score = min(p.Score*effect[code], 0.99)
		}
	}
	if p.Suggests == graph.DecideMerge {
		note(a.BusinessID != "" && b.BusinessID != "" && a.BusinessID != b.BusinessID, TwoNumbers)
		note(f.otherForm(i, j), OtherForm)
		note(a.Seat != "" && a.Seat == b.Seat, SameSeat)
		note(a.Seat != "" && b.Seat != "" && a.Seat != b.Seat, OtherSeat)
		note(f.shareProject(int(i), int(j)), SameProject)
		note(otherSector(a.Kind, b.Kind) && !p.tellsKind(), OtherKind)
		note(a.BusinessID == "" != (b.BusinessID == "") && f.ambiguous(p), Ambiguous)
		if slices.Contains(p.Circumstances, TwoNumbers) {
			p.Suggests = graph.DecideSuccessorOf
			if f.lastStart(p.A) < f.lastStart(p.B) {
				p.turn()
			}
		}
	}
}

// tellsKind tells that two names differ in what tells the kind of a body: the
// legal form, or a word with an error in it. Then the kinds say nothing more.
func (p *Pair) tellsKind() bool {
	return slices.ContainsFunc(p.Reasons, func(r Reason) bool { return r.Code == TypingError || r.Code == LegalForm })
}

// lastStart returns the day on which the latest project of an actor starts.
func (f *finding) lastStart(id graph.ActorID) graph.Date {
	i, _ := f.net.FindActor(id)
	var last graph.Date
	for _, tie := range f.net.ActorTies(i) {
		last = max(last, f.net.Projects[f.net.Ties[tie].P].From)
	}
	return last
}

// otherForm tells that all legal forms of one stand for another kind of body
// than those of the other.
func (f *finding) otherForm(i, j int32) bool {
	x, y := f.legalForms(i), f.legalForms(j)
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(k graph.ActorKind) bool { return slices.Contains(y, k) })
}

func (f *finding) legalForms(actor int32) []graph.ActorKind {
	var kinds []graph.ActorKind
	for _, s := range f.spellingsOf(actor) {
		if s.legal != graph.KindUnknown && !slices.Contains(kinds, s.legal) {
			kinds = append(kinds, s.legal)
		}
	}
	return kinds
}

// spellingsOf returns the spellings of an actor, which stand together.
func (f *finding) spellingsOf(actor int32) []spelling {
	from, _ := slices.BinarySearchFunc(f.spellings, actor, func(s spelling, a int32) int { return int(s.actor) - int(a) })
	to := from
	for to < len(f.spellings) && f.spellings[to].actor == actor {
		to++
	}
	return f.spellings[from:to]
}

func otherSector(a, b graph.ActorKind) bool {
	x, y := a.Sector(), b.Sector()
	return x != graph.SectorUnknown && y != graph.SectorUnknown && x != y
}

func (f *finding) shareProject(i, j int) bool {
	of, and := f.net.ActorTies(i), f.net.ActorTies(j)
	for len(of) > 0 && len(and) > 0 {
		switch p, q := f.net.Ties[of[0]].P, f.net.Ties[and[0]].P; {
		case p == q:
			return true
		case p < q:
			of = of[1:]
		default:
			and = and[1:]
		}
	}
	return false
}

// ambiguous tells that the name by which B is taken for A is also that of
// another actor with a business id.
func (f *finding) ambiguous(p *Pair) bool {
	for _, r := range p.Reasons {
		numbered := 0
		for _, a := range f.byTight[tightOf(r.A)] {
			if f.net.Actors[a].BusinessID != "" {
				numbered++
			}
		}
		if numbered > 1 {
			return true
		}
	}
	return false
}

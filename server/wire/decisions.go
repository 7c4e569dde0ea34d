package wire

import (
	"errors"
	"fmt"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/identity/candidate"
	"hankeverkko/graph/place"
	"hankeverkko/graph/review"
	"hankeverkko/server/api"
	"hankeverkko/words"
)

// CandidateList is a page of the pairs that want a decision.
func CandidateList(d *review.Desk, f review.Filter, page Page, lang string) api.CandidateList {
	pairs, reasons := d.Candidates(f)
	out := api.CandidateList{Revision: string(d.Revision), Total: len(pairs), Reasons: []api.ReasonCount{}, Items: []api.Candidate{}}
	for _, r := range reasons {
		out.Reasons = append(out.Reasons, api.ReasonCount{Reason: string(r.Reason), Name: words.Text(lang, "reason."+string(r.Reason), nil), Count: r.Pairs})
	}
	var shown []candidate.Pair
	shown, out.Truncated = rows(pairs, page)
	for _, p := range shown {
		out.Items = append(out.Items, candidateOf(d, p, lang))
	}
	return out
}

func candidateOf(d *review.Desk, p candidate.Pair, lang string) api.Candidate {
	out := api.Candidate{
		A: candidateActor(d, p.A, lang), B: candidateActor(d, p.B, lang), Score: hundredths(p.Score), Suggestion: api.Suggestion(p.Suggests.String()),
		From: p.From.String(), Later: p.Later, Reasons: []api.Reason{}, Circumstances: []api.Reason{},
	}
	for _, r := range p.Reasons {
		out.Reasons = append(out.Reasons, api.Reason{Code: string(r.Code), Text: words.Text(lang, "reason."+string(r.Code), nil), A: r.A, B: r.B})
	}
	for _, c := range p.Circumstances {
		out.Circumstances = append(out.Circumstances, api.Reason{Code: string(c), Text: words.Text(lang, "reason."+string(c), nil), Against: c.Against()})
	}
	return out
}

func hundredths(score float64) float64 { return float64(int(score*100+0.5)) / 100 }

// mostExamples are projects, mostSpellings names of one actor that a curator sees.
const mostExamples, mostSpellings = 3, 12

func candidateActor(d *review.Desk, id graph.ActorID, lang string) api.CandidateActor {
	out := api.CandidateActor{Id: string(id), Name: string(id), Names: []api.NameCount{}, Ids: []string{}, Examples: []api.ProjectName{}}
	a, ok := d.Ledger.Actor(id)
	if !ok {
		return out
	}
	n := d.Ledger.Network
	at, _ := n.FindActor(a.ID)
	out.Name, out.Kind, out.Side, out.Country = a.NameIn(lang), api.ActorKind(a.Kind.String()), api.ActorSide(a.Kind.Sector().String()), a.Country
	out.Municipality, out.Projects, out.Person = municipality(a.Seat, lang), len(n.ActorTies(at)), a.Person
	spellings := d.Ledger.Spellings(a.ID)
	for _, s := range spellings[:min(mostSpellings, len(spellings))] {
		out.Names = append(out.Names, api.NameCount{Name: s.Name, Source: string(s.Source), SourceName: d.SourceName(s.Source), Count: s.Rows})
	}
	if a.BusinessID != "" {
		out.Ids = append(out.Ids, a.BusinessID)
	}
	if a.PIC != "" {
		out.Ids = append(out.Ids, "PIC "+a.PIC)
	}
	if vat, is := strings.CutPrefix(string(a.ID), "vat:"); is {
		out.Ids = append(out.Ids, vat)
	}
	for _, p := range d.Examples(a.ID, mostExamples) {
		out.Examples = append(out.Examples, api.ProjectName{Id: string(p.ID), Name: p.Name})
	}
	return out
}

// JournalFilter narrows the journal. Public keeps back what names a person
// that is hidden.
type JournalFilter struct {
	Actor  graph.ActorID
	State  string
	Public bool
}

// DecisionList is a page of the journal, newest first.
func DecisionList(d *review.Desk, f JournalFilter, page Page, lang string) api.DecisionList {
	entries := d.Ledger.Entries()
	var list []identity.Entry
	for i := len(entries) - 1; i >= 0; i-- {
		e := entries[i]
		if (f.State == "" || e.State.String() == f.State) && (f.Actor == "" || d.About(e.Decision, f.Actor)) {
			list = append(list, e)
		}
	}
	out := api.DecisionList{Revision: string(d.Revision), Total: len(list), Items: []api.Decision{}}
	var shown []identity.Entry
	shown, out.Truncated = rows(list, page)
	for _, e := range shown {
		out.Items = append(out.Items, decision(d, e, f.Public, lang))
	}
	return out
}

func decision(d *review.Desk, e identity.Entry, public bool, lang string) api.Decision {
	said := e.Decision
	kept := public && d.Private(said)
	out := api.Decision{
		Number: e.Number, Kind: api.DecisionKind(said.Kind.String()), Actors: []api.DecisionActor{}, Value: said.Value, Lang: said.Lang,
		From: said.From.String(), To: said.To.String(), Who: said.Who, At: said.At, Why: said.Why, State: api.DecisionState(e.State.String()), By: e.By,
		StateText: words.Text(lang, "decision-state."+e.State.String(), words.Values{"entry": fmt.Sprint(e.By)}),
		MayUndo:   e.State != identity.Undone,
	}
	name := func(id graph.ActorID) string {
		if kept && d.PrivateActor(id) {
			return words.Text(lang, "actor.person", nil)
		}
		return actorTitle(d, id, lang)
	}
	if kept {
		out.Why = ""
		if said.Kind == graph.DecideName {
			said.Value = words.Text(lang, "actor.person", nil)
			out.Value = said.Value
		}
	}
	for _, id := range said.Actors {
		shown := decisionActor(d, id, lang)
		if kept && d.PrivateActor(id) {
			shown.Id, shown.Name = "", name(id)
		}
		out.Actors = append(out.Actors, shown)
	}
	out.Text = review.Sentence(lang, said, name)
	return out
}

func decisionActor(d *review.Desk, id graph.ActorID, lang string) api.DecisionActor {
	shown := api.DecisionActor{Id: string(id), Name: string(id)}
	if title, known := d.Ledger.TitleOf(id, lang); known {
		shown.Name, shown.Known = title, true
	}
	return shown
}

// actorTitle is the name of an actor with its number, or of a unit with its
// municipality.
func actorTitle(d *review.Desk, id graph.ActorID, lang string) string {
	title, known := d.Ledger.TitleOf(id, lang)
	_, number, _ := strings.Cut(string(id), ":")
	_, at, unit := identity.UnitOf(id)
	switch {
	case !known:
		return number
	case unit:
		if town, ok := place.Find(place.KuntaID(at)); ok {
			return fmt.Sprintf("%s (%s)", title, town.Names.In(lang))
		}
	case identity.Numbered(id):
		return fmt.Sprintf("%s (%s)", title, number)
	}
	return title
}

// DecisionMade says what was written.
func DecisionMade(m *review.Made, lang string) api.DecisionMade {
	out := api.DecisionMade{Revision: string(m.Desk.Revision), Warnings: []string{}}
	entries := m.Desk.Ledger.Entries()
	if m.Number >= 1 && m.Number <= len(entries) {
		out.Decision = decision(m.Desk, entries[m.Number-1], false, lang)
	}
	if len(m.TwoNumbers) > 0 {
		out.Warnings = append(out.Warnings, words.Text(lang, "cli.two-numbers", words.Values{"numbers": strings.Join(m.TwoNumbers, ", ")}))
	}
	if out.Decision.State == api.Waiting {
		out.Warnings = append(out.Warnings, words.Text(lang, "decision.waits", words.Values{"limit": identity.ManyActors}))
	}
	return out
}

// Refusal fills a problem with why a decision does not fit.
func Refusal(p *api.Problem, d *review.Desk, err error, lang string) {
	text, code, entry, ok := review.Refusal(lang, err, false)
	if errors.Is(err, review.ErrMoved) {
		p.Code, p.Detail = "moved", words.Text(lang, "conflict.moved", nil)
	}
	if !ok {
		return
	}
	p.Code, p.Detail = string(code), text
	if entries := d.Ledger.Entries(); entry >= 1 && entry <= len(entries) {
		against := decision(d, entries[entry-1], false, lang)
		p.Entry = against
	}
}

// mostItems are pairs of a batch that are listed.
const mostItems = 500

// Batch says what a batch wrote, or would.
func Batch(o *review.Outcome, dry bool, lang string) api.Batch {
	out := api.Batch{
		Revision: string(o.Revision), DryRun: dry, Total: len(o.Items), Fits: o.Fits, Refused: len(o.Items) - o.Fits, First: o.First, Last: o.Last,
		Items: []api.BatchItem{},
	}
	for _, refused := range []bool{true, false} {
		for i := range o.Items {
			if item := &o.Items[i]; (item.Refused != nil) == refused && len(out.Items) < mostItems {
				out.Items = append(out.Items, batchItem(o.Desk, item, lang))
			}
		}
	}
	out.Truncated = len(out.Items) < len(o.Items)
	return out
}

func batchItem(d *review.Desk, item *review.Item, lang string) api.BatchItem {
	out := api.BatchItem{
		Kind: api.Suggestion(item.Decision.Kind.String()), Actors: []api.DecisionActor{}, Score: hundredths(item.Pair.Score), Number: item.Number,
		Text: review.Sentence(lang, item.Decision, func(id graph.ActorID) string { return actorTitle(d, id, lang) }),
	}
	for _, id := range item.Decision.Actors {
		out.Actors = append(out.Actors, decisionActor(d, id, lang))
	}
	if item.Refused != nil {
		text, code, entry, ok := review.Refusal(lang, item.Refused, false)
		if !ok {
			text, code = words.Text(lang, "problem.unavailable", nil), "not-written"
		}
		out.Problem, out.Code, out.Entry = text, string(code), entry
	}
	return out
}

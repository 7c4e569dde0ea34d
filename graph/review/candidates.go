package review

import (
	"cmp"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/identity/candidate"
	"hankeverkko/graph/text"
)

// Filter narrows the pairs; zero values let all through.
type Filter struct {
	Reason candidate.Code
	// Suggests keeps one kind of suggestion.
	Suggests graph.DecisionKind
	Score    float64 // at least
	// Text is a part of a name of one of the two.
	Text string
	// Region keeps pairs of which one has projects there.
	Region []graph.Municipality
	// Later keeps those put aside, in place of those that wait.
	Later bool
	// Public leaves out pairs with a person whose name is kept back.
	Public bool
}

// ReasonCount is a reason and in how many pairs it stands.
type ReasonCount struct {
	Reason candidate.Code
	Pairs  int
}

// Candidates returns the pairs that the filter lets through, and how many there
// are of each reason without regard to that asked for.
func (d *Desk) Candidates(f Filter) ([]candidate.Pair, []ReasonCount) {
	n := d.Ledger.Network
	var here map[graph.ActorID]bool
	if f.Region != nil {
		here = map[graph.ActorID]bool{}
		for _, a := range graph.Select(n, graph.Query{Region: f.Region}).Actors {
			here[n.Actors[a].ID] = true
		}
	}
	words := strings.Fields(text.Fold(f.Text))
	counts := map[candidate.Code]int{}
	var list []candidate.Pair
	for _, p := range d.Pairs() {
		switch {
		case p.Later != f.Later, p.Score < f.Score, f.Suggests != 0 && p.Suggests != f.Suggests:
			continue
		case here != nil && !here[p.A] && !here[p.B]:
			continue
		case len(words) > 0 && !d.goesBy(p.A, words) && !d.goesBy(p.B, words):
			continue
		case f.Public && (d.hidden(p.A) || d.hidden(p.B)):
			continue
		}
		fits := f.Reason == ""
		for _, r := range p.Reasons {
			counts[r.Code]++
			fits = fits || r.Code == f.Reason
		}
		if fits {
			list = append(list, p)
		}
	}
	var reasons []ReasonCount
	for _, code := range candidate.Reasons() {
		if counts[code] > 0 {
			reasons = append(reasons, ReasonCount{code, counts[code]})
		}
	}
	slices.SortStableFunc(reasons, func(a, b ReasonCount) int { return cmp.Compare(b.Pairs, a.Pairs) })
	return list, reasons
}

// goesBy tells whether the name or a spelling of an actor holds all words.
func (d *Desk) goesBy(id graph.ActorID, words []string) bool {
	a, ok := d.Ledger.Actor(id)
	if !ok {
		return false
	}
	written := text.Fold(a.Name + " " + a.Short + " " + a.BusinessID)
	for _, alias := range a.Aliases {
		written += " " + text.Fold(alias.Name)
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(written, w) })
}

func (d *Desk) hidden(id graph.ActorID) bool {
	a, ok := d.Ledger.Actor(id)
	return ok && a.Hidden()
}

// Examples returns up to so many projects of an actor, the newest first.
func (d *Desk) Examples(id graph.ActorID, most int) []*graph.Project {
	n := d.Ledger.Network
	a, ok := n.FindActor(id)
	if !ok {
		return nil
	}
	var projects []*graph.Project
	for _, t := range n.ActorTies(a) {
		projects = append(projects, &n.Projects[n.Ties[t].P])
	}
	slices.SortStableFunc(projects, func(a, b *graph.Project) int {
		return cmp.Or(cmp.Compare(b.From, a.From), cmp.Compare(a.ID, b.ID))
	})
	return projects[:min(most, len(projects))]
}

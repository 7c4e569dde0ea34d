package view

import (
	"cmp"
	"slices"

	"hankeverkko/graph"
)

// thinShare is the share of projects with known partners under which a slice
// is thin.
const thinShare = 0.6

// Summary is a region in two sentences and the numbers behind them.
type Summary struct {
	Counts                            Counts
	Started, Ending                   int
	Actors, Own, Outside, UnknownSeat int
	Basis                             graph.Basis
	Thin                              bool
	ByEffect, BySeat, ByBoth, Wider   int
	Granted                           graph.Money
	GrantedProjects                   int
	Funds                             []Facet
	Sentences, Notes                  []Sentence
	Questions                         []Question
}

// Sentence is a key of the word files with the values of its places, so that
// every number in it can open its projects.
type Sentence struct {
	Key    string
	Values []Value
}

// Value fills one place: a counted Noun, a Date, a Group's name or plain Text.
type Value struct {
	Name string
	Text string
	// Names are other texts for the languages that have one.
	Names map[string]string
	Group *Group
	Noun  string
	Count int
	Date  graph.Date
	Link  Link
	// In asks for the region's locative, Region for its name; both depend on
	// the reader's language.
	In, Region bool
}

// Link is what a click opens; the zero Link opens nothing.
type Link struct {
	Kind   LinkKind
	ID     string
	Filter Filter
}

// LinkKind is a kind of page or card.
type LinkKind string

const (
	LinkProjects LinkKind = "projects"
	LinkActors   LinkKind = "actors"
	LinkProject  LinkKind = "project"
	LinkActor    LinkKind = "actor"
	LinkGroup    LinkKind = "group"
	// LinkPath opens the search for a route from ID to the filter's actor.
	LinkPath LinkKind = "path"
)

// Filter narrows the list that a link opens.
type Filter struct {
	State    string
	Group    string
	Actor    graph.ActorID
	Partners string
	Standing string
	// Aid counts aid to companies as well.
	Aid bool
}

// Question is a question card that has an answer here.
type Question struct {
	ID   string
	Fact Sentence
	Link Link
}

func counted(name, noun string, count int, link Link) Value {
	return Value{Name: name, Noun: noun, Count: count, Link: link}
}

func projectsIn(state string) Link { return Link{Kind: LinkProjects, Filter: Filter{State: state}} }

// Summary counts the slice and says what matters in it.
func (s *Slice) Summary() *Summary {
	sel := s.Selection
	sum := &Summary{
		Counts: s.Count(sel.Projects, s.Date),
		Actors: len(sel.Actors),
		Basis:  graph.BasisOf(s.Network, sel.Projects),
		Wider:  sel.Wider,
	}
	sum.Thin = sum.Basis.Known() < thinShare
	for _, standing := range sel.Standing {
		switch standing {
		case graph.Own:
			sum.Own++
		case graph.Elsewhere:
			sum.Outside++
		default:
			sum.UnknownSeat++
		}
	}
	funds := map[string]int{}
	for i, p := range sel.Projects {
		if s.Started(p) {
			sum.Started++
		}
		if s.Ending(p) {
			sum.Ending++
		}
		switch sel.Belongs[i] {
		case graph.ByEffect:
			sum.ByEffect++
		case graph.BySeat:
			sum.BySeat++
		default:
			sum.ByBoth++
		}
		if fund := s.Network.Projects[p].Fund; fund != "" {
			funds[fund]++
		}
		granted := graph.Money{}
		for _, t := range s.Network.ProjectTies(int(p)) {
			granted = granted.Plus(t.Granted)
		}
		if granted.Known {
			sum.GrantedProjects++
		}
		sum.Granted = sum.Granted.Plus(granted)
	}
	sum.Funds = facets(funds)
	sum.Sentences = s.sentences(sum)
	sum.Notes = s.notes(sum)
	sum.Questions = s.questions(sum)
	return sum
}

func (s *Slice) sentences(sum *Summary) []Sentence {
	in := Value{Name: "in", In: true}
	if sum.Counts.Projects == 0 {
		return []Sentence{{Key: "summary.empty", Values: []Value{in}}}
	}
	first := Sentence{Key: "summary.running", Values: []Value{in, counted("running", "count.projects", sum.Counts.Running, projectsIn("running"))}}
	if sum.Counts.Running == 0 {
		first = Sentence{Key: "summary.none-running", Values: []Value{in, counted("projects", "count.projects", sum.Counts.Projects, Link{Kind: LinkProjects})}}
	}
	list := []Sentence{first}
	if topics := s.biggestTopics(3); len(topics) > 0 {
		sentence := Sentence{Key: [...]string{"", "summary.topics-1", "summary.topics-2", "summary.topics-3"}[len(topics)]}
		for i, g := range topics {
			sentence.Values = append(sentence.Values, groupValue(string(rune('a'+i)), g))
		}
		list = append(list, sentence)
	}
	if sum.Ending > 0 {
		list = append(list, Sentence{Key: "summary.ending", Values: []Value{counted("ending", "count.projects", sum.Ending, projectsIn("ending"))}})
	}
	if sum.Actors > 0 && s.Area.ID != "" {
		list = append(list, Sentence{Key: "summary.actors", Values: []Value{
			counted("actors", "count.actors", sum.Actors, Link{Kind: LinkActors}),
			counted("own", "count.plain", sum.Own, Link{Kind: LinkActors, Filter: Filter{Standing: "own"}}),
		}})
	} else if sum.Actors > 0 {
		list = append(list, Sentence{Key: "summary.actors-all", Values: []Value{counted("actors", "count.actors", sum.Actors, Link{Kind: LinkActors})}})
	}
	return list
}

// biggestTopics returns the groups with most running projects, then most
// projects; mixed and folded groups have no name to tell.
func (s *Slice) biggestTopics(most int) []*Group {
	groups := slices.DeleteFunc(s.Groups(), func(g GroupHere) bool { return g.Kind != GroupNamed })
	slices.SortStableFunc(groups, func(a, b GroupHere) int {
		return cmp.Or(cmp.Compare(b.Counts.Running, a.Counts.Running), cmp.Compare(b.Counts.Projects, a.Counts.Projects))
	})
	var biggest []*Group
	for _, g := range groups[:min(most, len(groups))] {
		biggest = append(biggest, g.Group)
	}
	return biggest
}

func groupValue(name string, g *Group) Value {
	return Value{Name: name, Group: g, Link: Link{Kind: LinkGroup, ID: g.ID}}
}

func (s *Slice) notes(sum *Summary) []Sentence {
	var notes []Sentence
	if s.Example() {
		notes = append(notes, Sentence{Key: "note.example", Values: []Value{
			counted("projects", "count.projects", len(s.Network.Projects), Link{}), {Name: "date", Date: s.AsOf},
		}})
	}
	notes = append(notes, s.noteAid()...)
	notes = append(notes, notePartners(sum.Basis)...)
	if sum.Wider > 0 {
		notes = append(notes, Sentence{Key: "note.wider", Values: []Value{counted("wider", "count.projects", sum.Wider, Link{}), {Name: "region", Region: true}}})
	}
	return notes
}

// notePartners says for how many projects partners are unknown, nothing when
// all are known.
func notePartners(b graph.Basis) []Sentence {
	if b.Unknown == 0 {
		return nil
	}
	known := b.Listed + b.Alone
	return []Sentence{{Key: "note.partners", Values: []Value{
		counted("known", "count.plain", known, Link{}),
		counted("projects", "count.projects-of", known+b.Unknown, Link{Kind: LinkProjects}),
		counted("unknown", "count.projects", b.Unknown, Link{Kind: LinkProjects, Filter: Filter{Partners: "unknown"}}),
	}}}
}

// questions lists the cards that have an answer; today those are the first and
// the third.
func (s *Slice) questions(sum *Summary) []Question {
	if sum.Counts.Projects == 0 {
		return nil
	}
	return append([]Question{{
		ID: "q1",
		Fact: Sentence{Key: "question.q1.fact", Values: []Value{
			counted("started", "count.projects", sum.Started, projectsIn("started")),
			counted("ending", "count.projects", sum.Ending, projectsIn("ending")),
		}},
		Link: projectsIn("ending"),
	}}, s.throughWhom()...)
}

// Example tells whether the bundled example is among the sources.
func (v *View) Example() bool {
	return slices.ContainsFunc(v.Sources, func(s graph.Source) bool { return s.Example })
}

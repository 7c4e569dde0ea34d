package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/route"
)

// Most projects that a sentence names.
const toldProjects = 3

// tellRoute says a route: who stands between, what each two share, and where
// the group comes in.
func (s *Slice) tellRoute(r *route.Route, from, to PathEnd) []Sentence {
	var told []Sentence
	if between := r.Actors[min(1, len(r.Actors)-1):max(1, len(r.Actors)-1)]; len(r.Actors) > 2 {
		told = append(told, s.tellBetween(between))
	}
	if from.Group != nil {
		told = append(told, s.tellMember(r.Actors[0], from.Group))
	}
	for i, shared := range r.Shared {
		told = append(told, s.tellShared(r.Actors[i], r.Actors[i+1], shared))
		if best := shared[0]; len(s.Network.ProjectTies(int(best))) > route.Large {
			told = append(told, Sentence{Key: "path.large", Values: []Value{
				s.projectValue("project", best), counted("actors", "count.actors", len(s.Network.ProjectTies(int(best))), Link{}),
			}})
		}
	}
	if to.Group != nil {
		told = append(told, s.tellMember(r.Actors[len(r.Actors)-1], to.Group))
	}
	return told
}

func (s *Slice) tellBetween(between []int32) Sentence {
	told := Sentence{Key: fmt.Sprintf("path.between-%d", len(between))}
	if len(between) > 3 {
		var names []string
		for _, a := range between {
			names = append(names, s.shortName(a))
		}
		return Sentence{Key: "path.between-more", Values: []Value{{Name: "actors", Text: strings.Join(names, ", ")}}}
	}
	for i, a := range between {
		told.Values = append(told.Values, s.shortValue(letter(i), a))
	}
	return told
}

// tellShared says which projects two actors share: in the present when none
// of them has ended.
func (s *Slice) tellShared(a, b int32, shared []int32) Sentence {
	told := Sentence{Key: fmt.Sprintf("path.shared-%d", len(shared)), Values: []Value{s.shortValue("a", a), s.shortValue("b", b)}}
	if len(shared) > toldProjects {
		told.Key = "path.shared-more"
		told.Values = append(told.Values, counted("projects", "count.projects-in", len(shared), Link{}))
	}
	if slices.ContainsFunc(shared, func(p int32) bool { return s.Network.Projects[p].StateAt(s.Date) == graph.Ended }) {
		told.Key += ".past"
	}
	for i, p := range shared[:min(toldProjects, len(shared))] {
		told.Values = append(told.Values, s.projectValue([...]string{"p", "q", "r"}[i], p))
	}
	return told
}

func (s *Slice) tellMember(actor int32, g *Group) Sentence {
	return Sentence{Key: "path.member." + string(g.Lens), Values: []Value{s.shortValue("actor", actor), groupValue("group", g)}}
}

// tellChoice says how many routes there are and what they rest on.
func (s *Slice) tellChoice(found *route.Found) []Sentence {
	var notes []Sentence
	shortest := 0
	for _, r := range found.Routes {
		if r.Length() == found.Routes[0].Length() {
			shortest++
		}
	}
	switch {
	case found.Shortest > shortest:
		notes = append(notes, Sentence{Key: "path.shortest", Values: []Value{
			counted("shortest", "count.plain", found.Shortest, Link{}), counted("shown", "count.plain", shortest, Link{}),
		}})
	case len(found.Routes) == 1:
		notes = append(notes, Sentence{Key: "path.only"})
	case found.Routes[1].Length() > found.Routes[0].Length():
		notes = append(notes, Sentence{Key: "path.detour"})
	}
	return append(notes, notePartners(graph.BasisOf(s.Network, s.Selection.Projects))...)
}

// tellNoRoute says why no route is seen, and never that there is none where
// partners are unknown.
func (s *Slice) tellNoRoute(ctx context.Context, starts, ends []route.End) ([]Sentence, error) {
	var notes []Sentence
	here := map[int32]bool{}
	for _, side := range [][]route.End{starts, ends} {
		if len(side) == 0 {
			notes = append(notes, Sentence{Key: "path.empty-group"})
		}
		for _, e := range side {
			if _, ok := slices.BinarySearch(s.Selection.Actors, e.Actor); !ok {
				notes = append(notes, Sentence{Key: "path.absent", Values: []Value{{Name: "in", In: true}, s.shortValue("actor", e.Actor)}})
			}
			for _, tie := range s.Network.ActorTies(int(e.Actor)) {
				if p := s.Network.Ties[tie].P; s.Selection.HasProject(int(p)) {
					here[p] = true
				}
			}
		}
	}
	var projects []int32
	for p := range here {
		projects = append(projects, p)
	}
	basis := graph.BasisOf(s.Network, projects)
	notes = append(notes, Sentence{Key: "path.none"})
	if basis.Unknown > 0 {
		notes = append(notes, Sentence{Key: "path.none-known", Values: []Value{
			{Name: "in", In: true}, counted("projects", "count.projects", len(projects), Link{}), counted("unknown", "count.projects-of", basis.Unknown, Link{}),
		}})
	}
	if len(s.Selection.Projects) < len(s.Network.Projects) {
		wider, err := s.routes().Find(ctx, route.Query{From: starts, To: ends, Most: 1})
		if err != nil {
			return nil, err
		}
		if len(wider.Routes) > 0 {
			notes = append(notes, Sentence{Key: "path.wider"})
		}
	}
	return append(notes, notePartners(graph.BasisOf(s.Network, s.Selection.Projects))...), nil
}

func letter(i int) string { return string(rune('a' + i)) }

func (s *Slice) shortName(actor int32) string {
	return cmp.Or(s.Network.Actors[actor].Short, s.Network.Actors[actor].Name)
}

// shortValue names an actor by its official short name where one is known.
func (s *Slice) shortValue(name string, actor int32) Value {
	return s.shortActor(name, actor)
}

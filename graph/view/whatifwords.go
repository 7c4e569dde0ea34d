package view

import (
	"context"
	"fmt"
	"slices"

	"hankeverkko/graph"
)

// AbsentError says that an actor has no project in a region. It is graph.ErrNotFound.
type AbsentError struct {
	Actor graph.ActorID
	Name  string
	Area  graph.AreaID
}

func (e *AbsentError) Error() string {
	return fmt.Sprintf("%s has no project in %q: %v", e.Actor, e.Area, graph.ErrNotFound)
}

func (e *AbsentError) Unwrap() error { return graph.ErrNotFound }

// tellRemoval says who loses touch and who connects next best.
func (s *Slice) tellRemoval(w *WhatIf) []Sentence {
	r, actor := w.Removal, s.shortActor("actor", w.Removed)
	if len(r.Contacts) == 0 {
		return []Sentence{{Key: "whatif.remove.unknown", Values: []Value{actor}}}
	}
	var told []Sentence
	if r.SoleConnector() {
		told = append(told, tellOthers("whatif.remove.parts", actor, partNames(w.Parts[1:])))
	}
	home, others := apart(w)
	if len(home) > 0 {
		told = append(told, tellOthers("whatif.remove.own", actor, home))
	}
	if len(others) > 0 {
		told = append(told, tellPairs("whatif.remove.groups", others, actor))
	}
	if len(told) == 0 {
		told = append(told, Sentence{Key: "whatif.remove.nothing", Values: []Value{actor}})
	}
	return append(told, s.tellNext(w)...)
}

// tellNext names the next best connector where there is anything to connect.
func (s *Slice) tellNext(w *WhatIf) []Sentence {
	switch {
	case w.Removal.Pairs == 0:
		return nil
	case len(w.Next) == 0:
		return []Sentence{{Key: "whatif.next.none"}}
	}
	next := w.Next[0]
	told := Sentence{Key: "whatif.next", Values: []Value{
		s.shortActor("actor", next.Actor), counted("pairs", "count.plain", next.Pairs, Link{}),
		counted("all", "count.plain", w.Removal.Pairs, Link{}), s.projectValue("x", next.Proof[0]),
	}}
	if len(next.Proof) > 1 {
		told.Key += "-2"
		told.Values = append(told.Values, s.projectValue("y", next.Proof[1]))
	}
	return []Sentence{told}
}

// tellAddition says who comes together.
func (s *Slice) tellAddition(w *WhatIf) []Sentence {
	a := w.Addition
	var told []Sentence
	if len(a.Joined) > 1 {
		told = append(told, tellOthers("whatif.add.parts", groupValue("first", w.Parts[0].Name), partNames(w.Parts[1:])))
	}
	if len(w.Groups) > 0 {
		told = append(told, tellPairs("whatif.add.groups", w.Groups))
	}
	return append(told, Sentence{Key: "whatif.add.pairs", Values: []Value{
		counted("pairs", "count.plain", a.Pairs, Link{}), counted("met", "count.plain", a.Met, Link{}), counted("near", "count.plain", a.Near, Link{}),
	}})
}

// apart parts the pairs of networks of which one is named after the actor that
// leaves, and returns the other one of those.
func apart(w *WhatIf) (home []*Group, others []GroupPair) {
	for _, pair := range w.Groups {
		switch w.Removed {
		case pair.A.Anchor:
			home = append(home, pair.B)
		case pair.B.Anchor:
			home = append(home, pair.A)
		default:
			others = append(others, pair)
		}
	}
	return home, others
}

// tellPairs names the first pair of networks and counts the others.
func tellPairs(key string, pairs []GroupPair, about ...Value) Sentence {
	told := Sentence{Key: key, Values: append(about, groupValue("a", pairs[0].A), groupValue("b", pairs[0].B))}
	if more := len(pairs) - 1; more > 0 {
		told.Key += "-more"
		told.Values = append(told.Values, counted("more", "count.others", more, Link{}))
	}
	return told
}

// tellOthers names up to two pieces of the network.
func tellOthers(key string, about Value, others []*Group) Sentence {
	told := Sentence{Key: key + "-1", Values: []Value{about, groupValue("a", others[0])}}
	if len(others) > 1 {
		told.Key = key + "-2"
		told.Values = append(told.Values, groupValue("b", others[1]))
	}
	if len(others) > 2 {
		told.Key = key + "-more"
		told.Values = append(told.Values, counted("more", "count.others", len(others)-2, Link{}))
	}
	return told
}

func partNames(parts []WhatIfPart) []*Group {
	var list []*Group
	for _, part := range parts {
		list = append(list, part.Name)
	}
	return list
}

// IfGone returns what the card of an actor says of its leaving: only where
// somebody loses touch and partners are known well enough to say so.
func (s *Slice) IfGone(ctx context.Context, actor int32) ([]Sentence, error) {
	in := s.scope
	if in.cooperation == nil || !in.cooperation.TellsAbsence() || !slices.Contains(in.whole.Actors, actor) {
		return nil, nil
	}
	w, err := s.removed(ctx, in, actor)
	if err != nil || !w.Removal.SoleConnector() && len(w.Groups) == 0 {
		return nil, err
	}
	return w.Sentences, nil
}

package view

import (
	"slices"

	"hankeverkko/graph"
)

// Aid counts the projects of the slice that are aid to one company, also when
// the edition leaves them out.
func (s *Slice) Aid() int {
	aid := s.aidIn().Projects
	if len(aid) == 0 {
		return 0
	}
	q := s.narrowed
	if q.Region == nil {
		q.Region = s.Area.Municipalities
	}
	count := 0
	for _, p := range graph.Select(s.whole, q).Projects {
		if _, is := slices.BinarySearch(aid, p); is {
			count++
		}
	}
	return count
}

// noteAid says how many projects are left out, and leads to them.
func (s *Slice) noteAid() []Sentence {
	if s.LeftOut() == 0 {
		return nil
	}
	count := s.Aid()
	if count == 0 {
		return nil
	}
	return []Sentence{{Key: "note.aid-left-out", Values: []Value{
		counted("projects", "count.projects", count, Link{Kind: LinkProjects, Filter: Filter{Aid: true}}),
	}}}
}

// aidOfActor counts the projects of an actor that the edition leaves out.
func (v *View) aidOfActor(actor int32) int {
	if v.LeftOut() == 0 {
		return 0
	}
	at, ok := v.whole.FindActor(v.Network.Actors[actor].ID)
	if !ok {
		return 0
	}
	return len(v.whole.ActorTies(at)) - len(v.Network.ActorTies(int(actor)))
}

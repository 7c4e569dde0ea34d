package view

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/route"
)

// ErrSameEnds says that a route was asked from an actor or group to itself.
var ErrSameEnds = fmt.Errorf("a route from an actor to itself: %w", graph.ErrInvalid)

// PathEnd is what a route begins or ends with: an actor or, where Group is
// set, any actor of the group.
type PathEnd struct {
	Actor int32
	Group *Group
}

func (e PathEnd) same(o PathEnd) bool {
	if e.Group != nil && o.Group != nil {
		return e.Group.ID == o.Group.ID
	}
	return e == o
}

// Path is the answer to the question through whom one gets from one end to
// another.
type Path struct {
	From, To PathEnd
	// Routes are the best first; the second differs from it as far as it can.
	Routes []PathRoute
	Notes  []Sentence
}

// PathRoute is a route in words.
type PathRoute struct {
	route.Route
	Sentences []Sentence
}

// IsGroupID tells whether a text has the form of a group's id.
func IsGroupID(text string) bool {
	return strings.HasPrefix(text, string(LensTopics)+":") || strings.HasPrefix(text, string(LensCooperation)+":")
}

// PathEnd reads an end: the id of a group, or an actor as Resolve takes it.
func (s *Slice) PathEnd(ctx context.Context, written string) (PathEnd, error) {
	if IsGroupID(written) {
		_, group, err := s.findGroup(ctx, s.Area.ID, written)
		if !errors.Is(err, graph.ErrNotFound) {
			return PathEnd{Group: group}, err
		}
	}
	a, err := s.Resolve(written)
	return PathEnd{Actor: a}, err
}

// Path finds the shortest connections within the projects of the slice. Equal
// ends are ErrSameEnds.
func (s *Slice) Path(ctx context.Context, from, to PathEnd) (*Path, error) {
	if from.same(to) {
		return nil, ErrSameEnds
	}
	starts, err := s.routeEnds(ctx, from)
	if err != nil {
		return nil, err
	}
	ends, err := s.routeEnds(ctx, to)
	if err != nil {
		return nil, err
	}
	found, err := s.routes().Find(ctx, route.Query{
		From: starts, To: ends, Projects: s.scopeProjects(),
		Running:  func(p int32) bool { return s.Network.Projects[p].StateAt(s.Date) == graph.Running },
		Standing: func(a int32) graph.Standing { return s.Selection.StandingOf(int(a)) },
	})
	if err != nil {
		return nil, err
	}
	path := &Path{From: from, To: to}
	for _, r := range found.Routes {
		path.Routes = append(path.Routes, PathRoute{r, s.tellRoute(&r, from, to)})
	}
	if len(path.Routes) == 0 {
		path.Notes, err = s.tellNoRoute(ctx, starts, ends)
		return path, err
	}
	path.Notes = s.tellChoice(found)
	return path, nil
}

// scopeProjects are the projects that count, never nil: an empty slice has none.
func (s *Slice) scopeProjects() []int32 {
	if s.Selection.Projects == nil {
		return []int32{}
	}
	return s.Selection.Projects
}

// routeEnds returns the actors of an end: those of a group that are in the
// slice, with their projects in the group.
func (s *Slice) routeEnds(ctx context.Context, end PathEnd) ([]route.End, error) {
	if end.Group == nil {
		return []route.End{{Actor: end.Actor}}, nil
	}
	in, g, err := s.findGroup(ctx, s.Area.ID, end.Group.ID)
	if err != nil {
		return nil, err
	}
	member, err := s.memberTest(ctx, g.ID)
	if err != nil {
		return nil, err
	}
	var ends []route.End
	for _, stat := range s.actors() {
		if member(stat) {
			ends = append(ends, route.End{Actor: stat.Actor, Projects: s.projectsIn(in, g, stat)})
		}
	}
	return ends, nil
}

func (s *Slice) projectsIn(in *scope, g *Group, stat ActorStat) int {
	n := 0
	for _, p := range stat.Projects {
		if in.holds(g, p) {
			n++
		}
	}
	return n
}

package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/text"
)

// ActorStat counts what an actor does in a slice.
type ActorStat struct {
	Actor    int32
	Standing graph.Standing
	// Projects are those of the slice; Running and Led count among them.
	Projects     []int32
	Running, Led int
	// Groups are those its projects lie in, most projects first.
	Groups []GroupShare
	// Network is the partner network that it belongs to, nil through the lens
	// of topics.
	Network *Group
	// Partners counts the other actors known in these projects.
	Partners int
}

// ActorStat returns the row of one actor; ok is false when it has no project here.
func (s *Slice) ActorStat(actor int32) (ActorStat, bool) {
	all := s.actors()
	i, ok := slices.BinarySearchFunc(all, actor, func(a ActorStat, actor int32) int { return cmp.Compare(a.Actor, actor) })
	if !ok {
		return ActorStat{}, false
	}
	return all[i], true
}

// ActorStats returns a row for each actor of the slice, by id. It is shared: do
// not change it.
func (s *Slice) ActorStats() []ActorStat { return s.actors() }

func actorStats(s *Slice) []ActorStat {
	stats := make([]ActorStat, 0, len(s.Selection.Actors))
	for i, a := range s.Selection.Actors {
		stat := ActorStat{Actor: a, Standing: s.Selection.Standing[i], Network: s.scope.network(a)}
		partners := map[int32]bool{}
		for _, tie := range s.Network.ActorTies(int(a)) {
			t := &s.Network.Ties[tie]
			if !s.Selection.HasProject(int(t.P)) {
				continue
			}
			stat.Projects = append(stat.Projects, t.P)
			if t.Part == graph.Lead {
				stat.Led++
			}
			if s.Network.Projects[t.P].StateAt(s.Date) == graph.Running {
				stat.Running++
			}
			for _, other := range s.Network.ProjectTies(int(t.P)) {
				if other.A != a {
					partners[other.A] = true
				}
			}
		}
		stat.Groups, stat.Partners = s.scope.shares(stat.Projects), len(partners)
		stats = append(stats, stat)
	}
	return stats
}

// ActorFilter narrows the actors of a slice.
type ActorFilter struct {
	Group    string
	Standing string
	Text     string
}

// ActorList is the answer: all matching rows in order, with facets.
type ActorList struct {
	Actors    []ActorStat
	Groups    []GroupShare // with numbers of actors
	Standings []Facet
}

// Actors filters and sorts. Sort is one of name, projects, running, led,
// topics, partners, municipality; ties go by name.
func (s *Slice) Actors(ctx context.Context, f ActorFilter, sort string, descending bool) (*ActorList, error) {
	member, err := s.memberTest(ctx, f.Group)
	if err != nil {
		return nil, err
	}
	list := &ActorList{}
	groups, standings := map[*Group]int{}, map[string]int{}
	words := strings.Fields(text.Fold(f.Text))
	for _, stat := range s.actors() {
		if !s.named(stat.Actor, words) || !s.takesPart(stat.Actor) {
			continue
		}
		inGroup := member(stat)
		inStanding := f.Standing == "" || stat.Standing.String() == f.Standing
		if inGroup && inStanding {
			list.Actors = append(list.Actors, stat)
		}
		if inStanding {
			for _, g := range stat.memberships() {
				groups[g]++
			}
		}
		if inGroup {
			standings[stat.Standing.String()]++
		}
	}
	list.Groups, list.Standings = groupShares(groups), facets(standings)
	s.sortActors(list.Actors, sort, descending)
	return list, nil
}

// memberships returns the groups that an actor counts for: its own partner
// network, or all topics that it has projects in.
func (a *ActorStat) memberships() []*Group {
	if a.Network != nil {
		return []*Group{a.Network}
	}
	groups := make([]*Group, len(a.Groups))
	for i, share := range a.Groups {
		groups[i] = share.Group
	}
	return groups
}

// memberTest returns a test for membership of actors: of a partner network, or
// with a project in a topic; the empty id lets all in.
func (s *Slice) memberTest(ctx context.Context, id string) (func(ActorStat) bool, error) {
	if id == "" {
		return func(ActorStat) bool { return true }, nil
	}
	in, g, err := s.findGroup(ctx, s.Area.ID, id)
	if err != nil {
		return nil, err
	}
	if g.Lens == LensCooperation {
		return func(a ActorStat) bool {
			_, ok := slices.BinarySearch(g.Actors, a.Actor)
			return ok
		}, nil
	}
	return func(a ActorStat) bool {
		return slices.ContainsFunc(a.Projects, func(p int32) bool { return in.holds(g, p) })
	}, nil
}

// takesPart tells whether an actor is of the kind, and does what, the slice was
// narrowed to.
func (s *Slice) takesPart(actor int32) bool {
	if len(s.narrowed.Kinds)+len(s.narrowed.Parts) == 0 {
		return true
	}
	return slices.ContainsFunc(s.Network.ActorTies(int(actor)), func(i int32) bool {
		t := &s.Network.Ties[i]
		return s.Selection.HasProject(int(t.P)) && s.narrowed.Takes(&s.Network.Actors[actor], t.Part)
	})
}

// named tells whether one spelling of the actor holds all words.
func (s *Slice) named(actor int32, words []string) bool {
	if len(words) == 0 {
		return true
	}
	a := &s.Network.Actors[actor]
	written := text.Fold(a.Name + " " + a.Short + " " + a.BusinessID)
	for _, name := range a.Names {
		written += " " + text.Fold(name)
	}
	for _, alias := range a.Aliases {
		written += " " + text.Fold(alias.Name)
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(written, w) })
}

func (s *Slice) sortActors(actors []ActorStat, by string, descending bool) {
	key := func(a, b ActorStat) int {
		switch by {
		case "name":
			return 0
		case "running":
			return cmp.Compare(a.Running, b.Running)
		case "led":
			return cmp.Compare(a.Led, b.Led)
		case "topics":
			return cmp.Compare(len(a.Groups), len(b.Groups))
		case "partners":
			return cmp.Compare(a.Partners, b.Partners)
		case "municipality":
			return cmp.Compare(s.Network.Actors[a.Actor].Seat, s.Network.Actors[b.Actor].Seat)
		}
		return cmp.Compare(len(a.Projects), len(b.Projects))
	}
	slices.SortFunc(actors, func(a, b ActorStat) int {
		first, byName := key(a, b), cmp.Compare(s.actorRank[a.Actor], s.actorRank[b.Actor])
		if descending {
			if by == "name" {
				return -byName
			}
			first = -first
		}
		return cmp.Or(first, byName)
	})
}

// partnersOf returns the actors that share projects of the slice with an
// actor, most shared projects first, then by name.
func (s *Slice) partnersOf(stat ActorStat) []ActorShare {
	shared := map[int32]int{}
	for _, p := range stat.Projects {
		for _, t := range s.Network.ProjectTies(int(p)) {
			if t.A != stat.Actor {
				shared[t.A]++
			}
		}
	}
	return s.shares(shared)
}

// ActorShare is an actor and a number of projects.
type ActorShare struct {
	Actor    int32
	Projects int
}

func (s *Slice) shares(counts map[int32]int) []ActorShare {
	list := make([]ActorShare, 0, len(counts))
	for a, n := range counts {
		list = append(list, ActorShare{a, n})
	}
	slices.SortFunc(list, func(a, b ActorShare) int {
		return cmp.Or(cmp.Compare(b.Projects, a.Projects), cmp.Compare(s.actorRank[a.Actor], s.actorRank[b.Actor]))
	})
	return list
}

// FindActor returns the position of an actor, also by a weaker id that leads
// to it; an unknown id is graph.ErrNotFound.
func (v *View) FindActor(id graph.ActorID) (int32, error) {
	if a, ok := v.Network.FindActor(id); ok {
		return int32(a), nil
	}
	for a := range v.Network.Actors {
		if slices.Contains(v.Network.Actors[a].OtherIDs, id) {
			return int32(a), nil
		}
	}
	return 0, fmt.Errorf("actor %s: %w", id, graph.ErrNotFound)
}

// FindProject returns the position of a project by its id, or by its bare
// code where only one project has it; else graph.ErrNotFound.
func (v *View) FindProject(id graph.ProjectID) (int32, error) {
	if p, ok := v.Network.FindProject(id); ok {
		return int32(p), nil
	}
	found := int32(-1)
	for p := range v.Network.Projects {
		if v.Network.Projects[p].Code == string(id) {
			if found >= 0 {
				return 0, fmt.Errorf("project code %s is not unique: %w", id, graph.ErrInvalid)
			}
			found = int32(p)
		}
	}
	if found < 0 {
		return 0, fmt.Errorf("project %s: %w", id, graph.ErrNotFound)
	}
	return found, nil
}

package view

import (
	"cmp"
	"context"
	"slices"

	"hankeverkko/graph"
)

// GroupKind says what a group is shown as.
type GroupKind string

// Named groups have a name of their own and misc is the mixed topic without
// one; single folds the partner networks of one project, alone the actors
// without known partners, outside the networks without an actor of the region,
// rest what a picture has no room for.
const (
	GroupNamed   GroupKind = "named"
	GroupMisc    GroupKind = "misc"
	GroupSingle  GroupKind = "single"
	GroupAlone   GroupKind = "alone"
	GroupOutside GroupKind = "outside"
	GroupRest    GroupKind = "rest"
)

// Group is a set of projects found through a lens; a partner network holds
// actors as well.
type Group struct {
	ID   string
	Lens Lens
	Kind GroupKind
	// Slot is its place among all groups of the lens, Colour one of
	// lens.Colours; -1 for none.
	Slot, Colour int
	// Words name a topic, and stand below the name of a partner network.
	Words []string
	// Anchor is the actor that a partner network is named after, else -1.
	Anchor int32
	// Projects and Actors are those of the scope in which the group was found, rising.
	Projects, Actors []int32
	// Folded counts the groups that stand in this one.
	Folded int

	at int // position in its scope
}

// GroupHere is a group as a slice has it.
type GroupHere struct {
	*Group
	Here   []int32 // its projects in the slice
	Counts Counts
	// Members and Own count the actors of a partner network, and those of
	// them from the region.
	Members, Own int
	Local        []string // words distinctive of the region
}

// GroupOf returns the group that project p lies in, nil when the project is
// not in the region and so in none of its partner networks.
func (s *Slice) GroupOf(p int32) *Group { return s.scope.group(p) }

// Groups returns the groups of the picture that have projects in the slice, by
// their place on the ring.
func (s *Slice) Groups() []GroupHere {
	here := make(map[*Group][]int32)
	for _, p := range s.Selection.Projects {
		g := s.scope.shown(s.scope.group(p))
		here[g] = append(here[g], p)
	}
	groups := make([]GroupHere, 0, len(here))
	for g, projects := range here {
		groups = append(groups, s.groupHere(s.scope, g, projects))
	}
	slices.SortFunc(groups, func(a, b GroupHere) int {
		return cmp.Compare(s.scope.places[a.at], s.scope.places[b.at])
	})
	return groups
}

func (s *Slice) groupHere(in *scope, g *Group, projects []int32) GroupHere {
	here := GroupHere{Group: g, Here: projects, Counts: s.Count(projects, s.Date), Local: in.local[g.at]}
	for _, a := range g.Actors {
		if i, ok := slices.BinarySearch(s.Selection.Actors, a); ok {
			here.Members++
			if s.Selection.Standing[i] == graph.Own {
				here.Own++
			}
		}
	}
	return here
}

// groupTest returns a test for membership of projects; the empty id lets all in.
func (s *Slice) groupTest(ctx context.Context, id string) (func(p int32) bool, error) {
	if id == "" {
		return func(int32) bool { return true }, nil
	}
	in, g, err := s.findGroup(ctx, s.Area.ID, id)
	if err != nil {
		return nil, err
	}
	return func(p int32) bool { return in.holds(g, p) }, nil
}

// groupRank orders projects by the slot of their group, those without one last.
func (s *Slice) groupRank(p int32) int {
	if g := s.GroupOf(p); g != nil && g.Slot >= 0 {
		return g.Slot
	}
	return len(s.scope.groups)
}

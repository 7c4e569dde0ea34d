package view

import (
	"cmp"
	"context"
	"math"
	"slices"

	"hankeverkko/graph/lens"
)

// Boundary says how clear the groups of a slice's lens are. Topics are those of
// all data, partner networks those of the region.
type Boundary struct {
	*lens.Boundary
	in *scope
}

// Boundary judges the groups of the slice's lens; neither date nor filters
// matter. It costs many times what finding the groups does, so it is computed
// when it is asked for, and kept.
func (s *Slice) Boundary(ctx context.Context) (*Boundary, error) {
	key := scopeKey{s.Area.ID, s.Lens}
	if s.Lens != LensCooperation {
		key.area = ""
	}
	found, err := s.boundaries.get(ctx, key, func(ctx context.Context) (*lens.Boundary, error) {
		if c := s.scope.cooperation; c != nil {
			return c.Boundary(ctx)
		}
		return s.Topics.Boundary(ctx, s.Network)
	})
	if err != nil {
		return nil, err
	}
	return &Boundary{found, s.scope}, nil
}

// GroupBoundary is how clear one group is.
type GroupBoundary struct {
	*Group
	lens.GroupBoundary
	// Nearest is the group that its members are most often with besides, nil for none.
	Nearest *Group
}

// List returns the groups that were judged, in the order of the lens.
func (b *Boundary) List() []GroupBoundary {
	var list []GroupBoundary
	for at, found := range b.Groups {
		if found.Judged {
			list = append(list, GroupBoundary{b.in.groups[at], found, b.group(found.Second)})
		}
	}
	return list
}

func (b *Boundary) group(at int32) *Group {
	if at < 0 || int(at) >= len(b.in.groups) {
		return nil
	}
	return b.in.groups[at]
}

// Between is a project or an actor that is of a second group as well as of its
// own. Also is the one of the two that was not asked for.
type Between struct {
	// Project or Actor is its position in the network, the other -1.
	Project, Actor int32
	lens.Place
	Also *Group
}

// Between returns the members of a group that are of another one as well, those
// that are most often with it first, projects before actors of the same share.
func (b *Boundary) Between(g *Group) []Between {
	var list []Between
	add := func(project, actor int32, place lens.Place) {
		if also := b.also(g, place); also != nil {
			list = append(list, Between{project, actor, place, also})
		}
	}
	for _, p := range g.Projects {
		add(p, -1, b.OfProject[p])
	}
	if b.OfActor != nil {
		for _, a := range g.Actors {
			add(-1, a, b.OfActor[a])
		}
	}
	slices.SortStableFunc(list, func(x, y Between) int { return cmp.Compare(y.Astride.Share(), x.Astride.Share()) })
	return list
}

// Arriving returns the members of other groups that are of this one as well,
// in the order of Between.
func (b *Boundary) Arriving(g *Group) []Between {
	var list []Between
	for _, from := range b.in.groups {
		if from == g || !b.Told(from) {
			continue
		}
		for _, m := range b.Between(from) {
			if m.Also == g {
				m.Also = from
				list = append(list, m)
			}
		}
	}
	slices.SortStableFunc(list, func(x, y Between) int { return cmp.Compare(y.Astride.Share(), x.Astride.Share()) })
	return list
}

// WordOfActor says how clear the place of an actor in its group is: through the
// lens of topics that of the group, since actors have no place of their own there.
func (b *Boundary) WordOfActor(actor int32, g *Group) lens.Clearness {
	if g == nil || g.at >= len(b.Groups) {
		return lens.Open
	}
	if b.OfActor == nil {
		return b.Groups[g.at].Word
	}
	return b.WordOf(int32(g.at), b.OfActor[actor])
}

// Told tells whether a group was judged.
func (b *Boundary) Told(g *Group) bool {
	return g != nil && g.at < len(b.Groups) && b.Groups[g.at].Judged
}

// Knows tells whether the lens has a group of this id, judged or not.
func (b *Boundary) Knows(id string) bool { return b.in.byID[id] != nil }

// Standing is where a project or an actor stands.
type Standing struct {
	lens.Place
	Group, Nearest *Group
	Also           *Group // of which it is as well, nil for none
	Word           lens.Clearness
}

// ProjectStands tells where a project stands; false where it is in no group
// that was judged.
func (b *Boundary) ProjectStands(p int32) (Standing, bool) {
	return b.stands(b.in.group(p), b.OfProject[p])
}

// ActorStands is ProjectStands for an actor: through the lens of topics actors
// stand in no one group.
func (b *Boundary) ActorStands(actor int32) (Standing, bool) {
	if b.OfActor == nil {
		return Standing{}, false
	}
	return b.stands(b.in.network(actor), b.OfActor[actor])
}

func (b *Boundary) stands(g *Group, place lens.Place) (Standing, bool) {
	if !b.Told(g) || math.IsNaN(place.Inside) {
		return Standing{}, false
	}
	return Standing{Place: place, Group: g, Nearest: b.group(place.Second), Also: b.also(g, place), Word: b.WordOf(int32(g.at), place)}, true
}

// also returns the group that a member of g is of as well, nil for none.
func (b *Boundary) also(g *Group, place lens.Place) *Group {
	if !b.Told(g) {
		return nil
	}
	if other, both := b.OfBoth(int32(g.at), place); both {
		return b.group(other)
	}
	return nil
}

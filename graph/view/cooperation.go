package view

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"hankeverkko/graph/lens"
)

// byCooperation fills a scope with its partner networks. The ring holds the
// twelve largest, the others folded into one, and the folded kinds.
func (v *View) byCooperation(ctx context.Context, s *scope) error {
	c, err := lens.CooperationOf(ctx, v.Network, s.area.ID, s.whole, lens.CooperationOptions{Seed: v.seed, Topics: v.Topics, Everywhere: v.Everywhere})
	if err != nil {
		return fmt.Errorf("cooperation in %q: %w", s.area.ID, err)
	}
	s.cooperation, s.of, s.ofActor = c, c.OfProject, c.OfActor
	for i := range c.Communities {
		s.groups = append(s.groups, communityGroup(&c.Communities[i], i))
	}
	s.seat()
	s.bridges = v.bridges(s)
	return nil
}

// communityKinds says what communities are shown as.
var communityKinds = [...]GroupKind{lens.Partners: GroupNamed, lens.SingleProject: GroupSingle, lens.Outside: GroupOutside, lens.Alone: GroupAlone}

func communityGroup(c *lens.Community, at int) *Group {
	return &Group{
		ID: c.ID, Lens: LensCooperation, Kind: communityKinds[c.Kind], Slot: c.Slot, Colour: c.Colour, Words: c.Words,
		Anchor: c.Anchor, Projects: c.Projects, Actors: c.Actors, Folded: c.Folded, at: at,
	}
}

// folds are the kinds of groups that fold others, in the order of the ring.
var folds = [...]GroupKind{GroupRest, GroupSingle, GroupAlone, GroupOutside}

// seat gives the groups their places on the ring: partner networks by their
// slots, then what is folded. Each kind of folded group is there to be asked
// for, also when it is empty.
func (s *scope) seat() {
	found := map[GroupKind]*Group{}
	var ring []*Group
	rest := s.emptyFold(GroupRest)
	for i, g := range s.groups {
		switch {
		case g.Kind != GroupNamed:
			found[g.Kind] = g
		case i < pictureGroups:
			ring = append(ring, g)
		default:
			rest.Projects, rest.Actors = append(rest.Projects, g.Projects...), append(rest.Actors, g.Actors...)
			rest.Folded++
		}
	}
	slices.Sort(rest.Projects)
	slices.Sort(rest.Actors)
	s.rest, found[GroupRest] = rest, rest
	slices.SortFunc(ring, func(a, b *Group) int { return cmp.Compare(a.Slot, b.Slot) })
	for _, kind := range folds {
		g, ok := found[kind]
		if !ok {
			g = s.emptyFold(kind)
		}
		if g == rest || !ok {
			g.at = len(s.groups)
			s.groups = append(s.groups, g)
		}
		if len(g.Projects) > 0 {
			ring = append(ring, g)
		}
	}
	s.ring, s.local, s.places = len(ring), make([][]string, len(s.groups)), make([]int, len(s.groups))
	for i := range s.places {
		s.places[i] = -1
	}
	for place, g := range ring {
		s.places[g.at] = place
	}
}

func (s *scope) emptyFold(kind GroupKind) *Group {
	id := string(LensCooperation) + ":" + cmp.Or(string(s.area.ID), "all") + ":" + string(kind)
	return &Group{ID: id, Lens: LensCooperation, Kind: kind, Slot: -1, Colour: -1, Anchor: -1}
}

// Everywhere returns the betweenness of every actor on the two-mode network of
// all data, by position: the place of actors from elsewhere.
func (v *View) Everywhere(ctx context.Context) ([]float64, error) {
	return v.everywhere.get(ctx, struct{}{}, func(ctx context.Context) ([]float64, error) {
		return lens.ActorBetweenness(ctx, v.Network)
	})
}

// cooperationNotes say on how many projects the partner networks rest, and
// what they must not be read as.
func (s *Slice) cooperationNotes() []Sentence {
	c := s.scope.cooperation
	if c == nil || len(s.scope.whole.Projects) == 0 {
		return nil
	}
	notes := []Sentence{{Key: "cooperation.basis", Values: []Value{
		counted("known", "count.plain", c.Basis.Listed+c.Basis.Alone, Link{}),
		counted("projects", "count.projects-of", len(s.scope.whole.Projects), Link{Kind: LinkProjects}),
	}}}
	if c.Thin() {
		notes = append(notes, Sentence{Key: "cooperation.list-first"})
	}
	if !c.TellsAbsence() {
		notes = append(notes, Sentence{Key: "cooperation.no-absence"})
	}
	if slices.ContainsFunc(s.scope.bridges, func(b Bridge) bool { return b.Everywhere }) {
		notes = append(notes, Sentence{Key: "cooperation.outsiders"})
	}
	return notes
}

// Networks by chance that a region's modularity is held against: as many as
// mostRewired ties allow, and none where even the fewest would take long.
const (
	mostSamples, leastSamples = 100, 20
	mostRewired               = 40_000
	tooManyTies               = 20_000
)

// chanceSeed starts the stream of networks by chance.
const chanceSeed = 1

// Modularity returns the Barber modularity of the partner networks of the
// region beside that of networks by chance. It costs many times what finding
// the partner networks does, so it is computed when it is asked for, and kept.
func (s *Slice) Modularity(ctx context.Context) (lens.Significance, error) {
	in, err := s.View.scope(ctx, s.Area.ID, LensCooperation)
	if err != nil {
		return lens.Significance{}, err
	}
	ties := 0
	for _, p := range in.whole.Projects {
		ties += len(s.Network.ProjectTies(int(p)))
	}
	if ties == 0 || ties > tooManyTies {
		return lens.Significance{Q: in.cooperation.Q, Mean: math.NaN(), SD: math.NaN(), Z: math.NaN()}, nil
	}
	return s.modularity.get(ctx, s.Area.ID, func(ctx context.Context) (lens.Significance, error) {
		samples := min(max(mostRewired/ties, leastSamples), mostSamples)
		return in.cooperation.Significance(ctx, samples, chanceSeed)
	})
}

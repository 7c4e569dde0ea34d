package view

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/lens"
)

// byCooperation fills a scope with its partner networks. The ring holds the
// twelve largest, the others folded into one, and the two folded kinds.
func (v *View) byCooperation(ctx context.Context, s *scope) error {
	everywhere, err := v.Everywhere(ctx)
	if err != nil {
		return err
	}
	c, err := lens.CooperationOf(ctx, v.Network, s.area.ID, s.whole, lens.CooperationOptions{Topics: v.Topics, Everywhere: everywhere})
	if err != nil {
		return fmt.Errorf("cooperation in %q: %w", s.area.ID, err)
	}
	s.cooperation, s.of, s.ofActor = c, c.OfProject, c.OfActor
	for i := range c.Communities {
		s.groups = append(s.groups, communityGroup(&c.Communities[i], i))
	}
	s.local = make([][]string, len(s.groups)+1)
	s.seat()
	s.bridges = v.bridges(s, everywhere)
	return nil
}

// communityKinds says what communities are shown as.
var communityKinds = [...]GroupKind{lens.Partners: GroupNamed, lens.SingleProject: GroupSingle, lens.Outside: GroupOutside}

func communityGroup(c *lens.Community, at int) *Group {
	return &Group{
		ID: c.ID, Lens: LensCooperation, Kind: communityKinds[c.Kind], Slot: c.Slot, Colour: c.Colour, Words: c.Words,
		Anchor: c.Anchor, Projects: c.Projects, Actors: c.Actors, Folded: c.Folded, at: at,
	}
}

// seat gives the groups their places on the ring: partner networks by their
// slots, then the rest and what is folded.
func (s *scope) seat() {
	s.places = make([]int, len(s.groups), len(s.groups)+1)
	var ring []*Group
	rest := &Group{
		ID: restID(s.area.ID), Lens: LensCooperation, Kind: GroupRest, Slot: -1, Colour: -1, Anchor: -1, at: len(s.groups),
	}
	for i, g := range s.groups {
		s.places[i] = -1
		if g.Kind != GroupNamed || i < pictureGroups {
			ring = append(ring, g)
			continue
		}
		rest.Projects, rest.Actors = append(rest.Projects, g.Projects...), append(rest.Actors, g.Actors...)
		rest.Folded++
	}
	if rest.Folded > 0 {
		slices.Sort(rest.Projects)
		slices.Sort(rest.Actors)
		s.rest, s.groups, s.places = rest, append(s.groups, rest), append(s.places, -1)
		ring = append(ring, rest)
	}
	order := map[GroupKind]int{GroupNamed: 0, GroupRest: 1, GroupSingle: 2, GroupOutside: 3}
	slices.SortStableFunc(ring, func(a, b *Group) int {
		return cmp.Or(cmp.Compare(order[a.Kind], order[b.Kind]), cmp.Compare(a.Slot, b.Slot))
	})
	for place, g := range ring {
		s.places[g.at] = place
	}
	s.ring = len(ring)
}

// restID is the id of the partner networks beyond the twelfth.
func restID(area graph.AreaID) string {
	return string(LensCooperation) + ":" + cmp.Or(string(area), "all") + ":rest"
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

package lens

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/community"
)

// CooperationOptions change how CooperationOf works; the zero value is right
// everywhere and computes what is not given.
type CooperationOptions struct {
	// Seed 0 takes the program's own.
	Seed uint64
	// Topics of the network, whose vocabulary names the groups.
	Topics *Topics
	// Everywhere is the betweenness of every actor of the network over all
	// data, as ActorBetweenness returns it: outsiders are ranked by it.
	Everywhere []float64
}

// CommunityKind says what a community is shown as.
type CommunityKind uint8

const (
	Partners      CommunityKind = iota // a partner network
	SingleProject                      // communities of one project, folded together
	Outside                            // communities without an actor of the region, folded together
)

// Community is a group of projects and of the actors that make them.
type Community struct {
	// ID holds the lens, the scope and the anchor; folded ones have their kind
	// in its place.
	ID   string
	Kind CommunityKind
	// Anchor is the region's own actor with most of the projects, -1 when folded.
	Anchor int32
	// Words are up to two keywords distinctive of its projects against all data.
	Words            []string
	Projects, Actors []int32 // positions in the network, rising
	// Folded is how many communities are folded into it, 0 for a partner network.
	Folded int
	// Slot is the place on the ring, clockwise from the top, and Colour one of
	// the Colours; -1 for what has none.
	Slot, Colour int
}

// CooperationMethod says how communities were found.
type CooperationMethod struct {
	Seed       uint64
	Runs       int
	Resolution float64
}

// Cooperation is a scope seen by who works with whom.
type Cooperation struct {
	Scope graph.AreaID
	// Communities are the partner networks, by number of projects, then the
	// folded ones.
	Communities []Community
	// OfProject and OfActor run along the network's projects and actors: the
	// position in Communities, -1 outside the scope.
	OfProject, OfActor []int32
	// Slots is the number of places on the ring.
	Slots int
	// Joints are the pairs of communities with something in common, by position.
	Joints []Joint
	// Bridges are the bridge-builders: the region's own by betweenness within
	// it, then the others by betweenness over all data.
	Bridges []Bridge
	// Betweenness of the selection's actors within the scope.
	Betweenness []float64
	Basis       graph.Basis
	// Q is the Barber modularity before anything is folded.
	Q      float64
	Method CooperationMethod

	network   *graph.Network
	selection *graph.Selection
	twoMode   *graph.TwoMode
	words     *vocabulary
}

// Shares of projects with known partners under which less can be said.
const (
	listFirst  = 0.60
	absenceMin = 0.75
)

// Thin tells that the partners of too many projects are unknown for the
// groups to be shown as a picture at first: under 60 % are known.
func (c *Cooperation) Thin() bool { return c.Basis.Known() < listFirst }

// TellsAbsence tells whether enough partners are known to speak of sole
// connectors and of gaps: 75 %.
func (c *Cooperation) TellsAbsence() bool { return c.Basis.Known() >= absenceMin }

// CooperationOf groups the projects and actors of a scope by working together:
// Leiden on the two-mode network of s, by Barber modularity. S is the scope's
// whole selection, whatever the viewing date and filters; scope is its area,
// empty for the whole country. Same network, selection and seed, same result.
func CooperationOf(ctx context.Context, n *graph.Network, scope graph.AreaID, s *graph.Selection, o CooperationOptions) (*Cooperation, error) {
	c := &Cooperation{
		Scope: scope, OfProject: none(len(n.Projects)), OfActor: none(len(n.Actors)), Basis: graph.BasisOf(n, s.Projects),
		Method:  CooperationMethod{Seed: cmp.Or(o.Seed, firstSeed), Runs: cooperationRuns, Resolution: cooperationResolution},
		network: n, selection: s, twoMode: s.TwoMode(n),
	}
	if c.words = newVocabularyOr(n, o.Topics); len(s.Projects) == 0 {
		return c, nil
	}
	found, err := c.Method.divide(ctx, c.twoMode)
	if err != nil {
		return nil, fmt.Errorf("cooperation in %q: %w", scope, err)
	}
	c.Q = community.BarberModularity(c.twoMode, found, c.Method.Resolution)
	c.fold(found)
	c.join()
	c.place()
	return c, c.findBridges(ctx, o.Everywhere)
}

func none(n int) []int32 {
	list := make([]int32, n)
	for i := range list {
		list[i] = -1
	}
	return list
}

func newVocabularyOr(n *graph.Network, t *Topics) *vocabulary {
	if t != nil {
		return t.words
	}
	return newVocabulary(n)
}

// fold turns a division of the two-mode network into communities.
func (c *Cooperation) fold(found community.Partition) {
	single := Community{Kind: SingleProject, Anchor: -1, ID: c.id("single")}
	outside := Community{Kind: Outside, Anchor: -1, ID: c.id("outside")}
	for _, members := range found.Members() {
		group := Community{Anchor: c.anchor(members)}
		group.Projects, group.Actors = c.members(members)
		switch {
		case len(group.Actors) > 0 && group.Anchor < 0:
			outside.take(&group)
		case len(group.Projects) <= 1:
			single.take(&group)
		default:
			group.ID = c.id(string(c.network.Actors[group.Anchor].ID))
			group.Words = c.words.subline(group.Projects)
			c.Communities = append(c.Communities, group)
		}
	}
	slices.SortFunc(c.Communities, func(a, b Community) int {
		return cmp.Or(cmp.Compare(len(b.Projects), len(a.Projects)), cmp.Compare(len(b.Actors), len(a.Actors)), cmp.Compare(a.ID, b.ID))
	})
	for _, folded := range []Community{single, outside} {
		if folded.Folded > 0 {
			slices.Sort(folded.Projects)
			slices.Sort(folded.Actors)
			folded.Words = c.words.subline(folded.Projects)
			c.Communities = append(c.Communities, folded)
		}
	}
	for i := range c.Communities {
		group := &c.Communities[i]
		group.Slot, group.Colour = -1, -1
		for _, p := range group.Projects {
			c.OfProject[p] = int32(i)
		}
		for _, a := range group.Actors {
			c.OfActor[a] = int32(i)
		}
	}
}

func (c *Cooperation) id(of string) string {
	return "cooperation:" + cmp.Or(string(c.Scope), "all") + ":" + of
}

func (f *Community) take(g *Community) {
	f.Projects, f.Actors = append(f.Projects, g.Projects...), append(f.Actors, g.Actors...)
	f.Folded++
}

// subline returns up to two keywords distinctive of projects.
func (v *vocabulary) subline(projects []int32) []string {
	picked, _ := v.pick(projects, nil, 2, 1, nil)
	var forms []string
	for _, w := range picked {
		forms = append(forms, v.words[w].form)
	}
	return forms
}

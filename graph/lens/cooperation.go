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
	// Topics of the network, whose vocabulary the groups' keywords come from.
	Topics *Topics
	// Everywhere returns what ActorBetweenness does: outsiders are ranked by it.
	// It is called only where there are some to rank, or where the scope is all
	// data, and is slow for a large network, so a caller with many scopes keeps
	// the answer.
	Everywhere func(ctx context.Context) ([]float64, error)
}

// CommunityKind says what a community is shown as.
type CommunityKind uint8

const (
	// Partners is a partner network: several projects, at least one of them with several actors.
	Partners CommunityKind = iota
	// SingleProject holds the communities whose ties all come from one project.
	SingleProject
	// Outside holds the communities without an actor of the region.
	Outside
	// Alone holds the actors whose projects have no other known actor, and
	// projects without any: of whom they work with nothing is known, or that they
	// work alone.
	Alone
)

// Community is a group of projects and of the actors that make them. All kinds
// but Partners hold several communities folded into one.
type Community struct {
	// ID holds the lens, the scope and the anchor; folded ones have their kind
	// in its place.
	ID   string
	Kind CommunityKind
	// Anchor is the region's own actor with most of the projects, -1 when folded.
	Anchor int32
	// Words are up to two keywords that set its projects apart from all data;
	// few groups of few projects have any.
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
	Seed uint64
	// Runs of Leiden on Share of the projects each, whose consensus the
	// communities are.
	Runs       int
	Share      float64
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
	// Betweenness of the selection's actors on the scope's two-mode network.
	Betweenness []float64
	Basis       graph.Basis
	// Q is the Barber modularity before anything is folded.
	Q      float64
	Method CooperationMethod

	network   *graph.Network
	selection *graph.Selection
	twoMode   *graph.TwoMode // of the selection
	found     community.Partition
	words     *vocabulary
}

// communityWords is how many keywords stand under a community's name.
const communityWords = 2

// Shares of projects with known partners from which more can be said.
const (
	pictureFrom = 0.60
	absenceFrom = 0.75
)

// Thin tells that the partners of too many projects are unknown for the
// groups to be shown as a picture at first: fewer than 60 % are known.
func (c *Cooperation) Thin() bool { return c.Basis.Known() < pictureFrom }

// TellsAbsence tells whether the partners of enough projects are known, 75 %,
// to speak of sole connectors and of gaps.
func (c *Cooperation) TellsAbsence() bool { return c.Basis.Known() >= absenceFrom }

// CooperationOf groups the projects and actors of a scope by working together:
// the consensus of Leiden runs on the two-mode network of s, by Barber
// modularity. S is the scope's whole selection, whatever the viewing date and
// filters; scope is its area, empty for the whole country. Same network,
// selection and seed, same result.
func CooperationOf(ctx context.Context, n *graph.Network, scope graph.AreaID, s *graph.Selection, o CooperationOptions) (*Cooperation, error) {
	c := &Cooperation{
		Scope: scope, Basis: graph.BasisOf(n, s.Projects), network: n, selection: s,
		Method: CooperationMethod{Seed: cmp.Or(o.Seed, firstSeed), Runs: cooperationRuns, Share: cooperationShare, Resolution: cooperationResolution},
	}
	if err := c.divide(ctx); err != nil {
		return nil, fmt.Errorf("cooperation in %q: %w", scope, err)
	}
	c.fold()
	c.name(o.Topics)
	c.join()
	c.place()
	if err := c.findBridges(ctx, o.Everywhere); err != nil {
		return nil, fmt.Errorf("bridge-builders in %q: %w", scope, err)
	}
	return c, nil
}

// name gives the partner networks their keywords.
func (c *Cooperation) name(t *Topics) {
	if t == nil {
		c.words = newVocabulary(c.network)
	} else {
		c.words = t.words
	}
	for i := range c.Communities {
		if group := &c.Communities[i]; group.Kind == Partners {
			group.Words = c.words.setApart(group.Projects, communityWords)
		}
	}
}

// place gives the largest partner networks their places on the ring, next to
// those they share most with for their size.
func (c *Cooperation) place() {
	seated := slices.IndexFunc(c.Communities, func(g Community) bool { return g.Kind != Partners })
	if seated < 0 {
		seated = len(c.Communities)
	}
	seated = min(seated, 2*Colours)
	alike := make([][]float64, seated)
	for i := range alike {
		alike[i] = make([]float64, seated)
	}
	for _, j := range c.Joints {
		if j.B < seated {
			size := len(c.Communities[j.A].Projects) + len(c.Communities[j.B].Projects)
			alike[j.A][j.B] = float64(len(j.Actors)+len(j.Projects)) / float64(size)
			alike[j.B][j.A] = alike[j.A][j.B]
		}
	}
	c.Slots = 2 * min(Colours, seated)
	for i, at := range seat(alike) {
		c.Communities[i].Slot, c.Communities[i].Colour = at.slot, at.colour
	}
}

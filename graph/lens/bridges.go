package lens

import (
	"cmp"
	"context"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
)

// Share are the projects that an actor has in a community.
type Share struct {
	Community int
	Projects  []int32
}

// Bridge is a bridge-builder with what makes it one.
type Bridge struct {
	Actor int32
	// Betweenness on the two-mode network of the scope; of all data when
	// Everywhere is set.
	Betweenness float64
	Everywhere  bool
	// Communities that its projects lie in, most projects first.
	Communities []Share
	// Proof are the projects with which it joins communities.
	Proof []int32
}

// proofs is how many projects of a community prove a bridge at most.
const proofs = 2

// ActorBetweenness returns the betweenness of every actor on the two-mode
// network of all data, by position. Faust (1997); conventions of
// centrality.Betweenness.
func ActorBetweenness(ctx context.Context, n *graph.Network) ([]float64, error) {
	scores, err := centrality.Betweenness(ctx, &n.TwoMode().Rows)
	if err != nil {
		return nil, err
	}
	return scores[len(n.Projects):], nil
}

func (c *Cooperation) findBridges(ctx context.Context, everywhere []float64) error {
	scores, err := centrality.Betweenness(ctx, &c.twoMode.Rows)
	if err != nil {
		return err
	}
	c.Betweenness = scores[c.twoMode.Projects:]
	outsiders := 0
	for i, a := range c.selection.Actors {
		b := Bridge{Actor: a, Betweenness: c.Betweenness[i], Everywhere: c.selection.Standing[i] != graph.Own}
		if !c.prove(&b) {
			continue
		}
		if b.Everywhere {
			outsiders++
		}
		c.Bridges = append(c.Bridges, b)
	}
	if outsiders > 0 && everywhere == nil {
		if everywhere, err = ActorBetweenness(ctx, c.network); err != nil {
			return err
		}
	}
	for i := range c.Bridges {
		if b := &c.Bridges[i]; b.Everywhere {
			b.Betweenness = everywhere[b.Actor]
		}
	}
	c.Bridges = slices.DeleteFunc(c.Bridges, func(b Bridge) bool { return b.Betweenness <= 0 })
	slices.SortStableFunc(c.Bridges, func(a, b Bridge) int {
		return cmp.Or(compareBool(a.Everywhere, b.Everywhere), cmp.Compare(b.Betweenness, a.Betweenness))
	})
	return nil
}

// prove fills in what an actor joins. It is a bridge when in at least two
// communities it has a project with somebody else; the one or two of each with
// most others prove it.
func (c *Cooperation) prove(b *Bridge) bool {
	shared := make(map[int32][]int32)
	for _, i := range c.network.ActorTies(int(b.Actor)) {
		p := c.network.Ties[i].P
		if at := c.OfProject[p]; at >= 0 {
			shared[at] = append(shared[at], p)
		}
	}
	joined := 0
	for at, projects := range shared {
		b.Communities = append(b.Communities, Share{int(at), projects})
		with := slices.DeleteFunc(slices.Clone(projects), func(p int32) bool { return c.others(p) == 0 })
		slices.SortStableFunc(with, func(p, q int32) int { return cmp.Compare(c.others(q), c.others(p)) })
		if len(with) > 0 {
			joined++
			b.Proof = append(b.Proof, with[:min(proofs, len(with))]...)
		}
	}
	slices.SortFunc(b.Communities, func(x, y Share) int {
		return cmp.Or(cmp.Compare(len(y.Projects), len(x.Projects)), cmp.Compare(x.Community, y.Community))
	})
	slices.Sort(b.Proof)
	return joined > 1
}

// others counts the actors of a project but one.
func (c *Cooperation) others(p int32) int { return len(c.network.ProjectTies(int(p))) - 1 }

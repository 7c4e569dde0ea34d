package lens

import (
	"cmp"
	"context"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
)

// Bridge is a bridge-builder with what makes it one.
type Bridge struct {
	Actor int32
	// Betweenness on the two-mode network of the scope; of all data when
	// Everywhere is set, as it is for actors that are not the region's own.
	Betweenness float64
	Everywhere  bool
	// Rank is the place by Betweenness, from 1: among the region's own
	// bridge-builders, or with Everywhere among all actors of the data.
	Rank int
	// Communities that its projects lie in, most projects first.
	Communities []Share
	// Proof are the projects that show it, rising: for each community that it
	// works with somebody in, the one or two with most actors.
	Proof []int32
}

// Share are the projects that an actor has in a community.
type Share struct {
	Community int
	Projects  []int32
}

// proofs is how many projects of a community prove a bridge at most.
const proofs = 2

// ActorBetweenness returns the betweenness of every actor on the two-mode
// network of all data, by position: conventions of centrality.Betweenness.
// Faust (1997).
func ActorBetweenness(ctx context.Context, n *graph.Network) ([]float64, error) {
	scores, err := centrality.Betweenness(ctx, &n.TwoMode().Rows)
	if err != nil {
		return nil, err
	}
	return scores[len(n.Projects):], nil
}

// findBridges lists the actors that join communities and lie between others.
func (c *Cooperation) findBridges(ctx context.Context, everywhere func(context.Context) ([]float64, error)) error {
	if everywhere == nil {
		everywhere = func(ctx context.Context) ([]float64, error) { return ActorBetweenness(ctx, c.network) }
	}
	if err := c.measure(ctx, everywhere); err != nil {
		return err
	}
	var own, others []Bridge
	for i, a := range c.selection.Actors {
		b, joins := c.bridge(a)
		switch {
		case !joins:
		case c.selection.Standing[i] == graph.Own:
			b.Betweenness = c.Betweenness[i]
			own = append(own, b)
		default:
			b.Everywhere = true
			others = append(others, b)
		}
	}
	own = ranked(own)
	for i := range own {
		own[i].Rank = i + 1
	}
	if len(others) > 0 {
		all, err := everywhere(ctx)
		if err != nil {
			return err
		}
		for i := range others {
			others[i].Betweenness = all[others[i].Actor]
		}
		others = ranked(others)
		for i := range others {
			others[i].Rank = 1
			for _, score := range all {
				if score > others[i].Betweenness {
					others[i].Rank++
				}
			}
		}
	}
	c.Bridges = append(own, others...)
	return nil
}

// measure finds the betweenness within the scope, which is that over all data
// where the scope has all projects.
func (c *Cooperation) measure(ctx context.Context, everywhere func(context.Context) ([]float64, error)) error {
	if len(c.selection.Projects) < len(c.network.Projects) {
		scores, err := centrality.Betweenness(ctx, &c.twoMode.Rows)
		if err != nil {
			return err
		}
		c.Betweenness = scores[c.twoMode.Projects:]
		return nil
	}
	all, err := everywhere(ctx)
	if err != nil {
		return err
	}
	c.Betweenness = make([]float64, len(c.selection.Actors))
	for i, a := range c.selection.Actors {
		c.Betweenness[i] = all[a]
	}
	return nil
}

// ranked keeps those that lie between others, highest betweenness first.
func ranked(bridges []Bridge) []Bridge {
	bridges = slices.DeleteFunc(bridges, func(b Bridge) bool { return b.Betweenness <= 0 })
	slices.SortStableFunc(bridges, func(a, b Bridge) int { return cmp.Compare(b.Betweenness, a.Betweenness) })
	return bridges
}

// bridge returns what an actor joins. It joins communities when it has, in at
// least two of them, a project with somebody else.
func (c *Cooperation) bridge(a int32) (b Bridge, joins bool) {
	b.Actor = a
	in := map[int32][]int32{}
	for _, i := range c.network.ActorTies(int(a)) {
		p := c.network.Ties[i].P
		if at := c.OfProject[p]; at >= 0 {
			in[at] = append(in[at], p)
		}
	}
	joined := 0
	for at, projects := range in {
		b.Communities = append(b.Communities, Share{int(at), projects})
		shared := slices.DeleteFunc(slices.Clone(projects), func(p int32) bool { return c.others(p) == 0 })
		slices.SortStableFunc(shared, func(p, q int32) int { return cmp.Compare(c.others(q), c.others(p)) })
		if len(shared) > 0 {
			joined++
			b.Proof = append(b.Proof, shared[:min(proofs, len(shared))]...)
		}
	}
	slices.SortFunc(b.Communities, func(x, y Share) int {
		return cmp.Or(cmp.Compare(len(y.Projects), len(x.Projects)), cmp.Compare(x.Community, y.Community))
	})
	slices.Sort(b.Proof)
	return b, joined > 1
}

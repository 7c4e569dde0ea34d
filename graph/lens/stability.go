package lens

import (
	"context"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
)

// Stability finds the topics again on draws of a share of the projects and
// returns the adjusted Rand index of each with the topics of all projects,
// over the projects drawn. Only texts matter, so ties are left out.
func Stability(ctx context.Context, n *graph.Network, o TopicOptions, draws int, share float64, seed uint64) ([]float64, error) {
	whole, err := FindTopics(ctx, n, o)
	if err != nil {
		return nil, err
	}
	agreement := make([]float64, draws)
	for d := range agreement {
		kept := chance.Sample(chance.Stream(seed, uint64(d)), len(n.Projects), share)
		projects, before := make([]graph.Project, len(kept)), make([]int32, len(kept))
		for i, p := range kept {
			projects[i], before[i] = n.Projects[p], whole.Of[p]
		}
		part, err := graph.New(projects, nil, nil)
		if err != nil {
			return nil, err
		}
		again, err := FindTopics(ctx, part, o)
		if err != nil {
			return nil, err
		}
		agreement[d] = chance.AdjustedRand(before, again.Of)
	}
	return agreement, nil
}

// Held says how much of a cooperation is found again when projects are missing.
type Held struct {
	// Projects and Actors are adjusted Rand indices with the communities found,
	// over the projects drawn and over the actors that still have one.
	Projects, Actors float64
	// IDs is the share of the drawn projects of partner networks whose network
	// has the same id.
	IDs float64
}

// Stability finds the communities again on draws of a share of the projects.
func (c *Cooperation) Stability(ctx context.Context, draws int, share float64, seed uint64) ([]Held, error) {
	held := make([]Held, draws)
	for d := range held {
		sample := chance.Sample(chance.Stream(seed, uint64(d)), len(c.selection.Projects), share)
		kept := make([]int32, len(sample))
		for i, v := range sample {
			kept[i] = c.selection.Projects[v]
		}
		part := c.within(kept, func(int32) bool { return true })
		if err := part.divide(ctx); err != nil {
			return nil, err
		}
		part.fold()
		held[d] = c.compare(part, sample)
	}
	return held, nil
}

// compare holds a part of c, with the sample of its projects, against c.
func (c *Cooperation) compare(part *Cooperation, sample []int32) Held {
	before := make([]int32, len(sample), part.twoMode.Len())
	same, networked := 0, 0
	for i, v := range sample {
		before[i] = c.found[v]
		p := c.selection.Projects[v]
		if group := &c.Communities[c.OfProject[p]]; group.Kind == Partners {
			networked++
			if part.Communities[part.OfProject[p]].ID == group.ID {
				same++
			}
		}
	}
	for _, a := range part.selection.Actors {
		i, _ := slices.BinarySearch(c.selection.Actors, a)
		before = append(before, c.found[c.twoMode.Projects+i])
	}
	return Held{
		Projects: chance.AdjustedRand(before[:len(sample)], part.found[:len(sample)]),
		Actors:   chance.AdjustedRand(before[len(sample):], part.found[len(sample):]),
		IDs:      float64(same) / float64(max(networked, 1)),
	}
}

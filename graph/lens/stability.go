package lens

import (
	"context"

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

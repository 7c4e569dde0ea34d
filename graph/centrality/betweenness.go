package centrality

import (
	"context"

	"hankeverkko/graph"
)

// Betweenness returns for every vertex
//
//	b(v) = sum over pairs {s, t} of paths(s, t | v) / paths(s, t)
//
// where paths counts the shortest paths between two other vertices, and those
// of them through v. Exact; weights are not used; pairs are unordered and
// nothing is normalised. In a two-mode network both kinds of vertices are ends
// and middles of paths. Freeman (1977).
//
// The method is Brandes' (2001), eight sources at once as in Then et al.'s
// MS-BFS (VLDB 2014), on a network made smaller first without loss: trees are
// folded into the vertex they hang from (Baglioni et al. 2012) and vertices of
// equal neighbourhood become one (Sariyüce et al. 2013).
func Betweenness(ctx context.Context, g *graph.Rows) ([]float64, error) {
	f := foldTrees(g)
	c, err := foldTwins(ctx, f)
	if err != nil {
		return nil, err
	}
	inner, err := c.dependencies(ctx)
	if err != nil {
		return nil, err
	}
	score := f.score
	for v, class := range c.class {
		if class >= 0 {
			score[v] += inner[class]
		}
	}
	return score, nil
}

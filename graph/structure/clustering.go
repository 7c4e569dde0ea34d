package structure

import (
	"context"
	"math"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
)

// Transitivity returns the share of pairs of ties at one vertex whose other
// ends are tied too, NaN where no vertex has two ties. Newman, Watts &
// Strogatz (2002).
func Transitivity(ctx context.Context, g *graph.Rows) (float64, error) {
	triangles, err := centrality.Triangles(ctx, g)
	if err != nil {
		return 0, err
	}
	closed, all := 0.0, 0.0
	for v, t := range triangles {
		k := float64(len(g.Row(v)))
		closed += float64(t)
		all += k * (k - 1) / 2
	}
	if all == 0 {
		return math.NaN(), nil
	}
	return closed / all, nil
}

// MeanClustering returns the mean of centrality.Clustering, NaN of nothing.
func MeanClustering(ctx context.Context, g *graph.Rows) (float64, error) {
	local, err := centrality.Clustering(ctx, g)
	if err != nil {
		return 0, err
	}
	sum := 0.0
	for _, c := range local {
		sum += c
	}
	return sum / float64(len(local)), nil
}

// TwoModeClustering returns the share of paths of three ties in a two-mode
// network whose ends are tied too: two actors that share a project share
// another. NaN where there is no such path. Robins & Alexander (2004).
func TwoModeClustering(g *graph.TwoMode) float64 {
	// Squares by the projects that two actors share; paths by their middle tie.
	squares, paths := 0.0, 0.0
	shared := make([]int32, g.Len())
	for a := g.Projects; a < g.Len(); a++ {
		for _, p := range g.Row(a) {
			paths += float64(len(g.Row(a))-1) * float64(len(g.Row(int(p)))-1)
			for _, b := range g.Row(int(p)) {
				if int(b) > a {
					shared[b]++
				}
			}
		}
		for _, p := range g.Row(a) {
			for _, b := range g.Row(int(p)) {
				if n := float64(shared[b]); n > 0 {
					squares += n * (n - 1) / 2
					shared[b] = 0
				}
			}
		}
	}
	if paths == 0 {
		return math.NaN()
	}
	return 4 * squares / paths
}

package centrality

import (
	"context"
	"fmt"
	"math"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
)

// Eigenvector returns the leading eigenvector of the tie weights, scaled so
// that the greatest score is 1: a vertex counts for as much as its neighbours,
// by weight, together count for. In a network of several parts it is that of
// the largest part, of equal ones that with the first vertex, and 0 elsewhere,
// since scores of different parts cannot be held against each other; a network
// without ties has only zeros. Weights are positive, or it is ErrInvalid.
// It stops once a step changes no score by more than tolerance, or after
// 20,000 steps. Bonacich (1972).
func Eigenvector(ctx context.Context, g *graph.Rows, tolerance float64) ([]float64, error) {
	for i, w := range g.Weights {
		if !(w > 0 && w <= math.MaxFloat64) {
			return nil, fmt.Errorf("edge to %d has weight %v: %w", g.Targets[i], w, graph.ErrInvalid)
		}
	}
	n := g.Len()
	x, image := make([]float64, n), make([]float64, n)
	if len(g.Targets) == 0 {
		return x, nil
	}
	component, _ := Components(g)
	for v, c := range component {
		if c == 0 {
			x[v] = 1
		}
	}
	// A part of one's own score is added at each step, which tells the leading
	// eigenvalue from its negative, where two kinds of vertices alternate.
	shift := 0.0
	for _, k := range Strength(g) {
		shift = max(shift, k/4)
	}
	bounds := parallel.Blocks(g.Offsets, pageRankBlocks)
	greatest, change := make([]float64, len(bounds)), make([]float64, len(bounds))
	for range 20_000 {
		err := parallel.Do(ctx, parallel.Workers(), len(bounds)-1, func(_, block int) {
			greatest[block] = 0
			for v := bounds[block]; v < bounds[block+1]; v++ {
				sum := shift * x[v]
				weights := g.RowWeights(v)
				for i, u := range g.Row(v) {
					if weights != nil {
						sum += weights[i] * x[u]
					} else {
						sum += x[u]
					}
				}
				image[v] = sum
				greatest[block] = max(greatest[block], sum)
			}
		})
		if err != nil {
			return nil, err
		}
		top, worst := 0.0, 0.0
		for _, m := range greatest {
			top = max(top, m)
		}
		err = parallel.Do(ctx, parallel.Workers(), len(bounds)-1, func(_, block int) {
			change[block] = 0
			for v := bounds[block]; v < bounds[block+1]; v++ {
				score := image[v] / top
				change[block] = max(change[block], math.Abs(score-x[v]))
				x[v] = score
			}
		})
		if err != nil {
			return nil, err
		}
		for _, c := range change {
			worst = max(worst, c)
		}
		if worst <= tolerance {
			break
		}
	}
	return x, nil
}

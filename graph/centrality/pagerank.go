package centrality

import (
	"context"
	"fmt"
	"math"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
)

const (
	// The number of blocks decides the order of sums, so it is the same on any machine.
	pageRankBlocks = 64
	mostSweeps     = 1000
)

// PageRank returns the share of time that a walker spends at every vertex who
// follows an edge with probability damping, by weight, and else, or where
// there is no edge, jumps to any vertex. Scores sum to 1. It stops once
// another step of the walk would change the scores by no more than tolerance
// in all. Damping lies in [0, 1) and weights are not negative, or it is
// ErrInvalid. Brin & Page (1998).
//
// The ties run both ways, so the scores x solve a symmetric positive definite
// system: (K - damping W) z = b with x = K z, K being the strengths. Conjugate
// gradients, scaled by K, need about half the sweeps of repeated steps.
func PageRank(ctx context.Context, g *graph.Rows, damping, tolerance float64) ([]float64, error) {
	if !(damping >= 0 && damping < 1) {
		return nil, fmt.Errorf("damping %v: %w", damping, graph.ErrInvalid)
	}
	if !(tolerance >= 0) {
		return nil, fmt.Errorf("tolerance %v: %w", tolerance, graph.ErrInvalid)
	}
	for i, w := range g.Weights {
		if !(w >= 0 && w <= math.MaxFloat64) {
			return nil, fmt.Errorf("edge to %d has weight %v: %w", g.Targets[i], w, graph.ErrInvalid)
		}
	}
	n := g.Len()
	w := &walk{g: g, damping: damping, strength: Strength(g), bounds: parallel.Blocks(g.Offsets, pageRankBlocks)}
	w.z, w.residual, w.direction, w.image = make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	w.start()
	if err := w.solve(ctx, tolerance); err != nil {
		return nil, err
	}
	x := w.z
	for v, k := range w.strength {
		if x[v] *= k; k == 0 {
			x[v] = w.jump
		}
	}
	return x, nil
}

// walk is the system being solved for the vertices that have ties.
type walk struct {
	g        *graph.Rows
	damping  float64
	strength []float64
	bounds   []int
	jump     float64 // what jumps alone bring to a vertex

	z, residual, direction, image []float64
}

// start takes scores in proportion to strength, which is exact for damping 1.
func (w *walk) start() {
	tied, total := 0, 0.0
	for _, k := range w.strength {
		if k > 0 {
			tied++
			total += k
		}
	}
	n := len(w.strength)
	// Vertices without ties keep what jumps bring; the others share the rest.
	w.jump = (1 - w.damping) / (float64(tied) + (1-w.damping)*float64(n-tied))
	level := float64(tied) * w.jump / (1 - w.damping) / total
	for v, k := range w.strength {
		if k > 0 {
			w.z[v] = level
			w.residual[v] = w.jump - (1-w.damping)*k*level
		}
	}
}

func (w *walk) solve(ctx context.Context, tolerance float64) error {
	size, change := w.sums(func(from, to int) (size, change float64) {
		for v := from; v < to; v++ {
			if k := w.strength[v]; k > 0 {
				r := w.residual[v]
				w.direction[v] = r / k
				size += r * r / k
				change += math.Abs(r)
			}
		}
		return size, change
	})
	for sweep := 0; change > tolerance && size > 0 && sweep < mostSweeps; sweep++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		curvature, _ := w.sums(w.sweep)
		step := size / curvature
		before := size
		size, change = w.sums(func(from, to int) (size, change float64) {
			for v := from; v < to; v++ {
				if k := w.strength[v]; k > 0 {
					w.z[v] += step * w.direction[v]
					r := w.residual[v] - step*w.image[v]
					w.residual[v] = r
					size += r * r / k
					change += math.Abs(r)
				}
			}
			return size, change
		})
		turn := size / before
		for v, k := range w.strength {
			if k > 0 {
				w.direction[v] = w.residual[v]/k + turn*w.direction[v]
			}
		}
	}
	return ctx.Err()
}

// sweep multiplies the direction by the matrix of the system, for a block.
func (w *walk) sweep(from, to int) (curvature, _ float64) {
	direction := w.direction
	for v := from; v < to; v++ {
		sum := 0.0
		row := w.g.Row(v)
		if weights := w.g.RowWeights(v); weights != nil {
			for i, u := range row {
				sum += weights[i] * direction[u]
			}
		} else {
			for _, u := range row {
				sum += direction[u]
			}
		}
		w.image[v] = w.strength[v]*direction[v] - w.damping*sum
		curvature += direction[v] * w.image[v]
	}
	return curvature, 0
}

// sums adds up two figures over all blocks, always in the same order.
func (w *walk) sums(block func(from, to int) (a, b float64)) (a, b float64) {
	var parts [pageRankBlocks][2]float64
	// A sweep is short; the context is looked at between sweeps.
	_ = parallel.Do(context.Background(), parallel.Workers(), len(w.bounds)-1, func(_, i int) {
		parts[i][0], parts[i][1] = block(w.bounds[i], w.bounds[i+1])
	})
	for _, p := range parts {
		a, b = a+p[0], b+p[1]
	}
	return a, b
}

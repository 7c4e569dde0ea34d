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
	for i, w := range g.Weights {
		if !(w >= 0 && w <= math.MaxFloat64) {
			return nil, fmt.Errorf("edge to %d has weight %v: %w", g.Targets[i], w, graph.ErrInvalid)
		}
	}
	w := newWalk(Strength(g), parallel.Blocks(g.Offsets, pageRankBlocks))
	w.follow = func(from, to int) {
		for v := from; v < to; v++ {
			if weights := g.RowWeights(v); weights != nil {
				w.image[v] = weighted(g.Row(v), weights, w.direction)
			} else {
				w.image[v] = sumAt(g.Row(v), w.direction)
			}
		}
	}
	return w.scores(ctx, damping, tolerance)
}

// walk is the system being solved for the vertices that have ties.
type walk struct {
	damping  float64
	strength []float64
	bounds   []int
	jump     float64 // what jumps alone bring to a vertex
	// members is how many vertices jumps go to; those left out have no ties.
	members int
	near    []float64 // scores to begin at; nil for those in proportion to strength

	// follow leaves in image what the ties of a block of vertices bring of the
	// direction; before, if any, is called ahead of all blocks.
	before func()
	follow func(from, to int)

	z, residual, direction, image []float64
}

func newWalk(strength []float64, bounds []int) *walk {
	n := len(strength)
	return &walk{
		strength: strength, bounds: bounds, members: n,
		z: make([]float64, n), residual: make([]float64, n), direction: make([]float64, n), image: make([]float64, n),
	}
}

func (w *walk) scores(ctx context.Context, damping, tolerance float64) ([]float64, error) {
	if !(damping >= 0 && damping < 1) {
		return nil, fmt.Errorf("damping %v: %w", damping, graph.ErrInvalid)
	}
	if !(tolerance >= 0) {
		return nil, fmt.Errorf("tolerance %v: %w", tolerance, graph.ErrInvalid)
	}
	w.damping = damping
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

// start takes scores in proportion to strength, which is exact for damping 1.
func (w *walk) start() {
	tied, total := 0, 0.0
	for _, k := range w.strength {
		if k > 0 {
			tied++
			total += k
		}
	}
	// Vertices without ties keep what jumps bring; the others share the rest.
	w.jump = (1 - w.damping) / (float64(tied) + (1-w.damping)*float64(w.members-tied))
	if w.near != nil {
		w.startNear()
		return
	}
	level := float64(tied) * w.jump / (1 - w.damping) / total
	for v, k := range w.strength {
		if k > 0 {
			w.z[v] = level
			w.residual[v] = w.jump - (1-w.damping)*k*level
		}
	}
}

// startNear takes the scores that are near.
func (w *walk) startNear() {
	for v, k := range w.strength {
		if k > 0 {
			w.direction[v] = w.near[v] / k
		}
	}
	if w.before != nil {
		w.before()
	}
	w.sums(w.sweep)
	for v, k := range w.strength {
		if k > 0 {
			w.z[v], w.residual[v] = w.direction[v], w.jump-w.image[v]
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
		if w.before != nil {
			w.before()
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
	w.follow(from, to)
	for v := from; v < to; v++ {
		w.image[v] = w.strength[v]*w.direction[v] - w.damping*w.image[v]
		curvature += w.direction[v] * w.image[v]
	}
	return curvature, 0
}

// weighted and sumAt keep four sums side by side, as in one each addition
// would have to wait for the one before it.
func weighted(row []int32, weights, of []float64) float64 {
	var a, b, c, d float64
	weights = weights[:len(row)]
	for len(row) >= 4 && len(weights) >= 4 {
		a += weights[0] * of[row[0]]
		b += weights[1] * of[row[1]]
		c += weights[2] * of[row[2]]
		d += weights[3] * of[row[3]]
		row, weights = row[4:], weights[4:]
	}
	for i, u := range row {
		a += weights[i] * of[u]
	}
	return (a + b) + (c + d)
}

func sumAt(row []int32, of []float64) float64 {
	var a, b, c, d float64
	for len(row) >= 4 {
		a += of[row[0]]
		b += of[row[1]]
		c += of[row[2]]
		d += of[row[3]]
		row = row[4:]
	}
	for _, u := range row {
		a += of[u]
	}
	return (a + b) + (c + d)
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

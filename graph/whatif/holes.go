package whatif

import (
	"context"
	"math"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/brokerage"
	"hankeverkko/graph/parallel"
)

// holes is what Burt's measures of every actor are made of, to be renewed where
// a change reaches. With weights w, strengths s and heaviest ties m,
//
//	constraint(v) = sum over contacts j of (w_vj + H_vj)^2 / s_v^2
//	effective size(v) = contacts - sum over contacts j of (G_vj / m_j) / s_v
//
// where H_vj adds up w_vq w_qj / s_q over the contacts q that both have, and
// G_vj adds up w_vq w_qj: both the same from either end, and sums of terms of
// which a change touches few.
type holes struct {
	t *ties
	// toward is w + H and shared is G along the arcs.
	toward, shared []float64
	// change is what is added to G and H, along the rows of vertices with changed
	// ties: of a pair of such, each end has a part of it.
	change  []pair
	squares []float64 // the sum that the constraint is made of
	overlap []float64 // the one of the effective size
	share   []float64 // 1 over the strength, 0 for none

	reach
	workers []*common
}

type pair struct{ g, h float64 }

type span struct{ from, to int32 }

func newHoles(ctx context.Context, t *ties, actors *graph.OneMode) (*holes, error) {
	before, err := brokerage.HolesOf(ctx, actors)
	if err != nil {
		return nil, err
	}
	n := t.len()
	h := &holes{
		t: t, toward: make([]float64, t.arcs), shared: make([]float64, t.arcs), change: make([]pair, t.arcs),
		squares: make([]float64, n), overlap: make([]float64, n), share: make([]float64, n),
		reach: newReach(n), workers: make([]*common, parallel.Workers()),
	}
	all := make([]int32, n)
	for v := range all {
		all[v] = int32(v)
		h.share[v] = inverse(t.strength[v])
	}
	copy(h.shareAfter, h.share)
	for k := range h.shared {
		product, diluted := before.Common(k)
		h.shared[k], h.toward[k] = product, t.before[k]+diluted
	}
	err = h.each(ctx, all, func(_ *common, _ int, v int32) {
		for k := t.start[v]; k < t.end[v]; k++ {
			h.squares[v] += h.toward[k] * h.toward[k]
			h.overlap[v] += h.shared[k] / t.heaviest[t.target[k]]
		}
	})
	return h, err
}

// each does a task for vertices on all processors.
func (h *holes) each(ctx context.Context, vertices []int32, task func(c *common, i int, v int32)) error {
	const together = 16
	return parallel.Do(ctx, len(h.workers), (len(vertices)+together-1)/together, func(worker, block int) {
		if h.workers[worker] == nil {
			h.workers[worker] = &common{own: make([]pair, h.t.len())}
		}
		h.workers[worker].room(len(h.step), len(h.stronger))
		for i := block * together; i < min(len(vertices), (block+1)*together); i++ {
			task(h.workers[worker], i, vertices[i])
		}
	})
}

// renew returns Burt's measures after the change that lies over the ties, of
// the actors that it touches, rising: those with a changed tie and their
// contacts. Touched stands until forget, which is to follow.
func (h *holes) renew(ctx context.Context, recasts []graph.Recast) (touched []int32, constraint, effective []float64, err error) {
	t := h.t
	if room := len(t.target) - len(h.toward); room > 0 {
		h.toward, h.shared = append(h.toward, make([]float64, room)...), append(h.shared, make([]float64, room)...)
		h.change = append(h.change, make([]pair, room)...)
		for _, m := range t.moved {
			h.carry(m)
		}
	}
	h.gather(h, recasts)
	constraint, effective = make([]float64, len(h.touched)), make([]float64, len(h.touched))
	err = h.each(ctx, h.touched, func(c *common, i int, v int32) {
		if t.marked[v] {
			h.compare(c, v)
		} else {
			constraint[i], effective[i] = h.beside(c, v)
		}
	})
	if err != nil {
		return nil, nil, nil, err
	}
	err = h.each(ctx, t.changed, func(_ *common, _ int, v int32) {
		i, _ := slices.BinarySearch(h.touched, v)
		constraint[i], effective[i] = h.measure(v)
	})
	return h.touched, constraint, effective, err
}

// carry takes the sums of a row along to where it moved.
func (h *holes) carry(m movedRow) {
	k := m.start
	for at := h.t.start[m.v]; at < h.t.end[m.v]; at++ {
		h.toward[at], h.shared[at] = 0, 0
		if k < m.end && h.t.target[at] == h.t.target[k] {
			h.toward[at], h.shared[at] = h.toward[k], h.shared[k]
			k++
		}
	}
}

// forget ends a change.
func (h *holes) forget() {
	h.reach.forget(h.share)
	h.toward, h.shared, h.change = h.toward[:h.t.arcs], h.shared[:h.t.arcs], h.change[:h.t.arcs]
}

// measure puts together what the measures of a vertex with changed ties are
// made of.
func (h *holes) measure(v int32) (constraint, effective float64) {
	t := h.t
	squares, overlap := 0.0, 0.0
	for k := t.start[v]; k < t.end[v]; k++ {
		w, j := t.after[k], t.target[k]
		if w == 0 {
			continue
		}
		change := h.change[k]
		if t.marked[j] {
			there := h.change[t.back[k]]
			change.g += there.g
			change.h += there.h
		}
		toward := h.toward[k] + (w - t.before[k]) + change.h
		squares += toward * toward
		overlap += (h.shared[k] + change.g) / t.heaviestAfter[j]
	}
	return h.burt(v, squares, overlap)
}

func (h *holes) burt(v int32, squares, overlap float64) (constraint, effective float64) {
	if h.t.contactsAfter[v] == 0 {
		return math.NaN(), math.NaN()
	}
	s := h.t.strengthAfter[v]
	return squares / (s * s), float64(h.t.contactsAfter[v]) - overlap/s
}

func inverse(x float64) float64 {
	if x == 0 {
		return 0
	}
	return 1 / x
}

package whatif

import (
	"context"
	"math"

	"hankeverkko/graph"
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
	// sums are G and H along the arcs, and change what is added to them; of a pair
	// the two ends each hold a part of it.
	sums, change []pair
	squares      []float64 // the sum that the constraint is made of
	overlap      []float64 // the one of the effective size
	share        []float64 // 1 over the strength, 0 for none

	reach
	workers []*common
}

type pair struct{ g, h float64 }

type span struct{ from, to int32 }

func newHoles(ctx context.Context, t *ties) (*holes, error) {
	n := t.len()
	h := &holes{
		t: t, sums: make([]pair, t.arcs), change: make([]pair, t.arcs),
		squares: make([]float64, n), overlap: make([]float64, n), share: make([]float64, n),
		reach: newReach(n), workers: make([]*common, parallel.Workers()),
	}
	all := make([]int32, n)
	for v := range all {
		all[v] = int32(v)
		h.share[v] = inverse(t.strength[v])
	}
	copy(h.shareAfter, h.share)
	err := h.each(ctx, all, func(c *common, _ int, v int32) {
		h.spread(c, v)
		for k := t.start[v]; k < t.end[v]; k++ {
			h.change[k] = h.whole(c, v, k)
		}
		h.clear(c, v)
	})
	if err != nil {
		return nil, err
	}
	for k, back := range t.back {
		if int32(k) < back {
			total := h.total(int32(k))
			h.sums[k], h.sums[back] = total, total
		}
	}
	err = h.each(ctx, all, func(_ *common, _ int, v int32) {
		for k := t.start[v]; k < t.end[v]; k++ {
			of := h.sums[k]
			h.squares[v] += (t.before[k] + of.h) * (t.before[k] + of.h)
			h.overlap[v] += of.g / t.heaviest[t.target[k]]
		}
	})
	return h, err
}

// total is the sums of a pair after the change.
func (h *holes) total(k int32) pair {
	is, here, there := h.sums[k], h.change[k], h.change[h.t.back[k]]
	return pair{is.g + (here.g + there.g), is.h + (here.h + there.h)}
}

// each does a task for vertices on all processors.
func (h *holes) each(ctx context.Context, vertices []int32, task func(c *common, i int, v int32)) error {
	const together = 16
	return parallel.Do(ctx, len(h.workers), (len(vertices)+together-1)/together, func(worker, block int) {
		if h.workers[worker] == nil {
			h.workers[worker] = &common{own: make([]pair, h.t.len())}
		}
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
	if room := len(t.target) - len(h.sums); room > 0 {
		h.sums, h.change = append(h.sums, make([]pair, room)...), append(h.change, make([]pair, room)...)
		for _, m := range t.moved {
			h.carry(m)
		}
	}
	h.gather(t, recasts)
	if err := h.each(ctx, h.touched, func(c *common, _ int, v int32) { h.compare(c, v) }); err != nil {
		return nil, nil, nil, err
	}
	constraint, effective = make([]float64, len(h.touched)), make([]float64, len(h.touched))
	err = h.each(ctx, h.touched, func(_ *common, i int, v int32) {
		constraint[i], effective[i] = h.measure(v)
	})
	return h.touched, constraint, effective, err
}

// carry takes the sums of a row along to where it moved.
func (h *holes) carry(m movedRow) {
	k := m.start
	for at := h.t.start[m.v]; at < h.t.end[m.v]; at++ {
		if h.sums[at] = (pair{}); k < m.end && h.t.target[at] == h.t.target[k] {
			h.sums[at] = h.sums[k]
			k++
		}
	}
}

// forget ends a change.
func (h *holes) forget() {
	h.reach.forget(h.share)
	h.sums, h.change = h.sums[:h.t.arcs], h.change[:h.t.arcs]
}

// measure puts together what the measures of a vertex are made of.
func (h *holes) measure(v int32) (constraint, effective float64) {
	t := h.t
	squares, overlap := h.squares[v], h.overlap[v]
	if h.within[v] {
		squares, overlap = 0, 0
		for k := t.start[v]; k < t.end[v]; k++ {
			w, j := t.after[k], t.target[k]
			if w == 0 {
				continue
			}
			is := h.sums[k]
			if t.marked[v] || h.within[j] { // else nothing touches it, and change does not hold it
				is = h.total(k)
			}
			squares += (w + is.h) * (w + is.h)
			overlap += is.g / t.heaviestAfter[j]
		}
	} else {
		for _, k := range h.toChanged(v) {
			w, was, is, j := t.after[k], h.sums[k], h.total(k), t.target[k]
			squares += (is.h - was.h) * (2*w + was.h + is.h)
			overlap += is.g/t.heaviestAfter[j] - was.g/t.heaviest[j]
		}
	}
	if t.contactsAfter[v] == 0 {
		return math.NaN(), math.NaN()
	}
	s := t.strengthAfter[v]
	return squares / (s * s), float64(t.contactsAfter[v]) - overlap/s
}

func inverse(x float64) float64 {
	if x == 0 {
		return 0
	}
	return 1 / x
}

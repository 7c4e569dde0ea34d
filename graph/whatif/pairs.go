package whatif

// common is what a worker compares rows on, all zero between vertices.
type common struct {
	own []pair // by target: the weights of a row, and these over the target's strength
	// toCircle adds up, by circle, the weights of v's ties into it, halfway between
	// before and after, and these over the target's strength.
	toCircle []pair
	holds    []float64 // by place among stronger
}

// compare leaves in change what is added to the sums of the pairs of v with
// contacts: of all pairs where v is within reach, else of those with a contact
// that has a changed tie.
//
// When w becomes w + d, a product of two weights grows by m d' + d m', where m
// is halfway between before and after. The two ends of a pair work out one of
// these terms each: v sums up m_vq over a circle once, and that times the
// circle's step serves all pairs with those in the circle.
func (h *holes) compare(c *common, v int32) {
	t := h.t
	if len(c.toCircle) < len(h.step) {
		c.toCircle = make([]pair, len(h.step))
	}
	if len(c.holds) < len(h.stronger) {
		c.holds = make([]float64, len(h.stronger))
	}
	var toRays, toStar pair
	fresh := false
	sum := func(k int32) {
		q := t.target[k]
		fresh = fresh || t.before[k] == 0
		g := (t.before[k] + t.after[k]) / 2
		m := pair{g, g * h.shareAfter[q]}
		for _, p := range h.circlesOf(q) {
			c.toCircle[p].g += m.g
			c.toCircle[p].h += m.h
		}
		toRays.g += m.g * h.ray[q]
		toRays.h += m.h * h.ray[q]
		if q == h.star {
			toStar = m
		}
	}
	each := func(task func(k int32)) {
		if h.within[v] {
			for k := t.start[v]; k < t.end[v]; k++ {
				task(k)
			}
			return
		}
		for _, k := range h.toChanged(v) {
			task(k)
		}
	}
	each(sum)
	holds := h.heldBy(v)
	for _, hold := range holds {
		z := h.stronger[hold.at]
		c.holds[hold.at] = hold.weight * (h.shareAfter[z] - h.share[z])
	}
	if fresh {
		h.spread(c, v)
	}
	each(func(k int32) {
		j := t.target[k]
		switch {
		case t.after[k] == 0:
			h.change[k] = pair{}
			return
		case t.before[k] == 0:
			h.change[k] = h.whole(c, v, k)
			return
		}
		var added pair
		if circles := h.circlesOf(j); len(circles) > 0 {
			g := (t.before[k] + t.after[k]) / 2
			mh := g * h.shareAfter[j]
			for _, p := range circles {
				to, step := c.toCircle[p], h.step[p]
				added.g += step * (to.g - g) // j is in the circle itself
				added.h += step * (to.h - mh)
			}
		}
		if ray := h.ray[j]; ray != 0 {
			added.g += ray * toStar.g
			added.h += ray * toStar.h
		}
		if j == h.star {
			added.g += toRays.g
			added.h += toRays.h
		}
		if len(holds) > 0 {
			if others := h.heldBy(j); len(others) < len(holds) || len(others) == len(holds) && j < v {
				for _, hold := range others {
					added.h += c.holds[hold.at] * hold.weight
				}
			}
		}
		h.change[k] = added
	})
	if fresh {
		h.clear(c, v)
	}
	for _, hold := range holds {
		c.holds[hold.at] = 0
	}
	each(func(k int32) {
		for _, p := range h.circlesOf(t.target[k]) {
			c.toCircle[p] = pair{}
		}
	})
}

// whole returns what the sums of a pair after the change are more than those
// that stand, summed up from nothing at the end with more contacts; 0 at the other.
func (h *holes) whole(c *common, v, k int32) pair {
	t := h.t
	j := t.target[k]
	from, to := t.start[j], t.end[j]
	if m, n := to-from, t.end[v]-t.start[v]; m > n || m == n && j > v {
		return pair{}
	}
	row, weights := t.target[from:to], t.after[from:to]
	weights = weights[:len(row)]
	var sum pair
	for i, q := range row {
		of := &c.own[q]
		sum.g += of.g * weights[i]
		sum.h += of.h * weights[i]
	}
	return pair{sum.g - h.sums[k].g, sum.h - h.sums[k].h}
}

func (h *holes) spread(c *common, v int32) {
	t := h.t
	for k := t.start[v]; k < t.end[v]; k++ {
		u, w := t.target[k], t.after[k]
		c.own[u] = pair{w, w * h.shareAfter[u]}
	}
}

func (h *holes) clear(c *common, v int32) {
	for _, u := range h.t.target[h.t.start[v]:h.t.end[v]] {
		c.own[u] = pair{}
	}
}

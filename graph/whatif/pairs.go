package whatif

// common is what a worker compares rows on, all zero between vertices.
type common struct {
	own []pair // by target: the weights of a row, and these over the target's strength
	// toCircle adds up, by circle, the weights of v's ties into it, halfway between
	// before and after, and these over the target's strength.
	toCircle       []pair
	toRays, toStar pair      // the same by star and rays, see reach
	holds          []float64 // by place among stronger
	row            []int32   // a row's arcs
}

// room makes room for a change of so many circles and actors of changed strength.
func (c *common) room(circles, stronger int) {
	if len(c.toCircle) < circles {
		c.toCircle = make([]pair, circles)
	}
	if len(c.holds) < stronger {
		c.holds = make([]float64, stronger)
	}
}

// compare leaves in change the part of v, a vertex with changed ties, in what
// is added to the sums of its pairs with others of these.
//
// When w becomes w + d, a product of two weights grows by m d' + d m', where m
// is halfway between before and after. The two ends of a pair work out one of
// these terms each: v sums up m_vq over a circle once, and that times the
// circle's step serves all pairs with those in the circle.
func (h *holes) compare(c *common, v int32) {
	t := h.t
	c.row = c.row[:0]
	fresh := false
	for k := t.start[v]; k < t.end[v]; k++ {
		if q := t.target[k]; t.marked[q] {
			c.row = append(c.row, k)
			fresh = fresh || t.before[k] == 0
			h.sum(c, &h.actors[h.place[q]], (t.before[k]+t.after[k])/2)
		}
	}
	holds := h.grip(c, v)
	if fresh {
		h.spread(c, v)
	}
	for _, k := range c.row {
		j := t.target[k]
		switch {
		case t.after[k] == 0:
			h.change[k] = pair{}
			continue
		case t.before[k] == 0:
			h.change[k] = h.whole(c, v, k)
			continue
		}
		actor := &h.actors[h.place[j]]
		added := h.added(c, actor, (t.before[k]+t.after[k])/2)
		if len(holds) > 0 { // at one end of the two
			if others := h.held[actor.held.from:actor.held.to]; len(others) < len(holds) || len(others) == len(holds) && j < v {
				added.h += c.held(others)
			}
		}
		h.change[k] = added
	}
	if fresh {
		h.clear(c, v)
	}
	c.release(holds)
	for _, k := range c.row {
		h.forgetSum(c, &h.actors[h.place[t.target[k]]])
	}
}

// beside returns the measures of v, a vertex without changed ties. Its pairs
// with those that have them grow by its own part alone, which is left in change
// for these.
func (h *holes) beside(c *common, v int32) (constraint, effective float64) {
	ends := h.toChanged(v)
	for i := range ends {
		h.sum(c, &h.actors[ends[i].to], ends[i].weight)
	}
	holds := h.grip(c, v)
	squares, overlap := h.squares[v], h.overlap[v]
	for i := range ends {
		end := &ends[i]
		actor := &h.actors[end.to]
		added := h.added(c, actor, end.weight)
		if len(holds) > 0 {
			added.h += c.held(h.held[actor.held.from:actor.held.to])
		}
		h.change[end.back] = added
		squares += added.h * (2*end.toward + added.h)
		overlap += end.shared*(actor.peak-actor.peakBefore) + added.g*actor.peak
	}
	if len(holds) > 0 {
		squares += h.heldPairs(c, v)
	}
	c.release(holds)
	for i := range ends {
		h.forgetSum(c, &h.actors[ends[i].to])
	}
	return h.burt(v, squares, overlap)
}

// heldPairs is what the pairs of a v without a changed tie with contacts that
// have none either add to its squares, by those whose strength changes. Each
// end works out the same, which is less than to tell the other.
func (h *holes) heldPairs(c *common, v int32) (squares float64) {
	t := h.t
	from, to := t.start[v], t.end[v]
	toward := h.toward[from:to]
	for i, j := range t.target[from:to] {
		others := h.heldBy(j)
		if len(others) == 0 || t.marked[j] {
			continue
		}
		more := c.held(others)
		squares += more * (2*toward[i] + more)
	}
	return squares
}

// sum adds a tie to q to the sums of v.
func (h *holes) sum(c *common, q *changed, weight float64) {
	m := pair{weight, weight * q.share}
	for _, p := range h.circles[q.circles.from:q.circles.to] {
		to := &c.toCircle[p]
		to.g += m.g
		to.h += m.h
	}
	c.toRays.g += m.g * q.ray
	c.toRays.h += m.h * q.ray
	if q.star {
		c.toStar = m
	}
}

// added returns the sum over q of v's weight to q times what the tie of q and j
// changes by, and the same over the strength of q.
func (h *holes) added(c *common, j *changed, weight float64) (added pair) {
	for _, p := range h.circles[j.circles.from:j.circles.to] {
		to, step := &c.toCircle[p], h.step[p]
		added.g += step * to.g
		added.h += step * to.h
	}
	own := weight * j.steps // j is in its circles itself
	added.g += j.ray*c.toStar.g - own
	added.h += j.ray*c.toStar.h - own*j.share
	if j.star {
		added.g += c.toRays.g
		added.h += c.toRays.h
	}
	return added
}

func (h *holes) forgetSum(c *common, q *changed) {
	for _, p := range h.circles[q.circles.from:q.circles.to] {
		c.toCircle[p] = pair{}
	}
	c.toRays, c.toStar = pair{}, pair{}
}

// grip lays out what v holds of those whose strength changes, so that held
// tells what their change adds to a pair of v and one that holds others.
func (h *holes) grip(c *common, v int32) []hold {
	holds := h.heldBy(v)
	for _, hold := range holds {
		z := h.stronger[hold.at]
		c.holds[hold.at] = hold.weight * (h.shareAfter[z] - h.share[z])
	}
	return holds
}

func (c *common) held(others []hold) (sum float64) {
	for _, hold := range others {
		sum += c.holds[hold.at] * hold.weight
	}
	return sum
}

func (c *common) release(holds []hold) {
	for _, hold := range holds {
		c.holds[hold.at] = 0
	}
}

// whole returns the sums of a pair after the change that had none before, at
// the end with more contacts; 0 at the other.
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
	return sum
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

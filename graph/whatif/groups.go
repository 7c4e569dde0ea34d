package whatif

import (
	"context"
	"slices"

	"hankeverkko/graph/community"
)

// noGain is the share of a strength below which a gain is rounding, as in community.
const noGain = 1e-11

// groups is a partition with what its modularity is made of.
type groups struct {
	t *ties
	// label is below the number of vertices; volume and size are by label.
	label  []int32
	volume []float64
	size   []int32
	inside float64 // weight inside, both ways
	total  float64 // of the strengths
}

func newGroups(t *ties, p community.Partition) *groups {
	n := t.len()
	b := &groups{t: t, label: make([]int32, n), volume: make([]float64, n), size: make([]int32, n)}
	next := int32(p.Count())
	for v, c := range p {
		if c < 0 {
			c = next
			next++
		}
		b.label[v] = c
		b.volume[c] += t.strength[v]
		b.size[c]++
		b.total += t.strength[v]
	}
	for v := range n {
		for k := t.start[v]; k < t.end[v]; k++ {
			if b.label[t.target[k]] == b.label[v] {
				b.inside += t.before[k]
			}
		}
	}
	return b
}

// changed returns the same groups on the ties after the change; who is gone
// stands by itself.
func (b *groups) changed(gone int32) *groups {
	t := b.t
	a := &groups{
		t: t, label: slices.Clone(b.label), volume: slices.Clone(b.volume), size: slices.Clone(b.size),
		inside: b.inside, total: b.total,
	}
	for _, v := range t.changed {
		more := t.strengthAfter[v] - t.strength[v]
		a.volume[a.label[v]] += more
		a.total += more
		for k := t.start[v]; k < t.end[v]; k++ {
			if a.label[t.target[k]] == a.label[v] {
				a.inside += t.after[k] - t.before[k]
			}
		}
	}
	if gone >= 0 && a.size[a.label[gone]] > 1 {
		a.size[a.label[gone]]--
		a.label[gone] = int32(slices.Index(a.size, 0))
		a.size[a.label[gone]]++
	}
	return a
}

func (b *groups) modularity() float64 {
	if b.total == 0 {
		return 0
	}
	q := b.inside / b.total
	for _, volume := range b.volume {
		q -= volume / b.total * (volume / b.total)
	}
	return q
}

// settle moves vertices, those with changed ties first and then the contacts of
// what moved, to the group that raises modularity most, until none gains.
func (b *groups) settle(ctx context.Context, first []int32) error {
	t, n := b.t, b.t.len()
	if b.total == 0 {
		return nil
	}
	var empty []int32
	for c := n - 1; c >= 0; c-- {
		if b.size[c] == 0 {
			empty = append(empty, int32(c))
		}
	}
	queue, waiting := make([]int32, n), make([]bool, n) // queue is a ring
	head, left := 0, copy(queue, first)
	for _, v := range first {
		waiting[v] = true
	}
	weightTo, touched := make([]float64, n), make([]int32, n+1)
	for done := 0; left > 0; done++ {
		if done%(1<<10) == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		v := queue[head]
		if head++; head == n {
			head = 0
		}
		left--
		waiting[v] = false
		strength := t.strengthAfter[v]
		if strength == 0 && b.size[b.label[v]] == 1 {
			continue
		}
		from, to := t.start[v], t.end[v]
		contacts, weights := t.target[from:to], t.after[from:to]
		weights = weights[:len(contacts)]
		k := 0
		for i, u := range contacts {
			c := b.label[u]
			w := weightTo[c]
			touched[k] = c
			fresh := 0
			if w == 0 && weights[i] > 0 {
				fresh = 1
			}
			k += fresh
			weightTo[c] = w + weights[i]
		}
		old, price := b.label[v], strength/b.total
		inOld := weightTo[old]
		best, gain, inBest := old, inOld-price*(b.volume[old]-strength), inOld
		floor := noGain * strength
		for _, c := range touched[:k] {
			if g := weightTo[c] - price*b.volume[c]; c != old && g > gain+floor {
				best, gain, inBest = c, g, weightTo[c]
			}
		}
		for _, c := range touched[:k] {
			weightTo[c] = 0
		}
		if b.size[old] > 1 && (gain < -floor || strength == 0) {
			best, inBest = empty[len(empty)-1], 0
			empty = empty[:len(empty)-1]
		}
		if best == old {
			continue
		}
		b.inside += 2 * (inBest - inOld)
		b.volume[old] -= strength
		b.volume[best] += strength
		b.size[old]--
		b.size[best]++
		if b.size[old] == 0 {
			empty = append(empty, old)
		}
		b.label[v] = best
		for i, u := range contacts {
			if !waiting[u] && weights[i] > 0 && b.label[u] != best {
				waiting[u] = true
				tail := head + left
				if tail >= n {
					tail -= n
				}
				queue[tail] = u
				left++
			}
		}
	}
	return nil
}

// takeApart gives the pieces of a group that does not hang together labels of
// their own, which never lowers modularity. Only groups that a change or a move
// has to do with can have come apart.
func (b *groups) takeApart(before *groups) {
	t, n := b.t, b.t.len()
	left := make([]int32, n) // to be met, of a group in doubt
	doubt := func(v int32) {
		left[b.label[v]] = b.size[b.label[v]]
		left[before.label[v]] = b.size[before.label[v]]
	}
	for _, v := range t.changed {
		doubt(v)
	}
	for v := range int32(n) {
		if b.label[v] != before.label[v] {
			doubt(v)
		}
	}
	// A group is gone through from the member of most contacts, so few rows are
	// read before everyone is met; each piece is named after where that began.
	label, begin := slices.Repeat([]int32{-1}, n), slices.Repeat([]int32{-1}, n)
	for v, c := range b.label {
		if first := begin[c]; first < 0 || left[c] > 0 && t.end[v]-t.start[v] > t.end[first]-t.start[first] {
			begin[c] = int32(v)
		}
	}
	var queue []int32
	from := func(v, c int32) {
		label[v] = v
		left[c]--
		for queue = append(queue[:0], v); len(queue) > 0 && left[c] > 0; queue = queue[1:] {
			at := queue[0]
			for k := t.start[at]; k < t.end[at] && left[c] > 0; k++ {
				if u := t.target[k]; b.label[u] == c && label[u] < 0 && t.after[k] > 0 {
					label[u] = v
					left[c]--
					queue = append(queue, u)
				}
			}
		}
	}
	for c, v := range begin {
		if v >= 0 && left[c] > 0 {
			from(v, int32(c))
		}
	}
	for v, c := range b.label {
		if left[c] > 0 && label[v] < 0 {
			from(int32(v), c)
		} else if label[v] < 0 { // of a group that is not in doubt
			label[v] = begin[c]
		}
	}
	clear(b.volume)
	clear(b.size)
	for v := range int32(n) {
		b.volume[label[v]] += t.strengthAfter[v]
		b.size[label[v]]++
	}
	b.label = label
}

package whatif

import (
	"cmp"
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
	// tree leads every member of a group by ties within it to one that leads to
	// itself; only of the groups before.
	tree []int32
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
	b.grow()
	return b
}

// grow makes the tree, from the members of most contacts.
func (b *groups) grow() {
	t, n := b.t, b.t.len()
	order := make([]int32, n)
	for v := range order {
		order[v] = int32(v)
	}
	slices.SortStableFunc(order, func(u, v int32) int { return cmp.Compare(t.contacts[v], t.contacts[u]) })
	b.tree = slices.Repeat([]int32{-1}, n)
	for _, v := range order {
		if b.tree[v] >= 0 {
			continue
		}
		b.tree[v] = v
		for queue := []int32{v}; len(queue) > 0; queue = queue[1:] {
			at := queue[0]
			for _, u := range t.target[t.start[at]:t.end[at]] {
				if b.label[u] == b.label[at] && b.tree[u] < 0 {
					b.tree[u] = at
					queue = append(queue, u)
				}
			}
		}
	}
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
// their own, which never lowers modularity. Where the tree before is whole, so
// is the group; else the members off its largest piece look for ties to others.
func (b *groups) takeApart(before *groups) {
	t, n := b.t, b.t.len()
	piece, pieces := make([]int32, n), make([]int32, n) // a forest; the root names the piece
	for v := range int32(n) {
		piece[v] = before.tree[v]
		if u := piece[v]; b.label[u] != b.label[v] || t.marked[u] && t.marked[v] && u != v && t.after[t.find(v, u)] == 0 {
			piece[v] = v
		}
		if piece[v] == v {
			pieces[b.label[v]]++
		}
	}
	root := func(v int32) int32 {
		for piece[v] != v {
			piece[v] = piece[piece[v]]
			v = piece[v]
		}
		return v
	}
	size, largest := make([]int32, n), slices.Repeat([]int32{-1}, n)
	for v := range int32(n) {
		at := root(v)
		size[at]++
		if old := largest[b.label[v]]; old < 0 || size[at] > size[old] {
			largest[b.label[v]] = at
		}
	}
	for joined := true; joined; {
		joined = false
		for v := range int32(n) {
			c := b.label[v]
			if pieces[c] < 2 {
				continue
			}
			from := root(v)
			if from == root(largest[c]) {
				continue
			}
			for k := t.start[v]; k < t.end[v]; k++ {
				u := t.target[k]
				if b.label[u] != c || t.after[k] == 0 {
					continue
				}
				if to := root(u); to != from {
					piece[from] = to
					pieces[c]--
					joined = true
					break
				}
			}
		}
	}
	label := make([]int32, n)
	clear(b.volume)
	clear(b.size)
	for v := range int32(n) {
		label[v] = root(v)
		b.volume[label[v]] += t.strengthAfter[v]
		b.size[label[v]]++
	}
	b.label = label
}

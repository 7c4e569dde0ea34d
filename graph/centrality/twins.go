package centrality

import (
	"cmp"
	"context"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/community"
)

// core is what is left of a network for shortest paths to run in: vertices of
// equal neighbourhood are one class, since a path can be led through any of
// them. A class of several is either a clique whose members share their other
// neighbours, or has no tie inside.
type core struct {
	class []int32 // of every vertex of the network; -1 when it is not in the core

	offsets, targets []int32 // between classes
	members          []float64
	behind           []float64 // vertices that the class stands for, trees included
}

const (
	loose = iota // members have equal neighbours
	tight        // members have equal neighbours and are tied
)

// foldTwins finds the classes and adds to the score of the forest what pairs
// inside a loose class bring to their neighbours.
func foldTwins(ctx context.Context, f *forest) (*core, error) {
	n := f.g.Len()
	rows := newCoreRows(f)
	c := &core{class: make([]int32, n)}
	for v := range c.class {
		c.class[v] = -1
	}
	var first []int32 // of each class
	for _, kind := range [...]int{tight, loose} {
		for _, group := range rows.alike(kind, c.class) {
			for _, v := range group {
				c.class[v] = int32(len(first))
			}
			first = append(first, group[0])
			if kind == loose {
				pairsOfLoose(f, rows, group)
			}
		}
	}
	for v := range n {
		if rows.in(v) && c.class[v] < 0 {
			c.class[v] = int32(len(first))
			first = append(first, int32(v))
		}
	}
	c.members, c.behind = make([]float64, len(first)), make([]float64, len(first))
	for v, class := range c.class {
		if class >= 0 {
			c.members[class]++
			c.behind[class] += f.behind[v]
		}
	}
	c.link(rows, first)
	return c.rearranged(ctx)
}

// pairsOfLoose shares out the pairs of a loose class, which are two steps
// apart, to all their neighbours alike.
func pairsOfLoose(f *forest, rows *coreRows, group []int32) {
	sum, squares := 0.0, 0.0
	for _, v := range group {
		sum += f.behind[v]
		squares += f.behind[v] * f.behind[v]
	}
	neighbours := rows.row(group[0])
	share := (sum*sum - squares) / 2 / float64(len(neighbours))
	for _, u := range neighbours {
		f.score[u] += share
	}
}

// link ties the classes, each row being that of the class's first member.
func (c *core) link(rows *coreRows, first []int32) {
	seen := make([]int32, len(first))
	for i := range seen {
		seen[i] = -1
	}
	c.offsets = append(c.offsets, 0)
	for class, v := range first {
		for _, u := range rows.row(v) {
			if t := c.class[u]; int(t) != class && seen[t] != int32(class) {
				seen[t] = int32(class)
				c.targets = append(c.targets, t)
			}
		}
		c.offsets = append(c.offsets, int32(len(c.targets)))
	}
}

// rearranged returns the same core with its classes numbered by communities and
// in each by falling degree, so that what is looked at together, and most, lies
// close together in memory.
func (c *core) rearranged(ctx context.Context) (*core, error) {
	near, err := community.Leiden(ctx, &graph.Rows{Offsets: c.offsets, Targets: c.targets}, community.Options{Iterations: 1})
	if err != nil {
		return nil, err
	}
	order := make([]int32, c.len())
	for v := range order {
		order[v] = int32(v)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Or(cmp.Compare(near[a], near[b]), c.degree(b)-c.degree(a)) })
	number := make([]int32, len(order))
	for i, v := range order {
		number[v] = int32(i)
	}
	d := &core{
		class: c.class, offsets: make([]int32, 1, len(c.offsets)), targets: make([]int32, 0, len(c.targets)),
		members: make([]float64, len(order)), behind: make([]float64, len(order)),
	}
	for v, class := range c.class {
		if class >= 0 {
			d.class[v] = number[class]
		}
	}
	for i, v := range order {
		d.members[i], d.behind[i] = c.members[v], c.behind[v]
		start := len(d.targets)
		for _, u := range c.row(v) {
			d.targets = append(d.targets, number[u])
		}
		slices.Sort(d.targets[start:])
		d.offsets = append(d.offsets, int32(len(d.targets)))
	}
	return d, nil
}

// coreRows are the rows of the vertices that were not folded away and have
// neighbours, without those that were.
type coreRows struct {
	offsets, targets []int32
	sum              []uint64 // of the neighbours' marks: equal rows, equal sums
}

func mark(v int32) uint64 { return chance.Seed(0, int(v)) }

func newCoreRows(f *forest) *coreRows {
	n := f.g.Len()
	r := &coreRows{offsets: make([]int32, n+1), targets: make([]int32, 0, len(f.g.Targets)), sum: make([]uint64, n)}
	for v := range n {
		if !f.gone[v] {
			for _, u := range f.g.Row(v) {
				if !f.gone[u] && int(u) != v {
					r.targets = append(r.targets, u)
					r.sum[v] += mark(u)
				}
			}
		}
		r.offsets[v+1] = int32(len(r.targets))
	}
	return r
}

func (r *coreRows) row(v int32) []int32 { return r.targets[r.offsets[v]:r.offsets[v+1]] }
func (r *coreRows) in(v int) bool       { return r.offsets[v] < r.offsets[v+1] }

// alike returns the groups of two or more vertices, in no class yet, that have
// the same neighbours; members of a tight group are neighbours themselves.
func (r *coreRows) alike(kind int, class []int32) [][]int32 {
	type candidate struct {
		sum uint64
		v   int32
	}
	var candidates []candidate
	for v := range int32(len(class)) {
		if r.in(int(v)) && class[v] < 0 {
			sum := r.sum[v]
			if kind == tight {
				sum += mark(v)
			}
			candidates = append(candidates, candidate{sum, v})
		}
	}
	slices.SortFunc(candidates, func(a, b candidate) int { return cmp.Or(cmp.Compare(a.sum, b.sum), cmp.Compare(a.v, b.v)) })
	var groups [][]int32
	for from := 0; from < len(candidates); {
		group := []int32{candidates[from].v}
		to := from + 1
		for ; to < len(candidates) && candidates[to].sum == candidates[from].sum; to++ {
			if v := candidates[to].v; r.sameRow(group[0], v, kind) {
				group = append(group, v)
			}
		}
		if len(group) > 1 {
			groups = append(groups, group)
		}
		from = to
	}
	return groups
}

func (r *coreRows) sameRow(u, v int32, kind int) bool {
	a, b := r.row(u), r.row(v)
	if kind == loose {
		return slices.Equal(a, b)
	}
	// Each misses itself and has the other.
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && a[i] == v:
			i++
		case j < len(b) && b[j] == u:
			j++
		case i == len(a) || j == len(b) || a[i] != b[j]:
			return false
		default:
			i, j = i+1, j+1
		}
	}
	return len(a) == len(b) && slices.Contains(a, v)
}

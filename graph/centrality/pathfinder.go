package centrality

import (
	"math/rand/v2"

	"hankeverkko/graph"
)

// pathfinder draws paths on buffers of its own.
type pathfinder struct {
	g      *graph.Rows
	sides  [2]flood
	counts []int64
	meet   []crossing
}

// flood is what one end has reached.
type flood struct {
	at    []arrival
	front []int32
	all   []int32 // to be cleared
}

// arrival is how a flood has come to a vertex, in one place of memory.
type arrival struct {
	paths float64
	depth int32 // 0 where it has not come, 1 at its start
}

// crossing is a tie at which the two ends meet.
type crossing struct {
	near, far int32
	paths     float64
}

func newPathfinder(g *graph.Rows) *pathfinder {
	p := &pathfinder{g: g, counts: make([]int64, g.Len())}
	for i := range p.sides {
		p.sides[i].at = make([]arrival, g.Len())
	}
	return p
}

func (p *pathfinder) draw(random *rand.Rand) {
	n := p.g.Len()
	for range pathsInBatch {
		s, t := random.IntN(n), random.IntN(n-1)
		if t >= s {
			t++
		}
		p.between(random, int32(s), int32(t))
	}
}

// between draws one of the shortest paths of two vertices and counts what lies
// on it between them.
func (p *pathfinder) between(random *rand.Rand, s, t int32) {
	p.sides[0].start(s)
	p.sides[1].start(t)
	for {
		near := 0
		if p.arcs(1) < p.arcs(0) {
			near = 1
		}
		a, b := &p.sides[near], &p.sides[1-near]
		if len(a.front) == 0 {
			break // they are in different parts
		}
		if total := p.widen(a, b); total > 0 {
			at := random.Float64() * total
			for _, c := range p.meet {
				if at -= c.paths; at < 0 {
					p.back(random, a, c.near)
					p.back(random, b, c.far)
					break
				}
			}
			break
		}
	}
	p.sides[0].clear()
	p.sides[1].clear()
}

func (p *pathfinder) arcs(side int) int {
	arcs := 0
	for _, v := range p.sides[side].front {
		arcs += len(p.g.Row(int(v)))
	}
	return arcs
}

// widen goes one step from the front of a. Where it meets b it only notes the
// ties, and returns the number of paths over them: from then on no other vertex
// matters.
func (p *pathfinder) widen(a, b *flood) (total float64) {
	front, next := a.front, len(a.all)
	p.meet = p.meet[:0]
	depth := a.at[front[0]].depth + 1
	for _, u := range front {
		paths := a.at[u].paths
		for _, w := range p.g.Row(int(u)) {
			if other := &b.at[w]; other.depth > 0 {
				p.meet = append(p.meet, crossing{u, w, paths * other.paths})
				total += paths * other.paths
				continue
			}
			if total > 0 {
				continue
			}
			switch to := &a.at[w]; to.depth {
			case 0:
				*to = arrival{paths, depth}
				a.all = append(a.all, w)
			case depth:
				to.paths += paths
			}
		}
	}
	a.front = a.all[next:]
	return total
}

// back goes from where the ends met towards the start of one of them.
func (p *pathfinder) back(random *rand.Rand, f *flood, v int32) {
	for depth := f.at[v].depth; depth > 1; depth-- {
		p.counts[v]++
		left := random.Float64() * f.at[v].paths
		last := int32(-1)
		for _, u := range p.g.Row(int(v)) {
			if from := &f.at[u]; from.depth == depth-1 {
				last = u
				if left -= from.paths; left < 0 {
					break
				}
			}
		}
		v = last
	}
}

func (f *flood) start(v int32) {
	f.at[v] = arrival{1, 1}
	f.all = append(f.all, v)
	f.front = f.all
}

func (f *flood) clear() {
	for _, v := range f.all {
		f.at[v].depth = 0
	}
	f.all, f.front = f.all[:0], nil
}

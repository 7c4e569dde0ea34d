package centrality

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/parallel"
)

// Accuracy is what a sampled score promises: with a chance of at least
// 1-Failure all scores lie within Within of the exact ones, as shares of the
// pairs of vertices.
type Accuracy struct{ Within, Failure float64 }

// Sampled is betweenness from a sample of shortest paths.
type Sampled struct {
	// Scores are on the scale of Betweenness.
	Scores []float64
	// Off is how far a score may lie from the exact one, on the same scale.
	Off float64
	// Paths were drawn, of at most Most.
	Paths, Most int
}

// Paths are drawn in batches, each from random numbers of its own, and counted
// in whole numbers, so that the result is the same on any number of processors.
const (
	pathsInBatch  = 500
	batchesAtOnce = 16
)

// SampleBetweenness draws pairs of vertices and one of the shortest paths
// between them, all alike, until what was drawn tells every score closely
// enough, and at most as often as the width of the network asks for whatever
// was drawn (Riondato & Kornaropoulos 2016). When to stop is the rule of
// Borassi & Natale (2016), with the chance to fail in equal parts for all
// vertices; paths are found from both ends. Within and Failure lie between 0
// and 1, or it is ErrInvalid.
func SampleBetweenness(ctx context.Context, g *graph.Rows, a Accuracy, seed uint64) (*Sampled, error) {
	if !(a.Within > 0 && a.Within < 1 && a.Failure > 0 && a.Failure < 1) {
		return nil, fmt.Errorf("accuracy %+v: %w", a, graph.ErrInvalid)
	}
	n := g.Len()
	pairs := float64(n) * float64(n-1) / 2
	s := &Sampled{Scores: make([]float64, n), Off: a.Within * pairs}
	if n < 3 || len(g.Targets) == 0 {
		return s, nil
	}
	most := pathsFor(a, width(g))
	s.Most = int(math.Ceil(most))
	counts := make([]int64, n)
	workers := make([]*pathfinder, parallel.Workers())
	for batch := 0; s.Paths < s.Most; {
		err := parallel.Do(ctx, len(workers), batchesAtOnce, func(worker, i int) {
			if workers[worker] == nil {
				workers[worker] = newPathfinder(g)
			}
			workers[worker].draw(chance.Stream(chance.Seed(seed, batch+i), pathStream))
		})
		if err != nil {
			return nil, err
		}
		batch += batchesAtOnce
		s.Paths += batchesAtOnce * pathsInBatch
		clear(counts)
		for _, w := range workers {
			if w != nil {
				for v, c := range w.counts {
					counts[v] += c
				}
			}
		}
		if closeEnough(counts, float64(s.Paths), most, a) {
			break
		}
	}
	for v, c := range counts {
		s.Scores[v] = float64(c) / float64(s.Paths) * pairs
	}
	return s, nil
}

// pathStream keeps the paths apart from other uses of a seed.
const pathStream = 0x7061746873

// pathsFor is how many paths are enough whatever is drawn, for shortest paths
// of at most so many vertices. Half of the chance to fail is kept for stopping
// before.
func pathsFor(a Accuracy, vertices int) float64 {
	inside := max(1, vertices-2)
	return 0.5 / (a.Within * a.Within) * (math.Floor(math.Log2(float64(inside))) + 1 + math.Log(2/a.Failure))
}

// width bounds the number of vertices on any shortest path: in each part twice
// the depth of a search from its vertex of most ties.
func width(g *graph.Rows) int {
	component, count := Components(g)
	start := make([]int, count)
	for c := range start {
		start[c] = -1
	}
	for v, c := range component {
		if s := start[c]; s < 0 || len(g.Row(v)) > len(g.Row(s)) {
			start[c] = v
		}
	}
	widest := 1
	seen := make([]bool, g.Len())
	var front, next []int32
	for _, v := range start {
		depth := 0
		seen[v] = true
		for front = append(front[:0], int32(v)); len(front) > 0; depth++ {
			next = next[:0]
			for _, u := range front {
				for _, w := range g.Row(int(u)) {
					if !seen[w] {
						seen[w] = true
						next = append(next, w)
					}
				}
			}
			front, next = next, front
		}
		widest = max(widest, 2*(depth-1)+1)
	}
	return widest
}

// closeEnough tells whether both bounds hold for every vertex: equations 7 and
// 8 of Borassi & Natale.
func closeEnough(counts []int64, drawn, most float64, a Accuracy) bool {
	if drawn >= most {
		return true
	}
	share := math.Log(4 * float64(len(counts)) / a.Failure) // half of the chance, for two sides of each
	// Both bounds grow with the score, so the greatest decides.
	top := int64(0)
	for _, c := range counts {
		top = max(top, c)
	}
	score := float64(top) / drawn
	under, over := most/drawn-1.0/3, most/drawn+1.0/3
	below := share / drawn * (-under + math.Sqrt(under*under+2*score*most/share))
	above := share / drawn * (over + math.Sqrt(over*over+2*score*most/share))
	return below <= a.Within && above <= a.Within
}

// pathfinder draws paths on buffers of its own.
type pathfinder struct {
	g      *graph.Rows
	sides  [2]flood
	counts []int64
	meet   []crossing
}

// flood is what one end has reached.
type flood struct {
	depth []int32 // -1 where it has not come
	paths []float64
	front []int32
	all   []int32 // to be cleared
}

// crossing is a tie at which the two ends meet.
type crossing struct {
	near, far int32
	paths     float64
}

func newPathfinder(g *graph.Rows) *pathfinder {
	p := &pathfinder{g: g, counts: make([]int64, g.Len())}
	for i := range p.sides {
		f := &p.sides[i]
		f.depth, f.paths = make([]int32, g.Len()), make([]float64, g.Len())
		for v := range f.depth {
			f.depth[v] = -1
		}
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
	p.meet = p.meet[:0]
	near := 0
	for total := 0.0; ; {
		near = 0
		if p.arcs(1) < p.arcs(0) {
			near = 1
		}
		a, b := &p.sides[near], &p.sides[1-near]
		if len(a.front) == 0 {
			break // they are in different parts
		}
		if total = p.widen(a, b); total > 0 {
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

// widen goes one step from the front of a; where it meets b it only notes the
// ties. It returns the number of paths over them.
func (p *pathfinder) widen(a, b *flood) (total float64) {
	front := a.front
	next := len(a.all)
	for _, u := range front {
		for _, w := range p.g.Row(int(u)) {
			if b.depth[w] >= 0 {
				paths := a.paths[u] * b.paths[w]
				p.meet = append(p.meet, crossing{u, w, paths})
				total += paths
				continue
			}
			switch a.depth[w] {
			case -1:
				a.depth[w], a.paths[w] = a.depth[u]+1, a.paths[u]
				a.all = append(a.all, w)
			case a.depth[u] + 1:
				a.paths[w] += a.paths[u]
			}
		}
	}
	a.front = a.all[next:]
	return total
}

// back goes from where the ends met towards the start of one of them.
func (p *pathfinder) back(random *rand.Rand, f *flood, v int32) {
	for f.depth[v] > 0 {
		p.counts[v]++
		at := random.Float64() * f.paths[v]
		last := int32(-1)
		for _, u := range p.g.Row(int(v)) {
			if f.depth[u] == f.depth[v]-1 {
				last = u
				if at -= f.paths[u]; at < 0 {
					break
				}
			}
		}
		v = last
	}
}

func (f *flood) start(v int32) {
	f.depth[v], f.paths[v] = 0, 1
	f.all = append(f.all, v)
	f.front = f.all
}

func (f *flood) clear() {
	for _, v := range f.all {
		f.depth[v] = -1
	}
	f.all, f.front = f.all[:0], nil
}

package centrality

import (
	"cmp"
	"context"
	"math"
	"math/bits"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
)

// Distances is what every vertex has to the vertices that it reaches, along
// ties that all have length 1.
type Distances struct {
	// Reached counts the others that a vertex reaches, Far is the sum of the
	// distances to them, Near that of their reciprocals.
	Reached, Far []int64
	Near         []float64
	// Longest is the greatest distance of any two that reach each other.
	Longest int
}

// nearUnit makes the reciprocals whole numbers, so that their sum is the same
// in any order. Each is at most half a unit out.
const nearUnit = 1 << 40

// DistancesOf goes from all vertices, 256 at a time (Then et al. 2014), and
// costs the ties of the network for each such batch and distance. Vertices are
// taken from the hubs outwards, so that sources of a batch are near each other
// and done at about the same distance.
func DistancesOf(ctx context.Context, g *graph.Rows) (*Distances, error) {
	n := g.Len()
	order, starts := outwards(g)
	inner := renumbered(g, order)
	workers := make([]*spreading, parallel.Workers())
	err := parallel.Do(ctx, len(workers), (n+sources-1)/sources, func(worker, batch int) {
		if workers[worker] == nil {
			workers[worker] = newSpreading(inner)
		}
		first, end := batch*sources, min((batch+1)*sources, n)
		component, _ := slices.BinarySearch(starts, first+1)
		beyond, _ := slices.BinarySearch(starts, end)
		workers[worker].from(first, end, starts[component-1], starts[beyond])
	})
	if err != nil {
		return nil, err
	}
	d := &Distances{Reached: make([]int64, n), Far: make([]int64, n), Near: make([]float64, n)}
	near := make([]int64, n)
	for _, w := range workers {
		if w == nil {
			continue
		}
		d.Longest = max(d.Longest, w.longest)
		for i, v := range order {
			d.Reached[v] += w.reached[i]
			d.Far[v] += w.far[i]
			near[v] += w.near[i]
		}
	}
	for v := range d.Near {
		d.Near[v] = float64(near[v]) / nearUnit
	}
	return d, nil
}

// outwards lists the vertices by components, each from its vertex of most ties
// on, by distance from there. Starts are the places where components begin,
// and the end.
func outwards(g *graph.Rows) (order []int32, starts []int) {
	byDegree := make([]int32, g.Len())
	for v := range byDegree {
		byDegree[v] = int32(v)
	}
	slices.SortStableFunc(byDegree, func(a, b int32) int { return cmp.Compare(len(g.Row(int(b))), len(g.Row(int(a)))) })
	listed := make([]bool, g.Len())
	for _, hub := range byDegree {
		if listed[hub] {
			continue
		}
		listed[hub] = true
		starts = append(starts, len(order))
		order = append(order, hub)
		for i := len(order) - 1; i < len(order); i++ {
			for _, u := range g.Row(int(order[i])) {
				if !listed[u] {
					listed[u] = true
					order = append(order, u)
				}
			}
		}
	}
	return order, append(starts, len(order))
}

// renumbered is the network without weights whose vertex i is order[i]. Its
// rows rise.
func renumbered(g *graph.Rows, order []int32) *graph.Rows {
	number := make([]int32, g.Len())
	inner := &graph.Rows{Offsets: make([]int32, g.Len()+1), Targets: make([]int32, len(g.Targets))}
	for i, v := range order {
		number[v] = int32(i)
		inner.Offsets[i+1] = inner.Offsets[i] + int32(len(g.Row(int(v))))
	}
	next := slices.Clone(inner.Offsets[:g.Len()])
	for i, v := range order {
		for _, u := range g.Row(int(v)) {
			at := &next[number[u]]
			inner.Targets[*at] = int32(i)
			*at++
		}
	}
	return inner
}

// Mean returns the mean distance over the pairs that reach each other, NaN
// when there are none.
func (d *Distances) Mean() float64 {
	far, reached := 0.0, 0.0
	for v := range d.Far {
		far += float64(d.Far[v])
		reached += float64(d.Reached[v])
	}
	if reached == 0 {
		return math.NaN()
	}
	return far / reached
}

// sources is how many vertices spread together, words how many words of bits
// they take.
const (
	words   = 4
	sources = 64 * words
)

// lot is a set of sources: bit s of word w stands for source 64 w + s.
type lot [words]uint64

// spreading runs batches of sources on buffers of its own. Ties run both ways,
// so a vertex that s reaches at a distance is one that reaches s at it, and is
// where it is counted.
type spreading struct {
	g                 *graph.Rows
	seen, front, next []lot
	open              []int32 // vertices that not all sources have reached, rising
	// closed are those that all have reached since the last step, and since the one before.
	closed             [2][]int32
	reached, far, near []int64
	longest            int
}

func newSpreading(g *graph.Rows) *spreading {
	n := g.Len()
	return &spreading{
		g: g, seen: make([]lot, n), front: make([]lot, n), next: make([]lot, n), open: make([]int32, 0, n),
		reached: make([]int64, n), far: make([]int64, n), near: make([]int64, n),
	}
}

// from takes the vertices first..end-1 as sources, whose components are those
// of low..high-1.
func (s *spreading) from(first, end, low, high int) {
	clear(s.seen[low:high])
	clear(s.front[low:high])
	clear(s.next[low:high])
	var all lot
	for i := range end - first {
		bit := uint64(1) << (i % 64)
		all[i/64] |= bit
		s.seen[first+i][i/64] |= bit
	}
	copy(s.front[first:end], s.seen[first:end])
	s.open, s.closed[0], s.closed[1] = s.open[:0], s.closed[0][:0], s.closed[1][:0]
	for v := low; v < high; v++ {
		s.open = append(s.open, int32(v))
	}
	for distance := 1; s.step(&all, distance); distance++ {
		s.longest = max(s.longest, distance)
		s.front, s.next = s.next, s.front
	}
}

// step lets those that have not been reached by all ask their neighbours, and
// tells whether anybody was reached.
func (s *spreading) step(all *lot, distance int) (grew bool) {
	for _, list := range s.closed { // which have no news any more
		for _, v := range list {
			s.next[v] = lot{}
		}
	}
	s.closed[0], s.closed[1] = s.closed[1][:0], s.closed[0]
	for _, v := range s.open {
		seen := &s.seen[v]
		found := s.ask(v, lot{all[0] &^ seen[0], all[1] &^ seen[1], all[2] &^ seen[2], all[3] &^ seen[3]})
		s.next[v] = found
		if count := int64(bits.OnesCount64(found[0]) + bits.OnesCount64(found[1]) + bits.OnesCount64(found[2]) + bits.OnesCount64(found[3])); count > 0 {
			s.reached[v] += count
			s.far[v] += count * int64(distance)
			s.near[v] += (count*nearUnit + int64(distance)/2) / int64(distance)
			grew = true
		}
	}
	if !grew {
		return false
	}
	left := s.open[:0]
	for _, v := range s.open {
		seen, found := &s.seen[v], &s.next[v]
		for w := range seen {
			seen[w] |= found[w]
		}
		if *seen != *all {
			left = append(left, v)
		} else {
			s.closed[0] = append(s.closed[0], v)
		}
	}
	s.open = left
	return true
}

// ask returns which of the wanted sources have just reached a neighbour of v.
func (s *spreading) ask(v int32, wanted lot) lot {
	var a, b, c, d uint64
	front := s.front
	for _, u := range s.g.Row(int(v)) {
		f := &front[u]
		a |= f[0]
		b |= f[1]
		c |= f[2]
		d |= f[3]
		if (wanted[0]&^a)|(wanted[1]&^b)|(wanted[2]&^c)|(wanted[3]&^d) == 0 {
			break
		}
	}
	return lot{a & wanted[0], b & wanted[1], c & wanted[2], d & wanted[3]}
}

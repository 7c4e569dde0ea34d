package centrality

import (
	"context"
	"math"
	"math/bits"

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

// DistancesOf goes from all vertices, 64 at a time (Then et al. 2014), and
// costs the ties of the network for each such batch and distance.
func DistancesOf(ctx context.Context, g *graph.Rows) (*Distances, error) {
	n := g.Len()
	workers := make([]*spreading, parallel.Workers())
	err := parallel.Do(ctx, len(workers), (n+63)/64, func(worker, batch int) {
		if workers[worker] == nil {
			workers[worker] = newSpreading(g)
		}
		workers[worker].from(64*batch, min(64*batch+64, n))
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
		for v := range n {
			d.Reached[v] += w.reached[v]
			d.Far[v] += w.far[v]
			near[v] += w.near[v]
		}
	}
	for v := range d.Near {
		d.Near[v] = float64(near[v]) / nearUnit
	}
	return d, nil
}

// Closeness returns the reciprocal of the mean distance of every vertex to
// those it reaches, times the share of the others that it reaches; 0 for an
// isolate. Wasserman & Faust (1994), equation 5.22, as networkx has it.
func (d *Distances) Closeness() []float64 {
	closeness := make([]float64, len(d.Far))
	for v, far := range d.Far {
		if far > 0 {
			reached := float64(d.Reached[v])
			closeness[v] = reached / float64(far) * reached / float64(len(d.Far)-1)
		}
	}
	return closeness
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

// Harmonic returns the sum of the reciprocal distances of every vertex to all
// others, 0 to those it does not reach. Marchiori & Latora (2000).
func (d *Distances) Harmonic() []float64 { return d.Near }

// spreading runs batches of sources on buffers of its own. Bit s of a mask
// stands for source s. Ties run both ways, so a vertex that s reaches at a
// distance is one that reaches s at it, and is where it is counted.
type spreading struct {
	g                  *graph.Rows
	seen, front, next  []uint64
	reached, far, near []int64
	longest            int
}

func newSpreading(g *graph.Rows) *spreading {
	n := g.Len()
	return &spreading{
		g: g, seen: make([]uint64, n), front: make([]uint64, n), next: make([]uint64, n),
		reached: make([]int64, n), far: make([]int64, n), near: make([]int64, n),
	}
}

func (s *spreading) from(first, end int) {
	clear(s.seen)
	for v := first; v < end; v++ {
		s.seen[v] = 1 << (v - first)
	}
	copy(s.front, s.seen)
	all := ^uint64(0) >> (64 - (end - first))
	for distance := 1; ; distance++ {
		// What has not been reached by all asks its neighbours.
		grew := false
		for v := range s.next {
			s.next[v] = 0
			open := all &^ s.seen[v]
			if open == 0 {
				continue
			}
			found := uint64(0)
			for _, u := range s.g.Row(v) {
				if found |= s.front[u]; found&open == open {
					break
				}
			}
			if found &= open; found != 0 {
				s.next[v] = found
				count := int64(bits.OnesCount64(found))
				s.reached[v] += count
				s.far[v] += count * int64(distance)
				s.near[v] += (count*nearUnit + int64(distance)/2) / int64(distance)
				grew = true
			}
		}
		if !grew {
			return
		}
		s.longest = max(s.longest, distance)
		for v, found := range s.next {
			s.seen[v] |= found
		}
		s.front, s.next = s.next, s.front
	}
}

package projection

import (
	"context"
	"math/bits"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
)

// Weighting says what shared projects make the tie of two actors weigh (and
// shared actors that of two projects).
type Weighting uint8

const (
	// Count adds 1.
	Count Weighting = iota
	// Newman adds 1/(k-1) for a project of k actors, so that every actor gives
	// each of its shared projects 1 in all. Newman, Phys. Rev. E 64, 016132 (2001).
	Newman
	// Allocation adds 1/k: what a project deals out equally to its k actors, each
	// pair counted once. It is symmetric; the allocation of Zhou, Ren, Medo &
	// Zhang, Phys. Rev. E 76, 046115 (2007), from an actor to another is this over
	// the giver's number of projects.
	Allocation
	// Jaccard is not a sum: the projects shared over those that either has.
	Jaccard
)

// Onto returns the projection of a network onto one side; vertex v is the
// project or actor at position v of the network.
func Onto(n *graph.Network, side graph.Side, weighting Weighting) *graph.OneMode {
	return Of(n.TwoMode(), side, weighting)
}

// Of is Onto for a two-mode graph. Vertex v of the result is the v-th of the
// side. Vertices that share nothing are isolates.
func Of(g *graph.TwoMode, side graph.Side, weighting Weighting) *graph.OneMode {
	from, to := g.Vertices(side)
	n := to - from
	added := weights(g, weighting)
	most := offsetsOf(g, from, to) // entries that rows may have
	bounds := parallel.Blocks(most, 16*parallel.Workers())
	blocks := make([]rows, len(bounds)-1)
	workers := make([]*gatherer, parallel.Workers())
	everything := context.Background() // takes a fraction of a second; nobody waits to cancel it
	_ = parallel.Do(everything, len(workers), len(blocks), func(worker, i int) {
		if workers[worker] == nil {
			workers[worker] = newGatherer(n)
		}
		room := int(most[bounds[i+1]] - most[bounds[i]])
		blocks[i] = rows{make([]int32, 0, bounds[i+1]-bounds[i]), make([]int32, 0, room), make([]float64, 0, room)}
		workers[worker].gather(g, added, from, bounds[i], bounds[i+1], &blocks[i])
	})

	result := &graph.OneMode{Rows: graph.Rows{Offsets: make([]int32, 1, n+1)}}
	starts := make([]int32, len(blocks))
	total := int32(0)
	for i, b := range blocks {
		starts[i] = total
		for _, end := range b.ends {
			result.Offsets = append(result.Offsets, total+end)
		}
		total += int32(len(b.targets))
	}
	result.Targets, result.Weights = make([]int32, total), make([]float64, total)
	_ = parallel.Do(everything, len(workers), len(blocks), func(_, i int) {
		copy(result.Targets[starts[i]:], blocks[i].targets)
		copy(result.Weights[starts[i]:], blocks[i].weights)
		if weighting == Jaccard {
			overEither(g, from, result, bounds[i], bounds[i+1])
		}
	})
	return result
}

// weights returns what being in the row of each vertex adds to a pair.
func weights(g *graph.TwoMode, weighting Weighting) []float64 {
	added := make([]float64, g.Len())
	for v := range added {
		added[v] = 1
		switch k := len(g.Row(v)); {
		case weighting == Newman && k > 1:
			added[v] = 1 / float64(k-1)
		case weighting == Allocation && k > 0:
			added[v] = 1 / float64(k)
		}
	}
	return added
}

// overEither turns shared counts in rows of the result into shares of what
// either of the two has.
func overEither(g *graph.TwoMode, first int, result *graph.OneMode, from, to int) {
	for v := from; v < to; v++ {
		own := len(g.Row(first + v))
		for i := result.Offsets[v]; i < result.Offsets[v+1]; i++ {
			shared := result.Weights[i]
			result.Weights[i] = shared / (float64(own+len(g.Row(first+int(result.Targets[i])))) - shared)
		}
	}
}

func offsetsOf(g *graph.TwoMode, from, to int) []int32 {
	offsets := make([]int32, to-from+1)
	for v := from; v < to; v++ {
		pairs := 0
		for _, p := range g.Row(v) {
			pairs += len(g.Row(int(p)))
		}
		offsets[v-from+1] = offsets[v-from] + int32(pairs)
	}
	return offsets
}

// rows are the finished rows of a block of vertices.
type rows struct {
	ends    []int32
	targets []int32
	weights []float64
}

// gatherer adds up one row at a time. Two layers of bits remember which sums
// are in use, so that they come out in rising order without sorting.
type gatherer struct {
	sum    []float64
	used   []uint64 // bit v%64 of word v/64
	filled []uint64 // bit w%64 of word w/64, for words of used
}

func newGatherer(n int) *gatherer {
	words := (n + 63) / 64
	return &gatherer{sum: make([]float64, n), used: make([]uint64, words), filled: make([]uint64, (words+63)/64)}
}

func (s *gatherer) gather(g *graph.TwoMode, added []float64, first, from, to int, out *rows) {
	for v := from; v < to; v++ {
		for _, p := range g.Row(first + v) {
			w := added[p]
			for _, t := range g.Row(int(p)) {
				u := int(t) - first
				s.sum[u] += w
				s.used[u/64] |= 1 << (u % 64)
				s.filled[u/4096] |= 1 << (u / 64 % 64)
			}
		}
		s.flush(int32(v), out)
		out.ends = append(out.ends, int32(len(out.targets)))
	}
}

// flush writes the row of v, leaving v itself out, and clears the sums.
func (s *gatherer) flush(v int32, out *rows) {
	for i, filled := range s.filled {
		for ; filled != 0; filled &= filled - 1 {
			word := i*64 + bits.TrailingZeros64(filled)
			for used := s.used[word]; used != 0; used &= used - 1 {
				u := int32(word*64 + bits.TrailingZeros64(used))
				if u != v {
					out.targets = append(out.targets, u)
					out.weights = append(out.weights, s.sum[u])
				}
				s.sum[u] = 0
			}
			s.used[word] = 0
		}
		s.filled[i] = 0
	}
}

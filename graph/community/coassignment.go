package community

import (
	"context"
	"fmt"
	"math"
	"math/bits"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
)

// coAssignment counts for pairs of vertices in how many runs they were
// together, and in how many both had a part.
type coAssignment struct {
	n       int
	runs    []Partition
	members [][][]int32 // by run and community
	words   int
	present []uint64 // bit r of the words of v: v had a part in run r
}

func newCoAssignment(n int, runs []Partition) (*coAssignment, error) {
	c := &coAssignment{n: n, runs: runs, members: make([][][]int32, len(runs)), words: (len(runs) + 63) / 64}
	c.present = make([]uint64, n*c.words)
	for r, p := range runs {
		if len(p) != n {
			return nil, fmt.Errorf("run %d has %d vertices of %d: %w", r, len(p), n, graph.ErrInvalid)
		}
		for v, label := range p {
			if int(label) >= n {
				return nil, fmt.Errorf("run %d puts vertex %d in community %d of %d vertices: %w", r, v, label, n, graph.ErrInvalid)
			}
			if label >= 0 {
				c.present[v*c.words+r/64] |= 1 << (r % 64)
			}
		}
		c.members[r] = p.Members()
	}
	return c, nil
}

// seen tells whether v had a part in any run.
func (c *coAssignment) seen(v int) bool { return c.both(v, v) > 0 }

// both counts the runs in which u and v had a part.
func (c *coAssignment) both(u, v int) int {
	count := 0
	other := c.present[u*c.words : (u+1)*c.words]
	for i, w := range c.present[v*c.words : (v+1)*c.words] {
		count += bits.OnesCount64(w & other[i])
	}
	return count
}

// blockSize vertices are worked out by one task.
const blockSize = 64

// network ties the pairs that are together in more than half of the runs that
// have both, with that share as weight.
func (c *coAssignment) network(ctx context.Context) (*graph.OneMode, error) {
	type block struct {
		ends, targets []int32
		weights       []float64
	}
	blocks := make([]block, (c.n+blockSize-1)/blockSize)
	counts := make([][]int32, parallel.Workers())
	err := parallel.Do(ctx, len(counts), len(blocks), func(worker, i int) {
		if counts[worker] == nil {
			counts[worker] = make([]int32, c.n)
		}
		count, b := counts[worker], &blocks[i]
		var met []int32
		for v := i * blockSize; v < min(c.n, (i+1)*blockSize); v++ {
			met = met[:0]
			for r, p := range c.runs {
				if p[v] < 0 {
					continue
				}
				for _, u := range c.members[r][p[v]] {
					if count[u] == 0 {
						met = append(met, u)
					}
					count[u]++
				}
			}
			slices.Sort(met)
			for _, u := range met {
				if share := float64(count[u]) / float64(c.both(v, int(u))); share > together && int(u) != v {
					b.targets = append(b.targets, u)
					b.weights = append(b.weights, share)
				}
				count[u] = 0
			}
			b.ends = append(b.ends, int32(len(b.targets)))
		}
	})
	if err != nil {
		return nil, err
	}
	g := &graph.OneMode{Rows: graph.Rows{Offsets: make([]int32, 1, c.n+1)}}
	for _, b := range blocks {
		before := int32(len(g.Targets))
		for _, end := range b.ends {
			g.Offsets = append(g.Offsets, before+end)
		}
		g.Targets, g.Weights = append(g.Targets, b.targets...), append(g.Weights, b.weights...)
	}
	return g, nil
}

// Stability returns for every vertex how far the runs confirm its place in p:
// the mean, over the others of its community, of the share of runs with both
// in which they were together. 1 means always. A vertex that is a community by
// itself gets the share of its runs in which it was one. In no community, or
// never in a run, it is NaN.
func Stability(p Partition, runs []Partition) ([]float64, error) {
	c, err := newCoAssignment(len(p), runs)
	if err != nil {
		return nil, err
	}
	members := p.Members()
	stability := make([]float64, len(p))
	everything := context.Background() // one pass over what was costlier to make
	err = parallel.Do(everything, parallel.Workers(), (len(p)+blockSize-1)/blockSize, func(_, i int) {
		for v := i * blockSize; v < min(len(p), (i+1)*blockSize); v++ {
			switch {
			case p[v] < 0:
				stability[v] = math.NaN()
			case len(members[p[v]]) == 1:
				stability[v] = c.alone(v)
			default:
				stability[v] = c.confirmed(v, members[p[v]])
			}
		}
	})
	return stability, err
}

func (c *coAssignment) alone(v int) float64 {
	alone, present := 0.0, 0.0
	for r, p := range c.runs {
		if p[v] >= 0 {
			present++
			if len(c.members[r][p[v]]) == 1 {
				alone++
			}
		}
	}
	return alone / present
}

func (c *coAssignment) confirmed(v int, community []int32) float64 {
	sum, others := 0.0, 0.0
	for _, u := range community {
		both := c.both(v, int(u))
		if int(u) == v || both == 0 {
			continue
		}
		shared := 0
		for _, p := range c.runs {
			if p[v] >= 0 && p[u] == p[v] {
				shared++
			}
		}
		sum += float64(shared) / float64(both)
		others++
	}
	return sum / others
}

package community

import (
	"context"
	"fmt"
	"math"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
)

// Boundary says how clearly the communities of a partition stand apart when
// they are looked for again on samples of the network.
type Boundary struct {
	// Inside is, for every vertex, the share of its meetings with the others of
	// its community, over all runs that had both, at which they were in one
	// community of the run; Outside is the same with the members of Second, the
	// other community it is most often together with, -1 and 0 when it is with
	// no other. A vertex in no community, or in no run, has NaN, and so has one
	// that met no other of its community.
	Inside, Outside []float64
	Second          []int32
	// Astride is, for every vertex, the other community with the greatest share.
	Astride []Astride
	// Communities is the mean of Clarity over the members of each community that
	// have one, NaN for none.
	Communities []float64
}

// Clarity is Inside - Outside: 1 for a vertex that is always with its own and
// never with others, 0 for one that is as often with another community, below 0
// for one that belongs to another.
func (b *Boundary) Clarity(v int) float64 { return b.Inside[v] - b.Outside[v] }

// BoundaryOf judges p by runs on samples, in which -1 means that a vertex had
// no part. Time grows with
// the vertices times the runs, not with the pairs.
func BoundaryOf(ctx context.Context, p Partition, runs []Partition) (*Boundary, error) {
	n, count := len(p), p.Count()
	tables := make([]contingency, len(runs))
	for r, run := range runs {
		if len(run) != n {
			return nil, fmt.Errorf("run %d has %d vertices of %d: %w", r, len(run), n, graph.ErrInvalid)
		}
		if c := run.Count(); c > n {
			return nil, fmt.Errorf("run %d counts %d communities of %d vertices: %w", r, c, n, graph.ErrInvalid)
		}
	}
	workers := parallel.Workers()
	if err := parallel.Do(ctx, workers, len(runs), func(_, r int) { tables[r] = tabulate(p, runs[r], count) }); err != nil {
		return nil, err
	}
	b := &Boundary{Inside: make([]float64, n), Outside: make([]float64, n), Second: make([]int32, n), Communities: make([]float64, count)}
	b.Astride = make([]Astride, n)
	sizes := p.sizes(count)
	total, judges := make([]int, count), make([]judging, workers)
	for _, t := range tables {
		for c, k := range t.present {
			total[c] += int(k)
		}
	}
	err := parallel.Do(ctx, workers, (n+blockSize-1)/blockSize, func(worker, i int) {
		j := &judges[worker]
		if j.with == nil {
			j.with = make([]int, count)
		}
		if j.stood == nil {
			j.stood = make([]int, count)
		}
		for v := i * blockSize; v < min(n, (i+1)*blockSize); v++ {
			b.judge(v, p[v], runs, tables, total, j)
			b.Astride[v] = j.astride(v, p[v], runs, tables, sizes)
		}
	})
	if err != nil {
		return nil, err
	}
	for c, members := range p.Members() {
		sum, judged := 0.0, 0.0
		for _, v := range members {
			if clarity := b.Clarity(int(v)); !math.IsNaN(clarity) {
				sum += clarity
				judged++
			}
		}
		b.Communities[c] = sum / judged
	}
	return b, nil
}

// contingency counts, for one run, how many vertices of each of its
// communities are in which community of the partition.
type contingency struct {
	offsets, community, size []int32
	present                  []int32 // by community of the partition: members with a part in the run
	home                     []int32 // by community of the partition: where over half of those stand, -1 for nowhere
}

func tabulate(p, run Partition, communities int) contingency {
	t := contingency{offsets: make([]int32, 1, run.Count()+1), present: make([]int32, communities), home: slices.Repeat([]int32{-1}, communities)}
	for _, members := range run.Members() {
		labels := make([]int32, 0, len(members))
		for _, v := range members {
			if c := p[v]; c >= 0 {
				labels = append(labels, c)
				t.present[c]++
			}
		}
		slices.Sort(labels)
		for i, c := range labels {
			if i == 0 || labels[i-1] != c {
				t.community, t.size = append(t.community, c), append(t.size, 0)
			}
			t.size[len(t.size)-1]++
		}
		t.offsets = append(t.offsets, int32(len(t.community)))
	}
	for at := range int32(len(t.offsets) - 1) {
		for i := t.offsets[at]; i < t.offsets[at+1]; i++ {
			if c := t.community[i]; 2*t.size[i] > t.present[c] {
				t.home[c] = at
			}
		}
	}
	return t
}

// judging is what a worker judges vertices with.
type judging struct {
	with    []int // by community: how many of its members were met together
	stood   []int // by community: in how many runs a vertex stood with it instead of its own
	touched []int32
}

// judge fills in vertex v of community own. Total is, by community, how many
// of its members had a part, over all runs.
func (b *Boundary) judge(v int, own int32, runs []Partition, tables []contingency, total []int, j *judging) {
	b.Inside[v], b.Outside[v], b.Second[v] = math.NaN(), math.NaN(), -1
	if own < 0 {
		return
	}
	touched, parts := j.touched[:0], 0
	for r, run := range runs {
		at := run[v]
		if at < 0 {
			continue
		}
		parts++
		t := &tables[r]
		for i := t.offsets[at]; i < t.offsets[at+1]; i++ {
			c := t.community[i]
			if j.with[c] == 0 {
				touched = append(touched, c)
			}
			j.with[c] += int(t.size[i])
		}
	}
	for _, c := range touched {
		with, met := j.with[c], total[c]
		j.with[c] = 0
		for r, run := range runs {
			if run[v] < 0 {
				met -= int(tables[r].present[c])
			}
		}
		if c == own {
			if with, met = with-parts, met-parts; met > 0 { // without v itself
				b.Inside[v] = float64(with) / float64(met)
			}
		} else if share := float64(with) / float64(met); share > b.outside(v) || share == b.outside(v) && c < b.Second[v] {
			b.Outside[v], b.Second[v] = share, c
		}
	}
	j.touched = touched
	switch {
	case math.IsNaN(b.Inside[v]):
		b.Outside[v], b.Second[v] = math.NaN(), -1
	case b.Second[v] < 0:
		b.Outside[v] = 0
	}
}

// outside is the share that a second community must beat.
func (b *Boundary) outside(v int) float64 {
	if b.Second[v] < 0 {
		return -1
	}
	return b.Outside[v]
}

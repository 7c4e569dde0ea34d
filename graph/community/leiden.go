package community

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
)

// Options of Leiden. The zero value asks for modularity at resolution 1, run
// until nothing changes.
type Options struct {
	// Resolution above 1 gives more and smaller communities; 0 means 1.
	Resolution float64
	// Seed decides the order in which vertices are looked at.
	Seed uint64
	// Iterations of the whole method; 0 means until no vertex moves, in networks of
	// more than a thousand until few of them do, at most 50.
	Iterations int
	// Potts asks for PottsQuality in place of modularity: groups are as dense
	// inside as the resolution says, however large the network is. Not for a
	// two-mode network.
	Potts bool
	// Workers that one search uses; 0 means one a processor. They change nothing
	// in the result. Searches that run side by side take 1.
	Workers int
	// Start is the partition to improve; nil means every vertex by itself.
	Start Partition
}

const (
	mostIterations = 50
	// Beyond fewVertices, one in unsettled of the others that moves calls for another iteration.
	fewVertices, unsettled = 1000, 300
	// stream keeps Leiden's random numbers apart from those of other uses of a seed.
	stream = 0x6c656964656e
)

// Leiden returns a partition of high modularity or, if asked, Potts quality, in
// which every community is connected. Edges must not have negative weight
// (ErrInvalid); a loop is stored once, with both its ends in its weight. The
// same seed gives the same partition. The refinement is the greedy one: a vertex
// joins the best community of those allowed rather than a random one.
//
// Traag, Waltman & van Eck, From Louvain to Leiden, Scientific Reports 9, 5233 (2019).
func Leiden(ctx context.Context, g *graph.Rows, o Options) (Partition, error) {
	return improve(ctx, g, nil, o)
}

// improve runs Leiden on a one-mode network, or on a two-mode one whose
// vertices before *projects are of one kind.
func improve(ctx context.Context, g *graph.Rows, projects *int, o Options) (Partition, error) {
	if o.Start != nil && len(o.Start) != g.Len() {
		return nil, fmt.Errorf("start partition of %d vertices for a network of %d: %w", len(o.Start), g.Len(), graph.ErrInvalid)
	}
	s, err := newSearch(ctx, g, projects, o)
	if err != nil {
		return nil, err
	}
	iterations := o.Iterations
	if iterations <= 0 {
		iterations = mostIterations
	}
	for k := range iterations {
		s.rough = k == 0 && iterations > 1
		moved, err := s.iterate()
		if err != nil {
			return nil, err
		}
		if moved == 0 || o.Iterations <= 0 && moved < float64(g.Len()-fewVertices)/unsettled {
			break
		}
	}
	// Taking the pieces of a disconnected community apart never lowers modularity.
	pieces := connectedPieces(g, s.membership)
	if projects == nil {
		return pieces, nil
	}
	return s.joinEquals(pieces)
}

// search holds what one run of Leiden works on; its buffers serve all levels.
type search struct {
	ctx        context.Context
	random     *rand.Rand
	bottom     level
	upper      [2]level // aggregates, written in turn
	membership Partition
	// scale is resolution / total strength.
	scale float64

	at        []int32 // bottom vertex -> vertex of the level in hand
	community []int32 // vertex of the level in hand -> community
	next      []int32
	refined   []int32
	label     []int32
	order     []int32
	size      []int32
	empty     []int32
	start     []int32
	members   []int32
	position  []int32 // vertex of the level in hand -> place among members
	state     []uint8
	batch     []int32
	choices   []choice
	hands     []*hand
	parts     [mostBlocks]rows
	volume    []float64 // strength of each community
	outer     []float64 // strength of each community that is being refined

	slant, outerSlant []float64 // as volume and outer, of the leans; nil in a one-mode network
	joining           bool      // what may as well be together is to be
	rough             bool      // a better iteration comes later
	looks             int       // at a vertex, on average, where it is rough
	workers           int
}

func newSearch(ctx context.Context, g *graph.Rows, projects *int, o Options) (*search, error) {
	n := g.Len()
	s := &search{ctx: ctx, random: rand.New(rand.NewPCG(o.Seed, stream)), looks: 1}
	var err error
	if s.bottom, err = bottomLevel(g); err != nil {
		return nil, err
	}
	if projects != nil {
		if err := s.bottom.takeSides(*projects); err != nil {
			return nil, err
		}
		s.slant, s.outerSlant, s.looks = make([]float64, n), make([]float64, n), 2
	}
	total := 0.0
	for _, k := range s.bottom.strength {
		total += k
	}
	if o.Potts { // modularity's gain with sizes in place of strengths
		if projects != nil {
			return nil, fmt.Errorf("potts quality of a two-mode network: %w", graph.ErrInvalid)
		}
		s.bottom.strength, total = slices.Repeat([]float64{1}, n), 0
	}
	if s.scale = o.Resolution; s.scale == 0 {
		s.scale = 1
	}
	if total > 0 {
		s.scale /= total
	}
	s.membership = make(Partition, n)
	for v := range s.membership {
		s.membership[v] = int32(v)
	}
	s.at, s.community, s.next, s.refined = make([]int32, n), make([]int32, n), make([]int32, n), make([]int32, n)
	s.label, s.order, s.size, s.members = make([]int32, n), make([]int32, n), make([]int32, n+1), make([]int32, n)
	s.empty, s.start, s.position = make([]int32, 0, n), make([]int32, n+1), make([]int32, n)
	s.state, s.batch, s.choices = make([]uint8, n), make([]int32, mostBatch), make([]choice, mostBatch)
	if s.workers = o.Workers; s.workers <= 0 {
		s.workers = parallel.Workers()
	}
	s.volume, s.outer = make([]float64, n), make([]float64, n)
	if o.Start != nil {
		if s.membership, err = started(o.Start); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// started gives the vertices that are in no community one of their own.
func started(start Partition) (Partition, error) {
	for v, c := range start {
		if int(c) >= len(start) {
			return nil, fmt.Errorf("start partition: vertex %d in community %d of a network of %d: %w", v, c, len(start), graph.ErrInvalid)
		}
	}
	p := Number(start)
	next := int32(p.Count())
	for v, c := range p {
		if c < 0 {
			p[v] = next
			next++
		}
	}
	return p, nil
}

// iterate improves the membership by one pass up the levels and returns how
// many vertices moved; one of an upper level counts as those it holds on average.
func (s *search) iterate() (float64, error) {
	l := &s.bottom
	for v := range s.at {
		s.at[v] = int32(v)
	}
	copy(s.community, s.membership)
	all := 0.0
	for up := 0; ; up++ {
		n := l.len()
		community := s.community[:n]
		moved, err := s.moveVertices(l, community)
		if err != nil {
			return 0, err
		}
		all += float64(moved) * float64(len(s.at)) / float64(n)
		count := s.compact(community)
		if count == n {
			break
		}
		refined := s.refined[:n]
		s.refine(l, community, count, refined)
		count = s.compact(refined)
		if count == n {
			break
		}
		above := &s.upper[up%2]
		s.aggregate(l, refined, count, above)
		for v, at := range s.at {
			s.at[v] = refined[at]
		}
		next := s.next[:count]
		for v, c := range refined {
			next[c] = community[v]
		}
		s.community, s.next = s.next, s.community
		l = above
	}
	for v, at := range s.at {
		s.membership[v] = s.community[at]
	}
	return all, nil
}

// compact renumbers communities from 0 in order of appearance and returns their count.
func (s *search) compact(community []int32) int {
	label := s.label[:len(community)]
	for i := range label {
		label[i] = -1
	}
	count := int32(0)
	for v, c := range community {
		if label[c] < 0 {
			label[c] = count
			count++
		}
		community[v] = label[c]
	}
	return int(count)
}

package community

import (
	"context"

	"hankeverkko/graph/parallel"
)

// hand is what one worker needs to add up what a vertex has to communities.
type hand struct {
	weightTo []float64 // per community; all zero between vertices
	touched  []int32   // one place more than there are vertices
	inside   inside
}

func (s *search) hand(worker int) *hand {
	for len(s.hands) <= worker {
		n := s.bottom.len()
		s.hands = append(s.hands, &hand{weightTo: make([]float64, n), touched: make([]int32, n+1)})
	}
	return s.hands[worker]
}

// group sorts vertices by their community into members and returns where each
// community starts, and the end. The order of the vertices stays inside them.
func (s *search) group(vertices, community []int32, count int) (start []int32) {
	start = s.start[:count+1]
	clear(start)
	for _, c := range community {
		start[c+1]++
	}
	for c := range count {
		start[c+1] += start[c]
	}
	fill := s.label[:count]
	copy(fill, start)
	for _, v := range vertices {
		c := community[v]
		s.members[fill[c]] = v
		fill[c]++
	}
	return start
}

const (
	// manyArcs make several workers faster than one.
	manyArcs = 1 << 16
	// mostBlocks lets workers that are done early take over from others.
	mostBlocks = 32
)

// spread gives numbered blocks of communities, of about as many arcs each, to
// the workers. What a block does must not show which worker did it, and when.
func (s *search) spread(l *level, start []int32, work func(hand *hand, block, from, to int)) {
	count := len(start) - 1
	arcs := len(l.targets)
	workers := s.workers
	if count == 0 {
		return
	}
	if arcs < manyArcs || workers == 1 {
		work(s.hand(0), 0, 0, count)
		return
	}
	bounds := s.blocks(l, start, mostBlocks)
	s.hand(workers - 1)
	// Blocks are short, so that a cancelled search is told soon after.
	_ = parallel.Do(context.Background(), workers, len(bounds)-1, func(worker, i int) {
		work(s.hands[worker], i, bounds[i], bounds[i+1])
	})
}

// blocks returns the bounds of consecutive communities that have about the
// same number of arcs.
func (s *search) blocks(l *level, start []int32, most int) (bounds []int) {
	bounds = []int{0}
	size, fair := 0, len(l.targets)/(most-1)+1
	for c := range len(start) - 1 {
		for _, v := range s.members[start[c]:start[c+1]] {
			size += int(l.offsets[v+1] - l.offsets[v])
		}
		if size >= fair || c == len(start)-2 {
			bounds = append(bounds, c+1)
			size = 0
		}
	}
	return bounds
}

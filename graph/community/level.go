package community

import (
	"fmt"
	"math"
	"slices"

	"hankeverkko/graph"
)

// level is a weighted graph without loops: the network itself at the bottom,
// communities as vertices above. What became loops is still in the strengths.
type level struct {
	offsets, targets []int32
	weights          []float64
	strength         []float64
	lean             []float64 // see LeidenTwoMode; nil in a one-mode network
}

func (l *level) len() int { return len(l.strength) }

func bottomLevel(g *graph.Rows) (level, error) {
	l := level{offsets: g.Offsets, targets: g.Targets, weights: g.Weights, strength: make([]float64, g.Len())}
	if l.weights == nil {
		l.weights = slices.Repeat([]float64{1}, len(g.Targets))
	}
	idle := false
	for v := range g.Len() {
		sum := 0.0
		from, to := l.offsets[v], l.offsets[v+1]
		for i, w := range l.weights[from:to] {
			if !(w >= 0 && w <= math.MaxFloat64) {
				return level{}, fmt.Errorf("edge %d – %d has weight %v: %w", v, l.targets[int(from)+i], w, graph.ErrInvalid)
			}
			sum += w
			idle = idle || w == 0
		}
		l.strength[v] = sum
		if _, found := slices.BinarySearch(l.targets[from:to], int32(v)); found {
			idle = true
		}
	}
	if idle {
		l.dropIdle()
	}
	return l, nil
}

// dropIdle drops what draws a vertex nowhere: loops, and ties without weight,
// which would be met for the first time again and again where weights are summed.
func (l *level) dropIdle() {
	bare := level{offsets: make([]int32, 1, len(l.offsets)), strength: l.strength}
	for v := range l.len() {
		for i := l.offsets[v]; i < l.offsets[v+1]; i++ {
			if l.targets[i] != int32(v) && l.weights[i] > 0 {
				bare.targets = append(bare.targets, l.targets[i])
				bare.weights = append(bare.weights, l.weights[i])
			}
		}
		bare.offsets = append(bare.offsets, int32(len(bare.targets)))
	}
	*l = bare
}

// aggregate makes each of the count communities of l one vertex of above.
func (s *search) aggregate(l *level, community []int32, count int, above *level) {
	order := s.order[:len(community)]
	for v := range order {
		order[v] = int32(v)
	}
	start := s.group(order, community, count)
	above.strength = append(above.strength[:0], make([]float64, count)...)
	for v, c := range community {
		above.strength[c] += l.strength[v]
	}
	if l.lean != nil {
		above.lean = append(above.lean[:0], make([]float64, count)...)
		for v, c := range community {
			above.lean[c] += l.lean[v]
		}
	}
	above.offsets = append(above.offsets[:0], make([]int32, count+1)...)
	for i := range s.parts {
		s.parts[i].reset()
	}
	s.spread(l, start, func(hand *hand, block, from, to int) {
		s.sumRows(l, community, start, hand, from, to, above.offsets, &s.parts[block])
	})
	arcs := 0
	for _, part := range s.parts {
		arcs += len(part.targets)
	}
	above.targets, above.weights = slices.Grow(above.targets[:0], arcs), slices.Grow(above.weights[:0], arcs)
	for _, part := range s.parts {
		above.targets, above.weights = append(above.targets, part.targets...), append(above.weights, part.weights...)
	}
	for c := range count {
		above.offsets[c+1] += above.offsets[c]
	}
}

// rows are the ends and weights of consecutive rows.
type rows struct {
	targets []int32
	weights []float64
}

func (r *rows) reset() { r.targets, r.weights = r.targets[:0], r.weights[:0] }

// sumRows adds to r the ties of the communities from..to-1 to others, and
// leaves the length of each row in lengths, one place on.
func (s *search) sumRows(l *level, community, start []int32, hand *hand, from, to int, lengths []int32, r *rows) {
	weightTo, touched := hand.weightTo, hand.touched
	for c := int32(from); c < int32(to); c++ {
		k := 0
		for _, v := range s.members[start[c]:start[c+1]] {
			first, end := l.offsets[v], l.offsets[v+1]
			weights := l.weights[first:end]
			for i, u := range l.targets[first:end] {
				d := community[u]
				w := weightTo[d]
				touched[k] = d
				fresh := 0
				if w == 0 {
					fresh = 1
				}
				k += fresh
				weightTo[d] = w + weights[i]
			}
		}
		before := len(r.targets)
		for _, d := range touched[:k] {
			if d != c && weightTo[d] > 0 {
				r.targets, r.weights = append(r.targets, d), append(r.weights, weightTo[d])
			}
			weightTo[d] = 0
		}
		lengths[c+1] = int32(len(r.targets) - before)
	}
}

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
	loops := false
	for v := range g.Len() {
		sum := 0.0
		from, to := l.offsets[v], l.offsets[v+1]
		for i, w := range l.weights[from:to] {
			if !(w >= 0 && w <= math.MaxFloat64) {
				return level{}, fmt.Errorf("edge %d – %d has weight %v: %w", v, l.targets[int(from)+i], w, graph.ErrInvalid)
			}
			sum += w
		}
		l.strength[v] = sum
		if _, found := slices.BinarySearch(l.targets[from:to], int32(v)); found {
			loops = true
		}
	}
	if loops {
		l.dropLoops()
	}
	return l, nil
}

func (l *level) dropLoops() {
	bare := level{offsets: make([]int32, 1, len(l.offsets)), strength: l.strength}
	for v := range l.len() {
		for i := l.offsets[v]; i < l.offsets[v+1]; i++ {
			if l.targets[i] != int32(v) {
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
	start := s.size[:count+1]
	clear(start)
	for _, c := range community {
		start[c+1]++
	}
	for c := range count {
		start[c+1] += start[c]
	}
	members := s.members[:len(community)]
	fill := s.label[:count]
	copy(fill, start)
	for v, c := range community {
		members[fill[c]] = int32(v)
		fill[c]++
	}
	above.offsets = append(above.offsets[:0], 0)
	above.targets, above.weights, above.strength = above.targets[:0], above.weights[:0], above.strength[:0]
	if l.lean != nil {
		above.lean = append(above.lean[:0], make([]float64, count)...)
		for v, c := range community {
			above.lean[c] += l.lean[v]
		}
	}
	weightTo, touched := s.weightTo, s.touched
	for c := range int32(count) {
		strength := 0.0
		touched = touched[:0]
		for _, v := range members[start[c]:start[c+1]] {
			strength += l.strength[v]
			from, to := l.offsets[v], l.offsets[v+1]
			weights := l.weights[from:to]
			for i, u := range l.targets[from:to] {
				d := community[u]
				if weightTo[d] == 0 {
					touched = append(touched, d)
				}
				weightTo[d] += weights[i]
			}
		}
		for _, d := range touched {
			if d != c && weightTo[d] > 0 {
				above.targets = append(above.targets, d)
				above.weights = append(above.weights, weightTo[d])
			}
			weightTo[d] = 0
		}
		above.strength = append(above.strength, strength)
		above.offsets = append(above.offsets, int32(len(above.targets)))
	}
}

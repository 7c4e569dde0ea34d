package community

import "slices"

// refine builds, inside each of the count communities, smaller ones that are
// well connected to it: vertices that still stand alone join the sub-community
// that gains most, if both are tied to the rest at least as much as expected.
// Communities know nothing of each other here, so they are refined side by side.
func (s *search) refine(l *level, community []int32, count int, refined []int32) {
	outer := s.outer[:count]
	clear(outer)
	for v, c := range community {
		outer[c] += l.strength[v]
	}
	if l.lean != nil {
		clear(s.outerSlant[:count])
		for v, c := range community {
			s.outerSlant[c] += l.lean[v]
		}
	}
	start := s.group(s.shuffled(l.len()), community, count)
	position := s.position[:l.len()]
	for i, v := range s.members[:l.len()] {
		position[v] = int32(i)
	}
	s.spread(l, start, func(hand *hand, _, from, to int) {
		for c := from; c < to; c++ {
			members := s.members[start[c]:start[c+1]]
			if in := &hand.inside; len(members) > 1 {
				in.take(l, members, position)
				for i, v := range members {
					s.place(l, in, int32(i), v, int32(c))
				}
				for i, v := range members {
					refined[v] = members[in.at[i]]
				}
			} else {
				refined[members[0]] = members[0]
			}
		}
	})
}

// inside is one community by itself: its members counted from 0, so that what
// is written for one community lies apart from what is written for another.
type inside struct {
	ends, targets []int32 // of the ties between members
	weights       []float64
	at            []int32   // sub-community of each member
	volume, slant []float64 // of each sub-community
	external      []float64 // weight of its ties to the rest of the community
	alone         []bool
	weightTo      []float64 // all zero between vertices
	touched       []int32
}

// take puts every member by itself.
func (in *inside) take(l *level, members, position []int32) {
	n, arcs := len(members), 0
	for _, v := range members {
		arcs += int(l.offsets[v+1] - l.offsets[v])
	}
	in.ends, in.at, in.touched = sized(in.ends, n), sized(in.at, n), sized(in.touched, n+1)
	in.volume, in.external, in.weightTo = sized(in.volume, n), sized(in.external, n), sized(in.weightTo, n)
	in.alone = sized(in.alone, n)
	// One place more than there are ties, as a tie is written before it is known to lie inside.
	in.targets, in.weights = sized(in.targets, arcs+1), sized(in.weights, arcs+1)
	if l.lean != nil {
		in.slant = sized(in.slant, n)
	}
	base, k := position[members[0]], 0
	for i, v := range members {
		from, to := l.offsets[v], l.offsets[v+1]
		weights, sum := l.weights[from:to], 0.0
		for j, u := range l.targets[from:to] {
			w, at := weights[j], position[u]-base
			in.targets[k], in.weights[k] = at, w
			if uint(at) < uint(n) {
				sum += w
				k++
			}
		}
		in.ends[i], in.external[i] = int32(k), sum
		in.at[i], in.volume[i], in.alone[i] = int32(i), l.strength[v], true
		if l.lean != nil {
			in.slant[i] = l.lean[v]
		}
	}
	clear(in.weightTo)
}

// sized returns a slice of n, in the room of another where that is enough.
func sized[T any](s []T, n int) []T { return slices.Grow(s[:0], n)[:n] }

// place looks for the sub-community that member i, vertex v of the level, joins
// if it still stands alone.
func (s *search) place(l *level, in *inside, i, v, own int32) {
	volume, external, alone := in.volume, in.external, in.alone
	strength, whole := l.strength[v], s.outer[own]
	price := s.scale * strength
	wholeSlant, lean := 0.0, 0.0
	if l.lean != nil {
		wholeSlant, lean = s.outerSlant[own], l.lean[v]
	}
	allowance := s.scale * lean
	if !alone[i] || external[i] < price*(whole-strength)-allowance*(wholeSlant-lean) {
		return
	}
	first := int32(0)
	if i > 0 {
		first = in.ends[i-1]
	}
	weightTo, touched := in.weightTo, in.touched
	neighbours, weights := in.targets[first:in.ends[i]], in.weights[first:in.ends[i]]
	k := 0
	for j, u := range neighbours {
		c := in.at[u]
		w := weightTo[c]
		touched[k] = c
		fresh := 0
		if w == 0 {
			fresh = 1
		}
		k += fresh
		weightTo[c] = w + weights[j]
	}
	best, gain := i, 0.0
	for _, c := range touched[:k] {
		g, expected := weightTo[c]-price*volume[c], s.scale*volume[c]*(whole-volume[c])
		if l.lean != nil {
			g += allowance * in.slant[c]
			expected -= s.scale * in.slant[c] * (wholeSlant - in.slant[c])
		}
		if g > gain && external[c] >= expected {
			best, gain = c, g
		}
	}
	if best != i {
		in.at[i] = best
		volume[best] += strength
		volume[i] = 0
		if l.lean != nil {
			in.slant[best] += lean
			in.slant[i] = 0
		}
		external[best] += external[i] - 2*weightTo[best]
		alone[i], alone[best] = false, false
	}
	for _, c := range touched[:k] {
		weightTo[c] = 0
	}
}

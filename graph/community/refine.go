package community

// refine builds, inside each of the count communities, smaller ones that are
// well connected to it: vertices that still stand alone join the sub-community
// that gains most, if both are tied to the rest at least as much as expected.
// Communities know nothing of each other here, so they are refined side by side.
func (s *search) refine(l *level, community []int32, count int, refined []int32) {
	n := l.len()
	outer := s.outer[:count]
	clear(outer)
	if s.slant != nil {
		clear(s.outerSlant[:count])
		copy(s.slant, l.lean)
		for v, c := range community {
			s.outerSlant[c] += l.lean[v]
		}
	}
	for v, c := range community {
		outer[c] += l.strength[v]
		refined[v], s.volume[v], s.waiting[v] = int32(v), l.strength[v], true
	}
	start := s.group(s.shuffled(n), community, count)
	s.spread(l, start, func(hand *hand, _, from, to int) {
		for _, v := range s.members[start[from]:start[to]] {
			s.external[v] = l.within(v, community)
		}
		for _, v := range s.members[start[from]:start[to]] {
			s.place(l, v, community, refined, hand)
		}
	})
}

// within returns the weight of the ties of v inside its community.
func (l *level) within(v int32, community []int32) (sum float64) {
	from, to := l.offsets[v], l.offsets[v+1]
	weights, own := l.weights[from:to], community[v]
	for i, u := range l.targets[from:to] {
		if community[u] == own {
			sum += weights[i]
		}
	}
	return sum
}

// place looks for the sub-community that v, if it still stands alone, joins.
func (s *search) place(l *level, v int32, community, refined []int32, hand *hand) {
	volume, external, alone, slant := s.volume, s.external, s.waiting, s.slant
	own, strength := community[v], l.strength[v]
	whole, price := s.outer[own], s.scale*strength
	wholeSlant, lean := 0.0, 0.0
	if slant != nil {
		wholeSlant, lean = s.outerSlant[own], l.lean[v]
	}
	allowance := s.scale * lean
	if !alone[v] || external[v] < price*(whole-strength)-allowance*(wholeSlant-lean) {
		return
	}
	weightTo, touched := hand.weightTo, hand.touched[:0]
	from, to := l.offsets[v], l.offsets[v+1]
	weights := l.weights[from:to]
	for i, u := range l.targets[from:to] {
		if community[u] == own {
			c := refined[u]
			if weightTo[c] == 0 {
				touched = append(touched, c)
			}
			weightTo[c] += weights[i]
		}
	}
	best, gain := v, 0.0
	for _, c := range touched {
		g, expected := weightTo[c]-price*volume[c], s.scale*volume[c]*(whole-volume[c])
		if slant != nil {
			g += allowance * slant[c]
			expected -= s.scale * slant[c] * (wholeSlant - slant[c])
		}
		if g > gain && external[c] >= expected {
			best, gain = c, g
		}
	}
	if best != v {
		refined[v] = best
		volume[best] += strength
		volume[v] = 0
		if slant != nil {
			slant[best] += lean
			slant[v] = 0
		}
		external[best] += external[v] - 2*weightTo[best]
		alone[v], alone[best] = false, false
	}
	for _, c := range touched {
		weightTo[c] = 0
	}
	hand.touched = touched
}

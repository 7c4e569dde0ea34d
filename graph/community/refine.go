package community

// refine builds, inside each of the count communities, smaller ones that are
// well connected to it: vertices that still stand alone join the sub-community
// that gains most, if both are tied to the rest at least as much as expected.
func (s *search) refine(l *level, community []int32, count int, refined []int32) {
	n := l.len()
	volume, external, outer := s.volume[:n], s.external[:n], s.outer[:count]
	clear(outer)
	slant, outerSlant := s.slant, s.outerSlant
	if slant != nil {
		clear(outerSlant[:count])
		copy(slant, l.lean)
		for v, c := range community {
			outerSlant[c] += l.lean[v]
		}
	}
	alone := s.waiting[:n]
	for v := range n {
		refined[v], volume[v], alone[v] = int32(v), l.strength[v], true
		own := community[v]
		outer[own] += l.strength[v]
		sum := 0.0
		from, to := l.offsets[v], l.offsets[v+1]
		weights := l.weights[from:to]
		for i, u := range l.targets[from:to] {
			if community[u] == own {
				sum += weights[i]
			}
		}
		external[v] = sum
	}
	weightTo, touched := s.weightTo, s.touched
	for _, v := range s.shuffled(n) {
		own, strength := community[v], l.strength[v]
		whole, price := outer[own], s.scale*strength
		wholeSlant, lean := 0.0, 0.0
		if slant != nil {
			wholeSlant, lean = outerSlant[own], l.lean[v]
		}
		allowance := s.scale * lean
		if !alone[v] || external[v] < price*(whole-strength)-allowance*(wholeSlant-lean) {
			continue
		}
		touched = touched[:0]
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
	}
}

package community

import "math"

// Gains below this share of a vertex's strength are rounding, not improvement.
const noGain = 1e-11

// Between looks at the context, so many vertices are done.
const patience = 1 << 12

// moveVertices moves single vertices to the neighbouring community, or the
// empty one, that raises modularity most, until no vertex gains: the fast
// local move, which looks again only at neighbours of what moved.
func (s *search) moveVertices(l *level, community []int32) (moved bool, err error) {
	n := l.len()
	volume, size := s.volume[:n], s.size[:n]
	clear(volume)
	clear(size)
	for v, c := range community {
		volume[c] += l.strength[v]
		size[c]++
	}
	slant := s.slant
	if slant != nil {
		slant = slant[:n]
		clear(slant)
		for v, c := range community {
			slant[c] += l.lean[v]
		}
	}
	empty := s.empty[:0]
	for c := n - 1; c >= 0; c-- {
		if size[c] == 0 {
			empty = append(empty, int32(c))
		}
	}
	queue, waiting := s.shuffled(n), s.waiting[:n] // queue is a ring
	for v := range waiting {
		waiting[v] = true
	}
	hand := s.hand(0)
	weightTo, touched := hand.weightTo, hand.touched[:n+1]
	head, left := 0, n
	for done := 0; left > 0; done++ {
		if done%patience == 0 && s.ctx.Err() != nil {
			return false, s.ctx.Err()
		}
		v := queue[head]
		if head++; head == n {
			head = 0
		}
		left--
		waiting[v] = false

		from, to := l.offsets[v], l.offsets[v+1]
		neighbours, weights := l.targets[from:to], l.weights[from:to]
		weights = weights[:len(neighbours)]
		k := 0 // communities touched; counted without a branch, which would be missed often
		for i, u := range neighbours {
			c := community[u]
			w := weightTo[c]
			touched[k] = c
			first := 0
			if math.Float64bits(w) == 0 {
				first = 1
			}
			k += first
			weightTo[c] = w + weights[i]
		}
		old, strength := community[v], l.strength[v]
		price := s.scale * strength
		best, gain := old, weightTo[old]-price*(volume[old]-strength)
		lean, allowance, floor := 0.0, 0.0, noGain*strength
		if slant != nil {
			lean = l.lean[v]
			allowance = s.scale * lean
			gain += allowance * (slant[old] - lean)
			if s.joining && size[old] == 1 {
				gain -= 2 * floor
			}
		}
		for _, c := range touched[:k] {
			g := weightTo[c] - price*volume[c]
			if slant != nil {
				g += allowance * slant[c]
			}
			if g > gain+floor && c != old {
				best, gain = c, g
			}
			weightTo[c] = 0
		}
		if gain < -floor && size[old] > 1 {
			best = empty[len(empty)-1]
			empty = empty[:len(empty)-1]
		}
		if best == old {
			continue
		}
		moved = true
		volume[old] -= strength
		volume[best] += strength
		if slant != nil {
			slant[old] -= lean
			slant[best] += lean
		}
		size[old]--
		size[best]++
		if size[old] == 0 {
			empty = append(empty, old)
		}
		community[v] = best
		for _, u := range neighbours {
			if !waiting[u] && community[u] != best {
				waiting[u] = true
				tail := head + left
				if tail >= n {
					tail -= n
				}
				queue[tail] = u
				left++
			}
		}
	}
	return moved, nil
}

func (s *search) shuffled(n int) []int32 {
	order := s.order[:n]
	for v := range order {
		order[v] = int32(v)
	}
	s.random.Shuffle(n, func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

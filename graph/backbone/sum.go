package backbone

import "math"

// trials are so many independent events of the same chance.
type trials struct {
	count  int
	chance float64
}

// rest is how much of a tail may lie beyond what is added up, relative to it.
const rest = 1e-16

// unseen is a chance that makes no difference to anything: what is under it may
// be left out of a sum.
const unseen = 1e-60

// scratch is memory that one worker uses again and again.
type scratch struct{ chances, next, terms []float64 }

// tails returns the chances that at least 0, 1, ... most events happen: the
// upper tails of the Poisson-binomial distribution, exact but for rounding.
// Above the mean they are added up from the end, so that small ones are right
// to many digits too (down to about 1e-50); below it from the start.
func (s *scratch) tails(events []trials, most int) []float64 {
	all, mean := 0, 0.0
	for _, e := range events {
		if e.chance > 0 {
			all += e.count
		}
		mean += float64(e.count) * e.chance
	}
	var chances []float64
	end := 0
	for more := 12; ; more *= 2 {
		end = min(max(most, int(mean))+more, all)
		chances = s.distribution(events, end)
		if end == all || beyond(chances) <= rest*sum(chances[min(most, end):]) {
			break
		}
	}
	tail := make([]float64, most+1)
	tail[0] = 1
	above := 0.0
	for k := end; k > 0; k-- {
		above += chances[k]
		if k <= most {
			tail[k] = min(above, 1)
		}
	}
	below := 0.0
	for k := 1; k <= most && float64(k) <= mean; k++ {
		below += chances[k-1]
		tail[k] = max(0, 1-below)
	}
	return tail
}

// beyond bounds what lies beyond the end of a distribution by a geometric
// series: the ratios of its neighbours fall (it is log-concave).
func beyond(chances []float64) float64 {
	n := len(chances)
	last, before := chances[n-1], chances[n-2]
	if last < unseen*unseen {
		return 0
	}
	if last >= before {
		return math.Inf(1)
	}
	return last * last / (before - last)
}

func sum(list []float64) float64 {
	total := 0.0
	for i := len(list) - 1; i >= 0; i-- {
		total += list[i]
	}
	return total
}

// distribution returns the chances that 0, 1, ... end events happen.
func (s *scratch) distribution(events []trials, end int) []float64 {
	if cap(s.chances) <= end {
		s.chances, s.next = make([]float64, 2*end+1), make([]float64, 2*end+1)
	}
	chances, next := s.chances[:end+1], s.next[:end+1]
	clear(chances)
	chances[0] = 1
	reach := 0 // chances beyond are zero
	for _, e := range events {
		for parts := parts(e); parts > 0; parts-- {
			one := trials{e.count / parts, e.chance}
			e.count -= one.count
			s.terms = binomial(s.terms[:0], one, end)
			terms := s.terms
			last := min(reach+len(terms)-1, end)
			clear(next[:last+1])
			for k, p := range chances[:reach+1] {
				if p == 0 {
					continue
				}
				for i, q := range terms[:min(len(terms), end-k+1)] {
					next[k+i] += p * q
				}
			}
			chances, next, reach = next, chances, last
		}
	}
	return chances
}

// parts says into how many parts events are cut, so that the chance of none
// does not vanish from the numbers.
func parts(e trials) int {
	switch {
	case e.count == 0 || e.chance == 0:
		return 0
	case e.chance == 1:
		return 1
	}
	return 1 + int(-math.Log1p(-e.chance)*float64(e.count)/300)
}

// binomial appends the chances that 0, 1, ... of the events happen, up to end
// or to where they vanish.
func binomial(terms []float64, e trials, end int) []float64 {
	if e.chance == 1 {
		for range min(e.count, end+1) {
			terms = append(terms, 0)
		}
		if e.count <= end {
			terms = append(terms, 1)
		}
		return terms
	}
	odds, mean := e.chance/(1-e.chance), e.chance*float64(e.count)
	p := math.Exp(float64(e.count) * math.Log1p(-e.chance))
	for k := 0; k <= min(e.count, end); k++ {
		if p < unseen && float64(k) > mean {
			break
		}
		terms = append(terms, p)
		p *= odds * float64(e.count-k) / float64(k+1)
	}
	return terms
}

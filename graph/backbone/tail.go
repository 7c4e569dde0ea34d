package backbone

import "math"

// trials is the same trial, so many times over.
type trials struct {
	n      int
	chance float64
}

// tail returns the chance that at least m of all trials succeed: the upper
// tail of the Poisson binomial distribution. All that is added up is positive,
// so small chances keep their digits.
func tail(all []trials, m int) float64 {
	if m <= 0 {
		return 1
	}
	below := make([]float64, m) // below[k]: k successes so far
	below[0] = 1
	reached := 0.0 // m or more so far
	exactly, atLeast, next := make([]float64, m), make([]float64, m+1), make([]float64, m)
	for _, t := range all {
		if t.n == 0 || t.chance <= 0 {
			continue
		}
		binomial(t, exactly, atLeast)
		clear(next)
		for k, p := range below {
			if p == 0 {
				continue
			}
			for j := 0; j < m-k; j++ {
				next[k+j] += p * exactly[j]
			}
			reached += p * atLeast[m-k]
		}
		below, next = next, below
	}
	return min(reached, 1)
}

// binomial fills in the chances of exactly 0..m-1 successes and of at least 0..m.
func binomial(t trials, exactly, atLeast []float64) {
	m := len(exactly)
	clear(exactly)
	clear(atLeast)
	if t.chance >= 1 {
		if t.n < m {
			exactly[t.n] = 1
		}
		for k := 0; k <= min(t.n, m); k++ {
			atLeast[k] = 1
		}
		return
	}
	odds := t.chance / (1 - t.chance)
	// Beyond m the terms are added up on their own, smallest last.
	term := math.Exp(float64(t.n) * math.Log1p(-t.chance))
	if term == 0 { // so many that none is out of the question
		logTerm := float64(t.n) * math.Log1p(-t.chance)
		for k := 0; k <= t.n; k++ {
			p := math.Exp(logTerm)
			if k < m {
				exactly[k] = p
			} else {
				atLeast[m] += p
			}
			logTerm += math.Log(odds * float64(t.n-k) / float64(k+1))
		}
	} else {
		for k := 0; k <= t.n; k++ {
			if k < m {
				exactly[k] = term
			} else {
				atLeast[m] += term
			}
			if float64(k) > float64(t.n)*t.chance && term <= atLeast[m]*1e-18 {
				break
			}
			term *= odds * float64(t.n-k) / float64(k+1)
		}
	}
	for k := m - 1; k >= 0; k-- {
		atLeast[k] = atLeast[k+1] + exactly[k]
	}
}

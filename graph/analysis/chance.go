package analysis

import (
	"math"
	"math/rand/v2"
)

// shuffled deals the kinds out anew among the actors that have one.
func shuffled(random *rand.Rand, kind []int32) []int32 {
	var places []int
	for v, k := range kind {
		if k >= 0 {
			places = append(places, v)
		}
	}
	dealt := append([]int32(nil), kind...)
	random.Shuffle(len(places), func(i, j int) {
		a, b := places[i], places[j]
		dealt[a], dealt[b] = dealt[b], dealt[a]
	})
	return dealt
}

// spread returns the mean and the standard deviation, n-1 below, of a column
// over the draws in which it is defined; NaN of fewer than two.
func spread(draws [][]float64, column int) (mean, deviation float64) {
	var values []float64
	for _, d := range draws {
		if !math.IsNaN(d[column]) {
			values = append(values, d[column])
		}
	}
	if len(values) < 2 {
		return math.NaN(), math.NaN()
	}
	for _, v := range values {
		mean += v / float64(len(values))
	}
	for _, v := range values {
		deviation += (v - mean) * (v - mean)
	}
	return mean, math.Sqrt(deviation / float64(len(values)-1))
}

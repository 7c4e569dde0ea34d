package brokerage_test

import (
	"math"
	"slices"
	"testing"

	"hankeverkko/graph/brokerage"
	"hankeverkko/graph/nets"
)

// Two cliques of three and a bridge, divided in several ways.
func TestParticipationByHand(t *testing.T) {
	g := nets.TwoCliques(3) // ties 0-1 0-2 1-2, 2-3, 3-4 3-5 4-5
	nan := math.NaN()
	for _, c := range []struct {
		name           string
		group          []int32
		spread, within []float64
	}{
		{"a group to each clique", []int32{0, 0, 0, 1, 1, 1}, []float64{0, 0, 1 - 4./9 - 1./9, 1 - 4./9 - 1./9, 0, 0}, []float64{0, 0, 0, 0, 0, 0}},
		{"one without a group", []int32{0, 0, 0, -1, 1, 1}, []float64{0, 0, 0, 1 - 1./9 - 4./9, 0, 0}, []float64{0, 0, 0, nan, 0, 0}},
		{"no groups", []int32{-1, -1, -1, -1, -1, -1}, []float64{nan, nan, nan, nan, nan, nan}, []float64{nan, nan, nan, nan, nan, nan}},
		// 2, 2, 3, 2 and 1 ties in the group: mean 2, deviation the root of 2/5.
		{
			"a group of five", []int32{0, 0, 0, 0, 1, 0}, []float64{0, 0, 0, 1 - 4./9 - 1./9, 0, 0.5},
			[]float64{0, 0, 1 / math.Sqrt(0.4), 0, 0, -1 / math.Sqrt(0.4)},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			equal(t, "participation", brokerage.Participation(g, c.group), c.spread)
			equal(t, "within group", brokerage.WithinGroup(g, c.group), c.within)
		})
	}
}

// The mean over all ways to deal out the groups, one by one.
func TestParticipationExpectedIsTheMeanOfAll(t *testing.T) {
	g := nets.TwoCliques(3)
	for name, group := range map[string][]int32{
		"two groups": {0, 0, 0, 1, 1, 1}, "one alone": {0, 0, 0, 0, 0, 1}, "three": {2, 0, 0, 1, 1, 2},
		"some without": {0, -1, 1, 1, 0, -1}, "one has a group": {-1, -1, 0, -1, -1, -1}, "no groups": {-1, -1, -1, -1, -1, -1},
	} {
		var places []int
		for v, k := range group {
			if k >= 0 {
				places = append(places, v)
			}
		}
		mean, ways := make([]float64, len(group)), 0.0
		dealt := slices.Clone(group)
		var deal func(from int)
		deal = func(from int) {
			if from == len(places) {
				ways++
				for v, p := range brokerage.Participation(g, dealt) {
					mean[v] += p
				}
				return
			}
			for i := from; i < len(places); i++ {
				a, b := places[from], places[i]
				dealt[a], dealt[b] = dealt[b], dealt[a]
				deal(from + 1)
				dealt[a], dealt[b] = dealt[b], dealt[a]
			}
		}
		deal(0)
		for v := range mean {
			mean[v] /= ways
		}
		t.Run(name, func(t *testing.T) {
			equal(t, "expected participation", brokerage.ParticipationExpected(g, group), mean)
		})
	}
}

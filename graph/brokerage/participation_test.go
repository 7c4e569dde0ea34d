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

// With two groups of m and n actors, two contacts drawn by lot are of one group
// with a chance that can be written down, and the mean over 100 shuffles is near it.
func TestParticipationByChance(t *testing.T) {
	g := nets.Cycle(40) // two contacts each
	group := make([]int32, 40)
	for v := range 10 {
		group[v] = 1
	}
	mean, err := brokerage.ParticipationByChance(t.Context(), g, group, 1)
	if err != nil {
		t.Fatal(err)
	}
	want := 0.5 * 2 * 10 * 30 / (40 * 39) // 1/2 when they are of different groups
	all := 0.0
	for _, p := range mean {
		all += p / 40
	}
	if math.Abs(all-want) > 0.01 {
		t.Errorf("mean %v, want %v", all, want)
	}
	again, err := brokerage.ParticipationByChance(t.Context(), g, group, 1)
	if err != nil || !slices.Equal(mean, again) {
		t.Error("the same seed gave other means", err)
	}
	other, err := brokerage.ParticipationByChance(t.Context(), g, group, 2)
	if err != nil || slices.Equal(mean, other) {
		t.Error("another seed gave the same means", err)
	}
}

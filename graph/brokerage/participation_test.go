package brokerage_test

import (
	"math"
	"slices"
	"testing"

	"hankeverkko/graph/brokerage"
	"hankeverkko/graph/nets"
)

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

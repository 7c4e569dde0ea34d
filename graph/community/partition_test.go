package community_test

import (
	"math"
	"slices"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/community"
	"hankeverkko/graph/nets"
)

func TestNumber(t *testing.T) {
	for _, test := range []struct{ labels, want []int32 }{
		{nil, []int32{}},
		{[]int32{3, 3, 1, 0}, []int32{0, 0, 1, 2}},
		{[]int32{2, 0, 0, 1}, []int32{1, 0, 0, 2}},
		{[]int32{-1, 2, -7}, []int32{-1, 0, -1}},
	} {
		if got := community.Number(test.labels); !slices.Equal(got, test.want) {
			t.Errorf("Number(%v) = %v, want %v", test.labels, got, test.want)
		}
	}
}

func TestMembers(t *testing.T) {
	got := community.Partition{1, 0, 0, -1, 1, 0}.Members()
	if len(got) != 2 || !slices.Equal(got[0], []int32{1, 2, 5}) || !slices.Equal(got[1], []int32{0, 4}) {
		t.Errorf("%v", got)
	}
}

func TestModularity(t *testing.T) {
	for _, test := range []struct {
		name       string
		g          *graph.OneMode
		p          community.Partition
		resolution float64
		want       float64
	}{
		{"all in one is 0", nets.Clique(4), community.Partition{0, 0, 0, 0}, 1, 0},
		{"no edges", nets.Isolates(2), community.Partition{0, 1}, 1, 0},
		{"edge apart, by hand", nets.Path(2), community.Partition{0, 1}, 1, -0.5},
		{"edge, none in a community", nets.Path(2), community.Partition{-1, -1}, 1, -0.5},
		{"two triangles and a bridge: 6/7 - 1/2", nets.TwoCliques(3), community.Partition{0, 0, 0, 1, 1, 1}, 1, 6./7 - 0.5},
		{"the same at resolution 2", nets.TwoCliques(3), community.Partition{0, 0, 0, 1, 1, 1}, 2, 6./7 - 1},
		{"kite of weights: 10.5/11 - (15.5/22)^2 - (6.5/22)^2", nets.Weighted(), community.Partition{0, 0, 0, 1, 1}, 1,
			10.5/11 - (15.5*15.5+6.5*6.5)/(22*22)},
	} {
		if got := community.Modularity(&test.g.Rows, test.p, test.resolution); math.Abs(got-test.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func TestConnected(t *testing.T) {
	path := &nets.Path(4).Rows
	if !community.Connected(path, community.Partition{0, 0, 1, 1}) {
		t.Error("two halves of a path hang together")
	}
	if community.Connected(path, community.Partition{0, 1, 1, 0}) {
		t.Error("the two ends of a path do not hang together")
	}
	if !community.Connected(path, community.Partition{0, -1, -1, -1}) {
		t.Error("vertices in no community do not count")
	}
}

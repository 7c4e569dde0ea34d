package community_test

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/community"
	"hankeverkko/graph/nets"
)

func alongTies(t *testing.T, g *graph.TwoMode, seed uint64) community.Partition {
	t.Helper()
	p, err := community.ConsensusTwoMode(t.Context(), g, community.TwoModeConsensus{Runs: 40, Share: 0.8, Seed: seed})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestConsensusTwoModeFindsPlantedGroups(t *testing.T) {
	planted, groups := nets.PlantedTwoMode(6, 20, 12, 0.5, 0.02, 3)
	row, cliques := nets.Bicliques([2]int{5, 3}, [2]int{6, 5}, [2]int{6, 4})
	for _, test := range []struct {
		name string
		g    *graph.TwoMode
		want community.Partition
	}{
		{"no vertices", graph.NewTwoMode(0, 0, nil), community.Partition{}},
		{"isolates stand alone", graph.NewTwoMode(1, 2, nil), community.Partition{0, 1, 2}},
		{"one consortium stays whole", biclique([2]int{1, 4}), make(community.Partition, 5)},
		{"bicliques in a row", row, community.Number(cliques)},
	} {
		for seed := range uint64(5) {
			if got := alongTies(t, test.g, seed); !slices.Equal(got, test.want) {
				t.Errorf("%s, seed %d: %v, want %v", test.name, seed, got, test.want)
			}
		}
	}
	if agreement := chance.AdjustedRand(alongTies(t, planted, 1), groups); agreement < 0.97 {
		t.Errorf("adjusted Rand %.3f with the planted groups", agreement)
	}
}

// Where groups are hard to find, the consensus finds more of them than a run does.
func TestConsensusTwoModeBeatsOneRun(t *testing.T) {
	consensus, one := 0.0, 0.0
	const networks = 4
	for seed := range uint64(networks) {
		g, groups := nets.PlantedTwoMode(8, 24, 16, 0.22, 0.03, seed)
		consensus += chance.AdjustedRand(alongTies(t, g, seed), groups) / networks
		one += chance.AdjustedRand(leidenTwoMode(t, g, community.Options{Seed: seed}), groups) / networks
	}
	if consensus < one+0.02 {
		t.Errorf("adjusted Rand of the consensus %.3f, of one run %.3f", consensus, one)
	}
}

func TestConsensusTwoModeOnAnyNumberOfThreads(t *testing.T) {
	g, _ := nets.PlantedTwoMode(8, 30, 20, 0.15, 0.03, 1)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := alongTies(t, g, 4)
	runtime.GOMAXPROCS(2)
	if two := alongTies(t, g, 4); !slices.Equal(one, two) {
		t.Error("one and two threads differ")
	}
}

func TestConsensusTwoModeRefuses(t *testing.T) {
	g := biclique([2]int{2, 2})
	for _, o := range []community.TwoModeConsensus{{Runs: 0, Share: 0.8}, {Runs: 5, Share: 0}, {Runs: 5, Share: 1.1}} {
		if _, err := community.ConsensusTwoMode(t.Context(), g, o); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%+v: %v, want ErrInvalid", o, err)
		}
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := community.ConsensusTwoMode(cancelled, g, community.TwoModeConsensus{Runs: 5, Share: 0.8}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

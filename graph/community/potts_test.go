package community_test

import (
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/community"
	"hankeverkko/graph/nets"
)

// Thirty cliques of five in a ring: modularity joins neighbours (Fortunato &
// Barthelemy 2007), the Potts quality does not.
func TestPottsHasNoResolutionLimit(t *testing.T) {
	g := nets.RingOfCliques(30, 5)
	if p := leiden(t, g, community.Options{}); p.Count() >= 30 {
		t.Errorf("modularity finds %d groups", p.Count())
	}
	p := leiden(t, g, community.Options{Potts: true, Resolution: 0.5})
	if p.Count() != 30 {
		t.Errorf("%d groups", p.Count())
	}
	// By hand: a clique has 10 edges and 10 pairs.
	if q := community.PottsQuality(&g.Rows, p, 0.5); q != 30*(10-0.5*10) {
		t.Errorf("quality %v", q)
	}
}

// No single move, and no joining of two communities, makes it better.
func TestPottsIsALocalBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := someGraph(t)
		o := community.Options{Potts: true, Resolution: rapid.Float64Range(0.05, 1.5).Draw(t, "resolution"), Seed: rapid.Uint64().Draw(t, "seed")}
		p := leiden(t, g, o)
		q := community.PottsQuality(&g.Rows, p, o.Resolution)
		if !community.Connected(&g.Rows, p) {
			t.Fatalf("not connected: %v", p)
		}
		for v := range p {
			for c := range int32(p.Count()) {
				moved := append(community.Partition{}, p...)
				moved[v] = c
				if better := community.PottsQuality(&g.Rows, moved, o.Resolution); better > q+1e-9 {
					t.Fatalf("%v has %v, moving %d to %d gives %v", p, q, v, c, better)
				}
			}
		}
	})
}

func TestPottsOfATwoModeNetwork(t *testing.T) {
	g, _ := nets.PlantedTwoMode(2, 3, 3, 1, 0, 1)
	if _, err := community.LeidenTwoMode(t.Context(), g, community.Options{Potts: true}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("%v", err)
	}
}

// The LFR networks of Lancichinetti & Fortunato, Physical Review E 80, 056117
// (2009), figure 1: 1,000 vertices, mean degree 20, small and large groups.
// bench/quality sets these beside igraph's.
func TestLeidenFindsLFRGroups(t *testing.T) {
	for _, c := range []struct {
		mixing, modularity, potts float64
	}{{0.1, 0.97, 0.99}, {0.3, 0.95, 0.99}, {0.5, 0.9, 0.97}} {
		var modularity, potts float64
		const networks = 4
		for seed := range uint64(networks) {
			g, planted := nets.LFR{
				Vertices: 1000, Degrees: 2, Sizes: 1, Mixing: c.mixing, MeanDegree: 20, MaxDegree: 50, SmallestGroup: 10, LargestOne: 50, Seed: seed,
			}.Build()
			modularity += chance.MutualInformation(planted, leiden(t, g, community.Options{Seed: seed})) / networks
			potts += chance.MutualInformation(planted, leiden(t, g, community.Options{Seed: seed, Potts: true, Resolution: 0.1})) / networks
		}
		if modularity < c.modularity || potts < c.potts || math.IsNaN(modularity+potts) {
			t.Errorf("mixing %v: mutual information %.3f by modularity, %.3f by Potts quality", c.mixing, modularity, potts)
		}
		t.Logf("mixing %v: mutual information %.3f by modularity, %.3f by Potts quality", c.mixing, modularity, potts)
	}
}

package community_test

import (
	"context"
	"errors"
	"math"
	"runtime"
	"slices"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/community"
	"hankeverkko/graph/nets"
)

func TestAgreedByHand(t *testing.T) {
	for _, test := range []struct {
		name string
		runs []community.Partition
		want community.Partition
	}{
		{"one run is its own consensus", []community.Partition{{0, 0, 1, 1}}, community.Partition{0, 0, 1, 1}},
		{"two of three runs", []community.Partition{{0, 0, 1, 1}, {0, 0, 1, 1}, {0, 1, 0, 1}}, community.Partition{0, 0, 1, 1}},
		{"no majority, no tie", []community.Partition{{0, 0, 1}, {0, 1, 1}}, community.Partition{0, 1, 2}},
		{"only runs with both count", []community.Partition{{0, 0, -1}, {-1, 0, 0}, {0, -1, 1}}, community.Partition{0, 0, 0}},
		{"in no run, in no community", []community.Partition{{0, -1, 0}, {0, -1, 0}}, community.Partition{0, -1, 0}},
		{"no runs at all", nil, community.Partition{-1, -1}},
	} {
		n := len(test.want)
		got, err := community.Agreed(context.Background(), n, test.runs, 1)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// leaveOut runs Leiden on the network without a tenth of its vertices.
func leaveOut(g *graph.OneMode) func(seed uint64) (community.Partition, error) {
	return func(seed uint64) (community.Partition, error) {
		kept := chance.Sample(chance.Stream(seed, 2), g.Len(), 0.9)
		number := make([]int32, g.Len())
		for v := range number {
			number[v] = -1
		}
		for i, v := range kept {
			number[v] = int32(i)
		}
		var edges []graph.Edge
		for i, v := range kept {
			for _, u := range g.Row(int(v)) {
				if number[u] > int32(i) {
					edges = append(edges, graph.Edge{U: int32(i), V: number[u], Weight: 1})
				}
			}
		}
		p, err := community.Leiden(context.Background(), &graph.NewOneMode(len(kept), edges).Rows, community.Options{Seed: seed, Iterations: 2})
		if err != nil {
			return nil, err
		}
		for v, i := range number {
			if i >= 0 {
				number[v] = p[i]
			}
		}
		return number, nil
	}
}

func TestConsensusFindsPlantedGroups(t *testing.T) {
	g, groups := nets.Planted(6, 30, 0.4, 0.02, 4)
	got, err := community.Consensus(context.Background(), g.Len(), 30, 11, leaveOut(g))
	if err != nil {
		t.Fatal(err)
	}
	if x := chance.MutualInformation(got, groups); x < 1-1e-12 {
		t.Errorf("mutual information with the planted groups %v, want 1", x)
	}
}

// Near the limit of what can be found, the consensus does better than one run.
func TestConsensusBeatsOneRun(t *testing.T) {
	g, groups := nets.Planted(8, 40, 0.25, 0.07, 1)
	run := func(seed uint64) (community.Partition, error) {
		return community.Leiden(context.Background(), &g.Rows, community.Options{Seed: seed, Iterations: 2})
	}
	runs, err := community.Runs(context.Background(), 40, 5, run)
	if err != nil {
		t.Fatal(err)
	}
	mean := 0.0
	for _, p := range runs {
		mean += chance.AdjustedRand(p, groups) / 40
	}
	agreed, err := community.Agreed(context.Background(), g.Len(), runs, 5)
	if err != nil {
		t.Fatal(err)
	}
	if got := chance.AdjustedRand(agreed, groups); got < mean+0.05 {
		t.Errorf("adjusted Rand of the consensus %.3f, of one run %.3f", got, mean)
	}
}

func TestConsensusOnAnyNumberOfThreads(t *testing.T) {
	g, _ := nets.Planted(8, 30, 0.25, 0.07, 1)
	consensus := func() community.Partition {
		p, err := community.Consensus(context.Background(), g.Len(), 20, 3, leaveOut(g))
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := consensus()
	runtime.GOMAXPROCS(2)
	if two := consensus(); !slices.Equal(one, two) {
		t.Error("one and two threads differ")
	}
}

func TestConsensusStops(t *testing.T) {
	failure := errors.New("no data")
	_, err := community.Consensus(context.Background(), 2, 5, 1, func(uint64) (community.Partition, error) { return nil, failure })
	if !errors.Is(err, failure) {
		t.Errorf("%v, want the error of the run", err)
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = community.Consensus(cancelled, 2, 5, 1, func(uint64) (community.Partition, error) { return community.Partition{0, 0}, nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want context.Canceled", err)
	}
	for _, runs := range [][]community.Partition{{{0}}, {{0, 2}}} {
		if _, err := community.Agreed(context.Background(), 2, runs, 1); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("runs %v of two vertices: %v, want ErrInvalid", runs, err)
		}
	}
}

func TestStability(t *testing.T) {
	nan := math.NaN()
	for _, test := range []struct {
		name string
		p    community.Partition
		runs []community.Partition
		want []float64
	}{
		{"always together", community.Partition{0, 0}, []community.Partition{{0, 0}, {1, 1}}, []float64{1, 1}},
		{"every second time", community.Partition{0, 0}, []community.Partition{{0, 0}, {0, 1}}, []float64{0.5, 0.5}},
		{"the third is the doubtful one", community.Partition{0, 0, 0}, []community.Partition{{0, 0, 0}, {0, 0, 1}}, []float64{0.75, 0.75, 0.5}},
		{"alone in one run of two", community.Partition{0, 0, 1}, []community.Partition{{0, 0, 1}, {0, 1, 1}}, []float64{0.5, 0.5, 0.5}},
		{"left out of a run", community.Partition{0, 0}, []community.Partition{{0, 0}, {0, -1}}, []float64{1, 1}},
		{"in no community; in no run", community.Partition{-1, 0}, []community.Partition{{0, -1}}, []float64{nan, nan}},
	} {
		got, err := community.Stability(test.p, test.runs)
		if err != nil {
			t.Fatal(err)
		}
		for v, want := range test.want {
			if got[v] != want && !(math.IsNaN(got[v]) && math.IsNaN(want)) {
				t.Errorf("%s: %v, want %v", test.name, got, test.want)
				break
			}
		}
	}
}

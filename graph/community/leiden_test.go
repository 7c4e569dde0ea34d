package community_test

import (
	"context"
	"errors"
	"math"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/community"
	"hankeverkko/graph/nets"
)

func leiden(t interface{ Fatal(...any) }, g *graph.OneMode, o community.Options) community.Partition {
	p, err := community.Leiden(context.Background(), &g.Rows, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestLeidenFindsClearGroups(t *testing.T) {
	planted, groups := nets.Planted(8, 25, 0.5, 0.01, 3)
	for _, test := range []struct {
		name string
		g    *graph.OneMode
		want community.Partition
	}{
		{"no vertices", nets.Isolates(0), community.Partition{}},
		{"isolates stand alone", nets.Isolates(3), community.Partition{0, 1, 2}},
		{"an edge is one group", nets.Path(2), community.Partition{0, 0}},
		{"clique", nets.Clique(6), community.Partition{0, 0, 0, 0, 0, 0}},
		{"two cliques and a bridge", nets.TwoCliques(5), community.Partition{0, 0, 0, 0, 0, 1, 1, 1, 1, 1}},
		{"parts never share a group", nets.Apart(), community.Partition{0, 0, 0, 1, 1, 1, 2, 2, 3}},
		{"weights decide, not edge counts", nets.Weighted(), community.Partition{0, 0, 0, 1, 1}},
		{"eight planted groups", planted, community.Number(groups)},
	} {
		t.Run(test.name, func(t *testing.T) {
			for seed := range uint64(5) {
				if got := leiden(t, test.g, community.Options{Seed: seed}); !slices.Equal(got, test.want) {
					t.Errorf("seed %d: %v, want %v", seed, got, test.want)
				}
			}
		})
	}
}

// The best partition of Zachary's club is known to have modularity 0.4197896
// and four groups (Brandes et al., On modularity clustering, 2008).
func TestLeidenOnZachary(t *testing.T) {
	g := nets.Zachary()
	best := 0.0
	for seed := range uint64(10) {
		p := leiden(t, g, community.Options{Seed: seed})
		q := community.Modularity(&g.Rows, p, 1)
		if best = max(best, q); q < 0.4155 {
			t.Errorf("seed %d: modularity %.7f", seed, q)
		}
	}
	if math.Abs(best-0.4197896) > 1e-7 {
		t.Errorf("best of ten seeds %.7f, want 0.4197896", best)
	}
}

func TestLeidenResolution(t *testing.T) {
	g := nets.RingOfCliques(30, 5)
	// At resolution 1 neighbouring cliques pair up (Fortunato & Barthelemy
	// 2007); asking for smaller groups separates them.
	if got := leiden(t, g, community.Options{Resolution: 3}).Count(); got != 30 {
		t.Errorf("resolution 3: %d groups, want 30", got)
	}
	if got := leiden(t, g, community.Options{Resolution: 1}).Count(); got >= 30 {
		t.Errorf("resolution 1: %d groups, want fewer than 30", got)
	}
}

func TestLeidenCountsLoopsAsStrength(t *testing.T) {
	// Vertices 0 and 1 are tied weakly; heavy loops make that less than expected.
	g := &graph.Rows{Offsets: []int32{0, 2, 4}, Targets: []int32{0, 1, 0, 1}, Weights: []float64{10, 1, 1, 10}}
	p, err := community.Leiden(context.Background(), g, community.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if want := (community.Partition{0, 1}); !slices.Equal(p, want) {
		t.Errorf("%v, want %v", p, want)
	}
	if got, want := community.Modularity(g, p, 1), 20./22-2*0.25; math.Abs(got-want) > 1e-12 {
		t.Errorf("modularity %v, want %v", got, want)
	}
}

// Ties without weight draw nobody, however many there are.
func TestLeidenOfTiesWithoutWeight(t *testing.T) {
	const size = 10
	var cliques, all []graph.Edge
	for u := range int32(2 * size) {
		for v := u + 1; v < 2*size; v++ {
			e := graph.Edge{U: u, V: v}
			if (u < size) == (v < size) {
				e.Weight = 1
				cliques = append(cliques, e)
			}
			all = append(all, e)
		}
	}
	for _, edges := range [][]graph.Edge{cliques, all} {
		p, err := community.Leiden(context.Background(), &graph.NewOneMode(2*size, edges).Rows, community.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if want := append(make(community.Partition, size), slices.Repeat([]int32{1}, size)...); !slices.Equal(p, want) {
			t.Errorf("%v, want %v", p, want)
		}
	}
}

func TestLeidenImprovesStart(t *testing.T) {
	g := nets.TwoCliques(5)
	for _, start := range []community.Partition{
		{0, 1, 0, 1, 0, 1, 0, 1, 0, 1},
		{0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
		{-1, -1, -1, 3, 3, 3, -1, -1, -1, -1},
	} {
		got := leiden(t, g, community.Options{Start: start})
		if want := (community.Partition{0, 0, 0, 0, 0, 1, 1, 1, 1, 1}); !slices.Equal(got, want) {
			t.Errorf("from %v: %v", start, got)
		}
	}
}

func TestLeidenRefuses(t *testing.T) {
	edge := func(w float64) *graph.Rows {
		return &graph.NewOneMode(2, []graph.Edge{{U: 0, V: 1, Weight: w}}).Rows
	}
	for _, test := range []struct {
		name  string
		g     *graph.Rows
		start community.Partition
	}{
		{"negative weight", edge(-1), nil},
		{"weight that is no number", edge(math.NaN()), nil},
		{"endless weight", edge(math.Inf(1)), nil},
		{"start of another size", edge(1), community.Partition{0}},
		{"start with a label out of range", edge(1), community.Partition{0, 2}},
	} {
		if _, err := community.Leiden(context.Background(), test.g, community.Options{Start: test.start}); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", test.name, err)
		}
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := community.Leiden(cancelled, edge(1), community.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// someGraph draws a small network, weights included, of any density.
func someGraph(t *rapid.T) *graph.OneMode {
	n := rapid.IntRange(1, 40).Draw(t, "vertices")
	vertex := rapid.Int32Range(0, int32(n-1))
	return graph.NewOneMode(n, rapid.SliceOfN(rapid.Custom(func(t *rapid.T) graph.Edge {
		return graph.Edge{U: vertex.Draw(t, "u"), V: vertex.Draw(t, "v"), Weight: rapid.SampledFrom([]float64{0, 0.25, 1, 1, 3}).Draw(t, "weight")}
	}), 0, 4*n).Draw(t, "edges"))
}

func TestLeidenProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := someGraph(t)
		o := community.Options{
			Seed:       rapid.Uint64().Draw(t, "seed"),
			Resolution: rapid.SampledFrom([]float64{0.5, 1, 2}).Draw(t, "resolution"),
			Iterations: rapid.IntRange(0, 3).Draw(t, "iterations"),
		}
		start := make(community.Partition, g.Len()) // every vertex by itself
		for v := range start {
			start[v] = int32(v)
		}
		if rapid.Bool().Draw(t, "from a start") {
			for v := range start {
				start[v] = rapid.Int32Range(0, int32(min(2, g.Len()-1))).Draw(t, "community")
			}
			o.Start = start
		}
		p := leiden(t, g, o)
		if !community.Connected(&g.Rows, p) {
			t.Fatalf("not connected: %v", p)
		}
		if !slices.Equal(p, community.Number(p)) {
			t.Fatalf("not numbered by size: %v", p)
		}
		q := community.Modularity(&g.Rows, p, o.Resolution)
		if before := community.Modularity(&g.Rows, start, o.Resolution); q < before-1e-12 {
			t.Fatalf("worse than the start: %v, before %v", q, before)
		}
		if again := leiden(t, g, o); !slices.Equal(p, again) {
			t.Fatalf("twice the same seed: %v and %v", p, again)
		}
		o.Start = p
		if better := community.Modularity(&g.Rows, leiden(t, g, o), o.Resolution); better < q-1e-12 {
			t.Fatalf("from %v down to %v", q, better)
		}
	})
}

func TestLeidenOnAnyNumberOfThreads(t *testing.T) {
	g, _ := nets.Planted(10, 100, 0.5, 0.05, 5)
	if len(g.Targets) < 1<<16 {
		t.Fatalf("%d arcs are too few for several workers", len(g.Targets))
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := leiden(t, g, community.Options{Seed: 9})
	runtime.GOMAXPROCS(3)
	if three := leiden(t, g, community.Options{Seed: 9}); !slices.Equal(one, three) {
		t.Error("one and three threads differ")
	}
}

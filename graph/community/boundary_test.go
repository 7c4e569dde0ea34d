package community_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/community"
	"hankeverkko/graph/nets"
)

// By hand: vertices 0-2 and 3-5 are the communities. Run one has them as they
// are; run two has 2 with the others; run three lacks 0 and has all in one.
func TestBoundaryByHand(t *testing.T) {
	p := community.Partition{0, 0, 0, 1, 1, 1}
	runs := []community.Partition{{0, 0, 0, 1, 1, 1}, {1, 1, 0, 0, 0, 0}, {-1, 0, 0, 0, 0, 0}}
	b, err := community.BoundaryOf(t.Context(), p, runs)
	if err != nil {
		t.Fatal(err)
	}
	for v, want := range []struct{ inside, outside float64 }{
		{3. / 4, 0}, {4. / 5, 3. / 9}, {3. / 5, 6. / 9}, {1, 3. / 8}, {1, 3. / 8}, {1, 3. / 8},
	} {
		if math.Abs(b.Inside[v]-want.inside) > 1e-15 || math.Abs(b.Outside[v]-want.outside) > 1e-15 {
			t.Errorf("vertex %d: %v and %v, want %v", v, b.Inside[v], b.Outside[v], want)
		}
	}
	if !slices.Equal(b.Second, []int32{-1, 1, 1, 0, 0, 0}) {
		t.Errorf("second %v", b.Second)
	}
	if want := (3./4 + 4./5 - 3./9 + 3./5 - 6./9) / 3; math.Abs(b.Communities[0]-want) > 1e-15 || b.Communities[1] != 0.625 {
		t.Errorf("communities %v, want %v and 0.625", b.Communities, want)
	}
}

func TestBoundaryOfWrongRuns(t *testing.T) {
	for _, runs := range [][]community.Partition{{{0}}, {{0, 2}}} {
		if _, err := community.BoundaryOf(t.Context(), community.Partition{0, 0}, runs); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%v: %v", runs, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := community.BoundaryOf(ctx, community.Partition{0}, []community.Partition{{0}}); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
}

// Every figure is what counting pairs gives.
func TestBoundaryIsCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "n")
		draw := func(name string) community.Partition {
			return community.Number(rapid.SliceOfN(rapid.Int32Range(-1, int32(min(n-1, 4))), n, n).Draw(t, name))
		}
		p := draw("partition")
		var runs []community.Partition
		for range rapid.IntRange(0, 5).Draw(t, "runs") {
			runs = append(runs, draw("run"))
		}
		b, err := community.BoundaryOf(context.Background(), p, runs)
		if err != nil {
			t.Fatal(err)
		}
		for v := range n {
			shares, most := make([]float64, p.Count()), 0.0
			for c := range shares {
				with, met := 0.0, 0.0
				for _, run := range runs {
					for u := range n {
						if u != v && int(p[u]) == c && run[u] >= 0 && run[v] >= 0 {
							met++
							if run[u] == run[v] {
								with++
							}
						}
					}
				}
				if shares[c] = with / met; int32(c) != p[v] && shares[c] > most {
					most = shares[c]
				}
			}
			if p[v] < 0 || math.IsNaN(shares[p[v]]) {
				if !math.IsNaN(b.Inside[v]) || !math.IsNaN(b.Outside[v]) || b.Second[v] != -1 {
					t.Fatalf("vertex %d: %v %v %d", v, b.Inside[v], b.Outside[v], b.Second[v])
				}
				continue
			}
			if b.Inside[v] != shares[p[v]] || b.Outside[v] != most {
				t.Fatalf("vertex %d: %v and %v, counted %v", v, b.Inside[v], b.Outside[v], shares)
			}
			if s := b.Second[v]; (s < 0) != (most == 0) || s >= 0 && shares[s] != most {
				t.Fatalf("vertex %d: second %d of %v", v, s, shares)
			}
		}
	})
}

// Planted groups are clear, and those found where there are none are not.
func TestBoundaryOfPlanted(t *testing.T) {
	for _, planted := range []struct {
		inside, between float64
		least, most     float64
	}{{0.5, 0.02, 0.9, 1}, {0.12, 0.12, -1, 0.5}} {
		g, _ := nets.PlantedTwoMode(4, 12, 10, planted.inside, planted.between, 3)
		p, err := community.ConsensusTwoMode(t.Context(), g, community.TwoModeConsensus{Runs: 40, Share: 0.8, Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		runs, err := community.RunsTwoMode(t.Context(), g, community.TwoModeConsensus{Runs: 40, Share: 0.9, Seed: 2})
		if err != nil {
			t.Fatal(err)
		}
		b, err := community.BoundaryOf(t.Context(), p, runs)
		if err != nil {
			t.Fatal(err)
		}
		sum, n := 0.0, 0.0
		for v := range p {
			if c := b.Clarity(v); !math.IsNaN(c) {
				sum, n = sum+c, n+1
			}
		}
		if mean := sum / n; mean < planted.least || mean > planted.most {
			t.Errorf("%+v: mean clarity %v", planted, mean)
		}
	}
}

func BenchmarkBoundary(b *testing.B) {
	const n = 40_000
	p := make(community.Partition, n)
	for v := range p {
		p[v] = int32(v % 200)
	}
	p = community.Number(p)
	var runs []community.Partition
	for r := range 100 {
		random, run := chance.Stream(uint64(r), 1), slices.Clone(p)
		for v := range run {
			if random.IntN(5) == 0 {
				run[v] = int32(random.IntN(200))
			}
		}
		runs = append(runs, community.Number(run))
	}
	for b.Loop() {
		if _, err := community.BoundaryOf(b.Context(), p, runs); err != nil {
			b.Fatal(err)
		}
	}
}

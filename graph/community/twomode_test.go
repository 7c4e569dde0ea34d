package community_test

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/community"
	"hankeverkko/graph/nets"
)

func leidenTwoMode(t interface{ Fatal(...any) }, g *graph.TwoMode, o community.Options) community.Partition {
	p, err := community.LeidenTwoMode(context.Background(), g, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func biclique(sizes ...[2]int) *graph.TwoMode {
	g, _ := nets.Bicliques(sizes...)
	return g
}

// weighed gives the first tie its weight and all others 1.
func weighed(g *graph.TwoMode, weight float64) *graph.TwoMode {
	g.Weights = slices.Repeat([]float64{1}, len(g.Targets))
	g.Weights[0] = weight
	actor := int(g.Targets[0])
	g.Weights[g.Offsets[actor]] = weight
	return g
}

func TestBarberModularityByHand(t *testing.T) {
	apart := func() *graph.TwoMode { return graph.NewTwoMode(2, 2, [][2]int32{{0, 0}, {1, 1}}) }
	for _, test := range []struct {
		name       string
		g          *graph.TwoMode
		p          community.Partition
		resolution float64
		want       float64
	}{
		{"no vertices", graph.NewTwoMode(0, 0, nil), community.Partition{}, 1, 0},
		{"no ties", graph.NewTwoMode(1, 2, nil), community.Partition{0, 0, 1}, 1, 0},
		{"one biclique, all in one", biclique([2]int{3, 4}), make(community.Partition, 7), 1, 0},
		{"one biclique, each alone", biclique([2]int{3, 4}), community.Partition{0, 1, 2, 3, 4, 5, 6}, 1, 0},
		{"two of a kind cost nothing", biclique([2]int{3, 4}), community.Partition{0, 0, 0, 1, 1, 1, 1}, 1, 0},
		{"two ties apart: 2 (1/2 - 1/4)", apart(), community.Partition{0, 1, 0, 1}, 1, 0.5},
		{"crossed: 2 (0 - 1/4)", apart(), community.Partition{0, 1, 1, 0}, 1, -0.5},
		{"resolution 2: 2 (1/2 - 2/4)", apart(), community.Partition{0, 1, 0, 1}, 2, 0},
		{"in none, alone", apart(), community.Partition{-1, -1, -1, -1}, 1, 0},
		{"one in none: 1/2 - 1/4", apart(), community.Partition{0, -1, 0, -1}, 1, 0.25},
		{"weights 3 and 1: 4/4 - 9/16 - 1/16", weighed(apart(), 3), community.Partition{0, 1, 0, 1}, 1, 0.375},
		// Seven ties; {2 projects, 2 actors} with 4 inside and strengths 4 and 5, the rest with 2, 3 and 2.
		{"two bicliques and a tie: 6/7 - (20 + 6)/49", biclique([2]int{2, 2}, [2]int{1, 2}), community.Partition{0, 0, 1, 0, 0, 1, 1}, 1, 6./7 - 26./49},
	} {
		if got := community.BarberModularity(test.g, test.p, test.resolution); math.Abs(got-test.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// reference is what testdata/reference.py writes.
type reference struct {
	Made     string
	Networks map[string]struct {
		Projects, Actors int
		Ties             [][2]int32
		Best, Mean       float64
		Partition        community.Partition
		TwoGroups        *struct {
			Best      float64
			Partition community.Partition
		} `json:"two groups"`
	}
}

// The modularity of leidenalg's best partition, and 200 runs of either: ours
// must do no worse on average, and its best must come up to leidenalg's best,
// the less so the more the runs differ.
func TestAgainstLeidenalg(t *testing.T) {
	file, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var want reference
	if err := json.Unmarshal(file, &want); err != nil {
		t.Fatal(err)
	}
	if len(want.Networks) < 7 {
		t.Fatalf("only %d networks in the reference", len(want.Networks))
	}
	for name, n := range want.Networks {
		g := graph.NewTwoMode(n.Projects, n.Actors, n.Ties)
		if got := community.BarberModularity(g, community.Number(n.Partition), 1); math.Abs(got-n.Best) > 1e-12 {
			t.Errorf("%s: modularity of the given groups %v, want %v", name, got, n.Best)
		}
		best, mean := 0.0, 0.0
		const seeds = 200
		for seed := range uint64(seeds) {
			q := community.BarberModularity(g, leidenTwoMode(t, g, community.Options{Seed: seed}), 1)
			best, mean = max(best, q), mean+q/seeds
		}
		t.Logf("%-24s best %.6f (%.6f), mean %.6f (%.6f)", name, best, n.Best, mean, n.Mean)
		if best < n.Best-(n.Best-n.Mean)/5-1e-9 {
			t.Errorf("%s: best of %d seeds %.6f, leidenalg finds %.6f", name, seeds, best, n.Best)
		}
		if mean < n.Mean-0.0005 {
			t.Errorf("%s: on average %.6f, leidenalg %.6f", name, mean, n.Mean)
		}
	}
}

// Barber (2007) gives 0.3212 for two groups of the women and their events,
// found by his method BRIM; the highest known modularity is 0.3455, with four
// groups (Liu & Murata 2010; Beckett 2016).
func TestSouthernWomen(t *testing.T) {
	g := nets.SouthernWomen().TwoMode()
	first := []string{"E01", "E02", "E03", "E04", "E05", "E06", "E07", "Brenda", "Charlotte", "Eleanor", "Evelyn", "Frances", "Laura", "Ruth", "Theresa"}
	n := nets.SouthernWomen()
	two := make(community.Partition, g.Len())
	for v := range two {
		name := ""
		if v < g.Projects {
			name = string(n.Projects[v].ID)
		} else {
			name = n.Actors[v-g.Projects].Name
		}
		if !slices.Contains(first, name) {
			two[v] = 1
		}
	}
	if q := community.BarberModularity(g, two, 1); math.Abs(q-0.321172) > 5e-7 {
		t.Errorf("two groups: %.6f, want 0.321172", q)
	}
	best, groups := 0.0, 0
	for seed := range uint64(20) {
		p := leidenTwoMode(t, g, community.Options{Seed: seed})
		if q := community.BarberModularity(g, p, 1); q > best {
			best, groups = q, p.Count()
		}
	}
	if math.Abs(best-0.345537) > 5e-7 || groups != 4 {
		t.Errorf("best of 20 seeds: %.6f with %d groups, want 0.345537 with 4", best, groups)
	}
}

func TestLeidenTwoModeFindsClearGroups(t *testing.T) {
	planted, groups := nets.PlantedTwoMode(6, 20, 12, 0.6, 0.01, 3)
	row, cliques := nets.Bicliques([2]int{3, 3}, [2]int{2, 5}, [2]int{4, 2}, [2]int{3, 4})
	for _, test := range []struct {
		name string
		g    *graph.TwoMode
		want community.Partition
	}{
		{"no vertices", graph.NewTwoMode(0, 0, nil), community.Partition{}},
		{"isolates stand alone", graph.NewTwoMode(1, 2, nil), community.Partition{0, 1, 2}},
		{"one consortium stays whole", biclique([2]int{1, 4}), make(community.Partition, 5)},
		{"so do an actor's own projects", biclique([2]int{4, 1}), make(community.Partition, 5)},
		{"so does a biclique", biclique([2]int{3, 4}), make(community.Partition, 7)},
		{"parts never share a group", graph.NewTwoMode(3, 2, [][2]int32{{0, 0}, {1, 0}, {2, 1}}), community.Partition{0, 0, 1, 0, 1}},
		{"bicliques in a row", row, community.Number(cliques)},
		{"six planted groups", planted, community.Number(groups)},
	} {
		t.Run(test.name, func(t *testing.T) {
			for seed := range uint64(5) {
				if got := leidenTwoMode(t, test.g, community.Options{Seed: seed}); !slices.Equal(got, test.want) {
					t.Errorf("seed %d: %v, want %v", seed, got, test.want)
				}
			}
		})
	}
}

// Larger and sparser, planted groups are found but for a few vertices.
func TestLeidenTwoModeFindsFaintGroups(t *testing.T) {
	g, groups := nets.PlantedTwoMode(12, 60, 30, 0.15, 0.005, 8)
	p := leidenTwoMode(t, g, community.Options{Seed: 1})
	if agreement := chance.AdjustedRand(p, groups); agreement < 0.9 {
		t.Errorf("adjusted Rand %.3f with the planted groups", agreement)
	}
}

func TestLeidenTwoModeRefuses(t *testing.T) {
	odd := &graph.TwoMode{Rows: nets.Clique(3).Rows, Projects: 1}
	if _, err := community.LeidenTwoMode(t.Context(), odd, community.Options{}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a tie of two actors: %v, want ErrInvalid", err)
	}
	if _, err := community.LeidenTwoMode(t.Context(), biclique([2]int{1, 1}), community.Options{Start: community.Partition{0}}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("start of another size: %v, want ErrInvalid", err)
	}
}

// someTwoMode draws a small two-mode network, weights included, of any density.
func someTwoMode(t *rapid.T) *graph.TwoMode {
	projects, actors := rapid.IntRange(1, 20).Draw(t, "projects"), rapid.IntRange(1, 20).Draw(t, "actors")
	var pairs [][2]int32
	density := rapid.IntRange(1, 9).Draw(t, "density")
	for p := range projects {
		for a := range actors {
			if rapid.IntRange(0, 9).Draw(t, "tie") < density {
				pairs = append(pairs, [2]int32{int32(p), int32(a)})
			}
		}
	}
	g := graph.NewTwoMode(projects, actors, pairs)
	if len(pairs) > 0 && rapid.Bool().Draw(t, "weighted") {
		weighed(g, rapid.SampledFrom([]float64{0, 0.25, 3}).Draw(t, "weight"))
	}
	return g
}

func TestLeidenTwoModeProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := someTwoMode(t)
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
		p := leidenTwoMode(t, g, o)
		if !community.Connected(&g.Rows, p) {
			t.Fatalf("not connected: %v", p)
		}
		if !slices.Equal(p, community.Number(p)) {
			t.Fatalf("not numbered by size: %v", p)
		}
		q := community.BarberModularity(g, p, o.Resolution)
		if before := community.BarberModularity(g, start, o.Resolution); q < before-1e-12 {
			t.Fatalf("worse than the start: %v, before %v", q, before)
		}
		if again := leidenTwoMode(t, g, o); !slices.Equal(p, again) {
			t.Fatalf("twice the same seed: %v and %v", p, again)
		}
		if o.Iterations == 0 && o.Resolution <= 1 && g.Weights == nil {
			for v := range g.Len() {
				if row := g.Row(v); len(row) == 1 && p[v] != p[row[0]] {
					t.Fatalf("vertex %d is not with the only one it is tied to: %v", v, p)
				}
			}
		}
		o.Start = p
		if better := community.BarberModularity(g, leidenTwoMode(t, g, o), o.Resolution); better < q-1e-12 {
			t.Fatalf("from %v down to %v", q, better)
		}
	})
}

// Renaming vertices, or taking projects for actors, changes no modularity; nor
// does an isolate more.
func TestBarberModularityOfRenamedVertices(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := someTwoMode(t)
		g.Weights = nil
		p := make(community.Partition, g.Len())
		for v := range p {
			p[v] = rapid.Int32Range(-1, int32(min(3, g.Len()-1))).Draw(t, "community")
		}
		actors := g.Len() - g.Projects
		order := rapid.Permutation(identityOrder(g.Projects)).Draw(t, "projects")
		var turned [][2]int32 // actors first, the projects in another order after them
		q := make(community.Partition, g.Len()+1)
		for v := range g.Projects {
			for _, u := range g.Row(v) {
				turned = append(turned, [2]int32{u - int32(g.Projects), order[v]})
			}
			q[actors+int(order[v])] = p[v]
		}
		copy(q, p[g.Projects:])
		slices.SortFunc(turned, func(a, b [2]int32) int { return slices.Compare(a[:], b[:]) })
		other := graph.NewTwoMode(actors, g.Projects+1, turned)
		if a, b := community.BarberModularity(g, p, 1), community.BarberModularity(other, q, 1); math.Abs(a-b) > 1e-12 {
			t.Fatalf("%v, renamed %v", a, b)
		}
	})
}

func identityOrder(n int) []int32 {
	order := make([]int32, n)
	for i := range order {
		order[i] = int32(i)
	}
	return order
}

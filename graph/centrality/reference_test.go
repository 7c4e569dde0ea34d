package centrality_test

import (
	"context"
	"encoding/json"
	"maps"
	"math"
	"os"
	"slices"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/community"
	"hankeverkko/graph/nets"
)

// named gives the networks of testdata/reference.json.
var named = map[string]*graph.Rows{
	"empty":                    &nets.Isolates(0).Rows,
	"one vertex":               &nets.Isolates(1).Rows,
	"isolates":                 &nets.Isolates(4).Rows,
	"path":                     &nets.Path(7).Rows,
	"cycle":                    &nets.Cycle(8).Rows,
	"odd cycle":                &nets.Cycle(7).Rows,
	"star":                     &nets.Star(6).Rows,
	"clique":                   &nets.Clique(6).Rows,
	"two cliques and a bridge": &nets.TwoCliques(5).Rows,
	"ring of cliques":          &nets.RingOfCliques(6, 4).Rows,
	"apart":                    &nets.Apart().Rows,
	"weighted":                 &nets.Weighted().Rows,
	"zachary":                  &nets.Zachary().Rows,
	"florentine":               &nets.Florentine().Rows,
	"southern women":           &nets.SouthernWomen().TwoMode().Rows,
}

// reference is what testdata/reference.py writes.
type reference struct {
	Made     string
	Networks map[string]struct {
		Degree, Strength, Betweenness, PageRank []float64
		Components                              int
		Modularity                              float64
	}
}

func TestAgainstNetworkxAndIgraph(t *testing.T) {
	file, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var want reference
	if err := json.Unmarshal(file, &want); err != nil {
		t.Fatal(err)
	}
	if a, b := slices.Sorted(maps.Keys(named)), slices.Sorted(maps.Keys(want.Networks)); !slices.Equal(a, b) {
		t.Fatalf("networks here %v, in the reference %v", a, b)
	}
	ctx := context.Background()
	for name, g := range named {
		t.Run(name, func(t *testing.T) {
			want := want.Networks[name]
			equal(t, "degree", centrality.Degree(g), want.Degree)
			equal(t, "strength", centrality.Strength(g), want.Strength)
			betweenness, err := centrality.Betweenness(ctx, g)
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "betweenness", betweenness, want.Betweenness)
			rank, err := centrality.PageRank(ctx, g, 0.85, 1e-13)
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "PageRank", rank, want.PageRank)
			if _, count := centrality.Components(g); count != want.Components {
				t.Errorf("%d components, want %d", count, want.Components)
			}
			best := math.Inf(-1)
			for seed := range uint64(20) {
				p, err := community.Leiden(ctx, g, community.Options{Seed: seed})
				if err != nil {
					t.Fatal(err)
				}
				best = max(best, community.Modularity(g, p, 1))
			}
			if best < want.Modularity-1e-9 {
				t.Errorf("best modularity %v, igraph's %v", best, want.Modularity)
			}
		})
	}
}

func equal(t *testing.T, what string, got, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s of %d vertices, want %d", what, len(got), len(want))
	}
	for v := range want {
		if math.Abs(got[v]-want[v]) > 1e-9 {
			t.Errorf("%s of vertex %d is %v, want %v", what, v, got[v], want[v])
		}
	}
}

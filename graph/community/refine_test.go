package community

import (
	"context"
	"math/rand/v2"
	"testing"

	"hankeverkko/graph"
)

// The parts that refinement makes of a community hang together, whatever the
// community; only therefore do Leiden's.
func TestRefinedPartsAreConnected(t *testing.T) {
	merged := false
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 1))
		n := 4 + random.IntN(30)
		edges := make([]graph.Edge, 2*n)
		for i := range edges {
			edges[i] = graph.Edge{U: random.Int32N(int32(n)), V: random.Int32N(int32(n)), Weight: float64(1 + random.IntN(3))}
		}
		g := graph.NewOneMode(n, edges)
		s, err := newSearch(context.Background(), &g.Rows, nil, Options{Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		for v := range s.community {
			s.community[v] = int32(v % 2)
		}
		s.refine(&s.bottom, s.community, 2, s.refined)
		for v, part := range s.refined {
			if s.community[v] != s.community[part] {
				t.Fatalf("seed %d: vertex %d left its community", seed, v)
			}
			merged = merged || int(part) != v
		}
		if p := Number(s.refined); !Connected(&g.Rows, p) {
			t.Fatalf("seed %d: %v is not connected", seed, p)
		}
	}
	if !merged {
		t.Error("nothing was ever joined")
	}
}

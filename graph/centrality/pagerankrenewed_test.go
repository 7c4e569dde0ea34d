package centrality_test

import (
	"errors"
	"math"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/nets"
)

// Without an actor the others share its score as the network without it says;
// every kind of change is held against brute force in package whatif.
func TestRenewedPageRankIsThatOfTheChangedNetwork(t *testing.T) {
	g := nets.SouthernWomen().TwoMode()
	before, err := centrality.PageRankOfActors(t.Context(), g, 0.85, 1e-12)
	if err != nil {
		t.Fatal(err)
	}
	rank := centrality.NewActorRank(g)
	for gone := range int32(g.Len() - g.Projects) {
		recasts, err := g.WithoutActor(gone)
		if err != nil {
			t.Fatal(err)
		}
		got, err := rank.Renew(t.Context(), before, recasts, gone, 0.85, 1e-12)
		if err != nil {
			t.Fatal(err)
		}
		var pairs [][2]int32
		for p := range g.Projects {
			for _, v := range g.Row(p) {
				switch a := v - int32(g.Projects); {
				case a < gone:
					pairs = append(pairs, [2]int32{int32(p), a})
				case a > gone:
					pairs = append(pairs, [2]int32{int32(p), a - 1})
				}
			}
		}
		want, err := centrality.PageRankOfActors(t.Context(), graph.NewTwoMode(g.Projects, len(got)-1, pairs), 0.85, 1e-12)
		if err != nil {
			t.Fatal(err)
		}
		if !math.IsNaN(got[gone]) {
			t.Errorf("%d is gone and has %v", gone, got[gone])
		}
		for i, score := range want {
			a := i
			if a >= int(gone) {
				a++
			}
			if math.Abs(got[a]-score) > 1e-11 {
				t.Errorf("without %d, %d has %v, want %v", gone, a, got[a], score)
			}
		}
	}
	if _, err := rank.Renew(t.Context(), before[1:], nil, -1, 0.85, 1e-12); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("too few scores: %v", err)
	}
}

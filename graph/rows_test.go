package graph_test

import (
	"slices"
	"testing"

	"hankeverkko/graph"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestTwoModeRows(t *testing.T) {
	g := valley(t).TwoMode()
	// biogas 0, food 1, hydrogen 2, tampere 3, unknown 4; alone 5, nowhere 6, seamk 7, tuni 8, valio 9
	want := [][]int32{{8}, {6}, {7, 8, 9}, {8, 9}, {}, {}, {1}, {2}, {0, 2, 3}, {2, 3}}
	if g.Len() != len(want) || g.Projects != 5 {
		t.Fatalf("%d vertices, %d of them projects", g.Len(), g.Projects)
	}
	for v := range want {
		if !slices.Equal(g.Row(v), want[v]) {
			t.Errorf("row %d is %v, want %v", v, g.Row(v), want[v])
		}
		if g.RowWeights(v) != nil {
			t.Errorf("row %d has weights", v)
		}
	}
	if from, to := g.Vertices(graph.Projects); from != 0 || to != 5 {
		t.Errorf("projects are %d to %d", from, to)
	}
	if from, to := g.Vertices(graph.Actors); from != 5 || to != 10 {
		t.Errorf("actors are %d to %d", from, to)
	}
}

func TestNewOneMode(t *testing.T) {
	g := graph.NewOneMode(4, []graph.Edge{{U: 2, V: 0, Weight: 1}, {U: 0, V: 1, Weight: 2}, {U: 0, V: 2, Weight: 0.5}, {U: 1, V: 1, Weight: 9}})
	want := graph.Rows{Offsets: []int32{0, 2, 3, 4, 4}, Targets: []int32{1, 2, 0, 0}, Weights: []float64{2, 1.5, 2, 1.5}}
	if d := cmp.Diff(want, g.Rows); d != "" {
		t.Error(d)
	}
	if g := graph.NewOneMode(0, nil); g.Len() != 0 {
		t.Errorf("no vertices: length %d", g.Len())
	}
}

// Rows are sorted, hold both directions, and say what the edges say.
func TestNewOneModeIsUndirected(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "vertices")
		want := make(map[[2]int32]float64)
		edges := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) graph.Edge {
			return graph.Edge{
				U: rapid.Int32Range(0, int32(n)-1).Draw(t, "u"), V: rapid.Int32Range(0, int32(n)-1).Draw(t, "v"),
				Weight: float64(rapid.IntRange(1, 9).Draw(t, "weight")), // whole numbers add up alike in any order
			}
		}), 0, 20).Draw(t, "edges")
		for _, e := range edges {
			if e.U != e.V {
				want[[2]int32{e.U, e.V}] += e.Weight
				want[[2]int32{e.V, e.U}] += e.Weight
			}
		}
		g := graph.NewOneMode(n, edges)
		got := make(map[[2]int32]float64)
		for v := range g.Len() {
			row := g.Row(v)
			if !slices.IsSorted(row) {
				t.Fatalf("row %d is not in order: %v", v, row)
			}
			for i, to := range row {
				if _, twice := got[[2]int32{int32(v), to}]; twice {
					t.Fatalf("%d has %d twice as a neighbour", v, to)
				}
				got[[2]int32{int32(v), to}] = g.RowWeights(v)[i]
			}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatal(d)
		}
	})
}

func TestBackArcsLeadBack(t *testing.T) {
	g := graph.NewOneMode(5, []graph.Edge{{U: 0, V: 3, Weight: 1}, {U: 3, V: 4, Weight: 1}, {U: 1, V: 3, Weight: 1}, {U: 0, V: 4, Weight: 1}})
	back := g.BackArcs()
	if len(back) != 8 {
		t.Fatalf("%d arcs", len(back))
	}
	for v := range g.Len() {
		for k := g.Offsets[v]; k < g.Offsets[v+1]; k++ {
			if u := g.Targets[k]; g.Targets[back[k]] != int32(v) || back[k] < g.Offsets[u] || back[k] >= g.Offsets[u+1] || back[back[k]] != k {
				t.Errorf("the arc %d - %d leads back to arc %d", v, u, back[k])
			}
		}
	}
}

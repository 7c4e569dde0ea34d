package centrality_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"
	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/nets"
)

// brandes is algorithm 1 of Brandes (2001), one source at a time.
func brandes(g *graph.Rows) []float64 {
	n := g.Len()
	score := make([]float64, n)
	for s := range n {
		distance, paths, dependency := make([]int, n), make([]float64, n), make([]float64, n)
		for v := range distance {
			distance[v] = -1
		}
		distance[s], paths[s] = 0, 1
		order := []int32{int32(s)}
		for i := 0; i < len(order); i++ {
			v := order[i]
			for _, u := range g.Row(int(v)) {
				if distance[u] < 0 {
					distance[u] = distance[v] + 1
					order = append(order, u)
				}
				if distance[u] == distance[v]+1 {
					paths[u] += paths[v]
				}
			}
		}
		for _, v := range slices.Backward(order[1:]) {
			for _, u := range g.Row(int(v)) {
				if distance[u] == distance[v]-1 {
					dependency[u] += paths[u] / paths[v] * (1 + dependency[v])
				}
			}
			score[v] += dependency[v] / 2
		}
	}
	return score
}

func betweenness(t interface{ Fatal(...any) }, g *graph.Rows) []float64 {
	score, err := centrality.Betweenness(context.Background(), g)
	if err != nil {
		t.Fatal(err)
	}
	return score
}

// differs returns the first vertex whose scores are not the same up to rounding.
func differs(got, want []float64) (int, bool) {
	for v := range want {
		if !(math.Abs(got[v]-want[v]) <= 1e-9*math.Max(1, math.Abs(want[v]))) {
			return v, true
		}
	}
	return 0, false
}

func TestBetweennessByHand(t *testing.T) {
	for _, test := range []struct {
		name string
		g    *graph.OneMode
		want []float64
	}{
		{"path of three: the middle is on the one pair", nets.Path(3), []float64{0, 1, 0}},
		{"star: every pair meets in the centre", nets.Star(5), []float64{6, 0, 0, 0, 0}},
		{"square: each corner on half a pair", nets.Cycle(4), []float64{0.5, 0.5, 0.5, 0.5}},
		{"tree: a path with a leaf at its middle", graph.NewOneMode(4, []graph.Edge{{U: 0, V: 1}, {U: 1, V: 2}, {U: 1, V: 3}}), []float64{0, 3, 0, 0}},
		{"square with a leaf at a corner", graph.NewOneMode(5, []graph.Edge{{U: 0, V: 1}, {U: 1, V: 2}, {U: 2, V: 3}, {U: 3, V: 0}, {U: 0, V: 4}}),
			[]float64{3.5, 1, 0.5, 1, 0}},
	} {
		if got := betweenness(t, &test.g.Rows); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// A cycle has neither trees nor twins, so every size of a core is met, those of
// the blocks that are worked on among them: (n-1)(n-3)/8 on every vertex of an
// odd one, (n-2)^2/8 of an even one.
func TestBetweennessOfCycles(t *testing.T) {
	for n := 5; n <= 270; n++ {
		want := float64((n-1)*(n-3)) / 8
		if n%2 == 0 {
			want = float64((n-2)*(n-2)) / 8
		}
		if v, is := differs(betweenness(t, &nets.Cycle(n).Rows), slices.Repeat([]float64{want}, n)); is {
			t.Errorf("cycle of %d: vertex %d is not %v", n, v, want)
		}
	}
}

// someNetwork draws a network with what the folding looks for: leaves, trees,
// twins of both kinds, several components, isolates.
func someNetwork(t *rapid.T) *graph.OneMode {
	n := rapid.IntRange(1, 30).Draw(t, "vertices")
	vertex := rapid.Int32Range(0, int32(n-1))
	edges := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) graph.Edge {
		return graph.Edge{U: vertex.Draw(t, "u"), V: vertex.Draw(t, "v"), Weight: 1}
	}), 0, 3*n).Draw(t, "edges")
	g := graph.NewOneMode(n, edges)
	for range rapid.IntRange(0, 8).Draw(t, "twins") {
		of := rapid.IntRange(0, g.Len()-1).Draw(t, "of")
		twin := int32(n)
		n++
		for _, u := range g.Row(of) {
			edges = append(edges, graph.Edge{U: twin, V: u, Weight: 1})
		}
		if rapid.Bool().Draw(t, "tied") {
			edges = append(edges, graph.Edge{U: twin, V: int32(of), Weight: 1})
		}
		g = graph.NewOneMode(n, edges)
	}
	return g
}

func TestBetweennessIsBrandes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &someNetwork(t).Rows
		got, want := betweenness(t, g), brandes(g)
		if v, bad := differs(got, want); bad {
			t.Fatalf("vertex %d has %v, want %v", v, got[v], want[v])
		}
	})
}

// grid is a square of side times side vertices, with one diagonal in each cell if
// asked. Between its corners run more than 2^32 shortest paths.
func grid(side int32, diagonal bool) *graph.OneMode {
	var edges []graph.Edge
	for v := range side * side {
		right, down := (v+1)%side != 0, v+side < side*side
		if right {
			edges = append(edges, graph.Edge{U: v, V: v + 1, Weight: 1})
		}
		if down {
			edges = append(edges, graph.Edge{U: v, V: v + side, Weight: 1})
		}
		if right && down && diagonal {
			edges = append(edges, graph.Edge{U: v + 1, V: v + side, Weight: 1})
		}
	}
	return graph.NewOneMode(int(side*side), edges)
}

// layers are so many sets of vertices, each tied to all of the next.
func layers(count, width int32) *graph.OneMode {
	var edges []graph.Edge
	for layer := range count - 1 {
		for i := range width * width {
			edges = append(edges, graph.Edge{U: layer*width + i/width, V: (layer+1)*width + i%width, Weight: 1})
		}
	}
	return graph.NewOneMode(int(count*width), edges)
}

// The last three have more paths than fit into 32 bits.
func TestBetweennessOfLargerNetworks(t *testing.T) {
	dense, _ := nets.Planted(5, 40, 0.2, 0.02, 1)
	sparse, _ := nets.Planted(10, 40, 0.03, 0.002, 2)
	for name, g := range map[string]*graph.OneMode{
		"dense": dense, "sparse": sparse, "long": nets.Cycle(101), "path": nets.Path(50),
		"grid": grid(23, false), "grid with diagonals": grid(30, true), "layers": layers(14, 8),
	} {
		got, want := betweenness(t, &g.Rows), brandes(&g.Rows)
		if v, bad := differs(got, want); bad {
			t.Errorf("%s: vertex %d has %v, want %v", name, v, got[v], want[v])
		}
	}
}

func TestBetweennessAgainstGonum(t *testing.T) {
	g := nets.Zachary()
	other := simple.NewUndirectedGraph()
	for v := range g.Len() {
		for _, u := range g.Row(v) {
			other.SetEdge(other.NewEdge(simple.Node(v), simple.Node(u)))
		}
	}
	want := network.Betweenness(other)
	for v, score := range betweenness(t, &g.Rows) {
		if math.Abs(score-want[int64(v)]/2) > 1e-9 { // gonum counts ordered pairs
			t.Errorf("vertex %d has %v, gonum says %v", v, score, want[int64(v)]/2)
		}
	}
}

func TestBetweennessStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := centrality.Betweenness(ctx, &nets.Cycle(20).Rows); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want context.Canceled", err)
	}
}

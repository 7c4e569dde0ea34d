package centrality_test

import (
	"context"
	"math"
	"runtime"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"
	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/nets"
	"hankeverkko/graph/projection"
)

func pageRank(t interface{ Fatal(...any) }, g *graph.Rows) []float64 {
	score, err := centrality.PageRank(context.Background(), g, 0.85, 1e-14)
	if err != nil {
		t.Fatal(err)
	}
	return score
}

// measures are all that score the vertices of a network.
var measures = map[string]func(t interface{ Fatal(...any) }, g *graph.Rows) []float64{
	"degree":      func(_ interface{ Fatal(...any) }, g *graph.Rows) []float64 { return centrality.Degree(g) },
	"strength":    func(_ interface{ Fatal(...any) }, g *graph.Rows) []float64 { return centrality.Strength(g) },
	"PageRank":    pageRank,
	"betweenness": betweenness,
	"eigenvector": eigenvector,
	"closeness":   func(t interface{ Fatal(...any) }, g *graph.Rows) []float64 { return distances(t, g).Closeness() },
	"harmonic":    func(t interface{ Fatal(...any) }, g *graph.Rows) []float64 { return distances(t, g).Harmonic() },
	"coreness":    func(_ interface{ Fatal(...any) }, g *graph.Rows) []float64 { return centrality.Coreness(g) },
	"lost":        func(_ interface{ Fatal(...any) }, g *graph.Rows) []float64 { return centrality.CutsOf(g).Lost },
	"clustering": func(t interface{ Fatal(...any) }, g *graph.Rows) []float64 {
		share, err := centrality.Clustering(context.Background(), g)
		if err != nil {
			t.Fatal(err)
		}
		return share
	},
}

func distances(t interface{ Fatal(...any) }, g *graph.Rows) *centrality.Distances {
	d, err := centrality.DistancesOf(context.Background(), g)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func edgesOf(g *graph.Rows) []graph.Edge {
	var edges []graph.Edge
	for v := range g.Len() {
		for i, u := range g.Row(v) {
			if int(u) > v {
				edges = append(edges, graph.Edge{U: int32(v), V: u, Weight: g.RowWeights(v)[i]})
			}
		}
	}
	return edges
}

func TestRenamingVerticesMovesTheScores(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &someNetwork(t).Rows
		order := make([]int32, g.Len())
		for v := range order {
			order[v] = int32(v)
		}
		name := rapid.Permutation(order).Draw(t, "names")
		edges := edgesOf(g)
		for i, e := range edges {
			edges[i].U, edges[i].V = name[e.U], name[e.V]
		}
		renamed := &graph.NewOneMode(g.Len(), edges).Rows
		for measure, score := range measures {
			before, after := score(t, g), score(t, renamed)
			moved := make([]float64, len(before))
			for v, x := range before {
				moved[name[v]] = x
			}
			if v, bad := differs(after, moved); bad {
				t.Fatalf("%s of vertex %d is %v, before it was %v", measure, v, after[v], moved[v])
			}
		}
	})
}

func TestAnIsolateChangesNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &someNetwork(t).Rows
		more := &graph.NewOneMode(g.Len()+1, edgesOf(g)).Rows
		for measure, score := range measures {
			before, after := score(t, g), score(t, more)
			isolate := after[g.Len()]
			after = after[:g.Len()]
			if measure == "PageRank" { // the isolate takes its share from all alike
				for v := range after {
					after[v] /= 1 - isolate
				}
			} else if n := float64(g.Len()); measure == "closeness" { // a share of the others, who are one more
				for v := range after {
					after[v] *= n / max(1, n-1)
				}
			} else if isolate != 0 {
				t.Fatalf("%s of the isolate is %v", measure, isolate)
			}
			if v, bad := differs(after, before); bad {
				t.Fatalf("%s of vertex %d is %v, before it was %v", measure, v, after[v], before[v])
			}
		}
	})
}

func TestSameBitsOnAnyNumberOfThreads(t *testing.T) {
	g, _ := nets.Planted(8, 50, 0.15, 0.01, 7)
	for measure, score := range measures {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
		one := score(t, &g.Rows)
		for _, threads := range []int{1, 2, 3} {
			runtime.GOMAXPROCS(threads)
			if !slices.Equal(one, score(t, &g.Rows)) {
				t.Errorf("%s differs on %d threads", measure, threads)
			}
		}
	}
}

func TestPageRankSumsToOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &someNetwork(t).Rows
		sum := 0.0
		for _, x := range pageRank(t, g) {
			sum += x
		}
		if math.Abs(sum-1) > 1e-12 {
			t.Fatalf("sum %v", sum)
		}
	})
}

func someTwoMode(t *rapid.T) *graph.TwoMode {
	projects, actors := rapid.IntRange(0, 12).Draw(t, "projects"), rapid.IntRange(1, 12).Draw(t, "actors")
	var pairs [][2]int32
	for p := range int32(projects) {
		for a := range int32(actors) {
			if rapid.IntRange(0, 2).Draw(t, "tie") == 0 {
				pairs = append(pairs, [2]int32{p, a})
			}
		}
	}
	return graph.NewTwoMode(projects, actors, pairs)
}

func TestPageRankByWayOfTheProjects(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := someTwoMode(t)
		want := pageRank(t, &projection.Of(g, graph.Actors, projection.Newman).Rows)
		got, err := centrality.PageRankOfActors(context.Background(), g, 0.85, 1e-14)
		if err != nil || len(got) != len(want) {
			t.Fatalf("%d scores, %v", len(got), err)
		}
		for a, score := range got {
			if math.Abs(score-want[a]) > 1e-12 {
				t.Fatalf("actor %d has %v, on the projection %v", a, score, want[a])
			}
		}
	})
}

func TestPageRankAgainstGonum(t *testing.T) {
	g := &nets.Zachary().Rows
	other := simple.NewDirectedGraph()
	for v := range g.Len() {
		for _, u := range g.Row(v) {
			other.SetEdge(other.NewEdge(simple.Node(v), simple.Node(u)))
		}
	}
	want := network.PageRank(other, 0.85, 1e-13)
	for v, score := range pageRank(t, g) {
		if math.Abs(score-want[int64(v)]) > 1e-9 {
			t.Errorf("vertex %d has %v, gonum says %v", v, score, want[int64(v)])
		}
	}
}

func TestPageRankRefuses(t *testing.T) {
	edge := &graph.NewOneMode(2, []graph.Edge{{U: 0, V: 1, Weight: -1}}).Rows
	for name, test := range map[string]struct {
		g                  *graph.Rows
		damping, tolerance float64
	}{
		"damping 1":         {&nets.Path(2).Rows, 1, 1e-9},
		"no damping":        {&nets.Path(2).Rows, math.NaN(), 1e-9},
		"negative accuracy": {&nets.Path(2).Rows, 0.85, -1},
		"negative weight":   {edge, 0.85, 1e-9},
	} {
		if _, err := centrality.PageRank(context.Background(), test.g, test.damping, test.tolerance); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}

func TestComponents(t *testing.T) {
	component, count := centrality.Components(&nets.Apart().Rows)
	if want := []int32{0, 0, 0, 1, 1, 1, 2, 2, 3}; count != 4 || !slices.Equal(component, want) {
		t.Errorf("%v, %d of them", component, count)
	}
}

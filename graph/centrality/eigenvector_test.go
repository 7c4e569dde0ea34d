package centrality_test

import (
	"context"
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/nets"
)

func eigenvector(t interface{ Fatal(...any) }, g *graph.Rows) []float64 {
	score, err := centrality.Eigenvector(context.Background(), g, 1e-13)
	if err != nil {
		t.Fatal(err)
	}
	return score
}

func TestEigenvectorByHand(t *testing.T) {
	root := math.Sqrt
	for _, c := range []struct {
		name string
		g    *graph.OneMode
		want []float64
	}{
		{"nothing", nets.Isolates(0), nil},
		{"isolates", nets.Isolates(2), []float64{0, 0}},
		{"pair", nets.Path(2), []float64{1, 1}},
		// Of a path of n the entries are the sines of its steps.
		{"path of three", nets.Path(3), []float64{1 / root(2), 1, 1 / root(2)}},
		{"path of four", nets.Path(4), []float64{(root(5) - 1) / 2, 1, 1, (root(5) - 1) / 2}},
		{"star: the eigenvalue is the root of the leaves", nets.Star(5), []float64{1, 0.5, 0.5, 0.5, 0.5}},
		{"cycle", nets.Cycle(6), []float64{1, 1, 1, 1, 1, 1}},
		{"the triangle and the path are equally large, the rest smaller", nets.Apart(), []float64{1, 1, 1, 1 / root(2), 1, 1 / root(2), 0, 0, 0}},
	} {
		got := eigenvector(t, &c.g.Rows)
		if v, bad := differs(got, c.want); bad || len(got) != len(c.want) {
			t.Errorf("%s: vertex %d of %v, want %v", c.name, v, got, c.want)
		}
	}
}

// A step leaves the scores as they are, but for the eigenvalue; none is
// negative, so it is the greatest. Outside the largest parts they are nothing.
func TestEigenvectorIsOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &someNetwork(t).Rows
		x := eigenvector(t, g)
		component, count := centrality.Components(g)
		size := make([]int, count)
		for _, c := range component {
			size[c]++
		}
		value := map[int32]float64{} // by part
		image := make([]float64, len(x))
		for v := range x {
			for i, u := range g.Row(v) {
				image[v] += g.RowWeights(v)[i] * x[u]
			}
			if x[v] == 1 {
				value[component[v]] = image[v]
			}
		}
		for c := range int32(count) {
			if _, found := value[c]; !found && len(g.Targets) > 0 && size[c] == size[0] {
				t.Fatalf("no vertex of part %d has 1", c)
			}
		}
		for v, c := range component {
			if !(x[v] >= 0 && x[v] <= 1) || size[c] < size[0] && x[v] != 0 {
				t.Fatalf("vertex %d of a part of %d has %v", v, size[c], x[v])
			}
			if math.Abs(image[v]-value[c]*x[v]) > 1e-11*max(1, value[c]) {
				t.Fatalf("vertex %d has %v and would get %v from its neighbours", v, x[v], image[v]/value[c])
			}
		}
	})
}

// The two greatest eigenvalues of a long path differ in the fifth digit.
func TestEigenvectorOfALongPath(t *testing.T) {
	const n = 400
	x := eigenvector(t, &nets.Path(n).Rows)
	for v, got := range x {
		if want := math.Sin(math.Pi*float64(v+1)/(n+1)) / math.Sin(math.Pi*float64(n/2)/(n+1)); math.Abs(got-want) > 1e-8 {
			t.Fatalf("vertex %d has %v, want %v", v, got, want)
		}
	}
}

func TestEigenvectorRefuses(t *testing.T) {
	g := &graph.NewOneMode(2, []graph.Edge{{U: 0, V: 1, Weight: 0}}).Rows
	if _, err := centrality.Eigenvector(t.Context(), g, 1e-9); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a tie of weight nothing: %v", err)
	}
}

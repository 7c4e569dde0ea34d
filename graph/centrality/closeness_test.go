package centrality_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/nets"
)

func TestClosenessByHand(t *testing.T) {
	for _, c := range []struct {
		name                string
		g                   *graph.OneMode
		closeness, harmonic []float64
	}{
		{"nothing", nets.Isolates(0), nil, nil},
		{"isolate", nets.Isolates(1), []float64{0}, []float64{0}},
		{"star", nets.Star(4), []float64{1, 3. / 5, 3. / 5, 3. / 5}, []float64{3, 2, 2, 2}},
		{"path of three", nets.Path(3), []float64{2. / 3, 1, 2. / 3}, []float64{1.5, 2, 1.5}},
		// Of eight others two are within reach of the triangle and the path, one of the edge.
		{
			"a triangle, a path, an edge, an isolate", nets.Apart(),
			[]float64{2. / 8, 2. / 8, 2. / 8, 4. / 24, 2. / 8, 4. / 24, 1. / 8, 1. / 8, 0},
			[]float64{2, 2, 2, 1.5, 2, 1.5, 1, 1, 0},
		},
	} {
		d := distances(t, &c.g.Rows)
		if v, bad := differs(d.Closeness(), c.closeness); bad {
			t.Errorf("%s: vertex %d of closeness %v", c.name, v, d.Closeness())
		}
		if v, bad := differs(d.Harmonic(), c.harmonic); bad {
			t.Errorf("%s: vertex %d of harmonic %v", c.name, v, d.Harmonic())
		}
	}
}

// Distances are those of one search from each vertex.
func TestDistancesOneByOne(t *testing.T) {
	check := func(t interface{ Fatalf(string, ...any) }, g *graph.Rows) {
		d, err := centrality.DistancesOf(context.Background(), g)
		if err != nil {
			t.Fatalf("%v", err)
		}
		longest := 0
		for v := range g.Len() {
			at := slices.Repeat([]int{-1}, g.Len())
			at[v] = 0
			reached, far, near := 0, 0, 0.0
			for queue := []int32{int32(v)}; len(queue) > 0; queue = queue[1:] {
				for _, u := range g.Row(int(queue[0])) {
					if at[u] < 0 {
						at[u] = at[queue[0]] + 1
						reached, far, near = reached+1, far+at[u], near+1/float64(at[u])
						longest = max(longest, at[u])
						queue = append(queue, u)
					}
				}
			}
			if int(d.Reached[v]) != reached || int(d.Far[v]) != far || math.Abs(d.Near[v]-near) > 1e-9 {
				t.Fatalf("vertex %d reaches %d at %d, %v near; want %d, %d, %v", v, d.Reached[v], d.Far[v], d.Near[v], reached, far, near)
			}
		}
		if d.Longest != longest {
			t.Fatalf("the longest is %d, want %d", d.Longest, longest)
		}
	}
	rapid.Check(t, func(t *rapid.T) { check(t, &someNetwork(t).Rows) })
	planted, _ := nets.Planted(4, 60, 0.1, 0.01, 3) // more than one batch of sources
	check(t, &planted.Rows)
	check(t, &nets.Path(130).Rows)
}

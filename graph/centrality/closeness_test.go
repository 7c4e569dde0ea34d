package centrality_test

import (
	"testing"

	"hankeverkko/graph"
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

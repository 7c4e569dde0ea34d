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
	planted, _ := nets.Planted(4, 150, 0.02, 0.001, 3) // more than one batch of sources
	check(t, &planted.Rows)
	check(t, &nets.Path(300).Rows)
}

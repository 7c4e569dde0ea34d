package projection_test

import (
	_ "embed"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"hankeverkko/graph"
	"hankeverkko/graph/projection"
)

//go:embed testdata/reference.json
var reference []byte

// testdata/reference.py made these with networkx and numpy.
func TestOfEqualsReference(t *testing.T) {
	var list []struct {
		Name             string
		Projects, Actors int
		Pairs            [][2]int32
		Edges            [][6]float64 // two actors and the weights below
	}
	if err := json.Unmarshal(reference, &list); err != nil || len(list) < 3 {
		t.Fatalf("%d networks: %v", len(list), err)
	}
	for _, r := range list {
		g := graph.NewTwoMode(r.Projects, r.Actors, r.Pairs)
		for i, weighting := range []projection.Weighting{projection.Count, projection.Newman, projection.Allocation, projection.Jaccard} {
			var edges []graph.Edge
			for _, e := range r.Edges {
				edges = append(edges, graph.Edge{U: int32(e[0]), V: int32(e[1]), Weight: e[2+i]})
			}
			want := graph.NewOneMode(r.Actors, edges)
			if diff := cmp.Diff(want, projection.Of(g, graph.Actors, weighting), cmpopts.EquateEmpty(), cmpopts.EquateApprox(0, 1e-12)); diff != "" {
				t.Errorf("%s, weighting %d (-want +got):\n%s", r.Name, weighting, diff)
			}
		}
	}
}

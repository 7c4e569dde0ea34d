package analysis_test

import (
	"math"
	"runtime"
	"slices"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/analysis"
	"hankeverkko/words"
)

func figuresOf(t *testing.T, n *graph.Network, group []int32, seed uint64) map[string]analysis.WholeResult {
	t.Helper()
	subject, err := analysis.NewSubject(n, graph.Select(n, graph.Query{}), group)
	if err != nil {
		t.Fatal(err)
	}
	found, err := subject.Whole(t.Context(), seed)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]analysis.WholeResult{}
	for _, f := range found {
		all[f.Figure.ID] = f
		name, question, conventions := f.Figure.Words()
		for _, key := range []string{name, question, conventions} {
			if words.Text("fi", key, nil) == key {
				t.Errorf("no word for %s", key)
			}
		}
	}
	return all
}

// The example as a whole: the same bits on any number of threads, and what is
// held against chance has its spread.
func TestTheExampleAsAWhole(t *testing.T) {
	n := inProjects(t)
	group := make([]int32, len(n.Actors))
	for a := range group {
		group[a] = int32(a % 5)
	}
	all := figuresOf(t, n, group, 1)
	for id, f := range all {
		if math.IsNaN(f.Value) {
			t.Errorf("%s is undefined", id)
		}
		if against := f.Figure.Chance != analysis.NoNull; against == math.IsNaN(f.Expected) || against && f.Over < 0 {
			t.Errorf("%s: %v ± %v by chance", id, f.Expected, f.Over)
		}
	}
	// Actors of one region work together more than labels by lot would; groups
	// that were given out by number say nothing.
	if f := all["region_assortativity"]; f.Value < f.Expected+5*f.Over {
		t.Errorf("regions: %+v", f)
	}
	if f := all["modularity"]; math.Abs(f.Value-f.Expected) > 4*f.Over {
		t.Errorf("groups that mean nothing: %+v", f)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for id, f := range figuresOf(t, n, group, 1) {
		g := all[id]
		if !slices.Equal([]uint64{math.Float64bits(f.Value), math.Float64bits(f.Expected)}, []uint64{math.Float64bits(g.Value), math.Float64bits(g.Expected)}) {
			t.Errorf("%s differs on one thread", id)
		}
	}
}

// Nothing, and one actor, have figures too, or none.
func TestFiguresOfNothing(t *testing.T) {
	for _, m := range []members{{}, {Actors: 1, Projects: [][]int32{{0}}}} {
		n := m.network(t)
		all := figuresOf(t, n, make([]int32, len(n.Actors)), 1)
		if f := all["density"]; !math.IsNaN(f.Value) {
			t.Errorf("density %v", f.Value)
		}
	}
}

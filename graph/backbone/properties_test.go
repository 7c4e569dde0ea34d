package backbone_test

import (
	"context"
	"errors"
	"math"
	"runtime"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/graph"
	"hankeverkko/graph/backbone"
	"hankeverkko/graph/chance"
)

func find(t *testing.T, g *graph.TwoMode) *backbone.Ties {
	t.Helper()
	ties, err := backbone.Find(t.Context(), g, backbone.Alpha)
	if err != nil {
		t.Fatal(err)
	}
	return ties
}

// pairs of a network, with its projects and actors numbered anew.
func renamed(g *graph.TwoMode, projects, actors []int, more int) *graph.TwoMode {
	var pairs [][2]int32
	for p := range g.Projects {
		for _, a := range g.Row(p) {
			pairs = append(pairs, [2]int32{int32(projects[p]), int32(actors[int(a)-g.Projects])})
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int32) int { return slices.Compare(a[:], b[:]) })
	return graph.NewTwoMode(g.Projects, g.Len()-g.Projects+more, pairs)
}

func TestNamesAndIsolatesDoNotMatter(t *testing.T) {
	g := popular(120, 60, 2, 4)
	random := chance.Stream(5, 6)
	projects, actors := random.Perm(120), random.Perm(60)
	one, other := find(t, g), find(t, renamed(g, projects, actors, 0))
	if one.Tested != other.Tested || one.TooFew() {
		t.Errorf("%d pairs tested, %d under other names", one.Tested, other.Tested)
	}
	for u := range 60 {
		for v := range 60 {
			p, above := one.Of(u, v)
			q, too := other.Of(actors[u], actors[v])
			if p != q || above != too {
				t.Errorf("%d and %d: %v %v, under other names %v %v", u, v, p, above, q, too)
			}
		}
	}
	in := func(n int) (list []int) {
		for i := range n {
			list = append(list, i)
		}
		return list
	}
	alone := find(t, renamed(g, in(120), in(60), 7)) // seven actors without a project
	for u := range 60 {
		for v := range 60 {
			p, above := one.Of(u, v)
			if q, too := alone.Of(u, v); math.Abs(p-q) > 1e-12 || above != too || alone.Tested != one.Tested || alone.Pairs != one.Pairs {
				t.Errorf("%d and %d: %v %v, beside isolates %v %v", u, v, p, above, q, too)
			}
		}
	}
}

func TestSameBitsOnAnyNumberOfThreads(t *testing.T) {
	g := popular(200, 100, 2, 7)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := find(t, g)
	runtime.GOMAXPROCS(2)
	if diff := cmp.Diff(one, find(t, g)); diff != "" {
		t.Error(diff)
	}
}

func TestFindStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := backbone.Find(ctx, popular(200, 100, 2, 7), backbone.Alpha); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	for _, alpha := range []float64{0, 1, -1, math.NaN()} {
		if _, err := backbone.Find(t.Context(), popular(10, 10, 1, 7), alpha); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("level %v: %v", alpha, err)
		}
	}
}

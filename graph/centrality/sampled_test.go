package centrality_test

import (
	"context"
	"errors"
	"math"
	"runtime"
	"slices"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/nets"
)

func sampled(t *testing.T, g *graph.Rows, a centrality.Accuracy, seed uint64) *centrality.Sampled {
	t.Helper()
	s, err := centrality.SampleBetweenness(t.Context(), g, a, seed)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// furthest is how far the worst score lies from the exact one.
func furthest(t *testing.T, g *graph.Rows, scores []float64) float64 {
	t.Helper()
	exact := betweenness(t, g)
	worst := 0.0
	for v := range exact {
		worst = max(worst, math.Abs(exact[v]-scores[v]))
	}
	return worst
}

// Of 200 samples with a chance of a tenth to fail, hardly any fails: the bound
// is a safe one.
func TestSampledBetweennessKeepsItsWord(t *testing.T) {
	planted, _ := nets.Planted(8, 50, 0.15, 0.01, 7)
	seeds := 200
	if testing.Short() {
		seeds = 20
	}
	for name, g := range map[string]*graph.Rows{
		"zachary": &nets.Zachary().Rows, "southern women": &nets.SouthernWomen().TwoMode().Rows, "apart": &nets.Apart().Rows, "planted": &planted.Rows,
	} {
		failed := 0
		for seed := range uint64(seeds) {
			s := sampled(t, g, centrality.Accuracy{Within: 0.02, Failure: 0.1}, seed)
			if furthest(t, g, s.Scores) > s.Off {
				failed++
			}
		}
		// With a tenth each, more than 32 of 200, or 6 of 20, come about once in some hundred times.
		if failed > 3*seeds/20+2 {
			t.Errorf("%s: %d of %d samples lie further off than said", name, failed, seeds)
		}
	}
}

// Few paths do where every share is near 0 or 1; one of a half needs as many
// as the width asks for.
func TestSamplingStopsByItself(t *testing.T) {
	a := centrality.Accuracy{Within: 0.005, Failure: 0.1}
	planted, _ := nets.Planted(8, 50, 0.15, 0.01, 7)
	var edges []graph.Edge
	for v := int32(1); v <= 100; v++ { // two stars whose centres have one neighbour in common
		edges = append(edges, graph.Edge{U: 0, V: v}, graph.Edge{U: 101, V: 101 + v})
	}
	half := graph.NewOneMode(203, append(edges, graph.Edge{U: 0, V: 202}, graph.Edge{U: 101, V: 202}))
	for name, test := range map[string]struct {
		g   *graph.Rows
		all bool
	}{"planted": {&planted.Rows, false}, "star": {&nets.Star(300).Rows, false}, "half": {&half.Rows, true}} {
		s := sampled(t, test.g, a, 1)
		if test.all != (s.Paths >= s.Most) || !test.all && s.Paths > s.Most/4 {
			t.Errorf("%s: %d of %d paths", name, s.Paths, s.Most)
		}
		if worst := furthest(t, test.g, s.Scores); worst > s.Off {
			t.Errorf("%s: %v off, said %v", name, worst, s.Off)
		}
	}
}

func TestSamplesOnAnyNumberOfThreads(t *testing.T) {
	g, _ := nets.Planted(8, 50, 0.15, 0.01, 7)
	a := centrality.Accuracy{Within: 0.02, Failure: 0.1}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := sampled(t, &g.Rows, a, 3)
	runtime.GOMAXPROCS(3)
	if three := sampled(t, &g.Rows, a, 3); !slices.Equal(one.Scores, three.Scores) || one.Paths != three.Paths {
		t.Error("three threads give another sample than one")
	}
	if other := sampled(t, &g.Rows, a, 4); slices.Equal(one.Scores, other.Scores) {
		t.Error("another seed gives the same sample")
	}
}

func TestWideSamples(t *testing.T) {
	for _, within := range []float64{0.4, 0.5, 0.6, 0.999} {
		g := &nets.Star(6).Rows
		s := sampled(t, g, centrality.Accuracy{Within: within, Failure: 0.1}, 1)
		if worst := furthest(t, g, s.Scores); worst > within || s.Paths > s.Most+4096 {
			t.Errorf("within %v: %v off by %d paths", within, worst, s.Paths)
		}
	}
}

func TestSamplesOfNothing(t *testing.T) {
	for _, g := range []*graph.Rows{&nets.Isolates(0).Rows, &nets.Isolates(5).Rows, &nets.Path(2).Rows} {
		s := sampled(t, g, centrality.Accuracy{Within: 0.1, Failure: 0.1}, 1)
		if slices.Max(append(s.Scores, 0)) != 0 || len(s.Scores) != g.Len() {
			t.Errorf("%+v", s)
		}
	}
	for _, a := range []centrality.Accuracy{{}, {Within: 1, Failure: 0.1}, {Within: 0.1, Failure: math.NaN()}} {
		if _, err := centrality.SampleBetweenness(t.Context(), &nets.Path(5).Rows, a, 1); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%+v: %v", a, err)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := centrality.SampleBetweenness(ctx, &nets.Zachary().Rows, centrality.Accuracy{Within: 0.01, Failure: 0.1}, 1); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

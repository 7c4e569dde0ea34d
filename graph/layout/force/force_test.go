package force_test

import (
	"context"
	"errors"
	"math"
	"runtime"
	"slices"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/layout/force"
	"hankeverkko/graph/nets"
)

func places(t *testing.T, g *graph.OneMode, o force.Options, steps int) []force.Point {
	t.Helper()
	l, err := force.New(&g.Rows, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Run(context.Background(), steps); err != nil {
		t.Fatal(err)
	}
	for v, p := range l.Places() {
		if math.IsNaN(p.X+p.Y) || math.IsInf(p.X+p.Y, 0) {
			t.Fatalf("vertex %d of %d at %v", v, g.Len(), p)
		}
	}
	return l.Places()
}

func distance(p, q force.Point) float64 { return math.Hypot(p.X-q.X, p.Y-q.Y) }

// Two vertices rest where scaling m m'/d = w d; gravity is the same on both
// and draws them together by m.
func TestTwoVerticesComeToRest(t *testing.T) {
	for _, test := range []struct{ weight, scaling, gravity, want float64 }{
		{1, 1, -1, 2},                          // masses 2 and 2
		{1, 9, -1, 6},                          //
		{4, 1, -1, 2.5},                        // masses 5 and 5: 25/d = 4 d
		{1, 1, 3, (-6 + math.Sqrt(36+16)) / 2}, // 4/d = d + 3*2
	} {
		g := graph.NewOneMode(2, []graph.Edge{{U: 0, V: 1, Weight: test.weight}})
		at := places(t, g, force.Options{Scaling: test.scaling, Gravity: test.gravity}, 2000)
		if got := distance(at[0], at[1]); math.Abs(got-test.want) > 1e-3*test.want {
			t.Errorf("weight %v, scaling %v, gravity %v: %v apart, want %v", test.weight, test.scaling, test.gravity, got, test.want)
		}
	}
}

func TestStarIsRound(t *testing.T) {
	at := places(t, nets.Star(12), force.Options{}, 3000)
	near, far := math.Inf(1), 0.0
	for _, leaf := range at[1:] {
		near, far = min(near, distance(at[0], leaf)), max(far, distance(at[0], leaf))
	}
	if far > 1.1*near {
		t.Errorf("leaves from %v to %v off the hub", near, far)
	}
}

func TestGroupsLieApart(t *testing.T) {
	g, group := nets.Planted(6, 50, 0.3, 0.005, 1)
	at := places(t, g, force.Options{}, 300)
	var sum, count [2]float64
	for u := range at {
		for v := range u {
			other := 0
			if group[u] != group[v] {
				other = 1
			}
			sum[other] += distance(at[u], at[v])
			count[other]++
		}
	}
	if inside, outside := sum[0]/count[0], sum[1]/count[1]; inside > outside/2 {
		t.Errorf("%v apart inside groups, %v between them", inside, outside)
	}
}

func TestAnyNetworkIsPlaced(t *testing.T) {
	edges := func(weights ...float64) *graph.OneMode {
		var list []graph.Edge
		for i, w := range weights {
			list = append(list, graph.Edge{U: int32(i), V: int32(i + 1), Weight: w})
		}
		return graph.NewOneMode(len(weights)+1, list)
	}
	loops := &graph.OneMode{Rows: graph.Rows{Offsets: []int32{0, 1, 3, 4}, Targets: []int32{0, 1, 2, 1}, Weights: []float64{5, 3, 1, 1}}}
	for _, test := range []struct {
		name string
		g    *graph.OneMode
	}{
		{"nothing", nets.Isolates(0)}, {"one", nets.Isolates(1)}, {"isolates", nets.Isolates(500)}, {"apart", nets.Apart()},
		{"clique", nets.Clique(40)}, {"path", nets.Path(300)}, {"ties without weight", edges(0, 0, 1)},
		{"huge and tiny weights", edges(1e30, 1e-30, 1e30, 1)}, {"loops", loops},
	} {
		t.Run(test.name, func(t *testing.T) {
			at := places(t, test.g, force.Options{}, 200)
			for u := range at {
				for v := range u {
					if at[u] == at[v] {
						t.Fatalf("%d and %d at %v", u, v, at[u])
					}
				}
			}
		})
	}
}

func TestSamePlacesOnAnyNumberOfProcessors(t *testing.T) {
	g, _ := nets.Planted(10, 200, 0.1, 0.005, 5)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := slices.Clone(places(t, g, force.Options{}, 30))
	for _, processors := range []int{1, 2, 3} {
		runtime.GOMAXPROCS(processors)
		if !slices.Equal(places(t, g, force.Options{}, 30), one) {
			t.Errorf("%d processors: other places", processors)
		}
	}
	halves, err := force.New(&g.Rows, force.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := halves.Run(context.Background(), 15); err != nil {
			t.Fatal(err)
		}
	}
	if !slices.Equal(halves.Places(), one) {
		t.Error("fifteen and fifteen steps are not thirty")
	}
}

func TestRefuses(t *testing.T) {
	edge := func(w float64) *graph.Rows { return &graph.NewOneMode(2, []graph.Edge{{U: 0, V: 1, Weight: w}}).Rows }
	for name, try := range map[string]func() (*force.Layout, error){
		"negative weight":  func() (*force.Layout, error) { return force.New(edge(-1), force.Options{}) },
		"no number":        func() (*force.Layout, error) { return force.New(edge(math.NaN()), force.Options{}) },
		"endless weight":   func() (*force.Layout, error) { return force.New(edge(math.Inf(1)), force.Options{}) },
		"negative scaling": func() (*force.Layout, error) { return force.New(edge(1), force.Options{Scaling: -1}) },
		"endless gravity":  func() (*force.Layout, error) { return force.New(edge(1), force.Options{Gravity: math.Inf(1)}) },
	} {
		if _, err := try(); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
	}
	l, err := force.New(edge(1), force.Options{})
	if err != nil {
		t.Fatal(err)
	}
	before := slices.Clone(l.Places())
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	if err := l.Run(cancelled, 5); !errors.Is(err, context.Canceled) || !slices.Equal(l.Places(), before) {
		t.Errorf("cancelled: %v, moved to %v", err, l.Places())
	}
}

package force

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"hankeverkko/graph/nets"
)

// pushes returns what the field pushes at every place.
func pushes(at []Point, mass []float64) []Point {
	var f field
	f.gather(at, mass)
	all := make([]Point, len(at))
	for task := range f.tasks {
		for _, b := range f.pushed(task) {
			all[b.vertex] = b.push
		}
	}
	return all
}

// summed is the same, summed over pairs.
func summed(at []Point, mass []float64) []Point {
	all := make([]Point, len(at))
	for i, p := range at {
		for j, q := range at {
			if dx, dy := p.X-q.X, p.Y-q.Y; dx != 0 || dy != 0 {
				all[i].X += mass[j] * dx / (dx*dx + dy*dy)
				all[i].Y += mass[j] * dy / (dx*dx + dy*dy)
			}
		}
	}
	return all
}

func TestPushIsTheSumOverPairs(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	const n = 4000
	g, _ := nets.Planted(20, n/20, 0.2, 0.002, 3)
	drawn, err := New(&g.Rows, Options{})
	if err != nil {
		t.Fatal(err)
	}
	start := append([]Point{}, drawn.at...)
	if err := drawn.Run(context.Background(), 100); err != nil {
		t.Fatal(err)
	}
	one := func(int) float64 { return 1 }
	uneven := func(i int) float64 { return 1 + float64(i%3)/7 }
	for _, test := range []struct {
		name string
		at   func(i int) Point
		mass func(i int) float64
		most float64 // error of all, as a share
		far  int     // vertices, of a hundred, that may be off by over 2 %
	}{
		{"anywhere in a square", func(int) Point { return Point{random.Float64(), random.Float64()} }, one, 0.002, 1},
		{"far from the origin", func(int) Point { return Point{1e6 + random.Float64(), random.Float64()} }, one, 0.002, 1},
		{"masses of four orders", func(int) Point { return Point{random.Float64(), random.Float64()} },
			func(int) float64 { return math.Exp(3 * random.NormFloat64()) }, 0.004, 1},
		{"in tight groups", func(i int) Point {
			return Point{100*math.Sin(float64(i%20)) + random.NormFloat64(), 100*math.Cos(float64(i%7)) + random.NormFloat64()}
		}, one, 0.004, 2},
		// Pushes from both sides cancel out but at the ends: little is left to compare with.
		{"along a line", func(i int) Point { return Point{float64(i), 0} }, one, 0.02, 50},
		{"a hundred in each place", func(i int) Point { return Point{float64(i/1000) / 3, float64(i%10) / 7} }, uneven, 0.02, 50},
		{"all in one place", func(int) Point { return Point{1. / 3, 0.7} }, uneven, 0, 0},
		{"one apart from the others", func(i int) Point { return Point{float64(min(i/(n-1), 1)), 0} }, one, 1e-9, 0},
		{"before the first step", func(i int) Point { return start[i] }, func(i int) float64 { return drawn.mass[i] }, 0.002, 1},
		{"a network drawn", func(i int) Point { return drawn.at[i] }, func(i int) float64 { return drawn.mass[i] }, 0.004, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			at, mass := make([]Point, n), make([]float64, n)
			for i := range at {
				at[i], mass[i] = test.at(i), test.mass(i)
			}
			got, want := pushes(at, mass), summed(at, mass)
			off, all, far := 0.0, 0.0, 0
			for i := range at {
				e, size := length(got[i].X-want[i].X, got[i].Y-want[i].Y), length(want[i].X, want[i].Y)
				off, all = off+e*e, all+size*size
				if e > 0.02*size {
					far++
				}
			}
			if !(off <= test.most*test.most*all) {
				t.Errorf("off by %.4f of all, at most %v", math.Sqrt(off/all), test.most)
			}
			if far > n/100*test.far {
				t.Errorf("%d of %d vertices are off by over 2 %%", far, n)
			}
			t.Logf("off by %.5f of all; %d vertices by over 2 %%", math.Sqrt(off/max(all, 1e-300)), far)
		})
	}
}

func TestFieldHoldsEveryBodyOnce(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{1, 2, 16, 17, 100, 5000} {
		at, mass := make([]Point, n), make([]float64, n)
		for i := range at {
			at[i], mass[i] = Point{math.Round(10 * random.NormFloat64()), random.NormFloat64()}, 1
		}
		var f field
		for range 2 { // the second time in used room
			f.gather(at, mass)
			seen := make([]int, n)
			for task := range f.tasks {
				for _, b := range f.pushed(task) {
					seen[b.vertex]++
				}
			}
			for v, times := range seen {
				if times != 1 {
					t.Fatalf("%d bodies: vertex %d in %d tasks", n, v, times)
				}
			}
		}
		if total := real(f.cells[0].moments[0]); math.Abs(total-float64(n)) > 1e-9 {
			t.Errorf("%d bodies: mass %v", n, total)
		}
	}
}

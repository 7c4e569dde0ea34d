package community_test

import (
	"context"
	"runtime"
	"slices"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/community"
	"hankeverkko/graph/nets"
)

// In a network of so many ties vertices choose in batches.
const large = 1 << 18

func TestLargeLevels(t *testing.T) {
	ctx := context.Background()
	oneMode, groups := nets.Planted(12, 250, 0.3, 0.02, 7)
	twoMode, sides := nets.PlantedTwoMode(12, 300, 100, 0.3, 0.02, 7)
	for _, test := range []struct {
		name       string
		rows       *graph.Rows
		planted    community.Partition
		divide     func(o community.Options) (community.Partition, error)
		modularity func(p community.Partition) float64
	}{
		{"one-mode", &oneMode.Rows, groups,
			func(o community.Options) (community.Partition, error) { return community.Leiden(ctx, &oneMode.Rows, o) },
			func(p community.Partition) float64 { return community.Modularity(&oneMode.Rows, p, 1) }},
		{"two-mode", &twoMode.Rows, sides,
			func(o community.Options) (community.Partition, error) {
				return community.LeidenTwoMode(ctx, twoMode, o)
			},
			func(p community.Partition) float64 { return community.BarberModularity(twoMode, p, 1) }},
	} {
		t.Run(test.name, func(t *testing.T) {
			if len(test.rows.Targets) < large {
				t.Fatalf("%d arcs are too few for batches", len(test.rows.Targets))
			}
			divide := func(o community.Options) community.Partition {
				p, err := test.divide(o)
				if err != nil {
					t.Fatal(err)
				}
				if !community.Connected(test.rows, p) {
					t.Errorf("%+v: not connected", o)
				}
				return p
			}
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
			for _, iterations := range []int{0, 2} {
				o := community.Options{Seed: 3, Iterations: iterations}
				runtime.GOMAXPROCS(1)
				one := divide(o)
				runtime.GOMAXPROCS(3)
				if !slices.Equal(divide(o), one) {
					t.Errorf("%d iterations: one and three processors differ", iterations)
				}
				if o.Workers = 1; !slices.Equal(divide(o), one) {
					t.Errorf("%d iterations: one worker differs", iterations)
				}
				// Groups as clear as these are the best there are.
				if got, want := test.modularity(one), test.modularity(test.planted); iterations == 0 && got < want-1e-12 {
					t.Errorf("modularity %v, of the planted groups %v", got, want)
				}
			}
			// Every move is a gain, from wherever it starts.
			start := make(community.Partition, len(test.planted))
			for v := range start {
				start[v] = (test.planted[v] + int32(v%3)) % 12
			}
			p := divide(community.Options{Seed: 4, Iterations: 1, Start: start})
			if got, before := test.modularity(p), test.modularity(start); got < before {
				t.Errorf("from %v down to %v", before, got)
			}
			again := divide(community.Options{Seed: 5, Start: test.planted})
			if got, before := test.modularity(again), test.modularity(test.planted); got < before-1e-12 {
				t.Errorf("from the planted groups' %v down to %v", before, got)
			}
		})
	}
}

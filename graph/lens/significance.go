package lens

import (
	"context"
	"math"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/community"
	"hankeverkko/graph/parallel"
)

// chanceRuns is how often a random network is divided.
const chanceRuns = 10

// Significance compares the modularity of a division with that of networks by chance.
type Significance struct {
	// Q is the highest modularity found for the scope, which is somewhat above
	// that of the consensus shown.
	Q float64
	// Mean and SD are those of the modularities of so many Samples by chance;
	// Z is how many SD lie between Q and Mean, NaN where SD is 0.
	Mean, SD, Z float64
	Samples     int
	Seed        uint64
}

// Significance returns the highest modularity that ten runs of Leiden find in
// the scope beside that in networks in which every project and every actor
// keeps its number of ties and chance decides between whom (chance.Curveball),
// ten runs each. Fewer than two samples give NaN. After Guimera, Sales-Pardo &
// Amaral, Physical Review E 70, 025101 (2004).
func (c *Cooperation) Significance(ctx context.Context, samples int, seed uint64) (Significance, error) {
	s := Significance{Samples: samples, Seed: seed}
	var err error
	if s.Q, err = highest(ctx, c.twoMode, c.Method.Resolution, seed, parallel.Workers()); err != nil {
		return s, err
	}
	q, errs := make([]float64, samples), make([]error, samples)
	err = parallel.Do(ctx, parallel.Workers(), samples, func(_, i int) {
		own := chance.Seed(seed, i)
		g := chance.Curveball(chance.Stream(own, curveballStream), c.twoMode)
		q[i], errs[i] = highest(ctx, g, c.Method.Resolution, own, 1)
	})
	if err != nil {
		return s, err
	}
	for _, err := range errs {
		if err != nil {
			return s, err
		}
	}
	s.Mean, s.SD = spread(q)
	if s.Z = (s.Q - s.Mean) / s.SD; s.SD == 0 {
		s.Z = math.NaN()
	}
	return s, nil
}

// highest returns the highest modularity of ten runs of Leiden.
func highest(ctx context.Context, g *graph.TwoMode, resolution float64, seed uint64, workers int) (float64, error) {
	best := math.Inf(-1)
	for run := range chanceRuns {
		p, err := community.LeidenTwoMode(ctx, g, community.Options{Seed: chance.Seed(seed, run), Resolution: resolution, Workers: workers})
		if err != nil {
			return 0, err
		}
		best = max(best, community.BarberModularity(g, p, resolution))
	}
	return best, nil
}

// curveballStream keeps the random networks apart from other uses of a seed.
const curveballStream = 0x637572766562

// spread returns the mean and the standard deviation of a sample, n-1 below.
func spread(x []float64) (mean, sd float64) {
	for _, v := range x {
		mean += v / float64(len(x))
	}
	for _, v := range x {
		sd += (v - mean) * (v - mean)
	}
	return mean, math.Sqrt(sd / float64(len(x)-1))
}

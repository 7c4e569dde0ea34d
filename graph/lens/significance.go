package lens

import (
	"context"
	"math"

	"hankeverkko/graph/chance"
	"hankeverkko/graph/community"
	"hankeverkko/graph/parallel"
)

// Significance compares the modularity of a division with that of networks by chance.
type Significance struct {
	Q float64
	// Mean and SD are those of the modularities of so many Samples by chance;
	// Z is how many SD lie between Q and Mean, NaN where SD is 0.
	Mean, SD, Z float64
	Samples     int
	Seed        uint64
}

// Significance returns Q beside the modularity of networks in which every
// project and every actor keeps its number of ties and chance decides between
// whom (chance.Curveball), each divided by the same method. It costs as much
// as finding the communities does, for each sample; fewer than two samples
// give NaN.
func (c *Cooperation) Significance(ctx context.Context, samples int, seed uint64) (Significance, error) {
	s := Significance{Q: c.Q, Samples: samples, Seed: seed}
	q, errs := make([]float64, samples), make([]error, samples)
	err := parallel.Do(ctx, parallel.Workers(), samples, func(_, i int) {
		own := chance.Seed(seed, i)
		g := chance.Curveball(chance.Stream(own, curveballStream), c.twoMode)
		method := c.Method
		method.Seed = own
		found, err := method.divide(ctx, g)
		if err != nil {
			errs[i] = err
			return
		}
		q[i] = community.BarberModularity(g, found, method.Resolution)
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

package brokerage

import (
	"context"
	"math"

	"hankeverkko/graph"
)

// Hierarchy returns how far the constraint of every vertex comes from one
// contact alone:
//
//	h(v) = sum over contacts j of r_j ln r_j / (n ln n), r_j = c_vj / (c(v) / n)
//
// where c_vj is the part of v's constraint that contact j makes and n the
// number of contacts: 0 when all make the same, 1 when one makes it all, as it
// does where there is only one. An isolate gets NaN. Burt, Structural Holes
// (1992), equation 2.9.
func Hierarchy(ctx context.Context, g *graph.OneMode) ([]float64, error) {
	parts, err := constraints(ctx, g)
	if err != nil {
		return nil, err
	}
	scores := make([]float64, g.Len())
	for v := range scores {
		own := parts[g.Offsets[v]:g.Offsets[v+1]]
		n, total := float64(len(own)), 0.0
		switch len(own) {
		case 0:
			scores[v] = math.NaN()
			continue
		case 1:
			scores[v] = 1
			continue
		}
		for _, c := range own {
			total += c
		}
		for _, c := range own {
			if r := c / total * n; r > 0 {
				scores[v] += r * math.Log(r)
			}
		}
		scores[v] = max(0, scores[v]/(n*math.Log(n)))
	}
	return scores, nil
}

package community

import "hankeverkko/graph"

// PottsQuality returns
//
//	sum over c of e_c - resolution * n_c (n_c - 1) / 2
//
// where e_c is the weight inside community c and n_c its number of vertices:
// the constant Potts model, in which a group is worth while when its density is
// above the resolution. It has no resolution limit: what is found in a part of
// the network does not depend on the rest. Vertices in no community stand
// alone; loops count. Traag, Van Dooren & Nesterov, Physical Review E 84, 016114 (2011).
func PottsQuality(g *graph.Rows, p Partition, resolution float64) float64 {
	q := 0.0
	sizes := make([]float64, len(p))
	for v := range g.Len() {
		if p[v] >= 0 {
			sizes[p[v]]++
		}
		weights := g.RowWeights(v)
		for i, u := range g.Row(v) {
			if p[v] < 0 && int(u) != v || p[u] != p[v] {
				continue
			}
			w := 1.0
			if weights != nil {
				w = weights[i]
			}
			q += w / 2 // a loop has both its ends in its weight
		}
	}
	for _, n := range sizes {
		q -= resolution * n * (n - 1) / 2
	}
	return q
}

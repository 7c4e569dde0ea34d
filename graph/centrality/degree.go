package centrality

import "hankeverkko/graph"

// Degree returns the number of neighbours of every vertex.
func Degree(g *graph.Rows) []float64 {
	degree := make([]float64, g.Len())
	for v := range degree {
		degree[v] = float64(len(g.Row(v)))
	}
	return degree
}

// Strength returns the sum of the weights of every vertex's edges; without
// weights it is the degree. Barrat et al. (2004).
func Strength(g *graph.Rows) []float64 {
	if g.Weights == nil {
		return Degree(g)
	}
	strength := make([]float64, g.Len())
	for v := range strength {
		for _, w := range g.RowWeights(v) {
			strength[v] += w
		}
	}
	return strength
}

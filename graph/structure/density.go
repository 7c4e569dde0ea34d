package structure

import (
	"math"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
)

// Density returns the share of pairs that are tied, NaN below two vertices.
func Density(g *graph.Rows) float64 {
	n := float64(g.Len())
	if n < 2 {
		return math.NaN()
	}
	return float64(len(g.Targets)) / (n * (n - 1))
}

// TwoModeDensity returns the share of pairs of a project and an actor that are
// tied, NaN where a side is empty. Borgatti & Everett (1997).
func TwoModeDensity(g *graph.TwoMode) float64 {
	return float64(len(g.Targets)) / 2 / (float64(g.Projects) * float64(g.Len()-g.Projects))
}

// DegreeCentralisation returns how far the network is from one in which all
// have as many ties, a star being 1: the sum of the differences to the
// greatest degree over that of a star. NaN below three vertices. Freeman (1979).
func DegreeCentralisation(g *graph.Rows) float64 {
	n := float64(g.Len())
	return centralisation(centrality.Degree(g), (n-1)*(n-2))
}

// BetweennessCentralisation is the same of betweenness, which counts pairs
// without order. Freeman (1979).
func BetweennessCentralisation(betweenness []float64) float64 {
	n := float64(len(betweenness))
	return centralisation(betweenness, (n-1)*(n-1)*(n-2)/2)
}

func centralisation(scores []float64, star float64) float64 {
	if len(scores) < 3 {
		return math.NaN()
	}
	most, sum := 0.0, 0.0
	for _, s := range scores {
		most = max(most, s)
	}
	for _, s := range scores {
		sum += most - s
	}
	return sum / star
}

package structure

import (
	"math"

	"hankeverkko/graph"
)

// DegreeAssortativity returns the correlation of the degrees at the two ends
// of a tie: above 0 where those of many ties go together. NaN where all
// degrees are equal. Newman (2002).
func DegreeAssortativity(g *graph.Rows) float64 {
	// Each tie stands in both directions, so both ends have one mean and spread.
	n := float64(len(g.Targets))
	if n == 0 {
		return math.NaN()
	}
	var sum, squares, products float64
	for v := range g.Len() {
		k := float64(len(g.Row(v)))
		sum += k * k
		squares += k * k * k
		for _, u := range g.Row(v) {
			products += k * float64(len(g.Row(int(u))))
		}
	}
	mean := sum / n
	spread := squares/n - mean*mean
	if spread <= 1e-12*mean*mean {
		return math.NaN()
	}
	return (products/n - mean*mean) / spread
}

// Mixing is how ties run between kinds of vertices. Of a vertex of kind -1 no
// tie counts.
type Mixing struct {
	inside, between float64
	ends            []float64 // by kind
}

// MixingOf counts the ties by the kinds of their ends.
func MixingOf(g *graph.Rows, kind []int32) Mixing {
	kinds := int32(0)
	for _, k := range kind {
		kinds = max(kinds, k+1)
	}
	m := Mixing{ends: make([]float64, kinds)}
	for v := range g.Len() {
		for _, u := range g.Row(v) {
			a, b := kind[v], kind[u]
			switch {
			case a < 0 || b < 0:
				continue
			case a == b:
				m.inside += 0.5
			default:
				m.between += 0.5
			}
			m.ends[a]++
		}
	}
	return m
}

// EI returns the ties between kinds less those inside one, over all: -1 when
// all are inside, 1 when none is. NaN without ties. Krackhardt & Stern (1988).
func (m Mixing) EI() float64 { return (m.between - m.inside) / (m.between + m.inside) }

// Assortativity returns how much more ties stay inside a kind than the ties
// that each kind has would make them by chance, 1 at most. NaN where all are
// of one kind. Newman (2003), equation 2.
func (m Mixing) Assortativity() float64 {
	all := m.inside + m.between
	chance := 0.0
	for _, e := range m.ends {
		share := e / (2 * all)
		chance += share * share
	}
	if !(chance < 1-1e-12) {
		return math.NaN()
	}
	return (m.inside/all - chance) / (1 - chance)
}

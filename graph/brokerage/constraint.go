package brokerage

import "math"

// Constraint returns Burt's constraint of every vertex v:
//
//	c(v) = sum over contacts j of (p_vj + sum over q of p_vq p_qj)^2
//
// High when the contacts are few or tied to each other.
func (h *Holes) Constraint() []float64 {
	scores := make([]float64, h.g.Len())
	for v := range scores {
		if len(h.g.Row(v)) == 0 {
			scores[v] = math.NaN()
		}
		for arc := int(h.g.Offsets[v]); arc < int(h.g.Offsets[v+1]); arc++ {
			scores[v] += h.constraintBy(v, arc)
		}
	}
	return scores
}

// constraintBy returns what the contact at the end of an arc of v adds.
func (h *Holes) constraintBy(v, arc int) float64 {
	share := (h.weights[arc] + h.common[arc].diluted) / h.strength[v]
	return share * share
}

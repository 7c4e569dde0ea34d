package brokerage

import "math"

// Hierarchy returns how far the constraint of every vertex comes from one
// contact alone:
//
//	h(v) = sum over contacts j of r_j ln r_j / (n ln n), r_j = c_vj / (c(v) / n)
//
// where c_vj is the part of v's constraint that contact j makes and n the
// number of contacts: 0 when all make the same, 1 when one makes it all, as it
// does where there is only one. Burt's equation 2.9.
func (h *Holes) Hierarchy() []float64 {
	scores := make([]float64, h.g.Len())
	var parts []float64
	for v := range scores {
		parts = parts[:0]
		total := 0.0
		for arc := int(h.g.Offsets[v]); arc < int(h.g.Offsets[v+1]); arc++ {
			c := h.constraintBy(v, arc)
			parts = append(parts, c)
			total += c
		}
		n := float64(len(parts))
		switch len(parts) {
		case 0:
			scores[v] = math.NaN()
			continue
		case 1:
			scores[v] = 1
			continue
		}
		for _, c := range parts {
			if r := c / total * n; r > 0 {
				scores[v] += r * math.Log(r)
			}
		}
		scores[v] = max(0, scores[v]/(n*math.Log(n)))
	}
	return scores
}

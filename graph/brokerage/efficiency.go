package brokerage

// Efficiency returns the effective size of every vertex's network as a share
// of its contacts: 1 when none of them is redundant.
func (h *Holes) Efficiency() []float64 {
	scores := h.EffectiveSize()
	for v := range scores {
		scores[v] /= float64(len(h.g.Row(v)))
	}
	return scores
}

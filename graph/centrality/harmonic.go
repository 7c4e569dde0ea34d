package centrality

// Harmonic returns the sum of the reciprocal distances of every vertex to all
// others, 0 to those it does not reach. Marchiori & Latora (2000).
func (d *Distances) Harmonic() []float64 { return d.Near }

package centrality

// Closeness returns the reciprocal of the mean distance of every vertex to
// those it reaches, times the share of the others that it reaches; 0 for an
// isolate. Wasserman & Faust (1994), equation 5.22, as networkx has it.
func (d *Distances) Closeness() []float64 {
	closeness := make([]float64, len(d.Far))
	for v, far := range d.Far {
		if far > 0 {
			reached := float64(d.Reached[v])
			closeness[v] = reached / float64(far) * reached / float64(len(d.Far)-1)
		}
	}
	return closeness
}

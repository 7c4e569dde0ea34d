package centrality

import "hankeverkko/graph"

// Coreness returns for every vertex the greatest k for which it belongs to a
// part in which everybody has at least k neighbours of the part. Batagelj &
// Zaversnik (2003), in time linear in the ties.
func Coreness(g *graph.Rows) []float64 {
	n := g.Len()
	left := make([]int32, n) // degree among what is left
	most := int32(0)
	for v := range n {
		left[v] = int32(len(g.Row(v)))
		most = max(most, left[v])
	}
	begin := make([]int32, most+2) // begin[d] is where those of degree d begin in order
	for _, d := range left {
		begin[d+1]++
	}
	for d := range most {
		begin[d+1] += begin[d]
	}
	order, at := make([]int32, n), make([]int32, n)
	next := append([]int32(nil), begin...)
	for v, d := range left {
		at[v] = next[d]
		order[at[v]] = int32(v)
		next[d]++
	}
	core := make([]float64, n)
	for i := range order {
		v := order[i]
		core[v] = float64(left[v])
		for _, u := range g.Row(int(v)) {
			if left[u] <= left[v] {
				continue
			}
			// u goes to the front of those of its degree, which then begin after it.
			d := left[u]
			first := max(begin[d], int32(i)+1)
			w := order[first]
			order[first], order[at[u]] = u, w
			at[w], at[u] = at[u], first
			begin[d] = first + 1
			left[u]--
		}
	}
	return core
}

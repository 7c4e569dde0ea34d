package centrality

import (
	"hankeverkko/graph"
	"hankeverkko/graph/community"
)

// Components returns the connected component of every vertex, numbered by
// falling size, ties by smallest member, and their count. An isolate is a
// component.
func Components(g *graph.Rows) (component []int32, count int) {
	label := make([]int32, g.Len())
	for v := range label {
		label[v] = -1
	}
	var reached []int32
	for v := range label {
		if label[v] >= 0 {
			continue
		}
		label[v] = int32(v)
		for reached = append(reached[:0], int32(v)); len(reached) > 0; {
			u := reached[len(reached)-1]
			reached = reached[:len(reached)-1]
			for _, t := range g.Row(int(u)) {
				if label[t] < 0 {
					label[t] = int32(v)
					reached = append(reached, t)
				}
			}
		}
	}
	p := community.Number(label)
	return p, p.Count()
}

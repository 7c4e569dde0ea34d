package graph

import "slices"

// Rows is an undirected graph in compressed sparse rows: the neighbours of
// vertex v are Targets[Offsets[v]:Offsets[v+1]], in rising order, and both
// directions of an edge are stored. Weights runs along Targets; nil means 1
// throughout. The vertex number is the position in the network.
type Rows struct {
	Offsets []int32
	Targets []int32
	Weights []float64
}

// Len returns the number of vertices.
func (r *Rows) Len() int { return len(r.Offsets) - 1 }

// Row returns the neighbours of v. It shares memory.
func (r *Rows) Row(v int) []int32 { return r.Targets[r.Offsets[v]:r.Offsets[v+1]] }

// RowWeights returns the weights along Row, or nil when all are 1.
func (r *Rows) RowWeights(v int) []float64 {
	if r.Weights == nil {
		return nil
	}
	return r.Weights[r.Offsets[v]:r.Offsets[v+1]]
}

// OneMode is a projection: vertices are all projects or all actors.
type OneMode struct{ Rows }

// TwoMode has the projects as vertices 0..Projects-1 and the actors after them.
type TwoMode struct {
	Rows
	Projects int
}

// TwoMode returns the two-mode network, unweighted.
func (n *Network) TwoMode() *TwoMode {
	p, total := len(n.Projects), len(n.Projects)+len(n.Actors)
	g := &TwoMode{Projects: p, Rows: Rows{Offsets: make([]int32, total+1), Targets: make([]int32, 2*len(n.Ties))}}
	for _, t := range n.Ties {
		g.Offsets[t.P+1]++
		g.Offsets[int32(p)+t.A+1]++
	}
	for v := range total {
		g.Offsets[v+1] += g.Offsets[v]
	}
	next := slices.Clone(g.Offsets[:total])
	// Ties are sorted by project and actor, so each row fills in rising order.
	for _, t := range n.Ties {
		a := int32(p) + t.A
		g.Targets[next[t.P]] = a
		next[t.P]++
		g.Targets[next[a]] = t.P
		next[a]++
	}
	return g
}

// Edge is an undirected edge of a graph under construction.
type Edge struct {
	U, V   int32
	Weight float64
}

// NewOneMode builds a graph of n vertices. Parallel edges add up; loops are dropped.
func NewOneMode(n int, edges []Edge) *OneMode {
	offsets := make([]int32, n+1)
	for _, e := range edges {
		if e.U != e.V {
			offsets[e.U+1]++
			offsets[e.V+1]++
		}
	}
	for v := range n {
		offsets[v+1] += offsets[v]
	}
	type arc struct {
		to     int32
		weight float64
	}
	arcs := make([]arc, offsets[n])
	next := slices.Clone(offsets[:n])
	for _, e := range edges {
		if e.U == e.V {
			continue
		}
		arcs[next[e.U]] = arc{e.V, e.Weight}
		next[e.U]++
		arcs[next[e.V]] = arc{e.U, e.Weight}
		next[e.V]++
	}
	g := &OneMode{Rows{Offsets: make([]int32, n+1)}}
	for v := range n {
		row := arcs[offsets[v]:offsets[v+1]]
		slices.SortStableFunc(row, func(a, b arc) int { return int(a.to) - int(b.to) })
		start := len(g.Targets)
		for _, a := range row {
			if k := len(g.Targets); k > start && g.Targets[k-1] == a.to {
				g.Weights[k-1] += a.weight
				continue
			}
			g.Targets = append(g.Targets, a.to)
			g.Weights = append(g.Weights, a.weight)
		}
		g.Offsets[v+1] = int32(len(g.Targets))
	}
	return g
}

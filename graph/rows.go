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

// BackArcs returns for every arc, along the rows, the place of the same edge in
// the row of its other end.
func (r *Rows) BackArcs() []int32 {
	back, next := make([]int32, len(r.Targets)), slices.Clone(r.Offsets)
	for v := range r.Len() {
		for i, t := range r.Row(v) { // rows rise, so those of the targets fill in order
			back[int(r.Offsets[v])+i] = next[t]
			next[t]++
		}
	}
	return back
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
	pairs := make([][2]int32, len(n.Ties)) // sorted by project and actor, as ties are
	for i := range n.Ties {
		pairs[i] = [2]int32{n.Ties[i].P, n.Ties[i].A}
	}
	return NewTwoMode(len(n.Projects), len(n.Actors), pairs)
}

// TwoMode returns the two-mode network of the selected projects and actors,
// unweighted, with the ties between them: its vertices are numbered along
// Projects and Actors.
func (s *Selection) TwoMode(n *Network) *TwoMode {
	number := make([]int32, len(n.Actors))
	for i, a := range s.Actors {
		number[a] = int32(i) + 1 // 0 is not selected
	}
	var pairs [][2]int32
	for i, p := range s.Projects {
		for _, t := range n.ProjectTies(int(p)) {
			if a := number[t.A]; a > 0 {
				pairs = append(pairs, [2]int32{int32(i), a - 1})
			}
		}
	}
	return NewTwoMode(len(s.Projects), len(s.Actors), pairs)
}

// NewTwoMode builds an unweighted two-mode network from pairs of a project and
// an actor, both counted from 0, that rise and stand once each.
func NewTwoMode(projects, actors int, pairs [][2]int32) *TwoMode {
	total := projects + actors
	g := &TwoMode{Projects: projects, Rows: Rows{Offsets: make([]int32, total+1), Targets: make([]int32, 2*len(pairs))}}
	for _, t := range pairs {
		g.Offsets[t[0]+1]++
		g.Offsets[int32(projects)+t[1]+1]++
	}
	for v := range total {
		g.Offsets[v+1] += g.Offsets[v]
	}
	next := slices.Clone(g.Offsets[:total])
	// Pairs rise, so each row fills in rising order.
	for _, t := range pairs {
		p, a := t[0], int32(projects)+t[1]
		g.Targets[next[p]] = a
		next[p]++
		g.Targets[next[a]] = p
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

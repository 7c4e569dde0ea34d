package route

import (
	"context"
	"slices"

	"hankeverkko/graph"
)

// search is one question while it is answered.
type search struct {
	ties *graph.TwoMode
	q    *Query
	// blocked vertices are not walked through: projects out of scope, and what
	// a second choice must do without.
	blocked  []bool
	from, to []int32       // vertices
	rooted   map[int32]int // by actor that begins or ends: its projects in the group
}

func newSearch(ties *graph.TwoMode, q *Query) *search {
	s := &search{ties: ties, q: q, blocked: make([]bool, ties.Len()), rooted: map[int32]int{}}
	if q.Projects != nil {
		for p := range ties.Projects {
			s.blocked[p] = true
		}
		for _, p := range q.Projects {
			s.blocked[p] = false
		}
	}
	vertices := func(ends []End) []int32 {
		var list []int32
		for _, e := range ends {
			list = append(list, s.vertex(e.Actor))
			s.rooted[e.Actor] += e.Projects
		}
		slices.Sort(list)
		return slices.Compact(list)
	}
	s.from, s.to = vertices(q.From), vertices(q.To)
	return s
}

func (s *search) vertex(actor int32) int32 { return int32(s.ties.Projects) + actor }
func (s *search) actor(vertex int32) int32 { return vertex - int32(s.ties.Projects) }

// front is a breadth-first search from one side.
type front struct {
	level []int32 // steps from its side, -1 where it has not been
	last  []int32 // the vertices of the deepest level
	depth int32
	arcs  int // of the last level
}

func (s *search) front(start []int32) *front {
	f := &front{level: make([]int32, s.ties.Len())}
	for v := range f.level {
		f.level[v] = -1
	}
	for _, v := range start {
		if !s.blocked[v] {
			f.level[v] = 0
			f.last = append(f.last, v)
			f.arcs += len(s.ties.Row(int(v)))
		}
	}
	return f
}

// step goes one level deeper.
func (f *front) step(s *search) {
	var next []int32
	f.depth, f.arcs = f.depth+1, 0
	for _, v := range f.last {
		for _, t := range s.ties.Row(int(v)) {
			if f.level[t] < 0 && !s.blocked[t] {
				f.level[t] = f.depth
				next = append(next, t)
				f.arcs += len(s.ties.Row(int(t)))
			}
		}
	}
	f.last = next
}

// shortest returns the network of all shortest paths from one side to the
// other, nil when there are none. Both sides are searched a whole level at a
// time, the one with fewer ties ahead first, until they meet: every shortest
// path then leads through a vertex of the level where they met.
func (s *search) shortest(ctx context.Context) (*layers, error) {
	here, there := s.front(s.from), s.front(s.to)
	meeting := both(here, there)
	for len(meeting) == 0 {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(here.last) == 0 || len(there.last) == 0 {
			return nil, nil
		}
		if here.arcs <= there.arcs {
			here.step(s)
			meeting = both(here, there)
		} else {
			there.step(s)
			meeting = both(there, here)
		}
	}
	return s.layers(here, there, meeting), nil
}

// both returns the vertices of the last level of a that b has reached.
func both(a, b *front) []int32 {
	var met []int32
	for _, v := range a.last {
		if b.level[v] >= 0 {
			met = append(met, v)
		}
	}
	return met
}

// layers holds the vertices of all shortest paths by their steps from the
// beginning: actors on even layers, projects on odd ones.
type layers struct {
	at   [][]int32 // each rising
	of   []int32   // the layer of each vertex, -1 for none
	hops [][][]hop // by layer of actors and actor: what leads on; see hopsOf
}

// layers walks back from the meeting to both sides.
func (s *search) layers(here, there *front, meeting []int32) *layers {
	l := &layers{at: make([][]int32, here.depth+there.depth+1), of: make([]int32, s.ties.Len())}
	for v := range l.of {
		l.of[v] = -1
	}
	put := func(v, layer int32) {
		l.of[v] = layer
		l.at[layer] = append(l.at[layer], v)
	}
	for _, v := range meeting {
		put(v, here.depth)
	}
	for layer := here.depth; layer > 0; layer-- {
		for _, v := range l.at[layer] {
			for _, t := range s.ties.Row(int(v)) {
				if here.level[t] == layer-1 && l.of[t] < 0 {
					put(t, layer-1)
				}
			}
		}
	}
	for left := there.depth; left > 0; left-- {
		layer := here.depth + there.depth - left
		for _, v := range l.at[layer] {
			for _, t := range s.ties.Row(int(v)) {
				if there.level[t] == left-1 && l.of[t] < 0 {
					put(t, layer+1)
				}
			}
		}
	}
	for _, at := range l.at {
		slices.Sort(at)
	}
	return l
}

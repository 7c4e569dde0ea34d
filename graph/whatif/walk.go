package whatif

import (
	"slices"

	"hankeverkko/graph"
)

// walk goes through a two-mode network and notes which part a vertex lies in,
// -1 for none yet.
type walk struct {
	g    *graph.TwoMode
	part []int32
}

func newWalk(g *graph.TwoMode) *walk {
	return &walk{g: g, part: slices.Repeat([]int32{-1}, g.Len())}
}

// reach returns everything that a chain of ties joins to v and that lies in no
// part yet, and puts it into one.
func (w *walk) reach(v, part int32) Part {
	var reached Part
	w.part[v] = part
	for queue := []int32{v}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		if int(at) < w.g.Projects {
			reached.Projects = append(reached.Projects, at)
		} else {
			reached.Actors = append(reached.Actors, at-int32(w.g.Projects))
		}
		for _, u := range w.g.Row(int(at)) {
			if w.part[u] < 0 {
				w.part[u] = part
				queue = append(queue, u)
			}
		}
	}
	slices.Sort(reached.Projects)
	slices.Sort(reached.Actors)
	return reached
}

// gathering collects the contacts of actors, one after the other.
type gathering struct {
	g     *graph.TwoMode
	calls int32
	met   []int32 // by vertex, the call that it was last met in
	found []int32
}

func newGathering(g *graph.TwoMode) *gathering {
	return &gathering{g: g, met: make([]int32, g.Len())}
}

// contacts returns the actors, by position among them, that share a project
// with the actor that is vertex v, in any order. They stand until the next call.
func (c *gathering) contacts(v int32) []int32 {
	c.calls++
	c.met[v], c.found = c.calls, c.found[:0]
	for _, p := range c.g.Row(int(v)) {
		for _, u := range c.g.Row(int(p)) {
			if c.met[u] != c.calls {
				c.met[u] = c.calls
				c.found = append(c.found, u-int32(c.g.Projects))
			}
		}
	}
	return c.found
}

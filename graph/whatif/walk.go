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
	met  []int32 // by vertex, whose contacts were last gathered when it was met
}

func newWalk(g *graph.TwoMode) *walk {
	unmet := slices.Repeat([]int32{-1}, g.Len())
	return &walk{g: g, part: unmet, met: slices.Clone(unmet)}
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

// contacts returns the actors, by position among them and rising, that share a
// project with the actor that is vertex v.
func (w *walk) contacts(v int32) []int32 {
	list := w.gather(v, nil)
	slices.Sort(list)
	return list
}

// gather appends the contacts of v in any order.
func (w *walk) gather(v int32, list []int32) []int32 {
	w.met[v] = v
	for _, p := range w.g.Row(int(v)) {
		for _, u := range w.g.Row(int(p)) {
			if w.met[u] != v {
				w.met[u] = v
				list = append(list, u-int32(w.g.Projects))
			}
		}
	}
	return list
}

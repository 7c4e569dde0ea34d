package lens

import (
	"cmp"
	"maps"
	"slices"
)

// Joint says who and what two communities have in common.
type Joint struct {
	A, B int // positions in Communities, rising
	// Actors have projects in both, Projects lie in one and are made with an
	// actor of the other; both rise.
	Actors, Projects []int32
}

// join finds what every pair of communities has in common.
func (c *Cooperation) join() {
	type pair struct{ a, b int32 }
	found := map[pair]*Joint{}
	between := func(a, b int32) *Joint {
		at := pair{min(a, b), max(a, b)}
		if found[at] == nil {
			found[at] = &Joint{A: int(at.a), B: int(at.b)}
		}
		return found[at]
	}
	for _, a := range c.selection.Actors {
		var in []int32
		for _, i := range c.network.ActorTies(int(a)) {
			p := c.network.Ties[i].P
			at := c.OfProject[p]
			if at < 0 {
				continue
			}
			in = append(in, at)
			if own := c.OfActor[a]; own != at {
				j := between(own, at)
				j.Projects = append(j.Projects, p)
			}
		}
		slices.Sort(in)
		in = slices.Compact(in)
		for i, x := range in {
			for _, y := range in[i+1:] {
				j := between(x, y)
				j.Actors = append(j.Actors, a)
			}
		}
	}
	for _, j := range found {
		slices.Sort(j.Projects)
		j.Projects = slices.Compact(j.Projects)
	}
	for _, at := range slices.SortedFunc(maps.Keys(found), func(x, y pair) int {
		return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	}) {
		c.Joints = append(c.Joints, *found[at])
	}
}

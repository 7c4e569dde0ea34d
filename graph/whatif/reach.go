package whatif

import (
	"slices"

	"hankeverkko/graph"
)

// reach is where a change of projects shows in the sums that Burt's measures
// are made of. The ties of all pairs within a circle change by the same; a
// circle is the actors that a project had and has, or the ones of a project that
// comes or goes. What one actor that goes or joins gets with each of them stands
// apart, as do the actors whose strength changes: these weigh otherwise in every
// pair of their contacts.
type reach struct {
	touched   []int32 // with a changed tie, or a contact of such
	isTouched []bool
	// within tells who has a changed tie or a contact of changed strength.
	within     []bool
	near       []int32 // those within
	shareAfter []float64

	step     []float64 // what the ties of each circle change by
	circleOf []span    // by vertex, among circles
	circles  []int32

	star int32     // who goes or joins, -1 for none
	ray  []float64 // by vertex, what the star's tie to it changes by

	stronger []int32 // whose strength is changed, rising
	heldOf   []span  // by vertex, among held
	held     []hold

	// arcs of every vertex touched, with no changed tie itself, to those with one
	arcsOf []span
	arcs   []int32
}

// hold is a tie before the change to one of stronger.
type hold struct {
	at     int32
	weight float64
}

func newReach(n int) reach {
	return reach{
		isTouched: make([]bool, n), within: make([]bool, n), shareAfter: make([]float64, n),
		circleOf: make([]span, n), star: -1, ray: make([]float64, n), heldOf: make([]span, n), arcsOf: make([]span, n),
	}
}

// toChanged are the arcs of v to vertices with a changed tie, of a v that has none.
func (r *reach) toChanged(v int32) []int32 { return r.arcs[r.arcsOf[v].from:r.arcsOf[v].to] }

func (r *reach) circlesOf(v int32) []int32 { return r.circles[r.circleOf[v].from:r.circleOf[v].to] }

func (r *reach) heldBy(v int32) []hold { return r.held[r.heldOf[v].from:r.heldOf[v].to] }

func (r *reach) gather(t *ties, recasts []graph.Recast) {
	touch := func(v int32) {
		if !r.isTouched[v] {
			r.isTouched[v] = true
			r.touched = append(r.touched, v)
		}
	}
	for _, v := range t.changed {
		touch(v)
		for _, u := range t.target[t.start[v]:t.end[v]] {
			touch(u)
		}
	}
	slices.Sort(r.touched)
	r.draw(t, recasts)
	r.hold(t)
	each := func(task func(u, k int32)) {
		for _, v := range t.changed {
			for k := t.start[v]; k < t.end[v]; k++ {
				if u := t.target[k]; !t.marked[u] {
					task(u, t.back[k])
				}
			}
		}
	}
	each(func(u, _ int32) { r.arcsOf[u].to++ })
	r.arcs = sized(r.arcs, starts(r.touched, r.arcsOf))
	each(func(u, k int32) {
		r.arcs[r.arcsOf[u].to] = k
		r.arcsOf[u].to++
	})
}

// draw finds circles and star.
func (r *reach) draw(t *ties, recasts []graph.Recast) {
	of := make([][]int32, 0, len(recasts))
	for _, c := range recasts {
		circle, step := c.After, each(c.After)-each(c.Before)
		if len(c.Before) > 0 && (len(c.Before) < len(c.After) || len(c.After) == 0) {
			circle = c.Before
		}
		if len(c.Before) > 0 && len(c.After) > 0 { // one of them goes or joins
			larger, sign := c.Before, -1.0
			if len(c.After) > len(c.Before) {
				larger, sign = c.After, 1
			}
			for i, a := range larger {
				if i == len(circle) || circle[i] != a {
					r.star = a
					break
				}
			}
			for _, a := range circle {
				r.ray[a] += sign * each(larger)
			}
		}
		if len(circle) > 1 {
			of, r.step = append(of, circle), append(r.step, step)
		}
	}
	for _, circle := range of {
		for _, a := range circle {
			r.circleOf[a].to++
		}
	}
	r.circles = sized(r.circles, starts(t.changed, r.circleOf))
	for i, circle := range of {
		for _, a := range circle {
			r.circles[r.circleOf[a].to] = int32(i)
			r.circleOf[a].to++
		}
	}
}

// each is what an actor of a project gives each of the others by Newman.
func each(members []int32) float64 {
	if len(members) < 2 {
		return 0
	}
	return 1 / float64(len(members)-1)
}

// hold finds whose strength is changed, and their contacts.
func (r *reach) hold(t *ties) {
	for _, v := range t.changed {
		r.within[v] = true
		r.near = append(r.near, v)
		if t.strength[v] != t.strengthAfter[v] {
			r.shareAfter[v] = inverse(t.strengthAfter[v])
			r.stronger = append(r.stronger, v)
		}
	}
	for _, z := range r.stronger {
		for _, v := range t.target[t.start[z]:t.end[z]] {
			if r.heldOf[v].to++; !r.within[v] {
				r.within[v] = true
				r.near = append(r.near, v)
			}
		}
	}
	r.held = sized(r.held, starts(r.near, r.heldOf))
	for i, z := range r.stronger {
		for k := t.start[z]; k < t.end[z]; k++ {
			of := &r.heldOf[t.target[k]]
			r.held[of.to] = hold{int32(i), t.before[k]}
			of.to++
		}
	}
}

func (r *reach) forget(share []float64) {
	for _, v := range r.touched {
		r.isTouched[v], r.within[v], r.arcsOf[v] = false, false, span{}
		r.circleOf[v], r.heldOf[v], r.ray[v], r.shareAfter[v] = span{}, span{}, 0, share[v]
	}
	r.touched, r.near, r.step, r.stronger, r.star = r.touched[:0], r.near[:0], r.step[:0], r.stronger[:0], -1
}

// starts turns the counts that stand in the ends of spans into places one
// after the other, each of them empty as yet, and returns the sum.
func starts(vertices []int32, of []span) int32 {
	total := int32(0)
	for _, v := range vertices {
		count := of[v].to
		of[v] = span{total, total}
		total += count
	}
	return total
}

func sized[T any](s []T, n int32) []T { return slices.Grow(s[:0], int(n))[:n] }

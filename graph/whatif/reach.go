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
	touched    []int32 // with a changed tie, or a contact of such
	isTouched  []bool
	shareAfter []float64

	step    []float64 // what the ties of each circle change by
	circles []int32
	star    int32 // who goes or joins, -1 for none

	// actors are those with changed ties, and place is where they stand there.
	actors []changed
	place  []int32

	stronger []int32 // whose strength is changed, rising
	heldOf   []span  // by vertex, among held
	held     []hold

	// ends are, for every vertex touched that has no changed tie itself, its ties
	// to those that have.
	endsOf []span
	ends   []end
}

// end is a tie to a vertex with changed ties, by its place among these, and the
// arc back.
type end struct {
	to, back               int32
	weight, toward, shared float64
}

// changed is an actor with changed ties.
type changed struct {
	circles span
	steps   float64 // those of its circles added up
	ray     float64 // what the star's tie to it changes by
	star    bool
	held    span
	share   float64 // 1 over the strength after the change, 0 for none
	// peak is 1 over the heaviest tie after the change, 0 for none, and peakBefore
	// the same before it.
	peak, peakBefore float64
}

// hold is a tie before the change to one of stronger.
type hold struct {
	at     int32
	weight float64
}

func newReach(n int) reach {
	return reach{
		isTouched: make([]bool, n), shareAfter: make([]float64, n), star: -1, place: make([]int32, n), heldOf: make([]span, n), endsOf: make([]span, n),
	}
}

// toChanged are the ties of v to vertices with a changed one, of a v that has none.
func (r *reach) toChanged(v int32) []end { return r.ends[r.endsOf[v].from:r.endsOf[v].to] }

func (r *reach) heldBy(v int32) []hold { return r.held[r.heldOf[v].from:r.heldOf[v].to] }

func (r *reach) gather(h *holes, recasts []graph.Recast) {
	t := h.t
	touch := func(v int32) {
		if !r.isTouched[v] {
			r.isTouched[v] = true
			r.touched = append(r.touched, v)
		}
	}
	r.actors = slices.Grow(r.actors[:0], len(t.changed))
	for i, v := range t.changed {
		r.actors = append(r.actors, changed{
			share: inverse(t.strengthAfter[v]), peak: inverse(t.heaviestAfter[v]), peakBefore: inverse(t.heaviest[v]),
		})
		r.place[v] = int32(i)
		touch(v)
		for _, u := range t.target[t.start[v]:t.end[v]] {
			touch(u)
		}
	}
	slices.Sort(r.touched)
	r.draw(t, recasts)
	r.hold(t)
	each := func(task func(v, u, k int32)) {
		for _, v := range t.changed {
			for k := t.start[v]; k < t.end[v]; k++ {
				if u := t.target[k]; !t.marked[u] {
					task(v, u, k)
				}
			}
		}
	}
	each(func(_, u, _ int32) { r.endsOf[u].to++ })
	r.ends = sized(r.ends, starts(r.touched, r.endsOf))
	each(func(v, u, k int32) {
		r.ends[r.endsOf[u].to] = end{r.place[v], k, t.before[k], h.toward[k], h.shared[k]}
		r.endsOf[u].to++
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
				r.actors[r.place[a]].ray += sign * each(larger)
			}
		}
		if len(circle) > 1 {
			of, r.step = append(of, circle), append(r.step, step)
		}
	}
	if r.star >= 0 {
		r.actors[r.place[r.star]].star = true
	}
	for _, circle := range of {
		for _, a := range circle {
			r.actors[r.place[a]].circles.to++
		}
	}
	total := int32(0)
	for i := range r.actors {
		of := &r.actors[i].circles
		*of, total = span{total, total}, total+of.to
	}
	r.circles = sized(r.circles, total)
	for i, circle := range of {
		for _, a := range circle {
			actor := &r.actors[r.place[a]]
			r.circles[actor.circles.to] = int32(i)
			actor.circles.to++
			actor.steps += r.step[i]
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
		if t.strength[v] != t.strengthAfter[v] {
			r.shareAfter[v] = inverse(t.strengthAfter[v])
			r.stronger = append(r.stronger, v)
		}
	}
	for _, z := range r.stronger {
		for _, v := range t.target[t.start[z]:t.end[z]] {
			r.heldOf[v].to++
		}
	}
	r.held = sized(r.held, starts(r.touched, r.heldOf))
	for i, z := range r.stronger {
		for k := t.start[z]; k < t.end[z]; k++ {
			of := &r.heldOf[t.target[k]]
			r.held[of.to] = hold{int32(i), t.before[k]}
			of.to++
		}
	}
	for i, v := range t.changed {
		r.actors[i].held = r.heldOf[v]
	}
}

func (r *reach) forget(share []float64) {
	for _, v := range r.touched {
		r.isTouched[v], r.endsOf[v], r.heldOf[v], r.shareAfter[v] = false, span{}, span{}, share[v]
	}
	r.touched, r.step, r.stronger, r.star = r.touched[:0], r.step[:0], r.stronger[:0], -1
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

package force

import (
	"math"
	"slices"
)

// body is a vertex in the order of the cells.
type body struct {
	X, Y, mass float64
	push       Point // on a mass of 1, by a scaling of 1
	vertex     int32
}

func (b *body) place() complex128 { return complex(b.X, b.Y) }

// cell is a square of the tree with the bodies from..to-1. Its parts follow it
// in the list of cells, and next is the first after them.
type cell struct {
	from, to, next int32
	leaf           bool
	centre         complex128 // of mass
	radius         float64    // no body is farther from the centre
	moments, push  series
}

const (
	// opening is the greatest sum of the radii of two cells, over their distance,
	// at which series tell what one pushes in the other. With four terms, all
	// pushes together are off by about a thousandth of the sums over pairs.
	opening = 0.65
	// most bodies in a leaf.
	most = 16
	// parts of the bodies that workers take, about.
	parts = 64
)

// field is what bodies push, by a tree of cells.
type field struct {
	bodies []body
	order  order
	cells  []cell
	tasks  []int32 // cells that together hold every body once
}

// gather takes the bodies and builds the tree.
func (f *field) gather(at []Point, mass []float64) {
	f.order.sort(at)
	n := len(at)
	if cap(f.bodies) < n {
		f.bodies = make([]body, n)
	}
	f.bodies = f.bodies[:n]
	for i, v := range f.order.vertices {
		f.bodies[i] = body{X: at[v].X, Y: at[v].Y, mass: mass[v], vertex: v}
	}
	f.cells, f.tasks = f.cells[:0], f.tasks[:0]
	f.build(0, int32(n), 2*(bits-1), false)
}

// build makes the cell of the bodies from..to-1, whose keys differ at most in
// the two bits at shift and those below. Shift below 0 tells that their keys are
// equal; then they are parted as they come.
func (f *field) build(from, to int32, shift int, taken bool) int32 {
	at := int32(len(f.cells))
	f.cells = append(f.cells, cell{from: from, to: to, leaf: to-from <= most})
	if !taken && (int(to-from) <= len(f.bodies)/parts || to-from <= most) {
		f.tasks, taken = append(f.tasks, at), true
	}
	if to-from <= most {
		f.sumBodies(&f.cells[at])
	} else {
		for start := from; start < to; {
			end := f.order.part(start, from, to, shift)
			f.build(start, end, shift-2, taken)
			start = end
		}
		f.sumParts(at)
	}
	f.cells[at].next = int32(len(f.cells))
	return at
}

func (f *field) sumBodies(c *cell) {
	bodies := f.bodies[c.from:c.to]
	sum, mass := complex(0, 0), 0.0
	for i := range bodies {
		b := &bodies[i]
		sum += complex(b.mass*b.X, b.mass*b.Y)
		mass += b.mass
	}
	c.centre = complex(real(sum)/mass, imag(sum)/mass)
	if first := bodies[0].place(); !slices.ContainsFunc(bodies, func(b body) bool { return b.place() != first }) {
		c.centre = first // not rounded: what is in one place must not seem to be in two
	}
	square := 0.0
	for i := range bodies {
		d := bodies[i].place() - c.centre
		square = max(square, real(d)*real(d)+imag(d)*imag(d))
		c.moments.add(bodies[i].mass, d)
	}
	c.radius = math.Sqrt(square)
}

func (f *field) sumParts(at int32) {
	c := &f.cells[at]
	sum, mass, first, same := complex(0, 0), 0.0, f.cells[at+1].centre, true
	for i := at + 1; i < int32(len(f.cells)); i = f.cells[i].next {
		m := real(f.cells[i].moments[0])
		sum += complex(m, 0) * f.cells[i].centre
		mass += m
		same = same && f.cells[i].radius == 0 && f.cells[i].centre == first
	}
	if c.centre = complex(real(sum)/mass, imag(sum)/mass); same {
		c.centre = first
	}
	for i := at + 1; i < int32(len(f.cells)); i = f.cells[i].next {
		part := &f.cells[i]
		d := part.centre - c.centre
		c.radius = max(c.radius, length(real(d), imag(d))+part.radius)
		c.moments.addMoved(&part.moments, d)
	}
}

// pushed returns the bodies of a task with what pushes them. Tasks can be done
// side by side; what they are does not depend on how many are.
func (f *field) pushed(task int) []body {
	at := f.tasks[task]
	f.meet(at, 0)
	f.handDown(at)
	return f.bodies[f.cells[at].from:f.cells[at].to]
}

// meet adds to a target, or to its parts, what a source pushes there.
func (f *field) meet(target, source int32) {
	t, s := &f.cells[target], &f.cells[source]
	d := t.centre - s.centre
	square := real(d)*real(d) + imag(d)*imag(d)
	reach := t.radius + s.radius
	switch {
	case reach*reach < opening*opening*square:
		t.push.addFrom(&s.moments, d)
	case reach == 0: // all in one place, where nothing pushes
	case t.leaf && s.leaf:
		pushBodies(f.bodies[t.from:t.to], f.bodies[s.from:s.to])
	case t.leaf || !s.leaf && s.radius > t.radius:
		for i := source + 1; i < s.next; i = f.cells[i].next {
			f.meet(target, i)
		}
	default:
		for i := target + 1; i < t.next; i = f.cells[i].next {
			f.meet(i, source)
		}
	}
}

// pushBodies adds what every source pushes at every target; a body does not
// push at its own place.
func pushBodies(targets, sources []body) {
	const tiny = 1e-30
	for i := range targets {
		t := &targets[i]
		x, y := 0.0, 0.0
		for j := range sources {
			s := &sources[j]
			dx, dy := t.X-s.X, t.Y-s.Y
			share := s.mass / (dx*dx + dy*dy + tiny)
			x += dx * share
			y += dy * share
		}
		t.push.X += x
		t.push.Y += y
	}
}

// handDown brings what pushes a cell to its parts and bodies.
func (f *field) handDown(at int32) {
	c := &f.cells[at]
	if c.leaf {
		for i := c.from; i < c.to; i++ {
			b := &f.bodies[i]
			push := c.push.at(b.place() - c.centre)
			b.push.X += real(push)
			b.push.Y -= imag(push)
		}
		return
	}
	for i := at + 1; i < c.next; i = f.cells[i].next {
		part := &f.cells[i]
		part.push.addShifted(&c.push, part.centre-c.centre)
		f.handDown(i)
	}
}

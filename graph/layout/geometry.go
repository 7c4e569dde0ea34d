package layout

import "math"

// Box is a rectangle with its upper left corner at X, Y.
type Box struct{ X, Y, W, H float64 }

func (b Box) grown(by float64) Box { return Box{b.X - by, b.Y - by, b.W + 2*by, b.H + 2*by} }

func (b Box) moved(dx, dy float64) Box { return Box{b.X + dx, b.Y + dy, b.W, b.H} }

func (b Box) meets(c Box) bool {
	return b.X < c.X+c.W && c.X < b.X+b.W && b.Y < c.Y+c.H && c.Y < b.Y+b.H
}

func (b Box) inside(c Box) bool {
	return b.X >= c.X && b.Y >= c.Y && b.X+b.W <= c.X+c.W && b.Y+b.H <= c.Y+c.H
}

func (b Box) empty() bool { return b.W <= 0 || b.H <= 0 }

// union returns the smallest box that holds both.
func (b Box) union(c Box) Box {
	x, y := min(b.X, c.X), min(b.Y, c.Y)
	return Box{x, y, max(b.X+b.W, c.X+c.W) - x, max(b.Y+b.H, c.Y+c.H) - y}
}

type point struct{ x, y float64 }

func (p point) to(q point) float64 { return math.Hypot(q.x-p.x, q.y-p.y) }

func (p point) towards(q point, share float64) point {
	return point{p.x + (q.x-p.x)*share, p.y + (q.y-p.y)*share}
}

type circle struct {
	point
	r float64
}

func (c circle) box() Box { return Box{c.x - c.r, c.y - c.r, 2 * c.r, 2 * c.r} }

// meets tells whether the circle comes nearer than by to the box.
func (c circle) meets(b Box, by float64) bool {
	dx := c.x - min(max(c.x, b.X), b.X+b.W)
	dy := c.y - min(max(c.y, b.Y), b.Y+b.H)
	return dx*dx+dy*dy < (c.r+by)*(c.r+by)
}

// curve is a quadratic Bézier curve.
type curve struct{ from, control, to point }

func (c curve) at(t float64) point {
	u := 1 - t
	return point{
		u*u*c.from.x + 2*u*t*c.control.x + t*t*c.to.x,
		u*u*c.from.y + 2*u*t*c.control.y + t*t*c.to.y,
	}
}

// tenth rounds a coordinate, so that pictures are small and equal to the bit.
func tenth(v float64) float64 {
	// Adding zero turns a negative zero into zero.
	return math.Round(v*10)/10 + 0
}

func (b Box) rounded() Box { return Box{tenth(b.X), tenth(b.Y), tenth(b.W), tenth(b.H)} }

// box returns a box that holds the curve.
func (c curve) box() Box {
	x, y := min(c.from.x, c.control.x, c.to.x), min(c.from.y, c.control.y, c.to.y)
	return Box{x, y, max(c.from.x, c.control.x, c.to.x) - x, max(c.from.y, c.control.y, c.to.y) - y}
}

// samples is how many points of a curve are looked at.
const samples = 16

// crosses tells whether the curve runs through a box.
func (c curve) crosses(b Box) bool {
	if !c.box().meets(b) {
		return false
	}
	for k := range samples + 1 {
		at := c.at(float64(k) / samples)
		if at.x > b.X && at.x < b.X+b.W && at.y > b.Y && at.y < b.Y+b.H {
			return true
		}
	}
	return false
}

// under tells whether the curve runs through a circle, or less than by from it.
func (c curve) under(o circle, by float64) bool {
	if !c.box().meets(o.box().grown(by)) {
		return false
	}
	for k := range samples + 1 {
		if c.at(float64(k)/samples).to(o.point) < o.r+by {
			return true
		}
	}
	return false
}

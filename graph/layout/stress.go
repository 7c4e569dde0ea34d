package layout

import "math"

// Distances between marks: in ties, with apartComponents between marks that no
// way joins.
const apartComponents = 3.0

// stressSweeps bounds the work, so that time is alike on every machine.
const stressSweeps = 120

// spread returns where the first n marks of a web want to stand on a canvas,
// which shrinks to what they need when they are all. The first webBase are laid
// out together; the others follow step by step and move nothing that stands.
func (c *webCanvas) spread(n int, ties [][2]int, all bool) []point {
	base := min(n, webBase)
	s := stress{at: make([]point, n), distance: distances(base, ties)}
	s.begin(base)
	s.settle(0, base)
	s.turn(base, c.width > c.height)
	for from := base; from < n; from += webStep {
		to := min(n, from+webStep)
		s.distance = distances(to, ties)
		s.enter(from, to, ties)
		s.settle(from, to)
	}
	return c.fit(s.at, base, all)
}

// distances returns the number of ties between any two of the first n marks,
// by search in breadth from each.
func distances(n int, ties [][2]int) [][]float64 {
	near := make([][]int, n)
	for _, t := range ties {
		if max(t[0], t[1]) < n {
			near[t[0]] = append(near[t[0]], t[1])
			near[t[1]] = append(near[t[1]], t[0])
		}
	}
	all := make([][]float64, n)
	for from := range all {
		d := make([]float64, n)
		for i := range d {
			d[i] = apartComponents
		}
		seen := make([]bool, n)
		seen[from], d[from] = true, 0
		queue := []int{from}
		for len(queue) > 0 {
			v := queue[0]
			queue = queue[1:]
			for _, w := range near[v] {
				if !seen[w] {
					seen[w], d[w] = true, d[v]+1
					queue = append(queue, w)
				}
			}
		}
		all[from] = d
	}
	return all
}

// stress is a layout in which distances on the plane follow those between
// marks: the sum of squared errors, each over the squared distance, gets small
// by majorization (Gansner, Koren & North 2005).
type stress struct {
	distance [][]float64
	at       []point
}

// begin puts the first n marks on a sunflower, the most important in the middle.
func (s *stress) begin(n int) {
	golden := math.Pi * (3 - math.Sqrt(5))
	for i := range n {
		r, a := 0.5*math.Sqrt(float64(i)), float64(i)*golden
		s.at[i] = point{r * math.Cos(a), r * math.Sin(a)}
	}
}

// enter puts marks that come later outside of what they are tied to, as seen
// from the middle.
func (s *stress) enter(from, to int, ties [][2]int) {
	golden := math.Pi * (3 - math.Sqrt(5))
	for i := from; i < to; i++ {
		var sum point
		tied := 0.0
		for _, t := range ties {
			other := t[0] + t[1] - i
			if (t[0] == i || t[1] == i) && other < i {
				sum, tied = point{sum.x + s.at[other].x, sum.y + s.at[other].y}, tied+1
			}
		}
		if tied > 0 {
			sum = point{sum.x / tied, sum.y / tied}
		}
		a := float64(i) * golden
		s.at[i] = point{sum.x + 0.6*math.Cos(a), sum.y + 0.6*math.Sin(a)}
	}
}

// settle moves the marks from..to-1 until little changes; those before hold them.
func (s *stress) settle(from, to int) {
	for range stressSweeps {
		moved := 0.0
		for i := from; i < to; i++ {
			var x, y, weight float64
			for j := range to {
				if j == i {
					continue
				}
				d := s.distance[i][j]
				w := 1 / (d * d)
				dx, dy := s.at[i].x-s.at[j].x, s.at[i].y-s.at[j].y
				reach := d / max(math.Sqrt(dx*dx+dy*dy), 1e-6)
				x += w * (s.at[j].x + reach*dx)
				y += w * (s.at[j].y + reach*dy)
				weight += w
			}
			if weight == 0 {
				continue
			}
			next := point{x / weight, y / weight}
			moved = max(moved, math.Abs(next.x-s.at[i].x)+math.Abs(next.y-s.at[i].y))
			s.at[i] = next
		}
		if moved < 0.002 {
			return
		}
	}
}

// turn lays the longest way through the first n marks along the longer side of
// the canvas, with the first mark in the upper left half.
func (s *stress) turn(n int, wide bool) {
	var middle point
	for _, p := range s.at[:n] {
		middle.x, middle.y = middle.x+p.x/float64(n), middle.y+p.y/float64(n)
	}
	var xx, xy, yy float64
	for _, p := range s.at[:n] {
		dx, dy := p.x-middle.x, p.y-middle.y
		xx, xy, yy = xx+dx*dx, xy+dx*dy, yy+dy*dy
	}
	angle := -0.5 * math.Atan2(2*xy, xx-yy)
	if !wide {
		angle += math.Pi / 2
	}
	sin, cos := math.Sincos(angle)
	for i, p := range s.at[:n] {
		dx, dy := p.x-middle.x, p.y-middle.y
		s.at[i] = point{dx*cos - dy*sin, dx*sin + dy*cos}
	}
}

// A tie is at most longestTie long, and a picture stretched at most mostStretch
// times more one way than the other.
const longestTie, mostStretch = 150.0, 1.9

// lowestWeb is the least height of an unfolded picture.
const lowestWeb = 240.0

// fit scales the marks to a canvas by the first base ones. When these are all,
// they fill it and the height that they do not need goes; else they leave room
// around them for those that come later.
func (c *webCanvas) fit(at []point, base int, all bool) []point {
	if len(at) == 0 {
		c.height = lowestWeb
		return nil
	}
	low, high := at[0], at[0]
	for _, p := range at[:base] {
		low = point{min(low.x, p.x), min(low.y, p.y)}
		high = point{max(high.x, p.x), max(high.y, p.y)}
	}
	half := point{c.width/2 - c.sides, c.height/2 - webMargin}
	inner := half
	if !all {
		inner = point{half.x * webInner, half.y * webInner}
	}
	sx, sy := longestTie, longestTie
	if w := high.x - low.x; w > 0 {
		sx = min(sx, 2*inner.x/w)
	}
	if h := high.y - low.y; h > 0 {
		sy = min(sy, 2*inner.y/h)
	}
	sx, sy = min(sx, mostStretch*sy), min(sy, mostStretch*sx)
	if all {
		c.height = min(c.height, max(lowestWeb, math.Ceil((high.y-low.y)*sy+2*webMargin)))
		half.y = c.height/2 - webMargin
		inner.y = half.y
	}
	wanted := make([]point, len(at))
	for i, p := range at {
		wanted[i] = point{
			c.width/2 + within((p.x-(low.x+high.x)/2)*sx, inner.x, half.x),
			c.height/2 + within((p.y-(low.y+high.y)/2)*sy, inner.y, half.y),
		}
	}
	return wanted
}

// within keeps a distance from the middle as it is up to inner, and presses
// what is further into the room up to outer.
func within(v, inner, outer float64) float64 {
	beyond := math.Abs(v) - inner
	if beyond <= 0 {
		return v
	}
	room := outer - inner
	if room <= 0 {
		return math.Copysign(inner, v)
	}
	return math.Copysign(inner+room*(1-math.Exp(-beyond/room)), v)
}

// webInner is the share of the canvas that the first marks fill when more may come.
const webInner = 0.88

// webMargin is kept free of marks above and below.
const webMargin = 34.0

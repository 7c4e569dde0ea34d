package layout

import (
	"math"
	"slices"
)

// Distances in an unfolded picture.
const (
	markApart     = 7.0 // between the edges of two marks
	markFromLabel = 3.0
	markFromTie   = 4.0
	labelApart    = 4.0
)

// What a place costs, in the units of the distance from where a mark wants to stand.
const (
	onTie      = 22.0 // a mark on a tie of others, or its tie under another mark
	underLabel = 8.0  // a tie under a label
	unlabelled = 60.0 // no room for a label that should have it
)

// Places are tried on a grid around the wanted one.
const (
	webGrid  = 9.0
	webReach = 7  // steps of the grid, at first
	webFar   = 60 // steps when nothing nearer is free
)

// webbing is a web being placed, mark by mark in their order.
type webbing struct {
	webCanvas
	marks  []Mark
	near   [][]int // along marks: those it is tied to
	texts  [][]labelText
	placed []PlacedMark
	ties   []segment // between placed marks
	named  int
	grids  map[int][]point // steps of a grid by reach
}

// segment is a tie between the marks a and b.
type segment struct {
	a, b     int
	from, to point
}

func newWebbing(c webCanvas, marks []Mark, ties [][2]int) *webbing {
	w := &webbing{webCanvas: c, marks: marks, near: make([][]int, len(marks)), texts: make([][]labelText, len(marks)), grids: map[int][]point{}}
	for i := range marks {
		w.texts[i] = c.labelTextsOf(&marks[i])
	}
	for _, t := range ties {
		if max(t[0], t[1]) < len(marks) {
			w.near[t[0]], w.near[t[1]] = append(w.near[t[0]], t[1]), append(w.near[t[1]], t[0])
		}
	}
	return w
}

// placeAll places the marks near where they want to stand, and then the labels
// that find room. It reports false when a mark finds none.
func (w *webbing) placeAll(wanted []point) bool {
	for i := range w.marks {
		at, label, ok := w.findPlace(i, wanted[i])
		if !ok {
			return false
		}
		m := &w.marks[i]
		w.placed = append(w.placed, PlacedMark{ID: m.ID, Shape: m.Shape, X: at.x, Y: at.y, R: m.half(), Label: label})
		if len(label.Lines) > 0 {
			w.named++
		}
		for _, j := range w.near[i] {
			if j < i {
				w.ties = append(w.ties, segment{i, j, at, w.at(j)})
			}
		}
	}
	for i := range w.placed {
		if p := &w.placed[i]; len(p.Label.Lines) == 0 {
			if label, _, ok := w.labelFor(i, w.at(i), w.marks[i].Named); ok {
				p.Label = label
			}
		}
	}
	return true
}

func (w *webbing) at(i int) point { return point{w.placed[i].X, w.placed[i].Y} }

// findPlace returns the cheapest free place of a mark, with a label when room
// is to be kept for it.
func (w *webbing) findPlace(i int, wanted point) (at point, label PlacedLabel, ok bool) {
	best := math.Inf(1)
	for _, reach := range []int{webReach, webFar} {
		for _, step := range w.steps(reach) {
			away := math.Hypot(step.x, step.y) * webGrid
			if away >= best {
				break
			}
			p := point{tenth(wanted.x + step.x*webGrid), tenth(wanted.y + step.y*webGrid)}
			if !w.freeMark(i, p) {
				continue
			}
			cost := away + w.tieCost(i, p)
			if cost >= best {
				continue
			}
			var own PlacedLabel
			if w.marks[i].Named && w.named < w.webCanvas.named {
				found, extra, fits := w.labelFor(i, p, true)
				if own = found; !fits {
					extra = unlabelled
				}
				cost += extra
			}
			if cost < best {
				best, at, label, ok = cost, p, own, true
			}
		}
		if ok {
			return at, label, true
		}
	}
	return at, label, false
}

// steps returns those of a grid within reach, made once.
func (w *webbing) steps(reach int) []point {
	if w.grids[reach] == nil {
		w.grids[reach] = gridAround(reach)
	}
	return w.grids[reach]
}

// gridAround returns the steps of a grid within reach, nearest first.
func gridAround(reach int) []point {
	var steps []point
	for y := -reach; y <= reach; y++ {
		for x := -reach; x <= reach; x++ {
			if x*x+y*y <= reach*reach {
				steps = append(steps, point{float64(x), float64(y)})
			}
		}
	}
	slices.SortStableFunc(steps, func(a, b point) int { return int(a.x*a.x + a.y*a.y - b.x*b.x - b.y*b.y) })
	return steps
}

// markBox is what a mark covers.
func markBox(at point, half float64) Box { return Box{at.x - half, at.y - half, 2 * half, 2 * half} }

// freeMark tells whether a mark touches nothing that is placed.
func (w *webbing) freeMark(i int, at point) bool {
	half := w.marks[i].half()
	box := markBox(at, half)
	if !box.grown(2).inside(w.frame()) {
		return false
	}
	for j := range w.placed {
		p := &w.placed[j]
		if at.to(point{p.X, p.Y}) < half+p.R+markApart || box.grown(markFromLabel).meets(p.Label.Box) {
			return false
		}
	}
	return true
}

// tieCost adds up the ties of others that a mark would stand on, and the marks
// that its own ties would run under.
func (w *webbing) tieCost(i int, at point) float64 {
	cost, half := 0.0, w.marks[i].half()
	for _, t := range w.ties {
		if t.a != i && t.b != i && distanceTo(at, t.from, t.to) < half+markFromTie {
			cost += onTie
		}
	}
	for _, j := range w.near[i] {
		if j >= i {
			continue
		}
		to := w.at(j)
		for k := range w.placed {
			p := &w.placed[k]
			if k != j && distanceTo(point{p.X, p.Y}, at, to) < p.R+markFromTie {
				cost += onTie
			}
			if p.Label.Box.cutBy(at, to) {
				cost += underLabel
			}
		}
	}
	return cost
}

// distanceTo returns how far a point is from a straight line between two.
func distanceTo(p, from, to point) float64 {
	dx, dy := to.x-from.x, to.y-from.y
	along := 0.0
	if length := dx*dx + dy*dy; length > 0 {
		along = min(max(((p.x-from.x)*dx+(p.y-from.y)*dy)/length, 0), 1)
	}
	return p.to(point{from.x + along*dx, from.y + along*dy})
}

// cutBy tells whether a straight line between two points runs through the box
// (Liang & Barsky 1984).
func (b Box) cutBy(from, to point) bool {
	if b.empty() {
		return false
	}
	enter, leave := 0.0, 1.0
	for _, side := range [4][2]float64{
		{from.x - to.x, from.x - b.X}, {to.x - from.x, b.X + b.W - from.x},
		{from.y - to.y, from.y - b.Y}, {to.y - from.y, b.Y + b.H - from.y},
	} {
		switch run, room := side[0], side[1]; {
		case run == 0:
			if room < 0 {
				return false
			}
		case run < 0:
			enter = max(enter, room/run)
		default:
			leave = min(leave, room/run)
		}
	}
	return enter < leave
}

func (w *webbing) picture() Unfolded {
	return Unfolded{Width: w.width, Height: math.Ceil(w.height), Marks: w.placed}
}

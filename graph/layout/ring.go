package layout

import (
	"cmp"
	"math"
	"slices"
)

// Ring lays the landscape out. The same input gives the same picture.
func Ring(in Input) Picture {
	c := in.Size.canvas(len(in.Groups))
	a := arrange(c, in)
	p := Picture{Width: c.width, Height: a.height}
	for i, g := range in.Groups {
		b := a.bubbles[i]
		p.Groups = append(p.Groups, PlacedGroup{ID: g.ID, X: b.x, Y: b.y, R: b.r, Label: a.labels[i]})
	}
	placeActors(&p, a, c, in.Actors)
	placeTies(&p, a, in.Actors)
	centre(&p)
	placeDots(&p, in.Groups)
	return p
}

// angles returns the places of the groups on the ring, as the parameter of the
// ellipse clockwise from the top. Without slots the groups follow each other.
func angles(c canvas, slots int, groups []Group) []float64 {
	taken := make(map[int]int)
	var free []int
	for i, g := range groups {
		if slots <= 0 {
			taken[i] = i
			continue
		}
		if _, full := taken[g.Slot]; full || g.Slot < 0 || g.Slot >= slots {
			free = append(free, i)
			continue
		}
		taken[g.Slot] = i
	}
	// Free groups go to open places; a full ring gets places at its end.
	places := max(slots, len(groups))
	for _, i := range free {
		taken[widestGap(taken, places)] = i
	}
	along := evenly(c.round, places)
	angle := make([]float64, len(groups))
	for place, i := range taken {
		angle[i] = along[place]
	}
	return angle
}

// widestGap returns the open place in the middle of the longest run of open
// places, the last such run of a round of places.
func widestGap(taken map[int]int, places int) int {
	if len(taken) == 0 {
		return 0
	}
	best, longest := -1, 0
	for start := range places {
		if _, full := taken[start]; !full {
			continue
		}
		run := 0
		for run < places {
			if _, full := taken[(start+run+1)%places]; full {
				break
			}
			run++
		}
		if run >= longest && run > 0 {
			best, longest = (start+(run+1)/2)%places, run
		}
	}
	return best
}

// evenly returns n parameters at equal distances along an ellipse from its top.
func evenly(axes point, n int) []float64 {
	const steps = 1440
	length := make([]float64, steps+1)
	for i := range steps {
		length[i+1] = length[i] + onRing(axes, angleOf(i, steps)).to(onRing(axes, angleOf(i+1, steps)))
	}
	at := make([]float64, n)
	for k := range at {
		want := length[steps] * float64(k) / float64(n)
		i, _ := slices.BinarySearch(length, want)
		if i > 0 {
			step := (want - length[i-1]) / (length[i] - length[i-1])
			at[k] = angleOf(i-1, steps) + step*angleOf(1, steps)
		}
	}
	return at
}

func angleOf(step, steps int) float64 { return 2 * math.Pi * float64(step) / float64(steps) }

// onRing returns a point of an ellipse around the origin, clockwise from the top.
func onRing(axes point, angle float64) point {
	return point{axes.x * math.Sin(angle), -axes.y * math.Cos(angle)}
}

// arrangement is how bubbles and their labels stand.
type arrangement struct {
	height  float64
	middle  point // of the ring
	axes    point
	bubbles []circle
	labels  []PlacedLabel
}

// shape is one way to draw the ring, worse with its cost.
type shape struct {
	axes point
	unit float64 // radius of a bubble with one project
	cost float64
}

// arrange looks for the largest bubbles and ring that leave every label a place
// of its own. When there is none the canvas grows, as far as its tallest, and
// then the lines below the names go and it grows on; a ring that is tall enough
// has room for any labels.
func arrange(c canvas, in Input) arrangement {
	angle := angles(c, in.Slots, in.Groups)
	texts := make([][]labelText, len(in.Groups))
	for i, g := range in.Groups {
		texts[i] = labelTexts(c, g)
	}
	for height := c.height; ; height *= 1.08 {
		if height > c.tallest && len(in.Groups) > 0 {
			for i, g := range in.Groups {
				texts[i] = nameAlone(c, g)
			}
		}
		grown := c
		grown.height = tenth(height)
		grown.ring.y += grown.height - c.height
		if a, ok := fit(grown, in.Groups, angle, texts); ok {
			return a
		}
	}
}

// fit looks for the best shape on one canvas: on a coarse grid first, then
// around the best one found, in steps half as long and half again.
func fit(c canvas, groups []Group, angle []float64, texts [][]labelText) (arrangement, bool) {
	f := fitting{c: c, groups: groups, angle: angle, texts: texts, largest: largestUnit(c, groups), least: math.Inf(1)}
	var coarse []knobs
	for u := range unitSteps + 1 {
		for w := range wideSteps + 1 {
			for h := range highSteps + 1 {
				coarse = append(coarse, knobs{float64(u) / unitSteps, float64(w) / wideSteps, float64(h) / highSteps})
			}
		}
	}
	f.tryAll(coarse)
	for _, finer := range []float64{2, 4, 8} {
		if math.IsInf(f.least, 1) {
			return arrangement{}, false
		}
		var around []knobs
		for _, u := range []float64{-1, 0, 1} {
			for _, w := range []float64{-1, 0, 1} {
				for _, h := range []float64{-1, 0, 1} {
					k := knobs{f.at.unit + u/unitSteps/finer, f.at.wide + w/wideSteps/finer, f.at.high + h/highSteps/finer}
					if k != f.at && k.valid() {
						around = append(around, k)
					}
				}
			}
		}
		f.tryAll(around)
	}
	return f.best, true
}

// knobs set a shape, each from 0, the largest, to 1.
type knobs struct{ unit, wide, high float64 }

func (k knobs) valid() bool {
	return min(k.unit, k.wide, k.high) >= 0 && max(k.unit, k.wide, k.high) <= 1
}

// Steps of the coarse grid, how small bubbles may get beside the largest, and
// what a shape costs in the currency of labels: half the radius of bubbles,
// half the width and half the height of the ring.
const (
	unitSteps, wideSteps, highSteps = 6, 3, 3

	smallestShare = 0.3

	smallerBubbles = 120
	narrowerRing   = 50
	flatterRing    = 50
)

func (k knobs) shape(c canvas, largest float64) shape {
	shrink := math.Pow(smallestShare, k.unit)
	axes := point{c.ring.x + (c.tightest.x-c.ring.x)*k.wide, c.ring.y + (c.tightest.y-c.ring.y)*k.high}
	return shape{
		axes: axes, unit: largest * shrink,
		cost: -smallerBubbles*math.Log2(shrink) - narrowerRing*math.Log2(axes.x/c.ring.x) - flatterRing*math.Log2(axes.y/c.ring.y),
	}
}

// fitting is the search for a shape on one canvas.
type fitting struct {
	c       canvas
	groups  []Group
	angle   []float64
	texts   [][]labelText
	largest float64

	least float64 // cost of the best so far
	at    knobs
	best  arrangement
}

// tryAll tries shapes, the cheapest first, until none can be better.
func (f *fitting) tryAll(all []knobs) {
	slices.SortStableFunc(all, func(a, b knobs) int {
		return cmp.Compare(a.shape(f.c, f.largest).cost, b.shape(f.c, f.largest).cost)
	})
	for _, k := range all {
		s := k.shape(f.c, f.largest)
		if s.cost >= f.least {
			break
		}
		bubbles, middle, ok := bubblesOf(f.c, s, f.groups, f.angle)
		if !ok {
			continue
		}
		labels, cost, ok := placeLabels(f.c, s.axes, middle, bubbles, f.angle, f.texts, f.least-s.cost)
		if !ok {
			continue
		}
		f.least, f.at = s.cost+cost, k
		f.best = arrangement{height: f.c.height, middle: middle, axes: s.axes, bubbles: bubbles, labels: labels}
	}
}

// largestUnit returns the radius of a group of one project at which neither it
// nor the largest group is too big. Few groups may be bigger.
func largestUnit(c canvas, groups []Group) float64 {
	most := 1
	for _, g := range groups {
		most = max(most, len(g.Projects))
	}
	room := 1.0
	switch {
	case len(groups) <= 3:
		room = 1.45
	case len(groups) <= 6:
		room = 1.25
	}
	return min(c.single*room, c.most*room/math.Sqrt(float64(most)))
}

// smallest is the radius below which a bubble could not be hit.
const smallest = 7.0

// bubblesOf puts the bubbles on the ring, and the middle of the ring where the
// bubbles fill the canvas evenly. It reports false when they do not fit.
func bubblesOf(c canvas, s shape, groups []Group, angle []float64) (bubbles []circle, middle point, ok bool) {
	bubbles = make([]circle, len(groups))
	var all Box
	for i, g := range groups {
		b := circle{onRing(s.axes, angle[i]), tenth(radius(s.unit, len(g.Projects)))}
		for _, other := range bubbles[:i] {
			if b.to(other.point) < b.r+other.r+c.apart {
				return nil, point{}, false
			}
		}
		bubbles[i] = b
		if i == 0 {
			all = b.box()
		} else {
			all = all.union(b.box())
		}
	}
	if all.W > c.frame().W || all.H > c.frame().H {
		return nil, point{}, false
	}
	middle = point{tenth((c.width-all.W)/2 - all.X), tenth((c.height-all.H)/2 - all.Y)}
	for i, b := range bubbles {
		bubbles[i].point = point{tenth(middle.x + b.x), tenth(middle.y + b.y)}
	}
	return bubbles, middle, true
}

func radius(unit float64, projects int) float64 {
	return max(smallest, unit*math.Sqrt(float64(projects)))
}

// A picture is at least lowest high, and keeps a margin above and below.
const lowest, margin = 260.0, 22.0

// centre moves what is drawn to the middle and cuts off the height that nothing
// needs: a region with a few topics fills one side of the ring.
func centre(p *Picture) {
	var all Box
	add := func(b Box) {
		if all.empty() {
			all = b
		} else if !b.empty() {
			all = all.union(b)
		}
	}
	for _, g := range p.Groups {
		add(circle{point{g.X, g.Y}, g.R}.box())
		add(g.Label.Box)
	}
	for _, a := range p.Actors {
		add(diamond(point{a.X, a.Y}))
		add(a.Label.Box)
	}
	if all.empty() {
		return
	}
	p.Height = min(p.Height, math.Ceil(max(lowest, all.H+2*margin)))
	dx, dy := math.Round((p.Width-all.W)/2-all.X), math.Round((p.Height-all.H)/2-all.Y)
	for i := range p.Groups {
		g := &p.Groups[i]
		g.X, g.Y = tenth(g.X+dx), tenth(g.Y+dy)
		g.Label.move(dx, dy)
	}
	for i := range p.Actors {
		a := &p.Actors[i]
		a.X, a.Y = tenth(a.X+dx), tenth(a.Y+dy)
		a.Label.move(dx, dy)
	}
	for i := range p.Ties {
		t := &p.Ties[i]
		t.X1, t.CX, t.X2 = tenth(t.X1+dx), tenth(t.CX+dx), tenth(t.X2+dx)
		t.Y1, t.CY, t.Y2 = tenth(t.Y1+dy), tenth(t.CY+dy), tenth(t.Y2+dy)
	}
}

func (l *PlacedLabel) move(dx, dy float64) {
	l.X, l.Y = tenth(l.X+dx), tenth(l.Y+dy)
	l.Box = l.Box.moved(dx, dy).rounded()
}

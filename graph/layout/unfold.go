package layout

import "slices"

// Shape is what a mark is drawn as.
type Shape uint8

// Projects are squares with round corners, actors circles, bridge-builders diamonds.
const (
	Square Shape = iota
	Circle
	Diamond
)

// Mark is a project or an actor to be placed.
type Mark struct {
	ID, Label string
	Shape     Shape
	// Centre marks what the picture is about; it is drawn larger.
	Centre bool
	// Named marks have room kept for their label; others get one where there is any.
	Named bool
}

// Web is what an unfolded picture shows: marks by rank, the most important
// first, and the pairs of them that are tied, by position.
type Web struct {
	Size  Size
	Marks []Mark
	Ties  [][2]int
	// Shown is how many of the marks are drawn. The others count for where
	// these stand, so that nothing moves when more are asked for.
	Shown int
}

// Unfolded is a web laid out, in units of its width and height, y down.
type Unfolded struct {
	Width, Height float64
	Marks         []PlacedMark // in the order of the input
}

// PlacedMark is a mark in its place. R is half its width and height; a mark
// without a label has a label without lines.
type PlacedMark struct {
	ID    string
	Shape Shape
	X, Y  float64
	R     float64
	Label PlacedLabel
}

// Half the width and height of marks.
const (
	squareHalf  = 5.0
	circleHalf  = 6.5
	diamondMark = 8.0
	centreHalf  = 11.0
)

func (m *Mark) half() float64 {
	switch {
	case m.Centre:
		return centreHalf
	case m.Shape == Square:
		return squareHalf
	case m.Shape == Diamond:
		return diamondMark
	}
	return circleHalf
}

// webBase is the number of marks that are laid out together. Those after them
// come in by webStep at a time, while all before stay where they are.
const (
	webBase = 36
	webStep = 12
)

// Unfold lays a web out: distances follow the number of ties between marks, no
// mark or label lies on another one, and the first marks stand where they
// stand however many are shown. The same input gives the same picture.
func Unfold(in Web) Unfolded {
	n := min(max(in.Shown, 0), len(in.Marks))
	// What stands beyond the next full step cannot move what is shown.
	known := min(len(in.Marks), max(webBase, (n+webStep-1)/webStep*webStep))
	ties := slices.DeleteFunc(slices.Clone(in.Ties), func(t [2]int) bool { return max(t[0], t[1]) >= known })
	c := in.Size.webCanvas()
	wanted := c.spread(known, ties, len(in.Marks) <= webBase)
	for {
		w := newWebbing(c, in.Marks[:n], ties)
		if w.placeAll(wanted) {
			return w.picture()
		}
		// No room: taller pictures always have some.
		for i := range wanted {
			wanted[i].y *= webTaller
		}
		c.height *= webTaller
	}
}

const webTaller = 1.15

// webCanvas is what a size allows an unfolded picture.
type webCanvas struct {
	width, height float64
	line          float64 // longest line of a label
	named         int     // labels that room is kept for
	sides         float64 // kept free of marks at the left and right, for labels
}

func (s Size) webCanvas() webCanvas {
	switch s {
	case Office:
		return webCanvas{width: 760, height: 430, line: 140, named: 14, sides: 64}
	case Phone:
		return webCanvas{width: 358, height: 620, line: 108, named: 10, sides: 30}
	}
	return webCanvas{width: 840, height: 640, line: 150, named: 18, sides: 70}
}

func (c webCanvas) frame() Box { return Box{edge, edge, c.width - 2*edge, c.height - 2*edge} }

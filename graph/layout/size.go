package layout

// Size is the kind of screen a picture is for.
type Size uint8

// Wide is a page with room, Office a screen of 1280 x 720 that shows the
// picture without scrolling, Phone a page 390 wide.
const (
	Wide Size = iota
	Office
	Phone
)

// canvas is what a size allows, in units of the picture.
type canvas struct {
	width, height float64
	// tallest is the height the picture may grow to before lines are left out.
	tallest float64
	// ring holds the half axes of the largest ring, tightest those of the
	// smallest. Slots lie at equal distances along round.
	ring, tightest, round point
	// most is the largest radius of a bubble, single the largest of a group of
	// one project.
	most, single float64
	name, sub    float64 // longest lines of a group's label
	actor        float64 // longest line of an actor's label
	actors       int     // the most that are shown
	// shortened is what it costs to leave out part of the line below a name.
	shortened float64
	// apart is the least distance between bubbles.
	apart float64
}

func (s Size) canvas(groups int) canvas {
	switch s {
	case Office:
		return canvas{
			width: 760, height: 430, tallest: 430, ring: point{310, 172}, tightest: point{150, 104}, round: point{310, 172},
			most: 50, single: 20, name: 176, sub: 184, actor: 150, actors: 10, shortened: 18, apart: 12,
		}
	case Phone:
		// The list of groups comes before the picture, which may then scroll.
		h := min(760, 330+33*float64(groups))
		return canvas{
			width: 358, height: h, tallest: 900, ring: point{142, h/2 - 42}, tightest: point{92, h / 4}, round: point{142, 270},
			most: 42, single: 17, name: 150, sub: 156, actor: 104, actors: 6, shortened: 2, apart: 9,
		}
	default:
		return canvas{
			width: 840, height: 640, tallest: 640, ring: point{330, 262}, tightest: point{190, 150}, round: point{330, 262},
			most: 72, single: 24, name: 186, sub: 200, actor: 160, actors: 12, shortened: 32, apart: 16,
		}
	}
}

func (c canvas) frame() Box { return Box{edge, edge, c.width - 2*edge, c.height - 2*edge} }

// edge is the free strip along the border of a picture.
const edge = 6.0

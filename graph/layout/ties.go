package layout

// bend is how far a tie leaves the straight line, as a share of the way to the
// line from the middle of the ring to its bubble; mostBend bounds it by the
// length of the tie.
const bend, mostBend = 0.4, 0.13

// placeTies draws a tie from every actor to each group it has projects in.
func placeTies(p *Picture, a arrangement, actors []Actor) {
	bubbles := bubblesByID(p, a)
	for i, placed := range p.Actors {
		for _, w := range actors[i].Weights {
			b, ok := bubbles[w.Group]
			if !ok || w.Projects <= 0 {
				continue
			}
			c := tieTo(point{placed.X, placed.Y}, b, a.middle)
			p.Ties = append(p.Ties, Tie{
				Actor: placed.ID, Group: w.Group,
				X1: tenth(c.from.x), Y1: tenth(c.from.y),
				CX: tenth(c.control.x), CY: tenth(c.control.y),
				X2: tenth(c.to.x), Y2: tenth(c.to.y),
			})
		}
	}
}

func bubblesByID(p *Picture, a arrangement) map[string]circle {
	bubbles := make(map[string]circle, len(p.Groups))
	for i, g := range p.Groups {
		if _, double := bubbles[g.ID]; !double {
			bubbles[g.ID] = a.bubbles[i]
		}
	}
	return bubbles
}

// tieTo returns the curve from a diamond to a bubble. It bends towards the line
// from the middle of the ring to the bubble, so that the ties of a bubble come
// in as a fan from one side.
func tieTo(from point, b circle, middle point) curve {
	length := from.to(b.point)
	if length <= b.r {
		return curve{from, from, from}
	}
	gap := length - b.r
	half := from.towards(b.point, gap/2/length)
	control := half
	if reach := middle.to(b.point); reach > 0 {
		onLine := b.towards(middle, min(1, (b.r+gap/2)/reach))
		pull := half.towards(onLine, bend)
		if off := half.to(pull); off > 0 {
			control = half.towards(pull, min(1, mostBend*gap/off))
		}
	}
	return curve{from, control, b.towards(control, b.r/b.to(control))}
}

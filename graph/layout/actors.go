package layout

import "math"

// Distances of actors from what stands around them.
const (
	diamondFromBubble = 12.0
	diamondFromLabel  = 5.0
	diamondApart      = 34.0 // between the middles of two, where there is room
	besideDiamond     = 4.0
)

// What a place of an actor costs, in the units of the distance from where its
// groups draw it.
const (
	throughBubble  = 60.0 // a tie under a bubble it does not belong to
	throughName    = 18.0 // a tie under the label of a group
	throughDiamond = 26.0 // a tie under another diamond
	throughLabel   = 9.0  // a tie under an actor's label
	ownLabel       = 7.0  // a tie under the label of its own actor
	crowding       = 0.8  // for each unit below roomy
	roomy          = 76.0
	notBelow       = 3.0 // a label beside its diamond, twice for one above it
	oneMoreLine    = 9.0
)

const (
	coarse, fine = 14.0, 4.0 // grids of places tried
	rounds       = 3         // in which every actor may move again
)

// placeActors puts the actors inside the ring, each near the groups it works
// in. The first that finds no room and all after it are dropped.
func placeActors(p *Picture, a arrangement, c canvas, actors []Actor) {
	s := newStage(p, a, c)
	for i := range actors[:min(len(actors), c.actors)] {
		if !s.add(&actors[i]) {
			break
		}
	}
	for range rounds {
		for i := range s.stands {
			s.settle(i)
		}
	}
	for i, stand := range s.stands {
		p.Actors = append(p.Actors, PlacedActor{
			ID: actors[i].ID, Own: actors[i].Own, X: stand.at.x, Y: stand.at.y, Label: stand.label,
		})
	}
	p.Dropped = len(actors) - len(s.stands)
}

// stand is an actor in its place.
type stand struct {
	drawn point // where its groups draw it
	serve []circle
	texts []labelText

	at    point
	label PlacedLabel
	ties  []curve
	cost  float64
}

// stage is what actors are placed on.
type stage struct {
	arrangement
	canvas
	names  []Box // labels of groups
	byID   map[string]circle
	stands []stand
}

func newStage(p *Picture, a arrangement, c canvas) *stage {
	s := &stage{arrangement: a, canvas: c, byID: bubblesByID(p, a)}
	s.canvas.height = a.height
	for _, l := range a.labels {
		if !l.Box.empty() {
			s.names = append(s.names, l.Box)
		}
	}
	return s
}

// add places one more actor, or reports that there is no room.
func (s *stage) add(a *Actor) bool {
	stand := stand{drawn: s.middle}
	x, y, weight := 0.0, 0.0, 0.0
	for _, w := range a.Weights {
		b, ok := s.byID[w.Group]
		if !ok || w.Projects <= 0 {
			continue
		}
		stand.serve = append(stand.serve, b)
		pull := math.Sqrt(float64(w.Projects))
		x, y, weight = x+pull*b.x, y+pull*b.y, weight+pull
	}
	if weight > 0 {
		stand.drawn = point{x / weight, y / weight}
	}
	for _, lines := range actorFace.balance(tidy(a.Label), s.actor) {
		stand.texts = append(stand.texts, labelText{lines: lines, w: actorFace.widest(lines), h: height(actorFace, lines, nil)})
	}
	s.stands = append(s.stands, stand)
	if s.settle(len(s.stands) - 1) {
		return true
	}
	s.stands = s.stands[:len(s.stands)-1]
	return false
}

// settle moves an actor to the cheapest free place: one of a coarse grid, then
// of a fine one around it. It reports whether there is any.
func (s *stage) settle(i int) bool {
	best := s.stands[i]
	best.cost = math.Inf(1)
	s.try(i, &best, s.middle, s.axes, coarse)
	if math.IsInf(best.cost, 1) {
		s.try(i, &best, s.middle, s.axes, fine)
	}
	if math.IsInf(best.cost, 1) {
		return false
	}
	s.try(i, &best, best.at, point{coarse, coarse}, fine)
	s.stands[i] = best
	return true
}

// try looks at the points of a grid within reach of a middle.
func (s *stage) try(i int, best *stand, middle, reach point, step float64) {
	for y := middle.y - math.Floor(reach.y/step)*step; y <= middle.y+reach.y; y += step {
		for x := middle.x - math.Floor(reach.x/step)*step; x <= middle.x+reach.x; x += step {
			at := point{tenth(x), tenth(y)}
			if s.within(at) && s.free(i, at) {
				s.look(i, best, at)
			}
		}
	}
}

// within tells whether a point lies inside the ring.
func (s *stage) within(at point) bool {
	x, y := (at.x-s.middle.x)/s.axes.x, (at.y-s.middle.y)/s.axes.y
	return x*x+y*y < 1
}

func diamond(at point) Box {
	return Box{at.x - DiamondHalf, at.y - DiamondHalf, 2 * DiamondHalf, 2 * DiamondHalf}
}

// free tells whether a diamond touches nothing.
func (s *stage) free(i int, at point) bool {
	for _, b := range s.bubbles {
		if b.to(at) < b.r+DiamondHalf+diamondFromBubble {
			return false
		}
	}
	box := diamond(at).grown(diamondFromLabel)
	if !box.inside(s.frame()) {
		return false
	}
	for _, name := range s.names {
		if box.meets(name) {
			return false
		}
	}
	for j := range s.stands {
		if other := &s.stands[j]; j != i && (at.to(other.at) < diamondApart || box.meets(other.label.Box)) {
			return false
		}
	}
	return true
}

// look keeps a place when one of its labels is free and it costs less than best.
func (s *stage) look(i int, best *stand, at point) {
	cost := s.placeCost(i, at)
	if cost >= best.cost {
		return
	}
	ties := make([]curve, len(best.serve))
	for k, b := range best.serve {
		ties[k] = tieTo(at, b, s.middle)
	}
	if cost = s.tiesCost(i, ties, best.serve, cost, best.cost); cost >= best.cost {
		return
	}
	for n, text := range best.texts {
		for side, label := range besideOf(at, text) {
			if !s.freeLabel(i, label.Box) {
				continue
			}
			total := cost + s.labelCost(i, label.Box, ties) + float64(n)*oneMoreLine
			switch side {
			case 1, 2:
				total += notBelow
			case 3:
				total += 2 * notBelow
			}
			if total < best.cost {
				best.at, best.label, best.ties, best.cost = at, label, ties, total
			}
		}
	}
}

// besideOf returns the labels of a diamond: below, right, left, above.
func besideOf(at point, t labelText) [4]PlacedLabel {
	const gap = DiamondHalf + besideDiamond
	return [4]PlacedLabel{
		t.placed(actorFace, at.x-t.w/2, at.y+DiamondHalf+2, Middle),
		t.placed(actorFace, at.x+gap, at.y-t.h/2, Start),
		t.placed(actorFace, at.x-gap-t.w, at.y-t.h/2, End),
		t.placed(actorFace, at.x-t.w/2, at.y-DiamondHalf-2-t.h, Middle),
	}
}

func (s *stage) freeLabel(i int, box Box) bool {
	if box.empty() {
		return true
	}
	if !box.inside(s.frame()) || touches(s.bubbles, box, -1) {
		return false
	}
	box = box.grown(fromLabel)
	for _, name := range s.names {
		if box.meets(name) {
			return false
		}
	}
	for j := range s.stands {
		if other := &s.stands[j]; j != i && (box.meets(other.label.Box) || box.meets(diamond(other.at))) {
			return false
		}
	}
	return true
}

func (s *stage) placeCost(i int, at point) float64 {
	cost := at.to(s.stands[i].drawn)
	for j := range s.stands {
		if j != i {
			cost += crowding * max(0, roomy-at.to(s.stands[j].at))
		}
	}
	return cost
}

// tiesCost adds up what the ties of an actor run through, until it is too much.
func (s *stage) tiesCost(i int, ties []curve, own []circle, cost, limit float64) float64 {
	for k, tie := range ties {
		if cost >= limit {
			break
		}
		for _, b := range s.bubbles {
			if b != own[k] && tie.under(b, 2) {
				cost += throughBubble
			}
		}
		for _, name := range s.names {
			if tie.crosses(name) {
				cost += throughName
			}
		}
		for j := range s.stands {
			if j == i {
				continue
			}
			if tie.crosses(diamond(s.stands[j].at).grown(2)) {
				cost += throughDiamond
			}
			if tie.crosses(s.stands[j].label.Box) {
				cost += throughLabel
			}
		}
	}
	return cost
}

func (s *stage) labelCost(i int, box Box, ties []curve) float64 {
	cost := 0.0
	for _, tie := range ties {
		if tie.crosses(box) {
			cost += ownLabel
		}
	}
	for j := range s.stands {
		if j == i {
			continue
		}
		for _, tie := range s.stands[j].ties {
			if tie.crosses(box) {
				cost += throughLabel
			}
		}
	}
	return cost
}

package layout

import (
	"cmp"
	"math"
	"slices"
)

// candidate is one place for a group's label.
type candidate struct {
	box    Box
	text   int
	anchor Anchor
	cost   float64
}

// Distances of labels: from bubbles, and from each other where there is room.
const (
	labelGap   = 5.0
	fromBubble = 4.0
	fromLabel  = 5.0
	crowded    = 14.0
)

// Costs of a label's place: turned away from the ring's outward direction,
// inside the ring, moved along its bubble, close to another label.
const (
	turnedAway = 22
	insideRing = 80
	movedAlong = 4
	closeBy    = 6
)

const (
	mostCandidates = 28   // kept for each label
	mostNodes      = 4000 // looked at for each shape, so that time is bounded alike on every machine
)

// placeLabels chooses a place for every label such that none touches another
// label, a bubble of another group or the edge, at a total cost below limit.
func placeLabels(c canvas, axes, middle point, bubbles []circle, angle []float64, texts [][]labelText, limit float64) ([]PlacedLabel, float64, bool) {
	places := make([][]candidate, len(bubbles))
	least := 0.0
	for i := range bubbles {
		places[i] = candidates(c, axes, middle, bubbles, i, angle[i], texts[i])
		if len(places[i]) == 0 {
			return nil, 0, false
		}
		if least += places[i][0].cost; least >= limit {
			return nil, 0, false
		}
	}
	s := search{places: places, lowest: limit, order: make([]int, len(bubbles)), chosen: make([]int, len(bubbles))}
	for i := range s.order {
		s.order[i] = i
	}
	// Neighbours on the ring follow each other, so that a clash is found early.
	slices.SortStableFunc(s.order, func(a, b int) int { return cmp.Compare(angle[a], angle[b]) })
	s.least = make([]float64, len(bubbles)+1)
	for k := len(bubbles) - 1; k >= 0; k-- {
		s.least[k] = s.least[k+1] + places[s.order[k]][0].cost
	}
	s.from(0, 0)
	if s.best == nil {
		return nil, 0, false
	}
	labels := make([]PlacedLabel, len(bubbles))
	for i, k := range s.best {
		at := places[i][k]
		labels[i] = texts[i][at.text].placed(nameFace, at.box.X, at.box.Y, at.anchor)
	}
	return labels, s.lowest, true
}

// search is a branch and bound over the places of labels.
type search struct {
	places [][]candidate // by group, cheapest first
	order  []int
	least  []float64 // least cost of the groups from a position of order on
	chosen []int
	nodes  int

	lowest float64
	best   []int
}

func (s *search) from(k int, cost float64) {
	if k == len(s.order) {
		s.lowest, s.best = cost, slices.Clone(s.chosen)
		return
	}
	i := s.order[k]
	for n, place := range s.places[i] {
		if cost+place.cost+s.least[k+1] >= s.lowest || s.nodes >= mostNodes {
			return
		}
		s.nodes++
		near, ok := s.beside(k, place)
		if !ok || cost+place.cost+near+s.least[k+1] >= s.lowest {
			continue
		}
		s.chosen[i] = n
		s.from(k+1, cost+place.cost+near)
	}
}

// beside returns what it costs that a place is close to those chosen before.
func (s *search) beside(k int, place candidate) (float64, bool) {
	cost := 0.0
	for _, j := range s.order[:k] {
		other := s.places[j][s.chosen[j]].box
		if place.box.grown(fromLabel).meets(other) {
			return 0, false
		}
		if place.box.grown(crowded).meets(other) {
			cost += closeBy
		}
	}
	return cost, true
}

// candidates returns the places of a label that touch no bubble and not the
// edge, cheapest first.
func candidates(c canvas, axes, middle point, bubbles []circle, i int, angle float64, texts []labelText) []candidate {
	b := bubbles[i]
	outward := point{math.Sin(angle) / axes.x, -math.Cos(angle) / axes.y}
	size := math.Hypot(outward.x, outward.y)
	outward = point{outward.x / size, outward.y / size}
	frame := c.frame()

	found := make([]candidate, 0, 64)
	spots := make([]candidate, 0, 24)
	for t, text := range texts {
		if text.w == 0 {
			return []candidate{{box: Box{b.x, b.y - b.r, 0, 0}, text: t, anchor: Middle}}
		}
		for _, at := range around(spots, b, text.w, text.h, frame) {
			at.box = at.box.rounded()
			if !at.box.inside(frame) || touches(bubbles, at.box, i) {
				continue
			}
			to := point{at.box.X + at.box.W/2, at.box.Y + at.box.H/2}
			// The direction in which the label leaves the bubble: measured from
			// the nearest point of a wide box, not from its far middle.
			near := point{min(max(b.x, at.box.X), at.box.X+at.box.W), min(max(b.y, at.box.Y), at.box.Y+at.box.H)}
			leaving := direction(b.point, near.towards(to, 0.15))
			at.text = t
			at.cost += text.cost + turnedAway*(1-outward.x*leaving.x-outward.y*leaving.y)
			at.cost += insideRing * insideShare(at.box, axes, middle)
			found = append(found, at)
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(a.cost, b.cost) })
	return found[:min(len(found), mostCandidates)]
}

func touches(bubbles []circle, box Box, own int) bool {
	for i, b := range bubbles {
		gap := fromBubble
		if i == own {
			gap = 1
		}
		if b.meets(box, gap) {
			return true
		}
	}
	return false
}

func direction(from, to point) point {
	d := from.to(to)
	if d == 0 {
		return point{}
	}
	return point{(to.x - from.x) / d, (to.y - from.y) / d}
}

// around appends the boxes of a size that stand beside a bubble.
func around(all []candidate, b circle, w, h float64, frame Box) []candidate {
	const slant = 0.74 // a little more than the sine of 45 degrees
	d := b.r*slant + 3
	above, below := b.y-b.r-labelGap-h, b.y+b.r+labelGap
	left, right := b.x-b.r-labelGap-2-w, b.x+b.r+labelGap+2
	all = append(all,
		candidate{box: Box{b.x - w/2, above, w, h}, anchor: Middle},
		candidate{box: Box{b.x - w/2, below, w, h}, anchor: Middle},
		candidate{box: Box{right, b.y - h/2, w, h}, anchor: Start},
		candidate{box: Box{left, b.y - h/2, w, h}, anchor: End},
	)
	for _, y := range []float64{above, below} {
		all = append(all,
			candidate{box: Box{b.x - b.r, y, w, h}, anchor: Start, cost: movedAlong},
			candidate{box: Box{b.x + b.r - w, y, w, h}, anchor: End, cost: movedAlong},
			candidate{box: Box{b.x - 4, y, w, h}, anchor: Start, cost: 1.5 * movedAlong},
			candidate{box: Box{b.x + 4 - w, y, w, h}, anchor: End, cost: 1.5 * movedAlong},
		)
		// As near to the middle as the edge allows.
		if x := min(max(b.x-w/2, frame.X), frame.X+frame.W-w); x != b.x-w/2 {
			all = append(all, candidate{box: Box{x, y, w, h}, anchor: Middle, cost: movedAlong})
		}
	}
	for _, shift := range []float64{-0.5, 0.5} {
		all = append(all,
			candidate{box: Box{right, b.y - h/2 + shift*(b.r+h/2), w, h}, anchor: Start, cost: movedAlong},
			candidate{box: Box{left, b.y - h/2 + shift*(b.r+h/2), w, h}, anchor: End, cost: movedAlong},
		)
	}
	return append(all,
		candidate{box: Box{b.x + d, b.y - d - h, w, h}, anchor: Start, cost: 2},
		candidate{box: Box{b.x - d - w, b.y - d - h, w, h}, anchor: End, cost: 2},
		candidate{box: Box{b.x + d, b.y + d, w, h}, anchor: Start, cost: 2},
		candidate{box: Box{b.x - d - w, b.y + d, w, h}, anchor: End, cost: 2},
	)
}

// insideShare returns the share of a box that lies within the ring, by a grid
// of points.
func insideShare(b Box, axes, middle point) float64 {
	const across, down = 5, 3
	inside := 0
	for i := range across {
		for j := range down {
			x := (b.X + b.W*(float64(i)+0.5)/across - middle.x) / axes.x
			y := (b.Y + b.H*(float64(j)+0.5)/down - middle.y) / axes.y
			if x*x+y*y < 1 {
				inside++
			}
		}
	}
	return float64(inside) / (across * down)
}

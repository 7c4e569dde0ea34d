package layout

import "math"

const (
	// largestDot is that of a picture with few projects, smallestDot the one
	// below which a dot is a speck and none are drawn.
	largestDot, smallestDot = 5.5, 1.2
	// A dot takes this share of the radius that its project has of the bubble.
	dotShare = 0.42
	// mostDots keeps a picture light enough for a slow machine to draw.
	mostDots = 3000
)

// placeDots gives every project its dot, or none to any: a picture in which
// some dots are missing would lie.
func placeDots(p *Picture, groups []Group) {
	r, all := largestDot, 0
	for i, g := range groups {
		all += len(g.Projects)
		if n := float64(len(g.Projects)); n > 0 {
			r = min(r, dotShare*p.Groups[i].R/math.Sqrt(n))
		}
	}
	r = math.Floor(r*10) / 10
	if r < smallestDot || all > mostDots || all == 0 {
		return
	}
	p.DotRadius = r
	for i, g := range groups {
		placed := &p.Groups[i]
		for k, at := range spread(len(g.Projects), placed.R, r) {
			placed.Dots = append(placed.Dots, PlacedDot{
				ID: g.Projects[k].ID, State: g.Projects[k].State,
				X: tenth(placed.X + at.x), Y: tenth(placed.Y + at.y),
			})
		}
	}
}

// spread returns n points within a circle: rings for a few, from eight on the
// order of a sunflower's seeds (Vogel 1979).
func spread(n int, radius, dot float64) []point {
	points := make([]point, n)
	ringOf := func(from, count int, r, turn float64) {
		for k := range count {
			a := turn + 2*math.Pi*float64(k)/float64(count)
			points[from+k] = point{r * math.Sin(a), -r * math.Cos(a)}
		}
	}
	switch {
	case n == 0 || n == 1:
	case n == 2:
		ringOf(0, 2, radius*0.42, math.Pi/2)
	case n <= 5:
		ringOf(0, n, radius*0.52, float64(1-n%2)*math.Pi/float64(n))
	case n <= 7:
		ringOf(1, n-1, radius*0.6, 0)
	default:
		golden := math.Pi * (3 - math.Sqrt(5))
		reach := radius - max(1.9*dot, 3)
		for k := range n {
			r := reach * math.Sqrt((float64(k)+0.5)/(float64(n)-0.5))
			a := float64(k) * golden
			points[k] = point{r * math.Sin(a), -r * math.Cos(a)}
		}
	}
	return points
}

package backbone

import (
	"fmt"
	"math"
	"slices"

	"hankeverkko/graph"
)

// Configuration is the two-mode network of most entropy in which every actor
// and every project has, on average, as many ties as in the network that is
// looked at (the bipartite configuration model; Saracco et al. 2015, Neal
// 2021). Chances depend on the two numbers of ties alone, so they are kept by
// class: all actors of one number, all projects of one number.
type Configuration struct {
	// Actors and Projects hold the numbers of ties, rising, and how many have each.
	Actors, Projects []Class
	// Chance[i][j] is that of a tie between an actor of class i and a project of class j.
	Chance [][]float64
}

// Class is all vertices of one side that have so many ties.
type Class struct{ Ties, Count int }

const (
	mostRounds = 20_000
	// closeTo is how far sums of chances may lie from the ties, for one vertex.
	closeTo = 1e-11
)

// ConfigurationOf solves the model. A vertex that is tied to everybody, or to
// nobody, is certain, and so is what follows from it; the rest is found by
// repeated substitution. It is ErrInvalid if that does not settle.
func ConfigurationOf(g *graph.TwoMode) (*Configuration, error) {
	c := &Configuration{Actors: classes(g, graph.Actors), Projects: classes(g, graph.Projects)}
	c.Chance = make([][]float64, len(c.Actors))
	for i := range c.Chance {
		c.Chance[i] = slices.Repeat([]float64{math.NaN()}, len(c.Projects))
	}
	rows, columns := openOf(c.Actors), openOf(c.Projects)
	for c.settle(rows, columns, false) || c.settle(columns, rows, true) {
	}
	if err := c.solve(rows, columns); err != nil {
		return nil, err
	}
	return c, nil
}

func classes(g *graph.TwoMode, side graph.Side) []Class {
	from, to := g.Vertices(side)
	count := map[int]int{}
	for v := from; v < to; v++ {
		count[len(g.Row(v))]++
	}
	var list []Class
	for ties, n := range count {
		list = append(list, Class{ties, n})
	}
	slices.SortFunc(list, func(a, b Class) int { return a.Ties - b.Ties })
	return list
}

// open is a class some of whose chances are not known yet.
type open struct {
	at   int
	left float64 // ties that are not certain
	n    float64
	x    float64
	done bool
}

func openOf(classes []Class) []open {
	list := make([]open, len(classes))
	for i, c := range classes {
		list[i] = open{at: i, left: float64(c.Ties), n: float64(c.Count)}
	}
	return list
}

// settle finds classes whose ties are certain: none left, or as many as the
// other side still has. It tells whether there were any.
func (c *Configuration) settle(own, other []open, turned bool) bool {
	any := false
	for i := range own {
		o := &own[i]
		if o.done {
			continue
		}
		room := 0.0
		for _, b := range other {
			if !b.done {
				room += b.n
			}
		}
		if o.left > 0 && o.left < room {
			continue
		}
		sure := 0.0
		if o.left > 0 {
			sure = 1
		}
		for j := range other {
			b := &other[j]
			if b.done {
				continue
			}
			c.set(o.at, b.at, sure, turned)
			b.left -= sure * o.n
		}
		o.done, any = true, true
	}
	return any
}

func (c *Configuration) set(own, other int, chance float64, turned bool) {
	if turned {
		own, other = other, own
	}
	c.Chance[own][other] = chance
}

// solve finds x and y for which the chances x y / (1 + x y) add up to the ties.
func (c *Configuration) solve(rows, columns []open) error {
	left := func(o open) bool { return o.done }
	rows, columns = slices.DeleteFunc(rows, left), slices.DeleteFunc(columns, left)
	if len(rows) == 0 || len(columns) == 0 {
		return nil
	}
	ties := 0.0
	for _, r := range rows {
		ties += r.left * r.n
	}
	for i := range rows {
		rows[i].x = rows[i].left / math.Sqrt(ties)
	}
	for i := range columns {
		columns[i].x = columns[i].left / math.Sqrt(ties)
	}
	for range mostRounds {
		step(columns, rows)
		if worst := step(rows, columns); worst <= closeTo {
			for _, r := range rows {
				for _, q := range columns {
					c.set(r.at, q.at, r.x*q.x/(1+r.x*q.x), false)
				}
			}
			return nil
		}
	}
	return fmt.Errorf("the chances of ties do not settle within %d rounds: %w", mostRounds, graph.ErrInvalid)
}

// step fits one side to the other and returns how far the worst sum was off
// before, as a share of its ties.
func step(own, other []open) (worst float64) {
	for i := range own {
		o := &own[i]
		sum := 0.0 // of what a tie to each of the other side is worth
		for j := range other {
			b := &other[j]
			sum += b.n * b.x / (1 + o.x*b.x)
		}
		worst = max(worst, math.Abs(o.x*sum-o.left)/o.left)
		// Two steps of Newton on x sum(x) = left, which substitution takes slowly
		// where ties are many.
		slope := 0.0
		for j := range other {
			b := &other[j]
			d := 1 + o.x*b.x
			slope += b.n * b.x / (d * d)
		}
		if next := o.x - (o.x*sum-o.left)/slope; next > 0 {
			o.x = next
		} else {
			o.x = o.left / sum
		}
	}
	return worst
}

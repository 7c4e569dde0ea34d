package backbone

import (
	"context"
	"errors"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"hankeverkko/graph"
)

// class holds the vertices of one side that have the same number of ties:
// chance does not tell them apart.
type class struct{ degree, size int }

// cells are the chances that a project and an actor are tied in a random
// network whose vertices have on average as many ties as in a given one, and
// which is otherwise as random as can be: the bipartite configuration model of
// Saracco, Di Clemente, Gabrielli & Squartini, Scientific Reports 5, 10595
// (2015). They depend on the numbers of ties alone.
type cells struct {
	projects, actors []class   // by rising degree
	chance           []float64 // of project class i and actor class j at i*len(actors)+j
}

func (c *cells) row(i int) []float64 { return c.chance[i*len(c.actors) : (i+1)*len(c.actors)] }

// errNotSolved is what remains when the chances do not give the degrees back.
var errNotSolved = errors.New("backbone: the random network of these degrees was not found")

// solved is how far the mean degrees may lie from the given, relative to the
// larger of 1 and the degree; accepted is what is taken when rounding allows no better.
const (
	solved   = 1e-13
	accepted = 1e-9
	mostRuns = 200
)

// classes returns the classes of a side, and the class of each of its vertices.
func classes(g *graph.TwoMode, side graph.Side) (list []class, of []int32) {
	from, to := g.Vertices(side)
	most := 0
	for v := from; v < to; v++ {
		most = max(most, len(g.Row(v)))
	}
	sizes := make([]int, most+1)
	for v := from; v < to; v++ {
		sizes[len(g.Row(v))]++
	}
	number := make([]int32, most+1)
	for degree, size := range sizes {
		if size > 0 {
			number[degree] = int32(len(list))
			list = append(list, class{degree, size})
		}
	}
	of = make([]int32, to-from)
	for v := range of {
		of[v] = number[len(g.Row(from+v))]
	}
	return list, of
}

// newCells finds the chances for the degrees of both sides, which must be
// those of a network. A degree of none or of all leaves nothing to chance.
func newCells(ctx context.Context, projects, actors []class) (*cells, error) {
	c := &cells{projects, actors, make([]float64, len(projects)*len(actors))}
	m := &model{c: c, left: [2][]int{degrees(projects), degrees(actors)}}
	m.settle()
	if len(m.open[0]) == 0 || len(m.open[1]) == 0 {
		return c, nil
	}
	return c, m.solve(ctx)
}

func degrees(list []class) []int {
	left := make([]int, len(list))
	for i, k := range list {
		left[i] = k.degree
	}
	return left
}

// model finds the chances of the classes that are open to chance: they are
// 1/(1+exp(-a[i]-b[j])), the likeliest a and b for the degrees.
type model struct {
	c    *cells
	left [2][]int // ties that are not settled yet, by side and class
	open [2][]int // classes open to chance, by side
	a, b []float64
}

func (m *model) side(s int) []class {
	if s == 0 {
		return m.c.projects
	}
	return m.c.actors
}

func (m *model) set(s, class, other int, chance float64) {
	if s == 1 {
		class, other = other, class
	}
	m.c.chance[class*len(m.c.actors)+other] = chance
}

// settle takes out, until there are none, classes whose vertices are tied to
// none or all of the other side.
func (m *model) settle() {
	for s := range m.open {
		for i := range m.side(s) {
			m.open[s] = append(m.open[s], i)
		}
	}
	for settled := true; settled; {
		settled = false
		for s := range m.open {
			others, count := m.open[1-s], 0
			for _, j := range others {
				count += m.side(1 - s)[j].size
			}
			m.open[s] = slices.DeleteFunc(m.open[s], func(i int) bool {
				if m.left[s][i] > 0 && m.left[s][i] < count {
					return false
				}
				if settled = true; m.left[s][i] > 0 {
					for _, j := range others {
						m.set(s, i, j, 1)
						m.left[1-s][j] -= m.side(s)[i].size
					}
				}
				return true
			})
		}
	}
}

// solve climbs the likelihood, which has one top, by Newton's steps.
func (m *model) solve(ctx context.Context) error {
	ties := 0.0
	for _, i := range m.open[0] {
		ties += float64(m.left[0][i] * m.c.projects[i].size)
	}
	for _, i := range m.open[0] {
		m.a = append(m.a, math.Log(float64(m.left[0][i])/math.Sqrt(ties)))
	}
	for _, j := range m.open[1] {
		m.b = append(m.b, math.Log(float64(m.left[1][j])/math.Sqrt(ties)))
	}
	best := math.Inf(1)
	for run, worse := 0, 0; run < mostRuns && worse < 3; run++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		s := m.slope()
		if s.off < best {
			best, worse = s.off, 0
			m.write()
		} else if s.off <= accepted {
			worse++ // rounding is all that is left
		}
		if s.off <= solved || !m.step(s) {
			break
		}
	}
	if best > accepted {
		return errNotSolved
	}
	return nil
}

func (m *model) chance(i, j int) float64 { return 1 / (1 + math.Exp(-m.a[i]-m.b[j])) }

func (m *model) write() {
	for i, class := range m.open[0] {
		for j, other := range m.open[1] {
			m.set(0, class, other, m.chance(i, j))
		}
	}
}

// slope is where the likelihood rises, and how it bends.
type slope struct {
	a, b         []float64
	bendA, bendB []float64
	bend         []float64 // of a[i] and b[j]
	off          float64   // largest relative difference between mean and given degree
}

func (m *model) slope() *slope {
	rows, columns := len(m.a), len(m.b)
	s := &slope{
		a: make([]float64, rows), b: make([]float64, columns), bendA: make([]float64, rows), bendB: make([]float64, columns),
		bend: make([]float64, rows*columns),
	}
	for i, class := range m.open[0] {
		size := float64(m.c.projects[class].size)
		for j, other := range m.open[1] {
			all := size * float64(m.c.actors[other].size)
			p := m.chance(i, j)
			s.a[i] -= all * p
			s.b[j] -= all * p
			w := all * p / (1 + math.Exp(m.a[i]+m.b[j]))
			s.bend[i*columns+j] = w
			s.bendA[i] += w
			s.bendB[j] += w
		}
	}
	relative := func(difference []float64, side int) {
		for i, class := range m.open[side] {
			size, degree := float64(m.side(side)[class].size), float64(m.left[side][class])
			difference[i] += size * degree
			s.off = max(s.off, math.Abs(difference[i])/size/max(1, degree))
		}
	}
	relative(s.a, 0)
	relative(s.b, 1)
	return s
}

// step goes where Newton's method says, by half until the likelihood rises. Of
// b the last stays: adding to all a what is taken from all b changes nothing.
func (m *model) step(s *slope) bool {
	rows, columns := len(m.a), len(m.b)
	da, db := make([]float64, rows), make([]float64, columns)
	if free := columns - 1; free > 0 {
		bent, right := mat.NewSymDense(free, nil), mat.NewVecDense(free, nil)
		for j := range free {
			sum := s.b[j]
			for i := range rows {
				sum -= s.bend[i*columns+j] / s.bendA[i] * s.a[i]
			}
			right.SetVec(j, sum)
			for k := j; k < free; k++ {
				value := 0.0
				for i := range rows {
					value -= s.bend[i*columns+j] * (s.bend[i*columns+k] / s.bendA[i])
				}
				if j == k {
					value += s.bendB[j]
				}
				bent.SetSym(j, k, value)
			}
		}
		var factor mat.Cholesky
		var found mat.VecDense
		if !factor.Factorize(bent) {
			return false
		}
		if err := factor.SolveVecTo(&found, right); err != nil && math.IsInf(factor.Cond(), 1) {
			return false
		}
		copy(db, found.RawVector().Data)
	}
	for i := range rows {
		da[i] = s.a[i]
		for j := range columns {
			da[i] -= s.bend[i*columns+j] * db[j]
		}
		da[i] /= s.bendA[i]
	}
	a, b, before := slices.Clone(m.a), slices.Clone(m.b), m.likelihood()
	for length := 1.0; length > 1e-6; length /= 2 {
		for i := range m.a {
			m.a[i] = a[i] + length*da[i]
		}
		for j := range m.b {
			m.b[j] = b[j] + length*db[j]
		}
		if m.likelihood() >= before-1e-12*math.Abs(before) {
			return true
		}
	}
	return false
}

func (m *model) likelihood() float64 {
	sum := 0.0
	for i, class := range m.open[0] {
		size := float64(m.c.projects[class].size)
		sum += size * float64(m.left[0][class]) * m.a[i]
		for j, other := range m.open[1] {
			x := m.a[i] + m.b[j]
			// log(1+exp(x)) without overflow
			sum -= size * float64(m.c.actors[other].size) * (max(x, 0) + math.Log1p(math.Exp(-math.Abs(x))))
		}
	}
	for j, other := range m.open[1] {
		sum += float64(m.c.actors[other].size*m.left[1][other]) * m.b[j]
	}
	return sum
}

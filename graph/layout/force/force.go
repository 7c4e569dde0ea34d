package force

import (
	"context"
	"fmt"
	"math"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
)

// Options of a layout. The zero value takes 1 for both.
type Options struct {
	// Scaling of the repulsion: the greater, the wider the drawing.
	Scaling float64
	// Gravity towards the origin, which keeps pieces without ties to each other
	// from drifting apart; below 0 none.
	Gravity float64
}

// Point is a place. Units are those of the forces: two vertices of mass m and m'
// tied by weight w come to rest about the square root of Scaling m m'/w apart.
type Point struct{ X, Y float64 }

// Layout is a network on its way to rest.
//
// Jacomy, Venturini, Heymann & Bastian, ForceAtlas2, PLoS ONE 9(6), e98679
// (2014), with linear attraction: vertices of mass m and m' at distance d push
// each other with Scaling m m'/d, a tie of weight w pulls with w d, and gravity
// with Gravity m. The mass is 1 and the weight of all ties of the vertex: where
// ties have no weights, the paper's degree + 1.
type Layout struct {
	o    Options
	rows *graph.Rows // its weights are finite and not negative
	mass []float64
	at   []Point
	// The forces of this step and of the one before.
	force, before []Point
	speed, ease   float64
	field         field
	ties          []tie    // along rows
	near          []place  // the places in half the room
	blocks        []int    // of vertices with about as many ties
	unrest        []unrest // by task of the field
}

type tie struct {
	to     int32
	weight float32
}

type place struct{ x, y float32 }

// unrest is how far forces turned since the step before, and how far not.
type unrest struct{ swing, traction float64 }

// New returns the layout before its first step, all vertices on a spiral in
// their order. Loops count for the mass and pull
// nowhere. A weight or an option that is negative or not finite is graph.ErrInvalid.
func New(rows *graph.Rows, o Options) (*Layout, error) {
	if o.Scaling == 0 {
		o.Scaling = 1
	}
	if o.Gravity == 0 {
		o.Gravity = 1
	}
	o.Gravity = max(o.Gravity, 0)
	if !(o.Scaling > 0) || math.IsInf(o.Scaling, 0) || math.IsNaN(o.Gravity) || math.IsInf(o.Gravity, 0) {
		return nil, fmt.Errorf("scaling %v, gravity %v: %w", o.Scaling, o.Gravity, graph.ErrInvalid)
	}
	n := rows.Len()
	l := &Layout{o: o, rows: rows, mass: make([]float64, n), at: make([]Point, n), force: make([]Point, n), before: make([]Point, n), speed: 1, ease: 1}
	l.ties, l.near = make([]tie, 0, len(rows.Targets)), make([]place, n)
	for v := range n {
		mass := 1.0
		weights := rows.RowWeights(v)
		for i, u := range rows.Row(v) {
			w := 1.0
			if weights != nil {
				w = weights[i]
			}
			if !(w >= 0 && w <= math.MaxFloat32) {
				return nil, fmt.Errorf("edge %d – %d has weight %v: %w", v, u, w, graph.ErrInvalid)
			}
			mass += w
			l.ties = append(l.ties, tie{u, float32(w)})
		}
		l.mass[v] = mass
	}
	l.blocks = parallel.Blocks(rows.Offsets, parts)
	l.spiral()
	return l, nil
}

// spiral gives every vertex about as much room as its mass asks for.
func (l *Layout) spiral() {
	golden := math.Pi * (3 - math.Sqrt(5))
	room := 0.0
	for v, m := range l.mass {
		room += m
		sin, cos := math.Sincos(golden * float64(v))
		r := math.Sqrt(l.o.Scaling * room)
		l.put(v, Point{r * cos, r * sin})
	}
}

func (l *Layout) put(v int, p Point) { l.at[v], l.near[v] = p, place{float32(p.X), float32(p.Y)} }

// Places returns where the vertices are. It shares memory with the layout.
func (l *Layout) Places() []Point { return l.at }

// Run takes so many steps. A step that ctx breaks off moves nothing.
func (l *Layout) Run(ctx context.Context, steps int) error {
	if len(l.at) == 0 {
		return ctx.Err()
	}
	var task func(i int)
	crew := parallel.NewCrew(parallel.Workers(), func(_, i int) { task(i) })
	defer crew.Leave()
	each := func(tasks int, do func(i int)) {
		task = do
		crew.Do(tasks)
	}
	blocks := len(l.blocks) - 1
	for range steps {
		each(blocks+1, func(i int) {
			if i == blocks { // begun first, as it takes longest
				l.field.gather(l.at, l.mass)
			} else {
				l.pull(i)
			}
		})
		l.unrest = slices.Grow(l.unrest[:0], len(l.field.tasks))[:len(l.field.tasks)]
		each(len(l.field.tasks), l.push)
		if err := ctx.Err(); err != nil {
			return err
		}
		l.hurry()
		each(blocks, l.move)
		l.force, l.before = l.before, l.force
	}
	return ctx.Err()
}

// pull leaves in the forces what ties and gravity do to the vertices of a block.
func (l *Layout) pull(block int) {
	for v := l.blocks[block]; v < l.blocks[block+1]; v++ {
		at, x, y := l.near[v], 0.0, 0.0
		for _, t := range l.ties[l.rows.Offsets[v]:l.rows.Offsets[v+1]] {
			to := l.near[t.to]
			w := float64(t.weight)
			x += w * float64(to.x-at.x)
			y += w * float64(to.y-at.y)
		}
		down := 0.0
		if d := length(l.at[v].X, l.at[v].Y); d > 0 {
			down = l.o.Gravity * l.mass[v] / d
		}
		l.force[v] = Point{x - down*l.at[v].X, y - down*l.at[v].Y}
	}
}

// push adds to the forces what pushes the vertices of one task of the field.
func (l *Layout) push(task int) {
	all := unrest{}
	for _, b := range l.field.pushed(task) {
		f, before := &l.force[b.vertex], l.before[b.vertex]
		push := l.o.Scaling * b.mass
		f.X += push * b.push.X
		f.Y += push * b.push.Y
		all.swing += b.mass * length(f.X-before.X, f.Y-before.Y)
		all.traction += b.mass * length(f.X+before.X, f.Y+before.Y) / 2
	}
	l.unrest[task] = all
}

func length(x, y float64) float64 { return math.Sqrt(x*x + y*y) }

// hurry sets the speed of all: the more of the forces goes on in one direction,
// and the less swings to and fro, the faster. How much swinging is borne follows
// from the size of the network, and falls while it gets out of hand: the rule of
// Gephi 0.9, which is faster than the paper's.
func (l *Layout) hurry() {
	all := unrest{}
	for _, u := range l.unrest {
		all.swing += u.swing
		all.traction += u.traction
	}
	if all.swing == 0 {
		return
	}
	const (
		rise  = 0.5  // of the speed in one step, at most
		worst = 0.05 // ease
		top   = 1000
	)
	n := float64(len(l.at))
	tolerable := 0.05 * math.Sqrt(n)
	jitter := max(math.Sqrt(tolerable), min(10, tolerable*all.traction/(n*n)))
	if all.swing > 2*all.traction {
		if l.ease > worst {
			l.ease *= 0.5
		}
		jitter = max(jitter, 1)
	}
	speed := jitter * l.ease * all.traction / all.swing
	switch {
	case all.swing > jitter*all.traction:
		if l.ease > worst {
			l.ease *= 0.7
		}
	case l.speed < top:
		l.ease *= 1.3
	}
	l.speed += min(speed-l.speed, rise*l.speed)
}

// move moves the vertices of a block along their forces.
func (l *Layout) move(block int) {
	for v := l.blocks[block]; v < l.blocks[block+1]; v++ {
		f, before := l.force[v], l.before[v]
		swing := l.mass[v] * length(f.X-before.X, f.Y-before.Y)
		s := l.speed / (1 + math.Sqrt(l.speed*swing))
		l.put(v, Point{l.at[v].X + f.X*s, l.at[v].Y + f.Y*s})
	}
}

package centrality

import "math/bits"

// visit is a vertex that some of the sources reach at one distance.
type visit struct {
	v     int32
	which uint8 // bit l for source l
}

// pending are the vertices that not all sources have reached.
type pending struct {
	vertices []int32
	arcs     int // that they have
}

// sweeper runs batches of sources on buffers of its own.
type sweeper struct {
	*core
	paths   []lane     // numbers of shortest paths from the sources
	flow    []lane     // what the vertices of the level in hand pass on; else zero
	sum     []lane     // what arrives
	active  []uint8    // sources for which flow is set
	reached []uint8    // sources that have come by
	due     []uint8    // sources for which something arrives at the next level
	pending [2]pending // by side
	touched []int32
	visits  []visit // by distance
	starts  []int   // visits[starts[d]:starts[d+1]] are at distance d
}

func newSweeper(c *core) *sweeper {
	n := c.len()
	return &sweeper{
		core: c, paths: make([]lane, n), flow: make([]lane, n), sum: make([]lane, n),
		active: make([]uint8, n), reached: make([]uint8, n), due: make([]uint8, n),
	}
}

// run adds to total what the sources of a batch contribute.
func (s *sweeper) run(b *batch, total []float64) {
	s.count(b)
	s.collect(b, total)
}

// count finds the distance and the number of shortest paths from every source.
// A level is worked out from the side with fewer arcs: what was reached last
// sends, or what is still to be reached asks.
func (s *sweeper) count(b *batch) {
	all := uint8(1<<len(b.sources) - 1)
	s.visits, s.starts = s.visits[:0], append(s.starts[:0], 0)
	for i, side := range b.sides {
		s.pending[i].vertices = append(s.pending[i].vertices[:0], side...)
		s.pending[i].arcs = 0
		for _, v := range side {
			s.reached[v] = 0
			s.pending[i].arcs += s.degree(v)
		}
	}
	for l, v := range b.sources {
		s.visits = append(s.visits, visit{v, 1 << l})
		s.reached[v], s.active[v] = 1<<l, 1<<l
		s.flow[v][l] = 1
	}
	for distance := 1; ; distance++ {
		from, to := s.starts[distance-1], len(s.visits)
		s.starts = append(s.starts, to)
		front, pending := s.visits[from:to], &s.pending[distance%len(b.sides)]
		if 2*s.arcs(front) < pending.arcs {
			s.send(front)
		} else {
			s.ask(pending.vertices, all)
		}
		s.settle(front)
		if len(s.visits) == to {
			return
		}
		for _, x := range s.visits[to:] {
			s.reached[x.v] |= x.which
			s.active[x.v] = x.which
			paths, flow, sum := &s.paths[x.v], &s.flow[x.v], &s.sum[x.v]
			members := s.members[x.v]
			for m := x.which; m != 0; m &= m - 1 {
				l := bits.TrailingZeros8(m) & (lanes - 1)
				paths[l] = sum[l]
				flow[l] = sum[l] * members
			}
		}
		s.shrink(pending, all)
	}
}

// shrink drops the vertices that all sources have reached.
func (s *sweeper) shrink(p *pending, all uint8) {
	left := p.vertices[:0]
	p.arcs = 0
	for _, v := range p.vertices {
		if s.reached[v] != all {
			left = append(left, v)
			p.arcs += s.degree(v)
		}
	}
	p.vertices = left
}

// send adds the flow of the front to its neighbours and appends those visits
// that are first ones.
func (s *sweeper) send(front []visit) {
	touched := s.touched[:0]
	for _, x := range front {
		flow := &s.flow[x.v]
		for _, u := range s.row(x.v) {
			first := x.which &^ s.reached[u]
			if first == 0 {
				continue
			}
			if s.due[u] == 0 {
				touched = append(touched, u)
				s.sum[u] = *flow
			} else {
				s.sum[u].add(flow)
			}
			s.due[u] |= first
		}
	}
	for _, u := range touched {
		s.visits = append(s.visits, visit{u, s.due[u]})
		s.due[u] = 0
	}
	s.touched = touched
}

// ask is send from the side of the vertices still to be reached.
func (s *sweeper) ask(pending []int32, all uint8) {
	for _, v := range pending {
		if which := s.gather(v, all&^s.reached[v]); which != 0 {
			s.visits = append(s.visits, visit{v, which})
		}
	}
}

// collect runs back from the farthest level and adds to total the share of
// every vertex in the paths from the sources.
func (s *sweeper) collect(b *batch, total []float64) {
	var weight lane
	for l, v := range b.sources {
		weight[l] = s.behind[v]
	}
	last := len(s.starts) - 2
	for _, x := range s.visits[s.starts[last]:] {
		s.sum[x.v] = lane{}
	}
	for d := last; d > 0; d-- {
		deep := s.visits[s.starts[d]:s.starts[d+1]]
		for _, x := range deep {
			s.active[x.v] = x.which
			paths, flow, sum := &s.paths[x.v], &s.flow[x.v], &s.sum[x.v]
			behind, members := s.behind[x.v], s.members[x.v]
			share := 0.0
			for m := x.which; m != 0; m &= m - 1 {
				l := bits.TrailingZeros8(m) & (lanes - 1)
				share += paths[l] * sum[l] * weight[l]
				flow[l] = behind/paths[l] + members*sum[l]
			}
			total[x.v] += share
		}
		if d > 1 {
			near := s.visits[s.starts[d-1]:s.starts[d]]
			if 2*s.arcs(deep) < s.arcs(near) {
				s.sendBack(deep, near)
			} else {
				for _, x := range near {
					s.gather(x.v, x.which)
				}
			}
		}
		s.settle(deep)
	}
}

// sendBack adds the flow of the deep level to its neighbours at the near one.
func (s *sweeper) sendBack(deep, near []visit) {
	for _, x := range near {
		s.due[x.v] = x.which
		s.sum[x.v] = lane{}
	}
	for _, x := range deep {
		flow := &s.flow[x.v]
		for _, u := range s.row(x.v) {
			if s.due[u]&x.which != 0 {
				s.sum[u].add(flow)
			}
		}
	}
	for _, x := range near {
		s.due[x.v] = 0
	}
}

// gather sets the sum of v to the flow of all neighbours that are active for
// one of the wanted sources and returns for which of these there was one.
// Other lanes of the sum mean nothing.
func (s *sweeper) gather(v int32, wanted uint8) uint8 {
	var a0, a1, a2, a3, a4, a5, a6, a7 float64
	found := uint8(0)
	active, flow := s.active, s.flow[:len(s.active)]
	for _, u := range s.row(v) {
		which := active[u]
		if which&wanted == 0 {
			continue
		}
		found |= which
		f := &flow[u]
		a0 += f[0]
		a1 += f[1]
		a2 += f[2]
		a3 += f[3]
		a4 += f[4]
		a5 += f[5]
		a6 += f[6]
		a7 += f[7]
	}
	s.sum[v] = lane{a0, a1, a2, a3, a4, a5, a6, a7}
	return found & wanted
}

// settle ends the turn of a level: it passes nothing on any more.
func (s *sweeper) settle(level []visit) {
	for _, x := range level {
		s.flow[x.v], s.active[x.v] = lane{}, 0
	}
}

func (s *sweeper) arcs(level []visit) int {
	arcs := 0
	for _, x := range level {
		arcs += s.degree(x.v)
	}
	return arcs
}

func (l *lane) add(m *lane) {
	l[0] += m[0]
	l[1] += m[1]
	l[2] += m[2]
	l[3] += m[3]
	l[4] += m[4]
	l[5] += m[5]
	l[6] += m[6]
	l[7] += m[7]
}

package centrality

import "slices"

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
//
// What neighbours pass on is added up for all sources at once, whatever their
// distance is: a neighbour that a source reaches one step before (in count) or
// after (in collect) has its value by then, a farther one still has nothing,
// and what comes of a nearer one is for a source that is not asked for.
type sweeper struct {
	*core
	paths   []lane // numbers of shortest paths from the sources, times the members of the class
	back    []lane // what classes pass on towards the sources
	sums    []lane // what arrives at the visits in hand
	slot    []int32
	active  []uint8    // sources that are at their turn
	reached []uint8    // sources that have come by
	due     []uint8    // sources for which something arrives at the next level
	pending [2]pending // by side
	visits  []visit    // by distance
	levels  []level
}

// level is the visits from start to end, of one distance.
type level struct{ start, end, arcs int }

// block is how many visits of a two-sided component are settled together: few
// enough that their sums stay near.
const block = 64

func newSweeper(c *core) *sweeper {
	n := c.len()
	return &sweeper{
		core: c, paths: make([]lane, n), back: make([]lane, n), sums: make([]lane, n), slot: make([]int32, n),
		active: make([]uint8, n), reached: make([]uint8, n), due: make([]uint8, n),
	}
}

// ones has 1 in the lanes of a set of sources.
var ones = func() (table [1 << lanes]lane) {
	for which := range table {
		for l := range lanes {
			table[which][l] = float64(which >> l & 1)
		}
	}
	return table
}()

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
	s.begin(b, all)
	for distance := 1; ; distance++ {
		front, pending := s.levels[distance-1], &s.pending[distance%len(b.sides)]
		from := len(s.visits)
		s.levels = append(s.levels, level{start: from})
		switch {
		case 2*front.arcs < pending.arcs:
			s.send(s.visits[front.start:front.end])
			s.retire(front)
			s.settle(from, 0)
		case len(b.sides) == 2:
			s.ask(pending.vertices, all, block)
			s.retire(front)
		default:
			settled := s.ask(pending.vertices, all, len(s.sums)+1)
			s.retire(front)
			s.settle(settled, 0)
		}
		s.levels[distance].end = len(s.visits)
		if len(s.visits) == from {
			s.levels = s.levels[:distance]
			return
		}
		s.shrink(pending, all)
	}
}

func (s *sweeper) begin(b *batch, all uint8) {
	s.visits, s.levels = s.visits[:0], s.levels[:0]
	blank := ones[^all] // a lane without source is never asked for, but divided by
	for i, side := range b.sides {
		p := &s.pending[i]
		p.vertices, p.arcs = append(p.vertices[:0], side...), 0
		for _, v := range side {
			s.reached[v] = 0
			s.paths[v], s.back[v] = blank, lane{}
			p.arcs += s.degree(v)
		}
	}
	first := level{}
	for l, v := range b.sources {
		s.visits = append(s.visits, visit{v, 1 << l})
		s.reached[v], s.active[v] = 1<<l, 1<<l
		s.paths[v][l] = 1
		first.arcs += s.degree(v)
	}
	first.end = len(s.visits)
	s.levels = append(s.levels, first)
}

// settle takes the sums, from that of number sum on, of the visits from number
// first on for their numbers of paths.
func (s *sweeper) settle(first, sum int) {
	arcs := 0
	for i, x := range s.visits[first:] {
		s.reached[x.v] |= x.which
		s.active[x.v] = x.which
		arcs += s.degree(x.v)
		in, paths, on, members := &s.sums[sum+i], &s.paths[x.v], &ones[x.which], s.members[x.v]
		paths[0] += in[0] * on[0] * members
		paths[1] += in[1] * on[1] * members
		paths[2] += in[2] * on[2] * members
		paths[3] += in[3] * on[3] * members
		paths[4] += in[4] * on[4] * members
		paths[5] += in[5] * on[5] * members
		paths[6] += in[6] * on[6] * members
		paths[7] += in[7] * on[7] * members
	}
	s.levels[len(s.levels)-1].arcs += arcs
}

// retire ends the turn of a level.
func (s *sweeper) retire(l level) {
	for _, x := range s.visits[l.start:l.end] {
		s.active[x.v] = 0
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

// send adds the paths of the front to its neighbours and appends those visits
// that are first ones, with their sums.
func (s *sweeper) send(front []visit) {
	from := len(s.visits)
	for _, x := range front {
		paths := &s.paths[x.v]
		for _, u := range s.row(x.v) {
			first := x.which &^ s.reached[u]
			if first == 0 {
				continue
			}
			if s.due[u] == 0 {
				s.slot[u] = int32(len(s.visits) - from)
				s.sums[s.slot[u]] = *paths
				s.visits = append(s.visits, visit{v: u})
			} else {
				s.sums[s.slot[u]].add(paths)
			}
			s.due[u] |= first
		}
	}
	for i := range s.visits[from:] {
		x := &s.visits[from+i]
		x.which = s.due[x.v]
		s.due[x.v] = 0
	}
}

// ask is send from the side of the vertices still to be reached. It settles so
// many visits at once and returns the number of the first that is left over.
func (s *sweeper) ask(pending []int32, all uint8, atOnce int) int {
	settled := len(s.visits)
	for _, v := range pending {
		wanted := all &^ s.reached[v]
		if found := s.gather(&s.sums[len(s.visits)-settled], s.paths, v) & wanted; found != 0 {
			s.visits = append(s.visits, visit{v, found})
			if len(s.visits)-settled == atOnce {
				s.settle(settled, 0)
				settled = len(s.visits)
			}
		}
	}
	if atOnce == block {
		s.settle(settled, 0)
	}
	return settled
}

// collect runs back from the farthest level and adds to total the share of
// every class in the paths from the sources.
func (s *sweeper) collect(b *batch, total []float64) {
	var weight lane
	for l, v := range b.sources {
		weight[l] = s.behind[v]
	}
	last := len(s.levels) - 1
	atOnce := block
	if len(b.sides) == 1 {
		atOnce = len(s.sums)
	}
	for d := last; d > 0; d-- {
		near := s.visits[s.levels[d].start:s.levels[d].end]
		if d < last {
			deep := s.levels[d+1]
			if 2*deep.arcs < s.levels[d].arcs {
				s.sendBack(s.visits[deep.start:deep.end], near)
				s.close(near, total, &weight)
			} else {
				for some := range slices.Chunk(near, atOnce) {
					for i, x := range some {
						s.gather(&s.sums[i], s.back, x.v)
					}
					s.close(some, total, &weight)
				}
			}
			s.retire(deep)
		} else {
			clear(s.sums[:len(near)])
			s.close(near, total, &weight)
		}
		for _, x := range near {
			s.active[x.v] = x.which
		}
	}
	if last > 0 {
		s.retire(s.levels[1])
	}
}

// close takes the sums of some visits for what their classes pass on.
func (s *sweeper) close(visits []visit, total []float64, weight *lane) {
	for i, x := range visits {
		sum, paths, back, on := &s.sums[i], &s.paths[x.v], &s.back[x.v], &ones[x.which]
		behind, members := s.behind[x.v], s.members[x.v]
		x0 := sum[0] * on[0]
		x1 := sum[1] * on[1]
		x2 := sum[2] * on[2]
		x3 := sum[3] * on[3]
		x4 := sum[4] * on[4]
		x5 := sum[5] * on[5]
		x6 := sum[6] * on[6]
		x7 := sum[7] * on[7]
		total[x.v] += ((paths[0]*x0*weight[0] + paths[1]*x1*weight[1]) + (paths[2]*x2*weight[2] + paths[3]*x3*weight[3])) +
			((paths[4]*x4*weight[4] + paths[5]*x5*weight[5]) + (paths[6]*x6*weight[6] + paths[7]*x7*weight[7]))
		back[0] += (behind*on[0]/paths[0] + x0) * members
		back[1] += (behind*on[1]/paths[1] + x1) * members
		back[2] += (behind*on[2]/paths[2] + x2) * members
		back[3] += (behind*on[3]/paths[3] + x3) * members
		back[4] += (behind*on[4]/paths[4] + x4) * members
		back[5] += (behind*on[5]/paths[5] + x5) * members
		back[6] += (behind*on[6]/paths[6] + x6) * members
		back[7] += (behind*on[7]/paths[7] + x7) * members
	}
}

// sendBack adds what the deep level passes on to its neighbours at the near one.
func (s *sweeper) sendBack(deep, near []visit) {
	for i, x := range near {
		s.due[x.v], s.slot[x.v] = x.which, int32(i)
		s.sums[i] = lane{}
	}
	for _, x := range deep {
		back := &s.back[x.v]
		for _, u := range s.row(x.v) {
			if s.due[u]&x.which != 0 {
				s.sums[s.slot[u]].add(back)
			}
		}
	}
	for _, x := range near {
		s.due[x.v] = 0
	}
}

// gather sets the sum to that of the values of all neighbours of v and returns
// the sources that one of them is active for. Lanes of others mean nothing. To
// look first whether a neighbour matters costs more than it saves.
func (s *sweeper) gather(sum *lane, values []lane, v int32) (found uint8) {
	var a0, a1, a2, a3, a4, a5, a6, a7 float64
	active := s.active
	values = values[:len(active)]
	for _, u := range s.row(v) {
		found |= active[u]
		f := &values[u]
		a0 += f[0]
		a1 += f[1]
		a2 += f[2]
		a3 += f[3]
		a4 += f[4]
		a5 += f[5]
		a6 += f[6]
		a7 += f[7]
	}
	// Not as one value, which would be put together in memory first.
	sum[0], sum[1], sum[2], sum[3] = a0, a1, a2, a3
	sum[4], sum[5], sum[6], sum[7] = a4, a5, a6, a7
	return found
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

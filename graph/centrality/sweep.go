package centrality

// visit is a vertex that some of the sources reach at one distance.
type visit struct {
	v     int32
	which uint8 // bit l for source l
}

// pending are the vertices that not all sources have reached.
type pending struct {
	vertices []int32
	arcs     int // that they have
	widest   int // most arcs of one
}

// sweeper runs batches of sources on buffers of its own.
//
// What neighbours pass on is added up for all sources at once, whatever their
// distance is: a neighbour that a source reaches one step before (in count) or
// after (in collect) has its value by then, a farther one still has nothing,
// and what comes of a nearer one is for a source that is not asked for.
type sweeper struct {
	*core
	paths   counts
	back    []lane // what classes pass on towards the sources
	sums    []lane // what arrives at the visits in hand
	slot    []int32
	active  []uint8    // sources that are at their turn
	reached []uint8    // sources that have come by
	due     []uint8    // sources for which something arrives at the next level
	pending [2]pending // by side
	most    int        // members of a class
	visits  []visit    // by distance
	levels  []level
}

// What an arc costs along which something is sent, in arcs along which it is
// asked for: on the way out, where numbers of paths are packed, and back.
const (
	sendingOut  = 8
	sendingBack = 3
)

// level is the visits from start to end, of one distance.
type level struct{ start, end, arcs int }

// block is how many visits of a two-sided component are settled together: few
// enough that their sums stay near.
const block = 64

func newSweeper(c *core) *sweeper {
	n, most := c.len(), 0.0
	for _, members := range c.members {
		most = max(most, members)
	}
	return &sweeper{
		core: c, paths: newCounts(n), back: make([]lane, n), sums: make([]lane, n), slot: make([]int32, n),
		active: make([]uint8, n), reached: make([]uint8, n), due: make([]uint8, n), most: int(most),
	}
}

// run adds to total what the sources of a batch contribute.
func (s *sweeper) run(b *batch, total []float64) {
	s.count(b)
	s.collect(b, total)
}

// count finds the distance and the number of shortest paths from every source.
// A level is worked out from the side that costs less: what was reached last
// sends, or what is still to be reached asks.
func (s *sweeper) count(b *batch) {
	all := uint8(1<<len(b.sources) - 1)
	s.begin(b, all)
	for distance := 1; ; distance++ {
		front, pending := s.levels[distance-1], &s.pending[distance%len(b.sides)]
		from := len(s.visits)
		s.levels = append(s.levels, level{start: from})
		if !s.paths.wide && !s.paths.fit(pending.widest, s.most) {
			s.paths.widen(b.sides)
		}
		switch {
		case sendingOut*front.arcs < pending.arcs:
			s.send(s.visits[front.start:front.end])
			s.retire(front)
			s.settle(from)
		case len(b.sides) == 2:
			s.ask(pending.vertices, all, block)
			s.retire(front)
		default:
			s.ask(pending.vertices, all, 0)
			s.retire(front)
			s.settle(from)
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
	s.paths.wide, s.paths.bits = false, 1
	blank := packedOnes(^all) // a lane without source is never asked for, but divided by
	for i, side := range b.sides {
		p := &s.pending[i]
		p.vertices, p.arcs, p.widest = append(p.vertices[:0], side...), 0, 0
		for _, v := range side {
			s.reached[v] = 0
			s.paths.packed[v], s.back[v] = blank, lane{}
			p.arcs += s.degree(v)
			p.widest = max(p.widest, s.degree(v))
		}
	}
	first := level{}
	for l, v := range b.sources {
		s.visits = append(s.visits, visit{v, 1 << l})
		s.reached[v], s.active[v] = 1<<l, 1<<l
		s.paths.packed[v][l/2] |= 1 << (l % 2 * 32)
		first.arcs += s.degree(v)
	}
	first.end = len(s.visits)
	s.levels = append(s.levels, first)
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
	p.arcs, p.widest = 0, 0
	for _, v := range p.vertices {
		if s.reached[v] != all {
			left = append(left, v)
			degree := s.degree(v)
			p.arcs += degree
			p.widest = max(p.widest, degree)
		}
	}
	p.vertices = left
}

// send adds the paths of the front to its neighbours and appends those visits
// that are first ones, with their sums.
func (s *sweeper) send(front []visit) {
	from := len(s.visits)
	reached, due, slot, wide := s.reached, s.due, s.slot, s.paths.wide
	for _, x := range front {
		packed, lanes := &s.paths.packed[x.v], &s.paths.lanes[x.v]
		for _, u := range s.row(x.v) {
			first := x.which &^ reached[u]
			if first == 0 {
				continue
			}
			known := due[u]
			due[u] = known | first
			if known == 0 {
				sum := len(s.visits) - from
				slot[u] = int32(sum)
				s.visits = append(s.visits, visit{v: u})
				if wide {
					s.sums[sum] = *lanes
				} else {
					s.paths.sums[sum] = *packed
				}
			} else if wide {
				s.sums[slot[u]].add(lanes)
			} else {
				s.paths.sums[slot[u]].add(packed)
			}
		}
	}
	for i := range s.visits[from:] {
		x := &s.visits[from+i]
		x.which = due[x.v]
		due[x.v] = 0
	}
}

// ask is send from the side of the vertices still to be reached. It settles so
// many visits at once; with 0 it leaves that to be done.
func (s *sweeper) ask(pending []int32, all uint8, atOnce int) {
	settled := len(s.visits)
	for _, v := range pending {
		wanted := all &^ s.reached[v]
		found := uint8(0)
		if sum := len(s.visits) - settled; s.paths.wide {
			found = wanted & s.gather(&s.sums[sum], s.paths.lanes, v)
		} else {
			found = wanted & s.gatherPacked(&s.paths.sums[sum], v)
		}
		if found != 0 {
			s.visits = append(s.visits, visit{v, found})
			if len(s.visits)-settled == atOnce {
				s.settle(settled)
				settled = len(s.visits)
			}
		}
	}
	if atOnce > 0 {
		s.settle(settled)
	}
}

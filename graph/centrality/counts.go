package centrality

import (
	"math"
	"math/bits"
)

// counts are the numbers of shortest paths from the sources to every class,
// times its members. They are whole and mostly small: as long as no sum can
// outgrow 32 bits they are packed, which halves the additions.
type counts struct {
	packed []packed
	sums   []packed // what arrives at the visits in hand
	lanes  []lane   // in place of packed once wide
	wide   bool
	bits   uint64 // all that were set in a word so far
}

// packed has lanes 2i and 2i+1 in the lower and upper half of word i.
type packed [lanes / 2]uint64

func newCounts(n int) counts {
	return counts{packed: make([]packed, n), sums: make([]packed, n), lanes: make([]lane, n)}
}

// halves has all bits in the lanes of a set of sources.
var halves = func() (table [1 << lanes]packed) {
	for which := range table {
		for l := range lanes {
			table[which][l/2] |= uint64(which>>l&1) * math.MaxUint32 << (l % 2 * 32)
		}
	}
	return table
}()

// packedOnes has 1 in the lanes of a set of sources.
func packedOnes(which uint8) packed {
	p := halves[which]
	for i := range p {
		p[i] &= 1<<32 | 1
	}
	return p
}

// fit tells whether the sum over so many arcs, times members, stays below 2^32.
func (c *counts) fit(arcs, members int) bool {
	most := bits.Len32(uint32(c.bits>>32) | uint32(c.bits))
	return most+bits.Len(uint(arcs))+bits.Len(uint(members)) <= 32
}

// widen goes over to floating point for the classes of some sides.
func (c *counts) widen(sides [][]int32) {
	c.wide = true
	for _, side := range sides {
		for _, v := range side {
			c.packed[v].unpack(&c.lanes[v])
		}
	}
}

func (p *packed) unpack(l *lane) {
	l[0], l[1] = float64(int64(p[0]&math.MaxUint32)), float64(int64(p[0]>>32))
	l[2], l[3] = float64(int64(p[1]&math.MaxUint32)), float64(int64(p[1]>>32))
	l[4], l[5] = float64(int64(p[2]&math.MaxUint32)), float64(int64(p[2]>>32))
	l[6], l[7] = float64(int64(p[3]&math.MaxUint32)), float64(int64(p[3]>>32))
}

func (p *packed) add(q *packed) {
	p[0] += q[0]
	p[1] += q[1]
	p[2] += q[2]
	p[3] += q[3]
}

// settle takes the sums of the visits from number first on for their numbers of
// paths.
func (s *sweeper) settle(first int) {
	visits, arcs := s.visits[first:], 0
	for _, x := range visits {
		s.reached[x.v] |= x.which
		s.active[x.v] = x.which
		arcs += s.degree(x.v)
	}
	s.levels[len(s.levels)-1].arcs += arcs
	if s.paths.wide {
		s.settleWide(visits)
	} else {
		s.settlePacked(visits)
	}
}

func (s *sweeper) settlePacked(visits []visit) {
	all := s.paths.bits
	for i, x := range visits {
		in, paths, on, members := &s.paths.sums[i], &s.paths.packed[x.v], &halves[x.which], uint64(s.members[x.v])
		paths[0] += (in[0] & on[0]) * members
		paths[1] += (in[1] & on[1]) * members
		paths[2] += (in[2] & on[2]) * members
		paths[3] += (in[3] & on[3]) * members
		all |= paths[0] | paths[1] | paths[2] | paths[3]
	}
	s.paths.bits = all
}

func (s *sweeper) settleWide(visits []visit) {
	for i, x := range visits {
		in, paths, on, members := &s.sums[i], &s.paths.lanes[x.v], &ones[x.which], s.members[x.v]
		for l := range paths {
			paths[l] += in[l] * on[l] * members
		}
	}
}

// gatherPacked is gather for packed numbers of paths.
func (s *sweeper) gatherPacked(sum *packed, v int32) (found uint8) {
	var a0, a1, a2, a3 uint64
	active := s.active
	values := s.paths.packed[:len(active)]
	for _, u := range s.row(v) {
		found |= active[u]
		f := &values[u]
		a0 += f[0]
		a1 += f[1]
		a2 += f[2]
		a3 += f[3]
	}
	sum[0], sum[1], sum[2], sum[3] = a0, a1, a2, a3
	return found
}

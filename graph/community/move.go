package community

import (
	"math"

	"hankeverkko/graph/parallel"
)

// Gains below this share of a vertex's strength are rounding, not improvement.
const noGain = 1e-11

// Between looks at the context, so many vertices are done.
const patience = 1 << 12

// moveVertices moves single vertices to the neighbouring community, or the
// empty one, that raises modularity most, until no vertex gains: the fast
// local move, which looks again only at neighbours of what moved. In a large
// level vertices choose in batches, side by side, knowing where all others were
// before the batch; who has a neighbour that moved since, or whose gain is gone,
// chooses again. So each move is a gain, and the same on any number of processors.
func (s *search) moveVertices(l *level, community []int32) (moved int, err error) {
	m := s.newMove(l, community)
	defer m.crew.Leave()
	for done, look := 0, 0; m.left > 0 && done < m.most; {
		if done >= look {
			if s.ctx.Err() != nil {
				return 0, s.ctx.Err()
			}
			look += patience
		}
		m.take()
		if len(m.batch) > 1 {
			m.crew.Do((len(m.batch) + handful - 1) / handful)
		} else {
			m.chooseSome(0, 0)
		}
		for i, v := range m.batch {
			if m.settle(v, m.choices[i]) {
				moved++
			}
		}
		done += len(m.batch)
	}
	return moved, nil
}

// move is a local move under way.
type move struct {
	s         *search
	l         *level
	community []int32
	// Of each community.
	volume, slant []float64
	size, empty   []int32

	queue      []int32 // a ring
	head, left int
	state      []uint8
	most       int // looks

	batch   []int32 // vertices that choose side by side
	choices []choice
	crew    *parallel.Crew
}

// States of a vertex.
const (
	settled uint8 = iota
	waiting
	choosing
)

// choice is the community that a vertex would join, -1 for an empty one, with
// the weight of its ties to it and to its own.
type choice struct {
	best     int32
	to, from float64
}

const (
	// largeLevel has so many arcs that batches pay.
	largeLevel = 1 << 18
	// A batch is so small a part of a level that few have neighbours in theirs.
	batches   = 256
	mostBatch = 256
)

func (s *search) newMove(l *level, community []int32) *move {
	n := l.len()
	m := &move{s: s, l: l, community: community, volume: s.volume[:n], size: s.size[:n], empty: s.empty[:0], queue: s.shuffled(n), left: n, state: s.state[:n], most: math.MaxInt}
	clear(m.volume)
	clear(m.size)
	for v, c := range community {
		m.volume[c] += l.strength[v]
		m.size[c]++
	}
	if s.slant != nil {
		m.slant = s.slant[:n]
		clear(m.slant)
		for v, c := range community {
			m.slant[c] += l.lean[v]
		}
	}
	for c := n - 1; c >= 0; c-- {
		if m.size[c] == 0 {
			m.empty = append(m.empty, int32(c))
		}
	}
	for v := range m.state {
		m.state[v] = waiting
	}
	together, workers := 1, 1
	if len(l.targets) >= largeLevel {
		together, workers = min(n/batches+1, mostBatch), s.workers
		if s.rough {
			m.most = s.looks * n
		}
	}
	m.batch, m.choices = s.batch[:together], s.choices[:together]
	s.hand(workers - 1)
	m.crew = parallel.NewCrew(workers, m.chooseSome)
	return m
}

// take fills the batch from the queue.
func (m *move) take() {
	m.batch = m.batch[:min(m.left, len(m.choices))]
	for i := range m.batch {
		v := m.queue[m.head]
		if m.head++; m.head == len(m.queue) {
			m.head = 0
		}
		m.batch[i], m.state[v] = v, choosing
	}
	m.left -= len(m.batch)
}

// handful of vertices choose, at a time.
const handful = 8

func (m *move) chooseSome(worker, i int) {
	hand := m.s.hands[worker]
	for j := i * handful; j < min(len(m.batch), (i+1)*handful); j++ {
		m.choices[j] = m.choose(hand, m.batch[j])
	}
}

func (m *move) choose(h *hand, v int32) choice {
	l, community, volume, slant := m.l, m.community, m.volume, m.slant
	weightTo, touched := h.weightTo, h.touched
	from, to := l.offsets[v], l.offsets[v+1]
	neighbours, weights := l.targets[from:to], l.weights[from:to]
	weights = weights[:len(neighbours)]
	k := 0 // communities touched; counted without a branch, which would be missed often
	for i, u := range neighbours {
		c := community[u]
		w := weightTo[c]
		touched[k] = c
		first := 0
		if math.Float64bits(w) == 0 {
			first = 1
		}
		k += first
		weightTo[c] = w + weights[i]
	}
	old, strength := community[v], l.strength[v]
	price := m.s.scale * strength
	own := weightTo[old]
	found := choice{old, own, own}
	gain := own - price*(volume[old]-strength)
	lean, allowance, floor := 0.0, 0.0, noGain*strength
	if slant != nil {
		lean = l.lean[v]
		allowance = m.s.scale * lean
		gain += allowance * (slant[old] - lean)
		if m.s.joining && m.size[old] == 1 {
			gain -= 2 * floor
		}
	}
	for _, c := range touched[:k] {
		w := weightTo[c]
		g := w - price*volume[c]
		if slant != nil {
			g += allowance * slant[c]
		}
		if g > gain+floor && c != old {
			found.best, found.to, gain = c, w, g
		}
		weightTo[c] = 0
	}
	if gain < -floor && m.size[old] > 1 {
		found.best, found.to = -1, 0
	}
	return found
}

// settle moves a vertex as it chose, and tells whether it did.
func (m *move) settle(v int32, chosen choice) bool {
	if m.state[v] == waiting { // a neighbour moved since
		return false
	}
	m.state[v] = settled
	old, best := m.community[v], chosen.best
	if best == old {
		return false
	}
	if len(m.choices) > 1 && !m.gains(v, old, chosen) {
		m.await(v)
		return false
	}
	if best < 0 {
		best = m.empty[len(m.empty)-1]
		m.empty = m.empty[:len(m.empty)-1]
	}
	strength := m.l.strength[v]
	m.volume[old] -= strength
	m.volume[best] += strength
	if m.slant != nil {
		m.slant[old] -= m.l.lean[v]
		m.slant[best] += m.l.lean[v]
	}
	m.size[old]--
	m.size[best]++
	if m.size[old] == 0 {
		m.empty = append(m.empty, old)
	}
	m.community[v] = best
	community, state := m.community, m.state
	for _, u := range m.l.targets[m.l.offsets[v]:m.l.offsets[v+1]] {
		if is := state[u]; is == settled && community[u] != best || is == choosing {
			m.await(u)
		}
	}
	return true
}

// gains tells whether a choice is a gain still, now that others of the batch
// have moved. The first of a batch has none before it.
func (m *move) gains(v, old int32, chosen choice) bool {
	strength := m.l.strength[v]
	price := m.s.scale * strength
	gain := chosen.to - chosen.from + price*(m.volume[old]-strength)
	if chosen.best >= 0 {
		gain -= price * m.volume[chosen.best]
	}
	if m.slant != nil {
		lean := m.l.lean[v]
		allowance := m.s.scale * lean
		gain -= allowance * (m.slant[old] - lean)
		if chosen.best >= 0 {
			gain += allowance * m.slant[chosen.best]
		}
		if m.s.joining && m.size[old] == 1 {
			gain += 2 * noGain * strength
		}
	}
	return gain > noGain*strength && (chosen.best >= 0 || m.size[old] > 1)
}

func (m *move) await(v int32) {
	m.state[v] = waiting
	tail := m.head + m.left
	if tail >= len(m.queue) {
		tail -= len(m.queue)
	}
	m.queue[tail] = v
	m.left++
}

func (s *search) shuffled(n int) []int32 {
	order := s.order[:n]
	for v := range order {
		order[v] = int32(v)
	}
	s.random.Shuffle(n, func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

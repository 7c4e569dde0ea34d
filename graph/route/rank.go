package route

import (
	"cmp"
	"math"
	"slices"

	"hankeverkko/graph"
)

// Large is the number of actors over which a project makes nobody acquainted.
const Large = 20

// wellAcquainted is the number of shared projects beyond which more of them do
// not matter.
const wellAcquainted = 3

// cost is what a chain is ranked by, the lower the better; the first
// difference counts. Costs add up along a chain, so that the best chains are
// made of best ends.
type cost struct {
	common   int   // actors that it has in common with the first choice
	strange  int   // 6 over the number of shared projects, 12 for large ones only
	past     int   // stretches without a project that runs
	foreign  int   // 1 for an actor of unknown place, 2 for one from elsewhere
	loose    int   // less the projects that its ends have in their groups
	distance int64 // millionths of Newman's distance
}

func (c cost) plus(o cost) cost {
	return cost{
		c.common + o.common, c.strange + o.strange, c.past + o.past, c.foreign + o.foreign, c.loose + o.loose, c.distance + o.distance,
	}
}

func (c cost) compare(o cost) int {
	return cmp.Or(
		cmp.Compare(c.common, o.common), cmp.Compare(c.strange, o.strange), cmp.Compare(c.past, o.past),
		cmp.Compare(c.foreign, o.foreign), cmp.Compare(c.loose, o.loose), cmp.Compare(c.distance, o.distance))
}

// hop leads from an actor to one two layers on.
type hop struct {
	to   int // index in its layer
	cost cost
}

// bond adds up the projects that two actors share.
type bond struct {
	small, large int
	runs         bool
	weight       float64
}

func (b *bond) add(s *search, project int32) {
	k := len(s.ties.Row(int(project)))
	if k > Large {
		b.large++
	} else {
		b.small++
	}
	b.runs = b.runs || s.runs(project)
	b.weight += 1 / float64(k-1)
}

func (b *bond) cost() cost {
	c := cost{strange: 12, distance: int64(math.Round(1e6 / b.weight))}
	if b.small > 0 {
		c.strange = 6 / min(b.small, wellAcquainted)
	}
	if !b.runs {
		c.past = 1
	}
	return c
}

func (s *search) runs(project int32) bool { return s.q.Running != nil && s.q.Running(project) }

// hopsOf finds, once, the hops of every actor of every layer but the last, by
// the index they lead to.
func (l *layers) hopsOf(s *search) [][][]hop {
	if l.hops != nil {
		return l.hops
	}
	l.hops = make([][][]hop, len(l.at)/2)
	index := make([]int32, s.ties.Len()) // of the actors two layers on
	for i := range l.hops {
		next := l.at[2*i+2]
		for j, v := range next {
			index[v] = int32(j)
		}
		bonds, met := make([]bond, len(next)), []int32(nil)
		for _, u := range l.at[2*i] {
			for _, p := range s.ties.Row(int(u)) {
				if l.of[p] != int32(2*i+1) {
					continue
				}
				for _, v := range s.ties.Row(int(p)) {
					if l.of[v] != int32(2*i+2) {
						continue
					}
					j := index[v]
					if bonds[j] == (bond{}) {
						met = append(met, j)
					}
					bonds[j].add(s, p)
				}
			}
			slices.Sort(met)
			hops := make([]hop, len(met))
			for k, j := range met {
				hops[k], bonds[j] = hop{int(j), bonds[j].cost()}, bond{}
			}
			l.hops[i], met = append(l.hops[i], hops), met[:0]
		}
	}
	return l.hops
}

// count returns the number of chains of actors, CountedMost at most.
func (l *layers) count(s *search) int {
	hops := l.hopsOf(s)
	chains := make([]int, len(l.at[len(l.at)-1]))
	for i := range chains {
		chains[i] = 1
	}
	for layer := len(hops) - 1; layer >= 0; layer-- {
		longer := make([]int, len(hops[layer]))
		for i, from := range hops[layer] {
			for _, h := range from {
				longer[i] = min(longer[i]+chains[h.to], CountedMost)
			}
		}
		chains = longer
	}
	total := 0
	for _, n := range chains {
		total = min(total+n, CountedMost)
	}
	return total
}

// tail is the rest of a chain from one actor on: the hop that it begins with
// and which of the best tails follows there.
type tail struct {
	cost      cost
	to, after int
}

// chain is a row of actors, each of which shares projects with the next.
type chain struct {
	actors []int32
	cost   cost
}

// rank returns the best chains, at most so many, best first. Known actors
// count against a chain, before all else.
func (l *layers) rank(s *search, most int, known map[int32]bool) []chain {
	hops := l.hopsOf(s)
	last := len(l.at) - 1
	tails := make([][][]tail, len(hops)+1) // by layer of actors and index
	for _, v := range l.at[last] {
		tails[len(hops)] = append(tails[len(hops)], []tail{{cost: s.costOf(v, known)}})
	}
	for layer := len(hops) - 1; layer >= 0; layer-- {
		for i, from := range hops[layer] {
			own := s.costOf(l.at[2*layer][i], known)
			var best []tail
			for _, h := range from {
				for after, t := range tails[layer+1][h.to] {
					best = keep(best, tail{own.plus(h.cost).plus(t.cost), h.to, after}, most)
				}
			}
			tails[layer] = append(tails[layer], best)
		}
	}
	var best []tail // to is the actor that a chain begins with
	for i := range l.at[0] {
		for after, t := range tails[0][i] {
			best = keep(best, tail{t.cost, i, after}, most)
		}
	}
	chains := make([]chain, len(best))
	for i, t := range best {
		chains[i].cost = t.cost
		for layer := range tails {
			chains[i].actors = append(chains[i].actors, s.actor(l.at[2*layer][t.to]))
			t = tails[layer][t.to][t.after]
		}
	}
	return chains
}

// keep puts a tail among the best, which are in order. Of equal ones the one
// that came first stays first: that of the lower positions.
func keep(best []tail, t tail, most int) []tail {
	i := len(best)
	for i > 0 && t.cost.compare(best[i-1].cost) < 0 {
		i--
	}
	if i == most {
		return best
	}
	best = slices.Insert(best, i, t)
	return best[:min(len(best), most)]
}

// costOf is what an actor adds to a chain.
func (s *search) costOf(vertex int32, known map[int32]bool) cost {
	a := s.actor(vertex)
	c := cost{loose: -s.rooted[a]}
	if known[a] {
		c.common = 1
	}
	if s.q.Standing != nil {
		switch s.q.Standing(a) {
		case graph.SeatUnknown:
			c.foreign = 1
		case graph.Elsewhere:
			c.foreign = 2
		}
	}
	return c
}

// route names the projects that the actors of a chain share.
func (s *search) route(c chain) Route {
	r := Route{Actors: c.actors}
	for i := 1; i < len(c.actors); i++ {
		r.Shared = append(r.Shared, s.shared(c.actors[i-1], c.actors[i]))
	}
	return r
}

// shared returns the projects that two actors share, the closest acquaintance
// first: large ones last, then those that run, then those of fewer actors.
func (s *search) shared(a, b int32) []int32 {
	var both []int32
	row, other := s.ties.Row(int(s.vertex(a))), s.ties.Row(int(s.vertex(b)))
	for _, p := range row {
		if _, ok := slices.BinarySearch(other, p); ok && !s.blocked[p] {
			both = append(both, p)
		}
	}
	size := func(p int32) int { return len(s.ties.Row(int(p))) }
	slices.SortStableFunc(both, func(p, q int32) int {
		return cmp.Or(
			first(size(p) <= Large, size(q) <= Large), first(s.runs(p), s.runs(q)), cmp.Compare(size(p), size(q)))
	})
	return both
}

// first puts what holds before what does not.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

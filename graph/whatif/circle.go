package whatif

import (
	"cmp"
	"context"
	"math/bits"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
)

// circle is the contacts of an actor that leaves, by number, and the other
// actors near two of them at least. Two are near that share a project.
type circle struct {
	contacts, actors int
	// near is, by number of a contact, the actors it is near to, and around the
	// reverse, by actor, the numbers rising.
	near, around [][]int32
	// own is, by number, the contacts near a contact as bits, sixty-four pairs to
	// a step; wide, by actor, is around as bits where they take fewer words than
	// there are numbers, else nil.
	own, wide [][]uint64
}

func circleOf(g *graph.TwoMode, w *walk, r *Removal) *circle {
	c := &circle{contacts: len(r.Contacts), actors: g.Len() - g.Projects}
	type contact struct {
		actor int32
		near  []int32
	}
	contacts, times := make([]contact, c.contacts), make([]int, c.actors)
	var found []int32
	for i, a := range r.Contacts {
		found = w.gather(int32(g.Projects)+a, found[:0])
		contacts[i] = contact{a, slices.Clone(found)}
		for _, b := range found {
			times[b]++
		}
	}
	for _, a := range r.Contacts {
		times[a] = max(times[a], 2)
	}
	times[r.Actor] = 0
	// Of every pair the first looks: those with most to look at come last.
	slices.SortStableFunc(contacts, func(a, b contact) int { return cmp.Compare(len(a.near), len(b.near)) })
	c.near, c.around = make([][]int32, c.contacts), make([][]int32, c.actors)
	for i, a := range contacts {
		// Who is near one contact alone keeps none in touch.
		c.near[i] = slices.DeleteFunc(a.near, func(b int32) bool { return times[b] < 2 })
		for _, b := range c.near[i] {
			if c.around[b] == nil {
				c.around[b] = make([]int32, 0, times[b])
			}
			c.around[b] = append(c.around[b], int32(i))
		}
	}
	words := (c.contacts + 63) / 64
	c.own, c.wide = make([][]uint64, c.contacts), make([][]uint64, c.actors)
	for b, around := range c.around {
		if len(around) > words {
			c.wide[b] = bitsOf(around, words)
		}
	}
	for i, a := range contacts {
		if c.own[i] = c.wide[a.actor]; c.own[i] == nil {
			c.own[i] = bitsOf(c.around[a.actor], words)
		}
	}
	return c
}

// direct counts the pairs of contacts that are near each other.
func (c *circle) direct() int {
	ends := 0
	for _, own := range c.own {
		ends += ones(own)
	}
	return ends / 2
}

// kept counts the pairs of contacts that are not near each other and have
// somebody who is near both.
func (c *circle) kept() int {
	kept := make([]int, c.contacts)
	touch := make([][]uint64, parallel.Workers())
	c.each(c.contacts, func(worker, i int) {
		if touch[worker] == nil {
			touch[worker] = make([]uint64, len(c.own[i]))
		}
		touch, from := touch[worker], i/64
		clear(touch)
		later := touch[from:]
		for _, b := range c.near[i] {
			if wide := c.wide[b]; wide != nil {
				wide = wide[from:][:len(later)]
				for k := range later {
					later[k] |= wide[k]
				}
				continue
			}
			around := c.around[b]
			for k := len(around) - 1; around[k] > int32(i); k-- { // i itself is there
				touch[around[k]/64] |= 1 << (around[k] % 64)
			}
		}
		later[0] &^= 2<<(i%64) - 1
		for k, own := range c.own[i][from:] {
			kept[i] += bits.OnesCount64(later[k] &^ own)
		}
	})
	sum := 0
	for _, n := range kept {
		sum += n
	}
	return sum
}

// connectors counts, for every actor, the pairs of contacts that it is near to
// and that are not near each other; the actors with any, most first.
func (c *circle) connectors() (next []Connector) {
	pairs := make([]int, c.actors)
	c.each(c.actors, func(_, b int) {
		around, wide := c.around[b], c.wide[b]
		pairs[b] = pairsOf(len(around))
		for at, i := range around {
			own := c.own[i]
			if wide == nil {
				for _, j := range around[at+1:] {
					pairs[b] -= int(own[j/64] >> (j % 64) & 1)
				}
				continue
			}
			both, own := wide[i/64:], own[i/64:]
			direct := -bits.OnesCount64(both[0] & own[0] & (2<<(i%64) - 1)) // pairs with those before i
			own = own[:len(both)]
			for k, word := range both {
				direct += bits.OnesCount64(word & own[k])
			}
			pairs[b] -= direct
		}
	})
	for b, n := range pairs {
		if n > 0 {
			next = append(next, Connector{int32(b), n})
		}
	}
	slices.SortFunc(next, func(a, b Connector) int {
		return cmp.Or(cmp.Compare(b.Pairs, a.Pairs), cmp.Compare(a.Actor, b.Actor))
	})
	return next
}

// each does a task for 0 to n-1 on all processors.
func (c *circle) each(n int, task func(worker, i int)) {
	const together = 64
	background := context.Background() // milliseconds: nothing to break off
	_ = parallel.Do(background, parallel.Workers(), (n+together-1)/together, func(worker, block int) {
		for i := block * together; i < min(n, (block+1)*together); i++ {
			task(worker, i)
		}
	})
}

func bitsOf(numbers []int32, words int) []uint64 {
	set := make([]uint64, words)
	for _, i := range numbers {
		set[i/64] |= 1 << (i % 64)
	}
	return set
}

func ones(words []uint64) int {
	n := 0
	for _, w := range words {
		n += bits.OnesCount64(w)
	}
	return n
}

// pairsOf returns how many pairs n things make.
func pairsOf(n int) int { return n * (n - 1) / 2 }

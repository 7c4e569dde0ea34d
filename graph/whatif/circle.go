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
	contacts []int32 // the actor of each number; those near most come last
	// near is, by number, the actors a contact is near to, and around the
	// reverse, by actor, the numbers rising.
	near, around [][]int32
	// wide is around as bits, sixty-four pairs to a step, where they take fewer
	// words than there are numbers, else nil.
	wide  [][]uint64
	words int
}

func circleOf(ctx context.Context, g *graph.TwoMode, r *Removal) (*circle, error) {
	actors := g.Len() - g.Projects
	c := &circle{contacts: slices.Clone(r.Contacts), words: (len(r.Contacts) + 63) / 64}
	of, err := nearOf(ctx, g, c.contacts)
	if err != nil {
		return nil, err
	}
	// Of every pair the first looks, so that those with most to look at have least to do.
	slices.SortStableFunc(of, func(a, b contactNear) int { return cmp.Compare(len(a.near), len(b.near)) })
	times := make([]int32, actors)
	for i, a := range of {
		c.contacts[i] = a.contact
		for _, b := range a.near {
			times[b]++
		}
	}
	for _, a := range c.contacts {
		times[a] = max(times[a], 2)
	}
	times[r.Actor] = 0
	c.near, c.around, c.wide = make([][]int32, len(of)), make([][]int32, actors), make([][]uint64, actors)
	all := 0
	for _, n := range times {
		all += int(n)
	}
	room := make([]int32, all)
	for b, n := range times {
		if n > 1 { // who is near one contact alone keeps none in touch
			c.around[b], room = room[:0:n], room[n:]
		}
	}
	for i, a := range of {
		near := a.near[:0]
		for _, b := range a.near {
			if times[b] > 1 {
				near, c.around[b] = append(near, b), append(c.around[b], int32(i))
			}
		}
		c.near[i] = near
	}
	for b, around := range c.around {
		if len(around) > c.words {
			c.wide[b] = make([]uint64, c.words)
			mark(c.wide[b], around)
		}
	}
	return c, nil
}

// contactNear is a contact and the actors that share a project with it.
type contactNear struct {
	contact int32
	near    []int32
}

// nearOf finds whom contacts are near, on all processors.
func nearOf(ctx context.Context, g *graph.TwoMode, contacts []int32) ([]contactNear, error) {
	const together = 32
	of := make([]contactNear, len(contacts))
	gatherings := make([]*gathering, parallel.Workers())
	err := parallel.Do(ctx, len(gatherings), (len(of)+together-1)/together, func(worker, block int) {
		if gatherings[worker] == nil {
			gatherings[worker] = newGathering(g)
		}
		for i := block * together; i < min(len(of), (block+1)*together); i++ {
			of[i] = contactNear{contacts[i], slices.Clone(gatherings[worker].contacts(int32(g.Projects) + contacts[i]))}
		}
	})
	return of, err
}

// direct counts the pairs of contacts that are near each other.
func (c *circle) direct() int {
	ends := 0
	for _, a := range c.contacts {
		ends += len(c.around[a])
	}
	return ends / 2
}

// kept counts the pairs of contacts that are not near each other and have
// somebody who is near both.
func (c *circle) kept(ctx context.Context) (int, error) {
	kept := make([]int, len(c.contacts))
	err := c.each(ctx, len(c.contacts), func(touched []uint64, i int) {
		clear(touched)
		later := touched[i/64:]
		for _, b := range c.near[i] {
			if wide := c.wide[b]; wide != nil {
				wide = wide[i/64:][:len(later)]
				for k := range later {
					later[k] |= wide[k]
				}
			} else {
				mark(touched, after(c.around[b], i))
			}
		}
		later[0] &^= 2<<(i%64) - 1
		own := c.contacts[i]
		if wide := c.wide[own]; wide != nil {
			for k, word := range wide[i/64:] {
				later[k] &^= word
			}
		} else {
			for _, j := range after(c.around[own], i) {
				touched[j/64] &^= 1 << (j % 64)
			}
		}
		for _, word := range later {
			kept[i] += bits.OnesCount64(word)
		}
	})
	sum := 0
	for _, n := range kept {
		sum += n
	}
	return sum, err
}

// connectors counts, for every actor, the pairs of contacts that it is near to
// and that are not near each other; the actors with any, most first.
func (c *circle) connectors(ctx context.Context) (next []Connector, err error) {
	pairs := make([]int, len(c.around))
	err = c.each(ctx, len(pairs), func(marked []uint64, b int) {
		around, near := c.around[b], c.wide[b]
		pairs[b] = pairsOf(len(around))
		if near == nil {
			clear(marked)
			mark(marked, around)
			near = marked
		}
		for at, i := range around {
			a, direct := c.contacts[i], 0
			switch own := c.wide[a]; {
			case own == nil:
				for _, j := range after(c.around[a], int(i)) {
					direct += int(near[j/64] >> (j % 64) & 1)
				}
			case c.wide[b] == nil:
				for _, j := range around[at+1:] {
					direct += int(own[j/64] >> (j % 64) & 1)
				}
			default:
				near, own := near[i/64:], own[i/64:]
				direct = -bits.OnesCount64(near[0] & own[0] & (2<<(i%64) - 1)) // those before i
				own = own[:len(near)]
				for k, word := range near {
					direct += bits.OnesCount64(word & own[k])
				}
			}
			pairs[b] -= direct
		}
	})
	if err != nil {
		return nil, err
	}
	for b, n := range pairs {
		if n > 0 {
			next = append(next, Connector{int32(b), n})
		}
	}
	slices.SortFunc(next, func(a, b Connector) int {
		return cmp.Or(cmp.Compare(b.Pairs, a.Pairs), cmp.Compare(a.Actor, b.Actor))
	})
	return next, nil
}

// each does a task for 0 to n-1 on all processors, with bits for the numbers to work on.
func (c *circle) each(ctx context.Context, n int, task func(scratch []uint64, i int)) error {
	const together = 64
	scratch := make([][]uint64, parallel.Workers())
	return parallel.Do(ctx, len(scratch), (n+together-1)/together, func(worker, block int) {
		if scratch[worker] == nil {
			scratch[worker] = make([]uint64, c.words)
		}
		for i := block * together; i < min(n, (block+1)*together); i++ {
			task(scratch[worker], i)
		}
	})
}

func mark(set []uint64, numbers []int32) {
	for _, i := range numbers {
		set[i/64] |= 1 << (i % 64)
	}
}

// after returns those of rising numbers that are greater than i.
func after(numbers []int32, i int) []int32 {
	from := len(numbers)
	for from > 0 && int(numbers[from-1]) > i {
		from--
	}
	return numbers[from:]
}

// pairsOf returns how many pairs n things make.
func pairsOf(n int) int { return n * (n - 1) / 2 }

package brokerage

import (
	"context"
	"math"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
)

// Role is what a broker does between two others, by the groups of the three.
// (A part played in a project is another thing.)
type Role uint8

const (
	Coordinator Role = iota // all three are of one group
	Gatekeeper              // the broker and one of the two are of one group
	Itinerant               // the two are of one group, the broker of another
	Liaison                 // three groups
	roleCount
)

// Roles counts for every vertex b the pairs of its contacts that have no tie
// to each other, by the role that b plays between them: a row of counts for
// each Role. Group holds the group of each vertex, -1 for none: such a broker's counts are NaN,
// and such contacts take part in no pair.
//
// This is the undirected variant of Gould & Fernandez (1989): a pair counts
// once, and their gatekeeper and representative, which differ in the direction
// alone, fall together. On the projection of a two-mode network two actors of
// one project are tied, so a broker joins its partners in one project with
// those in another, and no consortium by itself makes a broker.
func Roles(ctx context.Context, g *graph.OneMode, group []int32) ([][]float64, error) {
	roles := make([][]float64, roleCount)
	for r := range roles {
		roles[r] = make([]float64, g.Len())
	}
	groups := int32(0)
	for _, k := range group {
		groups = max(groups, k+1)
	}
	bounds := parallel.Blocks(g.Offsets, 64*parallel.Workers())
	workers := make([]*census, parallel.Workers())
	err := parallel.Do(ctx, len(workers), len(bounds)-1, func(worker, block int) {
		if workers[worker] == nil {
			workers[worker] = &census{g: g, group: group, contact: make([]bool, g.Len()), of: make([]int, groups)}
		}
		for b := bounds[block]; b < bounds[block+1]; b++ {
			counts := workers[worker].count(b)
			for r := range roles {
				roles[r][b] = counts[r]
			}
		}
	})
	if err != nil {
		return nil, err
	}
	return roles, nil
}

// census counts for one broker at a time.
type census struct {
	g       *graph.OneMode
	group   []int32
	contact []bool // by vertex: a contact of the broker that has a group
	of      []int  // by group: such contacts
}

func (c *census) count(b int) (counts [roleCount]float64) {
	own := c.group[b]
	if own < 0 {
		for r := range counts {
			counts[r] = math.NaN()
		}
		return counts
	}
	all, total := 0, [roleCount]int{}
	for _, j := range c.g.Row(b) {
		if k := c.group[j]; k >= 0 {
			// The pairs with those before it.
			same, ours := c.of[k], c.of[own]
			if k == own {
				total[Coordinator] += same
				total[Gatekeeper] += all - same
			} else {
				total[Itinerant] += same
				total[Gatekeeper] += ours
				total[Liaison] += all - same - ours
			}
			c.contact[j] = true
			c.of[k]++
			all++
		}
	}
	for _, j := range c.g.Row(b) {
		if !c.contact[j] {
			continue
		}
		for _, q := range c.g.Row(int(j)) {
			if q > j && c.contact[q] { // tied: no broker is needed
				total[roleOf(own, c.group[j], c.group[q])]--
			}
		}
	}
	for _, j := range c.g.Row(b) {
		if c.contact[j] {
			c.contact[j] = false
			c.of[c.group[j]]--
		}
	}
	for r := range counts {
		counts[r] = float64(total[r])
	}
	return counts
}

func roleOf(broker, a, b int32) Role {
	switch {
	case a == b && a == broker:
		return Coordinator
	case a == b:
		return Itinerant
	case a == broker || b == broker:
		return Gatekeeper
	}
	return Liaison
}

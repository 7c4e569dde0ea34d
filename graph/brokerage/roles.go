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

// Census is how often every vertex plays each Role, beside what chance gives.
// A vertex without a group has NaN.
type Census struct {
	// Counts, Expected and Z hold a row for each Role along the vertices. Z is
	// how many standard deviations lie between the count and what is expected,
	// NaN where chance leaves no choice.
	Counts, Expected, Z [][]float64
}

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
//
// What is expected, and its deviation, are exact for ties and the broker's
// group as they are, with the groups of all others dealt out anew, each of its
// size.
func Roles(ctx context.Context, g *graph.OneMode, group []int32) (*Census, error) {
	c := &Census{Counts: table(g), Expected: table(g), Z: table(g)}
	sizes := sizesOf(group)
	byChance := make([]dealt, len(sizes))
	for own := range sizes {
		byChance[own] = deal(sizes, own)
	}
	bounds := parallel.Blocks(g.Offsets, 64*parallel.Workers())
	workers := make([]*counter, parallel.Workers())
	err := parallel.Do(ctx, len(workers), len(bounds)-1, func(worker, block int) {
		if workers[worker] == nil {
			workers[worker] = &counter{g: g, group: group, contact: make([]bool, g.Len()), of: make([]int, len(sizes))}
		}
		for b := bounds[block]; b < bounds[block+1]; b++ {
			counts, open := workers[worker].count(b)
			for r := range roleCount {
				expected, deviation := math.NaN(), math.NaN()
				if own := group[b]; own >= 0 {
					expected, deviation = byChance[own].moments(r, open)
				}
				c.Counts[r][b], c.Expected[r][b] = counts[r], expected
				if c.Z[r][b] = (counts[r] - expected) / deviation; deviation == 0 {
					c.Z[r][b] = math.NaN()
				}
			}
		}
	})
	if err != nil {
		return nil, err
	}
	return c, nil
}

func table(g *graph.OneMode) [][]float64 {
	rows := make([][]float64, roleCount)
	for r := range rows {
		rows[r] = make([]float64, g.Len())
	}
	return rows
}

func sizesOf(group []int32) []int {
	var sizes []int
	for _, k := range group {
		for int(k) >= len(sizes) {
			sizes = append(sizes, 0)
		}
		if k >= 0 {
			sizes[k]++
		}
	}
	return sizes
}

// counter counts for one broker at a time.
type counter struct {
	g       *graph.OneMode
	group   []int32
	contact []bool // by vertex: a contact of the broker that has a group
	of      []int  // by group: such contacts
}

// open tells how the open pairs of a broker lie: how many there are, and how
// many two of them share a contact.
type open struct{ pairs, sharing float64 }

func (c *counter) count(b int) (counts [roleCount]float64, pairs open) {
	own := c.group[b]
	if own < 0 {
		for r := range counts {
			counts[r] = math.NaN()
		}
		return counts, pairs
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
		tied := 0
		for _, q := range c.g.Row(int(j)) {
			if !c.contact[q] {
				continue
			}
			tied++
			if q > j { // tied: no broker is needed
				total[roleOf(own, c.group[j], c.group[q])]--
			}
		}
		at := float64(all - 1 - tied) // open pairs at this contact
		pairs.pairs += at / 2
		pairs.sharing += at * (at - 1) / 2
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
	return counts, pairs
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

package brokerage

import (
	"context"
	"math"

	"hankeverkko/graph"
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
	closed, err := tiedPairs(ctx, g, group)
	if err != nil {
		return nil, err
	}
	pairs := closed.openPairs(g, group)
	of := make([]int, len(sizes))
	for b, own := range group {
		if own < 0 {
			for r := range roleCount {
				c.Counts[r][b], c.Expected[r][b], c.Z[r][b] = math.NaN(), math.NaN(), math.NaN()
			}
			continue
		}
		all := pairsByRole(g.Row(b), group, own, of)
		for r := range roleCount {
			count := float64(all[r] - closed.corner[b][r])
			expected, deviation := byChance[own].moments(r, pairs[b])
			c.Counts[r][b], c.Expected[r][b] = count, expected
			if c.Z[r][b] = (count - expected) / deviation; deviation == 0 {
				c.Z[r][b] = math.NaN()
			}
		}
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

// open tells how the open pairs of a broker lie: how many there are, and how
// many two of them share a contact.
type open struct{ pairs, sharing float64 }

// pairsByRole counts all pairs of contacts, tied or not, by the role between
// them of a broker whose group is own. Of is by group and 0, before and after.
func pairsByRole(contacts, group []int32, own int32, of []int) (total [roleCount]int64) {
	all := 0
	for _, j := range contacts {
		k := group[j]
		if k < 0 {
			continue
		}
		// The pairs with those before it.
		same, ours := of[k], of[own]
		if k == own {
			total[Coordinator] += int64(same)
			total[Gatekeeper] += int64(all - same)
		} else {
			total[Itinerant] += int64(same)
			total[Gatekeeper] += int64(ours)
			total[Liaison] += int64(all - same - ours)
		}
		of[k]++
		all++
	}
	for _, j := range contacts {
		if k := group[j]; k >= 0 {
			of[k] = 0
		}
	}
	return total
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

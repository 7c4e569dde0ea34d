package lens

import (
	"cmp"
	"slices"
)

// Members are those of a group in one period, as positions in the network.
type Members struct{ Projects, Actors []int32 }

// ChangeKind says what became of groups from one period to the next.
type ChangeKind string

const (
	Continues ChangeKind = "continues"
	Split     ChangeKind = "split"
	Merged    ChangeKind = "merged"
	// Regrouped groups share their members out among each other anew.
	Regrouped ChangeKind = "regrouped"
	Ended     ChangeKind = "ended"
	Born      ChangeKind = "born"
)

// Change is what became of groups, by their positions in the two periods.
type Change struct {
	Kind          ChangeKind
	Before, After []int
	// Common counts the projects and actors that are in one of Before and in one
	// of After.
	Common int
}

// A group is linked to one of the other period that has at least linkFrom of
// its members, of those who are in groups of both periods, and at least linkLeast of them.
const (
	linkFrom  = 0.5
	linkLeast = 2
)

// Changes matches the groups of two periods. Only who is in groups of both
// counts: that somebody left or came is no split. Groups that hang together by
// links are one change: one and one continue, one and several split, several
// and one merged, several and several regrouped; a group without a link has
// ended or was born. In the order of the earlier groups, then of the later
// ones. After Greene, Doyle & Cunningham, ASONAM 2010, with the share of the
// group in place of the Jaccard index, so that a small group that joins a
// large one is seen.
func Changes(before, after []Members) []Change {
	from, to := positions(before), positions(after)
	common := make([][]int, len(before)) // overlaps
	for a := range common {
		common[a] = make([]int, len(after))
	}
	staying, coming := make([]int, len(before)), make([]int, len(after))
	for who, a := range from {
		if b, both := to[who]; both {
			common[a][b]++
			staying[a]++
			coming[b]++
		}
	}
	linked := func(a, b int) bool {
		k := float64(common[a][b])
		return k >= linkLeast && (k >= linkFrom*float64(staying[a]) || k >= linkFrom*float64(coming[b]))
	}
	var changes []Change
	seenBefore, seenAfter := make([]bool, len(before)), make([]bool, len(after))
	for a := range before {
		if seenBefore[a] {
			continue
		}
		seenBefore[a] = true
		c := Change{Before: []int{a}}
		for grown := true; grown; {
			grown = false
			for b := range after {
				if !seenAfter[b] && slices.ContainsFunc(c.Before, func(a int) bool { return linked(a, b) }) {
					seenAfter[b], grown = true, true
					c.After = append(c.After, b)
				}
			}
			for a := range before {
				if !seenBefore[a] && slices.ContainsFunc(c.After, func(b int) bool { return linked(a, b) }) {
					seenBefore[a], grown = true, true
					c.Before = append(c.Before, a)
				}
			}
		}
		slices.Sort(c.Before)
		slices.Sort(c.After)
		for _, a := range c.Before {
			for _, b := range c.After {
				c.Common += common[a][b]
			}
		}
		c.Kind = kindOf(len(c.Before), len(c.After))
		changes = append(changes, c)
	}
	for b := range after {
		if !seenAfter[b] {
			changes = append(changes, Change{Kind: Born, After: []int{b}})
		}
	}
	slices.SortStableFunc(changes, func(x, y Change) int { return cmp.Compare(order(x), order(y)) })
	return changes
}

// order keeps born groups last.
func order(c Change) int {
	if len(c.Before) == 0 {
		return 1
	}
	return 0
}

func kindOf(before, after int) ChangeKind {
	switch {
	case after == 0:
		return Ended
	case before == 1 && after == 1:
		return Continues
	case before == 1:
		return Split
	case after == 1:
		return Merged
	}
	return Regrouped
}

// member is a project or an actor.
type member struct {
	actor bool
	at    int32
}

// positions tells the group of each member, the first that has it.
func positions(groups []Members) map[member]int {
	of := map[member]int{}
	add := func(m member, g int) {
		if _, there := of[m]; !there {
			of[m] = g
		}
	}
	for g, group := range groups {
		for _, p := range group.Projects {
			add(member{false, p}, g)
		}
		for _, a := range group.Actors {
			add(member{true, a}, g)
		}
	}
	return of
}

// MembersOf returns the partner networks of a cooperation, in their order.
func MembersOf(c *Cooperation) []Members {
	var list []Members
	for i := range c.Communities {
		if g := &c.Communities[i]; g.Kind == Partners {
			list = append(list, Members{g.Projects, g.Actors})
		}
	}
	return list
}

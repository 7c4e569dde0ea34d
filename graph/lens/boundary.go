package lens

import (
	"context"
	"math"

	"hankeverkko/graph/chance"
	"hankeverkko/graph/community"
)

// How boundaries are judged; see docs/method.md.
const (
	boundaryRuns  = 100
	boundaryShare = 0.9
	// nullGroups by chance are enough to know what chance reaches; a network
	// gives at least one sample and at most so many.
	nullGroups  = 200
	mostSamples = 40
	// clearFrom is the clarity from which a boundary beyond chance is clear.
	clearFrom = 0.7
	// astrideFrom is the share of runs with another group from which a member is
	// said to be of both.
	astrideFrom = 0.2
)

// boundarySeed keeps the runs apart from those that the groups come from.
const boundarySeed = 0x626f756e64

// Clearness says in a word how clear a boundary is.
type Clearness uint8

const (
	// Open to interpretation: not clearer than what chance makes of the same words or ties.
	Open Clearness = iota
	// FairlyClear is clearer than that.
	FairlyClear
	// Clear is clearer than that, and by much.
	Clear
)

// String returns the id of the word.
func (c Clearness) String() string { return [...]string{"open", "fairly-clear", "clear"}[c] }

// Place says how far the runs confirm where a project or an actor stands.
type Place struct {
	// Inside and Outside are those of community.Boundary; NaN where nothing is known.
	Inside, Outside float64
	// Second is the other group it is most often with, -1 for none.
	Second int32
	// Astride is that of community.Boundary, its Other a group.
	Astride community.Astride
}

// Clarity is Inside - Outside.
func (p Place) Clarity() float64 { return p.Inside - p.Outside }

// OfBoth tells that a member of a group is of another one as well, and of
// which: where both are clearer than chance, as of a group that is not nothing
// can be said member by member, and where enough partners are known.
func (b *Boundary) OfBoth(group int32, p Place) (other int32, both bool) {
	other = p.Astride.Other
	if b.Thin || group < 0 || other < 0 || other == group || p.Astride.Share() < astrideFrom {
		return -1, false
	}
	if b.Groups[group].Word == Open || b.Groups[other].Word == Open {
		return -1, false
	}
	return other, true
}

// GroupBoundary is the boundary of a group.
type GroupBoundary struct {
	// Place is the mean of its members, and Second the group that they are most often with.
	Place
	// Judged is false for what is no group by itself: the mixed topic, what is folded.
	Judged bool
	Word   Clearness
	// Limit is what 95 % of the groups of like size by chance stay under; +Inf
	// where too few groups by chance were found.
	Limit float64
	// Members were judged.
	Members int
}

// Boundary says how clear the groups of a lens are, and where everyone stands.
type Boundary struct {
	Groups []GroupBoundary // along the topics or communities
	// OfProject and OfActor run along the network; OfActor is nil for topics.
	OfProject, OfActor []Place
	// Thin tells that too few partners are known to say who is of two groups.
	Thin   bool
	Method BoundaryMethod
}

// BoundaryMethod says how boundaries were judged.
type BoundaryMethod struct {
	Seed uint64
	// Runs, each on Share of the projects.
	Runs  int
	Share float64
	// Samples by chance, with Groups groups in all.
	Samples, Groups int
}

// Indicative tells that the groups are a help for looking and no more: fewer
// than half of the members that were judged stand in groups that are clearer
// than chance.
func (b *Boundary) Indicative() bool {
	judged, beyond := 0, 0
	for _, g := range b.Groups {
		judged += g.Members
		if g.Word > Open {
			beyond += g.Members
		}
	}
	return 2*beyond < judged
}

// Judged counts the groups that were judged, and those of them beyond chance.
func (b *Boundary) Judged() (all, beyond int) {
	for _, g := range b.Groups {
		if g.Judged {
			all++
			if g.Word > Open {
				beyond++
			}
		}
	}
	return all, beyond
}

// WordOf says how clear the place of a member of a group is: never clearer than
// its group.
func (b *Boundary) WordOf(group int32, p Place) Clearness {
	if group < 0 || !b.Groups[group].Judged || math.IsNaN(p.Inside) {
		return Open
	}
	g := &b.Groups[group]
	return min(g.Word, wordOf(p.Clarity(), g.Limit))
}

func wordOf(clarity, limit float64) Clearness {
	switch {
	case !(clarity > limit):
		return Open
	case clarity >= clearFrom:
		return Clear
	}
	return FairlyClear
}

func newBoundary(groups int, seed uint64) *Boundary {
	list := make([]GroupBoundary, groups)
	for g := range list {
		list[g].Astride.Other = -1 // is said of members alone
	}
	return &Boundary{Groups: list, Method: BoundaryMethod{Seed: seed, Runs: boundaryRuns, Share: boundaryShare}}
}

// places notes how vertices stand; group tells what a community of the
// partition is shown as.
func places(found *community.Boundary, group func(c int32) int32) []Place {
	list := make([]Place, len(found.Inside))
	for v := range list {
		list[v] = Place{found.Inside[v], found.Outside[v], -1, found.Astride[v]}
		if second := found.Second[v]; second >= 0 {
			list[v].Second = group(second)
		}
		if other := found.Astride[v].Other; other >= 0 {
			list[v].Astride.Other = group(other)
		}
	}
	return list
}

// noPlaces are places of which nothing is known.
func noPlaces(n int) []Place {
	list := make([]Place, n)
	for i := range list {
		list[i] = Place{math.NaN(), math.NaN(), -1, community.Astride{Other: -1}}
	}
	return list
}

// judge gives a group its word by the places of its members.
func (b *Boundary) judge(at int, members []Place, limit *chance.Limit) {
	g := &b.Groups[at]
	g.Second = -1
	near := make(map[int32]float64)
	for _, p := range members {
		if math.IsNaN(p.Inside) {
			continue
		}
		g.Members++
		g.Inside, g.Outside = g.Inside+p.Inside, g.Outside+p.Outside
		if p.Second >= 0 && int(p.Second) != at {
			near[p.Second] += p.Outside
		}
	}
	if g.Members == 0 {
		g.Inside, g.Outside = math.NaN(), math.NaN()
		return
	}
	g.Judged, g.Limit = true, limit.Of(g.Members)
	g.Inside, g.Outside = g.Inside/float64(g.Members), g.Outside/float64(g.Members)
	for other, weight := range near {
		if g.Second < 0 || weight > near[g.Second] || weight == near[g.Second] && other < g.Second {
			g.Second = other
		}
	}
	g.Word = wordOf(g.Clarity(), g.Limit)
}

// byChance divides samples by chance until they have given enough groups.
func (b *Boundary) byChance(ctx context.Context, limit *chance.Limit, sample func(seed uint64) error) error {
	for b.Method.Samples < mostSamples && (b.Method.Samples == 0 || limit.Len() < nullGroups) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := sample(chance.Seed(b.Method.Seed, b.Method.Samples)); err != nil {
			return err
		}
		b.Method.Samples++
	}
	b.Method.Groups = limit.Len()
	return nil
}

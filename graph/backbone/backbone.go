package backbone

import (
	"cmp"
	"context"
	"math"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
	"hankeverkko/graph/projection"
)

// Pair is two actors that share projects, the first before the second.
type Pair struct {
	A, B   int32
	Shared int
	// P is the chance to share at least as many, Adjusted the same after the
	// correction for all pairs that were tested, at most 1.
	P, Adjusted float64
}

// Backbone is what is beyond chance among the pairs of a network.
type Backbone struct {
	// Pairs are those beyond chance, in rising order of their actors.
	Pairs []Pair
	// Alpha bounds the chance that any pair at all stands there wrongly.
	Alpha float64
	// Testable counts the pairs that could be beyond chance at all. When there
	// are none, projects are too few to tell.
	Testable int
}

// Enough tells that some pair could be beyond chance.
func (b *Backbone) Enough() bool { return b.Testable > 0 }

// Has tells whether a pair is beyond chance, in either order.
func (b *Backbone) Has(a, c int32) bool {
	_, found := slices.BinarySearchFunc(b.Pairs, [2]int32{min(a, c), max(a, c)}, func(p Pair, want [2]int32) int {
		return cmp.Or(cmp.Compare(p.A, want[0]), cmp.Compare(p.B, want[1]))
	})
	return found
}

// Of tests every pair of actors against the stochastic degree sequence model:
// ties are drawn by the chances of the Configuration, and two actors share a
// project with the product of theirs. Chances are exact (Poisson binomial).
// Alpha is the chance, at most, to name any pair wrongly: pairs that could not
// reach significance even if they shared all they can are not counted (Tarone
// 1990), and what is found makes room for the rest step by step (Holm 1979).
// Actors are numbered without the projects. Neal (2014, 2021).
func Of(ctx context.Context, g *graph.TwoMode, alpha float64) (*Backbone, error) {
	t, err := tableOf(g)
	if err != nil {
		return nil, err
	}
	if err := t.least(ctx, alpha); err != nil {
		return nil, err
	}
	b := &Backbone{Alpha: alpha}
	candidates, err := t.candidates(ctx, g)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(candidates, func(x, y Pair) int { return cmp.Compare(x.P, y.P) })
	found := make([]int, len(t.limits)) // by limit of those found, see testable
	for taken := 0; ; {
		k, pairs := t.testable(alpha, found)
		if taken == 0 {
			b.Testable = pairs
		}
		before := taken
		for taken < len(candidates) && candidates[taken].P*float64(k) <= alpha {
			c := &candidates[taken]
			c.Adjusted = min(1, c.P*float64(k))
			if taken > 0 {
				c.Adjusted = max(c.Adjusted, candidates[taken-1].Adjusted)
			}
			found[t.limitOf(g, *c)]++
			taken++
		}
		if taken == before {
			b.Pairs = candidates[:taken]
			break
		}
	}
	slices.SortFunc(b.Pairs, func(x, y Pair) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return b, nil
}

// Chances returns all pairs that share a project, in rising order, with the
// chance of each; none is corrected for their number.
func Chances(ctx context.Context, g *graph.TwoMode) ([]Pair, error) {
	t, err := tableOf(g)
	if err != nil {
		return nil, err
	}
	return t.candidates(ctx, g)
}

// table holds the chances of pairs by the classes of the two actors.
type table struct {
	*Configuration
	class map[int]int // of actors, by ties
	// limits are the least chances that pairs of two classes can reach.
	limits []limit
	at     map[[2]int]int
}

// limit is the least chance of the pairs of two classes, and how many there are.
type limit struct {
	a, b  int
	p     float64
	pairs int
}

func tableOf(g *graph.TwoMode) (*table, error) {
	c, err := ConfigurationOf(g)
	if err != nil {
		return nil, err
	}
	t := &table{Configuration: c, class: map[int]int{}, at: map[[2]int]int{}}
	for i, k := range c.Actors {
		t.class[k.Ties] = i
	}
	all := c.Actors
	for a := range all {
		for b := a; b < len(all) && all[a].Ties > 0; b++ {
			pairs := all[a].Count * all[b].Count
			if a == b {
				pairs = all[a].Count * (all[a].Count - 1) / 2
			}
			if pairs > 0 {
				t.at[[2]int{a, b}] = len(t.limits)
				t.limits = append(t.limits, limit{a: a, b: b, pairs: pairs})
			}
		}
	}
	return t, nil
}

// trials are what a pair of two classes may share.
func (t *table) trials(a, b int) []trials {
	all := make([]trials, len(t.Projects))
	for j, k := range t.Projects {
		all[j] = trials{k.Count, t.Chance[a][j] * t.Chance[b][j]}
	}
	return all
}

// least works out the least chance of all pairs of classes.
func (t *table) least(ctx context.Context, alpha float64) error {
	all := 0
	for _, l := range t.limits {
		all += l.pairs
	}
	return parallel.Do(ctx, parallel.Workers(), len(t.limits), func(_, i int) {
		l := &t.limits[i]
		most := t.Actors[l.a].Ties // of the two, a has fewer
		// Once a part of them is enough for whatever correction, so are all.
		for m := min(most, 8); ; m = min(most, 2*m) {
			l.p = tail(t.trials(l.a, l.b), m)
			if m == most || l.p*float64(all) <= alpha {
				return
			}
		}
	})
}

// testable returns Tarone's number k, the least for which no more than k
// pairs can reach alpha/k, and how many pairs those are. Pairs that were found
// do not count.
func (t *table) testable(alpha float64, found []int) (k, pairs int) {
	order := make([]int, len(t.limits))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(t.limits[i].p, t.limits[j].p) })
	for _, i := range order {
		more := t.limits[i].pairs - found[i]
		if reach := alpha / t.limits[i].p; float64(pairs+more) > reach { // k above which these cannot
			return max(pairs, int(math.Floor(reach))+1), pairs
		}
		pairs += more
	}
	return max(pairs, 1), pairs
}

func (t *table) limitOf(g *graph.TwoMode, p Pair) int {
	a, b := t.classOf(g, p.A), t.classOf(g, p.B)
	return t.at[[2]int{min(a, b), max(a, b)}]
}

func (t *table) classOf(g *graph.TwoMode, actor int32) int {
	return t.class[len(g.Row(g.Projects+int(actor)))]
}

// candidates are the pairs that share something, with their chances. Pairs of
// the same classes that share as much have the same.
func (t *table) candidates(ctx context.Context, g *graph.TwoMode) ([]Pair, error) {
	shared := projection.Of(g, graph.Actors, projection.Count)
	var pairs []Pair
	type cell struct{ limit, shared int }
	cells, at := []cell{}, map[cell]int{}
	var of []int
	for v := range shared.Len() {
		weights := shared.RowWeights(v)
		for i, u := range shared.Row(v) {
			if int(u) <= v {
				continue
			}
			p := Pair{A: int32(v), B: u, Shared: int(weights[i])}
			c := cell{t.limitOf(g, p), p.Shared}
			place, known := at[c]
			if !known {
				place = len(cells)
				at[c] = place
				cells = append(cells, c)
			}
			pairs, of = append(pairs, p), append(of, place)
		}
	}
	chances := make([]float64, len(cells))
	err := parallel.Do(ctx, parallel.Workers(), len(cells), func(_, i int) {
		l := t.limits[cells[i].limit]
		chances[i] = tail(t.trials(l.a, l.b), cells[i].shared)
	})
	for i := range pairs {
		pairs[i].P = chances[of[i]]
	}
	return pairs, err
}

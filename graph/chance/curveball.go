package chance

import (
	"math/rand/v2"
	"slices"

	"hankeverkko/graph"
)

// tradesPerRow is how often a row trades on average: Strona et al. found five
// trades a row enough for matrices to forget where they came from.
const tradesPerRow = 10

// Curveball returns a two-mode network in which every project and every actor
// has as many ties as in g and chance decides between whom, all such networks
// being equally likely in the long run. Weights are not kept: ties are there
// or not.
//
// Two rows at a time pool what only one of them has and deal it out anew, each
// getting as many back. Strona, Nappo, Boccacci, Fattorini & San-Miguel-Ayanz,
// Nature Communications 5, 4114 (2014); that every network is equally likely
// is shown by Carstens, Physical Review E 91, 042812 (2015).
func Curveball(random *rand.Rand, g *graph.TwoMode) *graph.TwoMode {
	// The side with fewer vertices has the longer rows, which mix in fewer trades.
	side := graph.Projects
	if g.Projects > g.Len()-g.Projects {
		side = graph.Actors
	}
	from, to := g.Vertices(side)
	rows := make([][]int32, to-from)
	for i := range rows {
		rows[i] = slices.Clone(g.Row(from + i))
	}
	t := trader{random: random, mark: make([]uint8, g.Len())}
	if n := len(rows); n > 1 {
		for range tradesPerRow * n {
			i, j := random.IntN(n), random.IntN(n-1)
			if j >= i {
				j++
			}
			t.trade(rows[i], rows[j])
		}
	}
	pairs := make([][2]int32, 0, len(g.Targets)/2)
	for i, row := range rows {
		for _, u := range row {
			if side == graph.Projects {
				pairs = append(pairs, [2]int32{int32(i), u - int32(g.Projects)})
			} else {
				pairs = append(pairs, [2]int32{u, int32(i)})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int32) int { return slices.Compare(a[:], b[:]) })
	return graph.NewTwoMode(g.Projects, g.Len()-g.Projects, pairs)
}

type trader struct {
	random *rand.Rand
	mark   []uint8 // 1 in the first row, 2 in both; zero between trades
	pool   []int32
}

// trade deals out anew, in place, what only one of two rows has.
func (t *trader) trade(a, b []int32) {
	for _, u := range a {
		t.mark[u] = 1
	}
	pool := t.pool[:0]
	for _, u := range b {
		if t.mark[u] == 1 {
			t.mark[u] = 2
		} else {
			pool = append(pool, u)
		}
	}
	for _, u := range a {
		if t.mark[u] == 1 {
			pool = append(pool, u)
		}
	}
	t.random.Shuffle(len(pool), func(i, j int) { pool[i], pool[j] = pool[j], pool[i] })
	next := 0
	for i, u := range b {
		if t.mark[u] == 0 {
			b[i] = pool[next]
			next++
		}
	}
	for i, u := range a {
		if t.mark[u] == 1 {
			a[i] = pool[next]
			next++
		}
		t.mark[u] = 0
	}
	t.pool = pool
}

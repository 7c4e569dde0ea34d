package brokerage

import (
	"context"
	"math"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/parallel"
)

// Participation returns how evenly the contacts of every vertex are spread
// over the groups:
//
//	P(v) = 1 - sum over groups g of (k_vg / k_v)^2
//
// where k_vg counts the contacts of v in g and k_v all that have a group: 0
// when all are of one group. NaN without such contacts. Group holds the group
// of each vertex, -1 for none. Guimera & Amaral (2005).
func Participation(g *graph.OneMode, group []int32) []float64 {
	return participation(g, group, newTally(group))
}

func participation(g *graph.OneMode, group []int32, t *tally) []float64 {
	scores := make([]float64, g.Len())
	for v := range scores {
		t.of(g.Row(v), group)
		if t.all == 0 {
			scores[v] = math.NaN()
			continue
		}
		squares := 0.0
		for _, k := range t.met {
			share := float64(t.count[k]) / float64(t.all)
			squares += share * share
		}
		scores[v] = 1 - squares
		t.forget()
	}
	return scores
}

// participationDraws is how often the groups are shuffled.
const participationDraws = 100

// ParticipationByChance returns the mean of Participation when the groups of
// the vertices that have one are shuffled among them, over 100 shuffles of a
// seed: the spread that a vertex of so many contacts has anyway.
func ParticipationByChance(ctx context.Context, g *graph.OneMode, group []int32, seed uint64) ([]float64, error) {
	var places []int
	for v, k := range group {
		if k >= 0 {
			places = append(places, v)
		}
	}
	draws := make([][]float64, participationDraws)
	err := parallel.Do(ctx, parallel.Workers(), len(draws), func(_, i int) {
		stream := chance.Stream(chance.Seed(seed, i), participationStream)
		shuffled := append([]int32(nil), group...)
		stream.Shuffle(len(places), func(a, b int) {
			a, b = places[a], places[b]
			shuffled[a], shuffled[b] = shuffled[b], shuffled[a]
		})
		draws[i] = participation(g, shuffled, newTally(shuffled))
	})
	if err != nil {
		return nil, err
	}
	mean := make([]float64, g.Len())
	for _, draw := range draws {
		for v, p := range draw {
			mean[v] += p / participationDraws
		}
	}
	return mean, nil
}

// participationStream keeps the shuffles apart from other uses of a seed.
const participationStream = 0x7061727469

// WithinGroup returns how many deviations the contacts of every vertex in its
// own group lie above the mean of that group's vertices; 0 where all have the
// same number, NaN for a vertex without a group. The deviation is that of the
// whole group, n below. Guimera & Amaral (2005).
func WithinGroup(g *graph.OneMode, group []int32) []float64 {
	groups := int32(0)
	for _, k := range group {
		groups = max(groups, k+1)
	}
	own := make([]float64, g.Len())
	members, sum, squares := make([]float64, groups), make([]float64, groups), make([]float64, groups)
	for v, k := range group {
		if k < 0 {
			continue
		}
		for _, u := range g.Row(v) {
			if group[u] == k {
				own[v]++
			}
		}
		members[k]++
		sum[k] += own[v]
	}
	for v, k := range group {
		if k >= 0 {
			d := own[v] - sum[k]/members[k]
			squares[k] += d * d
		}
	}
	for v, k := range group {
		switch {
		case k < 0:
			own[v] = math.NaN()
		case squares[k] == 0:
			own[v] = 0
		default:
			own[v] = (own[v] - sum[k]/members[k]) / math.Sqrt(squares[k]/members[k])
		}
	}
	return own
}

// tally counts contacts by group.
type tally struct {
	count []int32 // by group
	met   []int32 // groups that were counted
	all   int
}

func newTally(group []int32) *tally {
	groups := int32(0)
	for _, k := range group {
		groups = max(groups, k+1)
	}
	return &tally{count: make([]int32, groups)}
}

func (t *tally) of(contacts []int32, group []int32) {
	for _, u := range contacts {
		if k := group[u]; k >= 0 {
			if t.count[k] == 0 {
				t.met = append(t.met, k)
			}
			t.count[k]++
			t.all++
		}
	}
}

func (t *tally) forget() {
	for _, k := range t.met {
		t.count[k] = 0
	}
	t.met, t.all = t.met[:0], 0
}

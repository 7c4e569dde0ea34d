package brokerage

import (
	"math"

	"hankeverkko/graph"
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
	t := newTally(group)
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

// ParticipationExpected returns the mean of Participation over all ways to deal
// out the groups anew among the vertices that have one, their sizes kept: the
// spread that a vertex of so many contacts has anyway,
//
//	E(v) = (1 - sum over groups g of (m_g / m)^2) m / (m - 1) (k_v - 1) / k_v
//
// for m vertices with a group, m_g of them in g, since the groups of v's k_v
// contacts are then drawn without putting back. NaN where Participation is.
func ParticipationExpected(g *graph.OneMode, group []int32) []float64 {
	t := newTally(group)
	members := 0.0
	for _, k := range group {
		if k >= 0 {
			t.count[k]++
			members++
		}
	}
	mixed := 1.0
	for k, m := range t.count {
		share := float64(m) / members
		mixed -= share * share
		t.count[k] = 0
	}
	expected := make([]float64, g.Len())
	for v := range expected {
		t.of(g.Row(v), group)
		switch k := float64(t.all); k {
		case 0:
			expected[v] = math.NaN()
		case 1: // and m may be 1
		default:
			expected[v] = mixed * members / (members - 1) * (k - 1) / k
		}
		t.forget()
	}
	return expected
}

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

package backbone

import (
	"context"
	"fmt"
	"math"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
	"hankeverkko/graph/projection"
)

// Alpha is the level that the program keeps to: in at most 5 of 100 networks
// made by chance is there any pair above chance.
const Alpha = 0.05

// Ties are the pairs of actors with shared projects, held against chance.
type Ties struct {
	// Shared has the actors, counted from the first, as vertices, and as weights
	// the numbers of shared projects.
	Shared *graph.OneMode
	// P runs along its targets: the chance that two actors with as many
	// projects, of as many actors, share as many or more.
	P []float64
	// Above runs along its targets too: more than chance gives, when all pairs
	// looked at are taken into account.
	Above []bool
	// Projects and Actors count those with more than one and at least one tie;
	// Pairs are all pairs of actors, also of those without a shared project,
	// and Tested those that could come out above chance.
	Projects, Actors, Pairs, Tested int
}

// TooFew tells that the network is so small that no pair could come out above
// chance, whatever it shared: that none does says nothing.
func (t *Ties) TooFew() bool { return t.Tested == 0 }

// Of returns the pair of two actors: its P-value, 1 when nothing is shared,
// and whether it is above chance.
func (t *Ties) Of(u, v int) (p float64, above bool) {
	for i, w := range t.Shared.Row(u) {
		if int(w) == v {
			at := int(t.Shared.Offsets[u]) + i
			return t.P[at], t.Above[at]
		}
	}
	return 1, false
}

// Find holds the pairs of actors of a two-mode network against random networks
// in which every project and every actor has on average as many ties. The
// chance that any pair is wrongly called above chance is at most alpha, as far
// as the model holds: pairs able to come out are found by Tarone's rule and
// corrected for by Holm's. The same network gives the same bits on any number
// of processors. Once ctx is done its error comes back.
func Find(ctx context.Context, g *graph.TwoMode, alpha float64) (*Ties, error) {
	if !(alpha > 0 && alpha < 1) {
		return nil, fmt.Errorf("backbone: level %v: %w", alpha, graph.ErrInvalid)
	}
	projects, ofProject := classes(g, graph.Projects)
	actors, ofActor := classes(g, graph.Actors)
	model, err := newCells(ctx, projects, actors)
	if err != nil {
		return nil, err
	}
	t := &Ties{Shared: projection.Of(g, graph.Actors, projection.Count)}
	for _, p := range ofProject {
		if projects[p].degree > 1 {
			t.Projects++
		}
	}
	for _, a := range ofActor {
		if actors[a].degree > 0 {
			t.Actors++
		}
	}
	t.Pairs = t.Actors * (t.Actors - 1) / 2

	kinds := kindsOf(t.Shared, actors, ofActor)
	if err := kinds.judge(ctx, model, alpha/math.Max(1, float64(t.Pairs))); err != nil {
		return nil, err
	}
	t.P = make([]float64, len(t.Shared.Targets))
	t.Above = make([]bool, len(t.P))
	tested, reach := testable(kinds.lowest, alpha)
	t.Tested = tested
	var values []float64
	var places [][2]int32
	for u := range t.Shared.Len() {
		for i := t.Shared.Offsets[u]; i < t.Shared.Offsets[u+1]; i++ {
			v := t.Shared.Targets[i]
			k := kinds.of(ofActor[u], ofActor[v])
			t.P[i] = kinds.tails[k][int(t.Shared.Weights[i])]
			if int(v) > u && kinds.lowest[k].lowest <= reach {
				values = append(values, t.P[i])
				places = append(places, [2]int32{int32(u), i})
			}
		}
	}
	for k, stands := range holm(values, tested, alpha) {
		if stands {
			u, i := places[k][0], places[k][1]
			t.Above[i] = true
			t.Above[back(t.Shared, u, i)] = true
		}
	}
	return t, nil
}

// back returns the place of the same pair in the other actor's row.
func back(g *graph.OneMode, u, i int32) int32 {
	v := g.Targets[i]
	low, high := g.Offsets[v], g.Offsets[v+1]
	for low < high {
		if middle := (low + high) / 2; g.Targets[middle] < u {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// kinds are pairs of classes of actors: chance treats all pairs of one alike.
type kinds struct {
	actors []class
	shared []int       // most projects that a pair of the kind shares
	tails  [][]float64 // P-values by shared projects
	lowest []many
}

// of returns the number of a kind: the smaller class first.
func (k *kinds) of(a, b int32) int {
	if a > b {
		a, b = b, a
	}
	return int(a)*len(k.actors) + int(b)
}

func kindsOf(shared *graph.OneMode, actors []class, of []int32) *kinds {
	n := len(actors) * len(actors)
	k := &kinds{actors: actors, shared: make([]int, n), tails: make([][]float64, n), lowest: make([]many, n)}
	for u := range shared.Len() {
		for i, v := range shared.Row(u) {
			kind := k.of(of[u], of[v])
			k.shared[kind] = max(k.shared[kind], int(shared.RowWeights(u)[i]))
		}
	}
	return k
}

// judge finds the P-values of all kinds. Where the smallest is surely under
// the level that all pairs could ask for, it is left at zero: how small it is
// makes no difference.
func (k *kinds) judge(ctx context.Context, model *cells, least float64) error {
	n := len(k.actors)
	workers := make([]scratch, parallel.Workers())
	return parallel.Do(ctx, len(workers), n, func(worker, task int) {
		a := n - 1 - task // the longest first
		events := make([]trials, len(model.projects))
		for b := a; b < n; b++ {
			count := k.actors[a].size * k.actors[b].size
			if a == b {
				count = k.actors[a].size * (k.actors[a].size - 1) / 2
			}
			kind := a*n + b
			most := k.actors[a].degree // of the two the smaller
			k.lowest[kind] = many{count, 1}
			mean := 0.0
			for i, p := range model.projects {
				row := model.row(i)
				events[i] = trials{p.size, row[a] * row[b]}
				mean += float64(p.size) * events[i].chance
			}
			if count == 0 || mean == 0 { // no network of these degrees has them share any
				k.lowest[kind].count = 0
				continue
			}
			wanted := k.shared[kind]
			sure := under(mean, most, least)
			if !sure {
				wanted = most
			}
			if wanted > 0 {
				k.tails[kind] = workers[worker].tails(events, wanted)
			}
			if k.lowest[kind].lowest = 0; !sure {
				k.lowest[kind].lowest = k.tails[kind][most]
			}
		}
	})
}

// under tells whether so many events or more are surely rarer than a chance,
// by Chernoff's bound for a sum of independent events.
func under(mean float64, most int, chance float64) bool {
	w := float64(most)
	return w > mean && w-mean-w*math.Log(w/mean) < math.Log(chance)
}

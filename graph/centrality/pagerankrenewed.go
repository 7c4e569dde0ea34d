package centrality

import (
	"context"
	"fmt"
	"math"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
)

// ActorRank is a network made ready for PageRankOfActors, so that the scores
// can be renewed after a change. It is not changed by use.
type ActorRank struct {
	r        *lengthwise
	place    []int32 // of every actor
	project  []int32 // place of every project, -1 for one of a single actor
	ofActor  []int
	ofShares []int
}

// NewActorRank makes a network ready.
func NewActorRank(g *graph.TwoMode) *ActorRank {
	k := &ActorRank{r: byLength(g), place: make([]int32, g.Len()-g.Projects), project: make([]int32, g.Projects)}
	for i, a := range k.r.actors {
		k.place[a] = int32(i)
	}
	projects := inOrderOfLength(g, 0, g.Projects)
	for i, p := range projects {
		if k.project[p] = int32(i); i >= k.r.ofProject.Len() {
			k.project[p] = -1
		}
	}
	k.ofActor = parallel.Blocks(k.r.ofActor.Offsets, pageRankBlocks)
	k.ofShares = parallel.Blocks(k.r.ofProject.Offsets, pageRankBlocks)
	return k
}

// Renew returns PageRankOfActors of the network with some projects recast,
// starting from the scores before. Gone is an actor that is in the network no
// more, and in none of the projects: it gets NaN and the walker never jumps to
// it; -1 for none. The scores meet the tolerance as those of a cold start do,
// and nothing in them depends on the number of processors.
func (k *ActorRank) Renew(ctx context.Context, before []float64, recasts []graph.Recast, gone int32, damping, tolerance float64) ([]float64, error) {
	if len(before) != len(k.place) {
		return nil, fmt.Errorf("scores of %d actors for a network of %d: %w", len(before), len(k.place), graph.ErrInvalid)
	}
	o := k.without(recasts)
	w := newWalk(o.strength, k.ofActor)
	w.members = len(k.place)
	if gone >= 0 {
		w.members--
	}
	share := make([]float64, k.r.ofProject.Len())
	added := make([]float64, len(k.place)) // what the projects recast bring of the direction
	w.before = func() {
		everything := context.Background() // as short as a sweep
		_ = parallel.Do(everything, parallel.Workers(), len(k.ofShares)-1, func(_, i int) {
			for p := k.ofShares[i]; p < k.ofShares[i+1]; p++ {
				share[p] = o.given[p] * sumAt(k.r.ofProject.Row(p), w.direction)
			}
		})
		for _, members := range o.recast {
			for _, a := range members {
				added[a] = 0
			}
		}
		for _, members := range o.recast {
			all := sumAt(members, w.direction) / float64(len(members)-1)
			for _, a := range members {
				added[a] += all
			}
		}
	}
	w.follow = func(from, to int) {
		for a := from; a < to; a++ {
			w.image[a] = sumAt(k.r.ofActor.Row(a), share) + added[a] - o.back[a]*w.direction[a]
		}
	}
	w.near = make([]float64, len(before))
	for a, score := range before {
		w.near[k.place[a]] = score
	}
	ranked, err := w.scores(ctx, damping, tolerance)
	if err != nil {
		return nil, err
	}
	scores := make([]float64, len(ranked))
	for i, a := range k.r.actors {
		scores[a] = ranked[i]
	}
	if gone >= 0 {
		scores[gone] = math.NaN()
	}
	return scores, nil
}

// recastWalk is what projects recast make of the figures of a network. The
// projects themselves give nothing in their old places and stand apart.
type recastWalk struct {
	given, back, strength []float64
	recast                [][]int32 // actors by place, of projects of several
}

func (k *ActorRank) without(recasts []graph.Recast) *recastWalk {
	o := &recastWalk{
		given:    append([]float64(nil), k.r.given...),
		back:     append([]float64(nil), k.r.back...),
		strength: append([]float64(nil), k.r.strength...),
	}
	for _, r := range recasts {
		if r.Project >= 0 && k.project[r.Project] >= 0 {
			p := k.project[r.Project]
			for _, a := range r.Before {
				o.back[k.place[a]] -= o.given[p]
				o.strength[k.place[a]]--
			}
			o.given[p] = 0
		}
		if len(r.After) < 2 {
			continue
		}
		members := make([]int32, len(r.After))
		for i, a := range r.After {
			members[i] = k.place[a]
			o.back[members[i]] += 1 / float64(len(r.After)-1)
			o.strength[members[i]]++
		}
		o.recast = append(o.recast, members)
	}
	return o
}

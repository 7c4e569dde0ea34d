package view

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/backbone"
	"hankeverkko/graph/projection"
)

// Beyond tells which pairs of actors share more projects than chance gives. It
// rests on the projects whose partners are listed.
type Beyond struct {
	*backbone.Ties
	// Sure are the pairs beyond chance, the surest first.
	Sure []Pair

	actors []int32 // positions in the network, along the vertices
	listed *graph.TwoMode
}

// Pair is two actors that share projects.
type Pair struct {
	A, B   int32 // positions in the network, A's before B's
	Shared int
	// P is the chance to share as many or more, Above what is said of it.
	P     float64
	Above bool
	// Newman, Allocation and Jaccard weigh the tie by package projection; they
	// are filled by All alone.
	Newman, Allocation, Jaccard float64
}

// Beyond holds the pairs of the region against chance; neither filters nor the
// viewing date matter. It takes seconds on a large network, so it is computed
// when it is asked for, and kept.
func (s *Slice) Beyond(ctx context.Context) (*Beyond, error) {
	return s.View.beyonds.get(ctx, s.Area.ID, func(ctx context.Context) (*Beyond, error) {
		return s.beyond(ctx, s.scope.whole.Projects)
	})
}

func (s *Slice) beyond(ctx context.Context, projects []int32) (*Beyond, error) {
	listed := &graph.Selection{}
	touched := make([]bool, len(s.Network.Actors))
	for _, p := range projects {
		if s.Network.Projects[p].Partners != graph.PartnersListed {
			continue
		}
		listed.Projects = append(listed.Projects, p)
		for _, t := range s.Network.ProjectTies(int(p)) {
			touched[t.A] = true
		}
	}
	for a, is := range touched {
		if is {
			listed.Actors = append(listed.Actors, int32(a))
		}
	}
	b := &Beyond{actors: listed.Actors, listed: listed.TwoMode(s.Network)}
	var err error
	if b.Ties, err = backbone.Find(ctx, b.listed, backbone.Alpha); err != nil {
		return nil, fmt.Errorf("ties beyond chance in %q: %w", s.Area.ID, err)
	}
	for pair := range b.pairs() {
		if pair.Above {
			b.Sure = append(b.Sure, pair)
		}
	}
	slices.SortStableFunc(b.Sure, func(x, y Pair) int {
		return cmp.Or(cmp.Compare(x.P, y.P), cmp.Compare(s.actorRank[x.A], s.actorRank[y.A]), cmp.Compare(s.actorRank[x.B], s.actorRank[y.B]))
	})
	return b, nil
}

// With returns the pairs beyond chance that an actor is in, the surest first.
func (b *Beyond) With(actor int32) []Pair {
	var list []Pair
	for _, pair := range b.Sure {
		if pair.A == actor || pair.B == actor {
			list = append(list, pair)
		}
	}
	return list
}

func (b *Beyond) pairs() iter.Seq2[Pair, int] {
	return func(yield func(Pair, int) bool) {
		for u := range b.Shared.Len() {
			for i := b.Shared.Offsets[u]; i < b.Shared.Offsets[u+1]; i++ {
				v := b.Shared.Targets[i]
				if int(v) < u {
					continue
				}
				if !yield(Pair{A: b.actors[u], B: b.actors[v], Shared: int(b.Shared.Weights[i]), P: b.P[i], Above: b.Above[i]}, int(i)) {
					return
				}
			}
		}
	}
}

// All gives every pair that shares a project, with all weights, by the actors' ids.
func (b *Beyond) All() iter.Seq[Pair] {
	return func(yield func(Pair) bool) {
		newman := projection.Of(b.listed, graph.Actors, projection.Newman)
		allocation := projection.Of(b.listed, graph.Actors, projection.Allocation)
		jaccard := projection.Of(b.listed, graph.Actors, projection.Jaccard)
		for pair, i := range b.pairs() {
			pair.Newman, pair.Allocation, pair.Jaccard = newman.Weights[i], allocation.Weights[i], jaccard.Weights[i]
			if !yield(pair) {
				return
			}
		}
	}
}

package whatif

import (
	"context"
	"fmt"
	"sync"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/community"
	"hankeverkko/graph/projection"
)

const (
	damping   = 0.85
	tolerance = 1e-10
)

// Standing is what is known of the actors of a network before anything
// changes, kept so that what a change makes of it costs no more than the change
// reaches. It may be asked from several goroutines; one question is answered
// after the other.
type Standing struct {
	network *graph.TwoMode
	groups  *groups
	ties    *ties
	holes   *holes
	rank    *centrality.ActorRank
	ranked  []float64
	mu      sync.Mutex
}

// Stand works out what is known before, on the projection onto actors by
// Newman's weights. Groups is the partition of the actors that stands, -1 for an
// actor that is alone; one of another length is graph.ErrInvalid. Time and
// memory are those of Burt's constraint of everyone.
func Stand(ctx context.Context, g *graph.TwoMode, groups community.Partition) (*Standing, error) {
	if len(groups) != g.Len()-g.Projects {
		return nil, fmt.Errorf("groups of %d actors for a network of %d: %w", len(groups), g.Len()-g.Projects, graph.ErrInvalid)
	}
	actors := projection.Of(g, graph.Actors, projection.Newman)
	s := &Standing{network: g, ties: newTies(g, actors), rank: centrality.NewActorRank(g)}
	s.groups = newGroups(s.ties, community.Number(groups))
	var err error
	if s.ranked, err = centrality.PageRankOfActors(ctx, g, damping, tolerance); err != nil {
		return nil, err
	}
	s.holes, err = newHoles(ctx, s.ties, actors)
	return s, err
}

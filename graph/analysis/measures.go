package analysis

import (
	"context"
	"fmt"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/projection"
)

// NetworkKind says on which network a measure is computed.
type NetworkKind string

const (
	TwoMode    NetworkKind = "two-mode"
	Projection NetworkKind = "projection"
)

// Measure is one row of the table. Name and Question are keys of the word files.
type Measure struct {
	ID          string
	Name        string
	Question    string
	Network     NetworkKind
	Reference   string
	Conventions string
	// Score returns one value for each actor of n, by position.
	Score func(ctx context.Context, n *graph.Network) ([]float64, error)
}

// damping is PageRank's usual chance to go on; tolerance bounds the change of
// all scores together in the last step.
const (
	damping   = 0.85
	tolerance = 1e-12
)

// Measures returns the table, in the order a person meets them.
func Measures() []Measure {
	return []Measure{
		{
			ID: "projects", Name: "measure.projects", Question: "measure.projects.question", Network: TwoMode,
			Reference: "Borgatti & Everett 1997", Conventions: "measure.convention.projects",
			Score: func(_ context.Context, n *graph.Network) ([]float64, error) {
				return centrality.Degree(&n.TwoMode().Rows)[len(n.Projects):], nil
			},
		},
		{
			ID: "degree", Name: "measure.degree", Question: "measure.degree.question", Network: Projection,
			Reference: "Freeman 1979", Conventions: "measure.convention.degree",
			Score: func(_ context.Context, n *graph.Network) ([]float64, error) {
				return centrality.Degree(&projection.Onto(n, graph.Actors, projection.Count).Rows), nil
			},
		},
		{
			ID: "strength", Name: "measure.strength", Question: "measure.strength.question", Network: Projection,
			Reference: "Newman 2001", Conventions: "measure.convention.newman",
			Score: func(_ context.Context, n *graph.Network) ([]float64, error) {
				return centrality.Strength(&projection.Onto(n, graph.Actors, projection.Newman).Rows), nil
			},
		},
		{
			ID: "betweenness", Name: "measure.betweenness", Question: "measure.betweenness.question", Network: TwoMode,
			Reference: "Freeman 1977; Faust 1997", Conventions: "measure.convention.betweenness",
			Score: func(ctx context.Context, n *graph.Network) ([]float64, error) {
				scores, err := centrality.Betweenness(ctx, &n.TwoMode().Rows)
				if err != nil {
					return nil, err
				}
				return scores[len(n.Projects):], nil
			},
		},
		{
			ID: "betweenness_projected", Name: "measure.betweenness-projected", Question: "measure.betweenness-projected.question", Network: Projection,
			Reference: "Freeman 1977; Brandes 2001", Conventions: "measure.convention.betweenness",
			Score: func(ctx context.Context, n *graph.Network) ([]float64, error) {
				return centrality.Betweenness(ctx, &projection.Onto(n, graph.Actors, projection.Count).Rows)
			},
		},
		{
			ID: "pagerank", Name: "measure.pagerank", Question: "measure.pagerank.question", Network: Projection,
			Reference: "Brin & Page 1998", Conventions: "measure.convention.pagerank",
			Score: func(ctx context.Context, n *graph.Network) ([]float64, error) {
				return centrality.PageRank(ctx, &projection.Onto(n, graph.Actors, projection.Newman).Rows, damping, tolerance)
			},
		},
	}
}

// Result is one measure over the actors of a selection.
type Result struct {
	Measure Measure
	// Actors are positions in the whole network, Scores run along them.
	Actors []int32
	Scores []float64
	Basis  graph.Basis
}

// Compute returns a measure on the network of a selection: only its projects
// and their ties count. An unknown measure is graph.ErrNotFound.
func Compute(ctx context.Context, n *graph.Network, s *graph.Selection, id string) (*Result, error) {
	all := Measures()
	i := slices.IndexFunc(all, func(m Measure) bool { return m.ID == id })
	if i < 0 {
		return nil, fmt.Errorf("measure %q: %w", id, graph.ErrNotFound)
	}
	part, err := graph.Restrict(n, s)
	if err != nil {
		return nil, err
	}
	scores, err := all[i].Score(ctx, part)
	if err != nil {
		return nil, fmt.Errorf("measure %s: %w", id, err)
	}
	return &Result{Measure: all[i], Actors: s.Actors, Scores: scores, Basis: graph.BasisOf(n, s.Projects)}, nil
}

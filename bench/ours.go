package main

import (
	"context"
	"fmt"
	"math"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/brokerage"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/community"
	"hankeverkko/graph/projection"
	"hankeverkko/graph/whatif"
)

// subject is the network under test in both its forms.
type subject struct {
	twoMode *graph.TwoMode
	actors  *graph.OneMode // by Newman
	// standing is what what-ifs renew, once one of them has asked for it.
	standing *whatif.Standing
}

// measure is one row of the table.
type measure struct {
	id   string
	what string
	// long measures are run once only, on networks that are not small.
	long bool
}

var measures = []measure{
	{id: "projection", what: "projection onto actors, Newman weights (igraph: counts only)"},
	{id: "leiden", what: "Leiden, 2 iterations (NetworKit: 3; gonum: Louvain)"},
	{id: "pagerank", what: "PageRank on the projection, 1e-10 (ours by way of the projects, without making it)"},
	{id: "constraint", what: "Burt's constraint"},
	{id: "structural holes", what: "Burt's constraint and effective size (igraph: constraint alone)"},
	{id: "clustering", what: "local clustering of the projection"},
	{id: "coreness", what: "coreness of the projection"},
	{id: "cuts", what: "articulation points of the projection"},
	{id: "closeness", what: "harmonic closeness on the projection, all pairs", long: true},
	{id: "sampled", what: "betweenness of the projection by sampling, within 0.001, chance to fail 0.1", long: true},
	{id: "betweenness", what: "exact betweenness of the projection", long: true},
	{id: "two-mode betweenness", what: "exact betweenness of the two-mode network", long: true},
	{id: "co-assignment", what: "100 runs on 90 % of the projects, and how far they confirm every vertex (ours on the two-mode network; igraph: 100 runs on the whole projection alone)", long: true},
	{id: "what-if", what: "what-if: the actor of most projects goes, the parts that lose touch and the next best connector"},
	{id: "layout", what: "ten steps of ForceAtlas2 on the projection, all from the same places (graphology: Barnes–Hut, theta 0.5)"},
	{id: "what-if renewed", what: "what-if: the actor of most projects goes; groups, PageRank, constraint and effective size renewed (those before it made ready, not timed)"},
	{id: "what-if typical", what: "what-if renewed for an actor drawn from those of two projects or more, another one each run"},
	{id: "what-if project", what: "what-if renewed for a project that comes, of five actors drawn, others each run"},
	{id: "open", what: "open a region: projection, communities, PageRank, Burt's constraint (networkx: without), betweenness of the projection", long: true},
	{id: "open and draw", what: "the same, and 300 steps of ForceAtlas2", long: true},
}

var ours = map[string]work{
	"projection": {run: func(_ context.Context, s *subject, _ int) (func() string, error) {
		g := projection.Of(s.twoMode, graph.Actors, projection.Newman)
		return func() string { return fmt.Sprintf("%d edges", len(g.Targets)/2) }, nil
	}},
	"leiden": {run: func(ctx context.Context, s *subject, run int) (func() string, error) {
		p, err := community.Leiden(ctx, &s.actors.Rows, community.Options{Seed: uint64(42 + run), Iterations: 2})
		return func() string { return fmt.Sprintf("Q %.5f", community.Modularity(&s.actors.Rows, p, 1)) }, err
	}},
	"pagerank": {run: func(ctx context.Context, s *subject, _ int) (func() string, error) {
		return scores(centrality.PageRankOfActors(ctx, s.twoMode, 0.85, 1e-10))
	}},
	"constraint": {run: func(ctx context.Context, s *subject, _ int) (func() string, error) {
		holes, err := brokerage.HolesOf(ctx, s.actors)
		if err != nil {
			return nil, err
		}
		return scores(holes.Constraint(), nil)
	}},
	"structural holes": {run: func(ctx context.Context, s *subject, _ int) (func() string, error) {
		holes, err := brokerage.HolesOf(ctx, s.actors)
		if err != nil {
			return nil, err
		}
		constraint, size := holes.Constraint(), holes.EffectiveSize()
		return func() string {
			first, _ := scores(constraint, nil)
			second, _ := scores(size, nil)
			return first() + "; " + second()
		}, nil
	}},
	"clustering": {run: func(ctx context.Context, s *subject, _ int) (func() string, error) {
		return scores(centrality.Clustering(ctx, &s.actors.Rows))
	}},
	"coreness": {run: func(_ context.Context, s *subject, _ int) (func() string, error) {
		return scores(centrality.Coreness(&s.actors.Rows), nil)
	}},
	"cuts": {run: func(_ context.Context, s *subject, _ int) (func() string, error) {
		cuts := centrality.CutsOf(&s.actors.Rows)
		return func() string {
			points := 0
			for _, lost := range cuts.Lost {
				if lost > 0 {
					points++
				}
			}
			return fmt.Sprintf("%d points", points)
		}, nil
	}},
	"closeness": {run: func(ctx context.Context, s *subject, _ int) (func() string, error) {
		d, err := centrality.DistancesOf(ctx, &s.actors.Rows)
		if err != nil {
			return nil, err
		}
		return scores(d.Harmonic(), nil)
	}},
	"sampled": {run: func(ctx context.Context, s *subject, run int) (func() string, error) {
		sample, err := centrality.SampleBetweenness(ctx, &s.actors.Rows, centrality.Accuracy{Within: 0.001, Failure: 0.1}, uint64(42+run))
		if err != nil {
			return nil, err
		}
		return func() string { return fmt.Sprintf("%d paths, max %.3g", sample.Paths, slices.Max(sample.Scores)) }, nil
	}},
	"betweenness": {run: func(ctx context.Context, s *subject, _ int) (func() string, error) {
		return scores(centrality.Betweenness(ctx, &s.actors.Rows))
	}},
	"co-assignment": {run: coAssignment},
	"what-if": {run: func(ctx context.Context, s *subject, _ int) (func() string, error) {
		gone, err := whatif.Remove(ctx, s.twoMode, busiest(s))
		if err != nil {
			return nil, err
		}
		return func() string { return fmt.Sprintf("%d parts", len(gone.Parts)) }, nil
	}},
	"layout": {run: func(ctx context.Context, s *subject, _ int) (func() string, error) {
		l, err := laidOut(ctx, s.actors, 10)
		return func() string { return tieLength(s.actors, l.Places()) }, err
	}},
	"what-if renewed": {ready: stand, run: func(ctx context.Context, s *subject, _ int) (func() string, error) {
		return renewed(s.standing.WithoutActor(ctx, busiest(s)))
	}},
	"what-if typical": {ready: stand, run: func(ctx context.Context, s *subject, run int) (func() string, error) {
		return renewed(s.standing.WithoutActor(ctx, drawn(s, run)))
	}},
	"what-if project": {ready: stand, run: func(ctx context.Context, s *subject, run int) (func() string, error) {
		return renewed(s.standing.WithProject(ctx, five(s, run)))
	}},
	"open": {run: open},
	"open and draw": {run: func(ctx context.Context, s *subject, run int) (func() string, error) {
		first, err := open(ctx, s, run)
		if err != nil {
			return nil, err
		}
		l, err := laidOut(ctx, s.actors, 300)
		return func() string { return first() + ", " + tieLength(s.actors, l.Places()) }, err
	}},
	"two-mode betweenness": {run: func(ctx context.Context, s *subject, _ int) (func() string, error) {
		return scores(centrality.Betweenness(ctx, &s.twoMode.Rows))
	}},
}

// coAssignment is what the boundary of groups costs.
func coAssignment(ctx context.Context, s *subject, run int) (func() string, error) {
	p, err := community.LeidenTwoMode(ctx, s.twoMode, community.Options{Seed: uint64(run), Iterations: 2})
	if err != nil {
		return nil, err
	}
	runs, err := community.RunsTwoMode(ctx, s.twoMode, community.TwoModeConsensus{Runs: 100, Share: 0.9, Seed: uint64(42 + run)})
	if err != nil {
		return nil, err
	}
	b, err := community.BoundaryOf(ctx, p, runs)
	return func() string {
		sum := 0.0
		for v := range p {
			if c := b.Clarity(v); !math.IsNaN(c) {
				sum += c
			}
		}
		return fmt.Sprintf("%d groups, clarity %.2f", p.Count(), sum/float64(len(p)))
	}, err
}

// open is what a region's page needs, one after the other.
func open(ctx context.Context, s *subject, run int) (func() string, error) {
	actors := projection.Of(s.twoMode, graph.Actors, projection.Newman)
	p, err := community.Leiden(ctx, &actors.Rows, community.Options{Seed: uint64(42 + run), Iterations: 2})
	if err != nil {
		return nil, err
	}
	if _, err := centrality.PageRankOfActors(ctx, s.twoMode, 0.85, 1e-10); err != nil {
		return nil, err
	}
	holes, err := brokerage.HolesOf(ctx, actors)
	if err != nil {
		return nil, err
	}
	holes.Constraint()
	between, err := centrality.Betweenness(ctx, &actors.Rows)
	return func() string {
		check, _ := scores(between, nil)
		return fmt.Sprintf("Q %.4f, %s", community.Modularity(&actors.Rows, p, 1), check())
	}, err
}

func scores(x []float64, err error) (func() string, error) {
	return func() string {
		sum, most := 0.0, math.Inf(-1)
		for _, v := range x {
			if !math.IsNaN(v) { // not defined for an isolate
				sum, most = sum+v, max(most, v)
			}
		}
		return fmt.Sprintf("sum %.9g, max %.9g", sum, most)
	}, err
}

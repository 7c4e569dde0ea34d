package analysis

import (
	"context"
	"fmt"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/brokerage"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/projection"
)

// Subject is the network of a selection while measures are computed on it:
// only its projects and their ties count. What several measures need is
// computed once, so a Subject is for one goroutine at a time.
type Subject struct {
	// Actors are positions in the whole network; scores run along them.
	Actors []int32
	Basis  graph.Basis

	network         *graph.Network // of the selection
	group           []int32
	counted, newman *graph.OneMode
	roles           *brokerage.Census
	holes           *brokerage.Holes
	distances       *centrality.Distances
	exact           int  // vertices up to which betweenness is exact
	sampled         bool // the measure in hand is from a sample
}

// NewSubject prepares the measures of a selection. Group holds the group of
// each of its actors, -1 for none; nil when nothing is grouped.
func NewSubject(n *graph.Network, s *graph.Selection, group []int32) (*Subject, error) {
	part, err := graph.Restrict(n, s)
	if err != nil {
		return nil, err
	}
	if group == nil {
		group = slices.Repeat([]int32{-1}, len(s.Actors))
	}
	if len(group) != len(s.Actors) {
		return nil, fmt.Errorf("%d groups for %d actors: %w", len(group), len(s.Actors), graph.ErrInvalid)
	}
	return &Subject{Actors: s.Actors, Basis: graph.BasisOf(n, s.Projects), network: part, group: group, exact: mostExact}, nil
}

// Result is one measure over the actors of a subject; NaN is undefined.
type Result struct {
	Measure Measure
	Actors  []int32
	Scores  []float64
	Basis   graph.Basis
	// Sampled tells that scores are to SampleAccuracy, else they are exact.
	Sampled bool
}

// Compute returns a measure of the subject.
func (s *Subject) Compute(ctx context.Context, m Measure) (*Result, error) {
	s.sampled = false
	scores, err := m.Score(ctx, s)
	if err != nil {
		return nil, fmt.Errorf("measure %s: %w", m.ID, err)
	}
	return &Result{Measure: m, Actors: s.Actors, Scores: scores, Basis: s.Basis, Sampled: s.sampled}, nil
}

// byCount and byNewman are the projections onto actors.
func (s *Subject) byCount() *graph.OneMode {
	if s.counted == nil {
		s.counted = projection.Onto(s.network, graph.Actors, projection.Count)
	}
	return s.counted
}

func (s *Subject) byNewman() *graph.OneMode {
	if s.newman == nil {
		s.newman = projection.Onto(s.network, graph.Actors, projection.Newman)
	}
	return s.newman
}

// ofActors leaves out the scores of the projects, which stand first.
func (s *Subject) ofActors(scores []float64) []float64 { return scores[len(s.network.Projects):] }

func (s *Subject) structuralHoles(ctx context.Context) (*brokerage.Holes, error) {
	if s.holes == nil {
		holes, err := brokerage.HolesOf(ctx, s.byNewman())
		if err != nil {
			return nil, err
		}
		s.holes = holes
	}
	return s.holes, nil
}

func (s *Subject) census(ctx context.Context) (*brokerage.Census, error) {
	if s.roles == nil {
		roles, err := brokerage.Roles(ctx, s.byCount(), s.group)
		if err != nil {
			return nil, err
		}
		s.roles = roles
	}
	return s.roles, nil
}

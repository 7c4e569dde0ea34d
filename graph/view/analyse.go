package view

import (
	"context"

	"hankeverkko/graph"
	"hankeverkko/graph/analysis"
	"hankeverkko/graph/lens"
)

// Analysis is the table of measures of a slice: one row for each of its actors,
// by id.
type Analysis struct {
	*Slice
	Actors []ActorStat
	// Groups runs along Actors, and ProjectGroups along the projects of the
	// slice: the group that each stands in, nil for none.
	Groups        []*Group
	ProjectGroups []*Group
	// Results are the measures in the order of the table of measures.
	Results []*analysis.Result
	Basis   graph.Basis
	// Boundary of the groups, nil unless Judge was called.
	Boundary *Boundary
	// Joins says how much each of Actors joins topics, by lens.Joins on the
	// projects of the slice; nil unless Judge was called, and through the lens of
	// cooperation.
	Joins []float64
	// Whole are the figures of the network as a whole, nil unless Describe was called.
	Whole []analysis.WholeResult
	// Seed and Resolution are those of the groups.
	Seed       uint64
	Resolution float64
}

// Analyse computes measures on the projects of the slice. Before each it tells
// which one comes, as the i-th of so many.
func (s *Slice) Analyse(ctx context.Context, measures []analysis.Measure, next func(i, of int, m analysis.Measure)) (*Analysis, error) {
	a := &Analysis{Slice: s, Actors: s.actors(), Basis: graph.BasisOf(s.Network, s.Selection.Projects)}
	a.Seed, a.Resolution = s.Topics.Method.Seed, s.Topics.Method.Resolution
	if c := s.scope.cooperation; c != nil {
		a.Seed, a.Resolution = c.Method.Seed, c.Method.Resolution
	}
	for i := range a.Actors {
		a.Groups = append(a.Groups, a.Actors[i].Group())
	}
	for _, p := range s.Selection.Projects {
		a.ProjectGroups = append(a.ProjectGroups, s.GroupOf(p))
	}
	subject, err := analysis.NewSubject(s.Network, s.Selection, partition(a.Groups))
	if err != nil {
		return nil, err
	}
	for i, m := range measures {
		next(i, len(measures), m)
		result, err := subject.Compute(ctx, m)
		if err != nil {
			return nil, err
		}
		a.Results = append(a.Results, result)
	}
	return a, nil
}

// Judge adds how clear the groups are and, through the lens of topics, who
// joins them.
func (a *Analysis) Judge(ctx context.Context) (err error) {
	if a.Boundary, err = a.Slice.Boundary(ctx); err != nil || a.Lens == LensCooperation {
		return err
	}
	part, err := graph.Restrict(a.Network, a.Selection)
	if err != nil {
		return err
	}
	topics := &lens.Topics{Of: make([]int32, len(a.Selection.Projects))}
	for i, p := range a.Selection.Projects {
		topics.Of[i] = a.Topics.Of[p]
	}
	a.Joins = lens.Joins(topics, part)
	return nil
}

// Describe adds the figures of the network as a whole, of the projects of the slice.
func (a *Analysis) Describe(ctx context.Context) error {
	subject, err := analysis.NewSubject(a.Network, a.Selection, partition(a.Groups))
	if err == nil {
		a.Whole, err = subject.Whole(ctx, StructureSeed)
	}
	return err
}

// Group is the one group of an actor: its partner network, or the topic that
// most of its projects lie in, of several the one whose id is lowest.
func (a *ActorStat) Group() *Group {
	switch {
	case a.Network != nil:
		return a.Network
	case len(a.Groups) > 0:
		return a.Groups[0].Group
	}
	return nil
}

// partition numbers the groups that have a name of their own; what is folded
// or mixed is no group that a broker could stand between.
func partition(groups []*Group) []int32 {
	numbers := map[*Group]int32{}
	of := make([]int32, len(groups))
	for i, g := range groups {
		if g == nil || g.Kind != GroupNamed {
			of[i] = -1
			continue
		}
		number, ok := numbers[g]
		if !ok {
			number = int32(len(numbers))
			numbers[g] = number
		}
		of[i] = number
	}
	return of
}

// MeasureOf computes one measure on the projects of the slice.
func (s *Slice) MeasureOf(ctx context.Context, id string) (*analysis.Result, error) {
	m, err := analysis.Find(id)
	if err != nil {
		return nil, err
	}
	a, err := s.Analyse(ctx, []analysis.Measure{m}, func(int, int, analysis.Measure) {})
	if err != nil {
		return nil, err
	}
	return a.Results[0], nil
}

// Scan divides the projects through the slice's lens at several resolutions:
// topics over all data, partner networks in the region.
func (s *Slice) Scan(ctx context.Context) ([]lens.ScanRow, error) {
	if c := s.scope.cooperation; c != nil {
		return c.Scan(ctx)
	}
	return s.Topics.Scan(ctx, s.Network)
}

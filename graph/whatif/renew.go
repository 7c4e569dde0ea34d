package whatif

import (
	"context"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/community"
)

// Renewal is what a change makes of the groups and scores of the actors, by
// their positions in the network before it.
type Renewal struct {
	// Gone is the actor that is in the network no more, -1 for none. It is in no
	// group, and its scores are NaN.
	Gone int32
	// Groups raise modularity from KeptModularity, that of the groups before on the
	// changed network, to Modularity; each is connected. Moved are the actors that
	// the groups before have elsewhere: those of a group that broke up and are not
	// in its largest part included.
	Groups                     community.Partition
	Modularity, KeptModularity float64
	Moved                      []int32
	// PageRank is that of the changed network.
	PageRank []float64
	// Touched are the actors with a changed tie and their contacts, rising, and
	// Constraint and EffectiveSize are Burt's measures of these, NaN for one
	// without contacts. Those of all others are what they were.
	Touched                   []int32
	Constraint, EffectiveSize []float64
}

// WithoutActor renews groups and scores for when an actor goes; its projects
// stay. One that is not there is graph.ErrNotFound.
func (s *Standing) WithoutActor(ctx context.Context, actor int32) (*Renewal, error) {
	recasts, err := s.network.WithoutActor(actor)
	if err != nil {
		return nil, err
	}
	return s.renew(ctx, recasts, actor)
}

// WithoutProject renews them for when a project goes; its actors stay. One that
// is not there is graph.ErrNotFound.
func (s *Standing) WithoutProject(ctx context.Context, project int32) (*Renewal, error) {
	recasts, err := s.network.WithoutProject(project)
	if err != nil {
		return nil, err
	}
	return s.renew(ctx, recasts, -1)
}

// WithProject renews them for when a project of some actors comes. One that is
// not there is graph.ErrNotFound.
func (s *Standing) WithProject(ctx context.Context, actors []int32) (*Renewal, error) {
	recasts, err := s.network.WithProject(actors)
	if err != nil {
		return nil, err
	}
	return s.renew(ctx, recasts, -1)
}

// WithTie renews them for when an actor joins a project. One of the two that is
// not there is graph.ErrNotFound.
func (s *Standing) WithTie(ctx context.Context, project, actor int32) (*Renewal, error) {
	recasts, err := s.network.WithTie(project, actor)
	if err != nil {
		return nil, err
	}
	return s.renew(ctx, recasts, -1)
}

func (s *Standing) renew(ctx context.Context, recasts []graph.Recast, gone int32) (*Renewal, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ties.apply(recasts)
	defer s.ties.undo()
	r := &Renewal{Gone: gone}
	groups := make(chan error, 1)
	go func() { groups <- r.regroup(ctx, s.groups) }()
	err := r.rescore(ctx, s, recasts)
	if other := <-groups; err == nil {
		err = other
	}
	if err != nil {
		return nil, err
	}
	return r, nil
}

func (r *Renewal) rescore(ctx context.Context, s *Standing, recasts []graph.Recast) (err error) {
	if r.PageRank, err = s.rank.Renew(ctx, s.ranked, recasts, r.Gone, damping, tolerance); err != nil {
		return err
	}
	defer s.holes.forget()
	touched, constraint, effective, err := s.holes.renew(ctx, recasts)
	if err != nil {
		return err
	}
	r.Touched, r.Constraint, r.EffectiveSize = slices.Clone(touched), constraint, effective
	if at, in := slices.BinarySearch(r.Touched, r.Gone); in {
		r.Touched = slices.Delete(r.Touched, at, at+1)
		r.Constraint = slices.Delete(r.Constraint, at, at+1)
		r.EffectiveSize = slices.Delete(r.EffectiveSize, at, at+1)
	}
	return nil
}

func (r *Renewal) regroup(ctx context.Context, before *groups) error {
	b := before.changed(r.Gone)
	r.KeptModularity = b.modularity()
	if err := b.settle(ctx, b.t.changed); err != nil {
		return err
	}
	b.takeApart(before)
	r.Modularity = b.modularity()
	if r.Gone >= 0 {
		b.label[r.Gone] = -1
	}
	r.Groups = community.Number(b.label)
	return nil
}

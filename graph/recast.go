package graph

import (
	"fmt"
	"slices"
)

// Recast is a project whose actors become others: Before and After are their
// positions among the actors, rising; none where the project comes or goes. A
// project that comes has the number -1.
type Recast struct {
	Project       int32
	Before, After []int32
}

// WithoutActor returns what the projects of an actor, by its position among the
// actors, are without it. One that is not there is ErrNotFound.
func (g *TwoMode) WithoutActor(actor int32) ([]Recast, error) {
	if err := g.has(actor); err != nil {
		return nil, err
	}
	var recasts []Recast
	for _, p := range g.Row(g.Projects + int(actor)) {
		r := g.recast(p)
		for _, a := range r.Before {
			if a != actor {
				r.After = append(r.After, a)
			}
		}
		recasts = append(recasts, r)
	}
	return recasts, nil
}

// WithoutProject returns the change when a project goes. One that is not there
// is ErrNotFound.
func (g *TwoMode) WithoutProject(project int32) ([]Recast, error) {
	if project < 0 || int(project) >= g.Projects {
		return nil, fmt.Errorf("project %d of %d: %w", project, g.Projects, ErrNotFound)
	}
	return []Recast{g.recast(project)}, nil
}

// WithProject returns the change when a project of some actors comes, each
// named once or more. One that is not there is ErrNotFound.
func (g *TwoMode) WithProject(actors []int32) ([]Recast, error) {
	r := Recast{Project: -1, After: slices.Compact(slices.Sorted(slices.Values(actors)))}
	for _, a := range r.After {
		if err := g.has(a); err != nil {
			return nil, err
		}
	}
	return []Recast{r}, nil
}

// WithTie returns the change when an actor joins a project; none when it is in
// it already. One of the two that is not there is ErrNotFound.
func (g *TwoMode) WithTie(project, actor int32) ([]Recast, error) {
	recasts, err := g.WithoutProject(project)
	if err != nil {
		return nil, err
	}
	if err := g.has(actor); err != nil {
		return nil, err
	}
	r := &recasts[0]
	at, in := slices.BinarySearch(r.Before, actor)
	if in {
		return nil, nil
	}
	r.After = slices.Insert(slices.Clone(r.Before), at, actor)
	return recasts, nil
}

func (g *TwoMode) has(actor int32) error {
	if actor < 0 || int(actor) >= g.Len()-g.Projects {
		return fmt.Errorf("actor %d of %d: %w", actor, g.Len()-g.Projects, ErrNotFound)
	}
	return nil
}

// recast returns a project with its actors before.
func (g *TwoMode) recast(p int32) Recast {
	r := Recast{Project: p, Before: slices.Clone(g.Row(int(p)))}
	for i := range r.Before {
		r.Before[i] -= int32(g.Projects)
	}
	return r
}

package main

import (
	"context"
	"fmt"
	"math"

	"hankeverkko/graph/chance"
	"hankeverkko/graph/community"
	"hankeverkko/graph/whatif"
)

// stand makes ready what what-ifs renew.
func stand(ctx context.Context, s *subject) error {
	if s.standing != nil {
		return nil
	}
	p, err := community.Leiden(ctx, &s.actors.Rows, community.Options{Seed: 42, Iterations: 2})
	if err != nil {
		return err
	}
	s.standing, err = whatif.Stand(ctx, s.twoMode, p)
	return err
}

// busiest is the actor of most projects.
func busiest(s *subject) int32 {
	most := int32(0)
	for a := range int32(s.actors.Len()) {
		if projectsOf(s, a) > projectsOf(s, most) {
			most = a
		}
	}
	return most
}

func projectsOf(s *subject, actor int32) int {
	return len(s.twoMode.Row(s.twoMode.Projects + int(actor)))
}

// drawn is an actor of two projects or more, where there is any, another one each run.
func drawn(s *subject, run int) int32 {
	random := chance.Stream(uint64(run), 1)
	for range 1000 {
		if a := random.Int32N(int32(s.actors.Len())); projectsOf(s, a) > 1 {
			return a
		}
	}
	return busiest(s)
}

// five are actors of a project that might be, others each run.
func five(s *subject, run int) []int32 {
	random := chance.Stream(uint64(run), 2)
	actors := make([]int32, 5)
	for i := range actors {
		actors[i] = random.Int32N(int32(s.actors.Len()))
	}
	return actors
}

func renewed(r *whatif.Renewal, err error) (func() string, error) {
	return func() string {
		sum := 0.0
		for _, c := range r.Constraint {
			if !math.IsNaN(c) { // not defined for an isolate
				sum += c
			}
		}
		return fmt.Sprintf("Q %.5f, constraint of %d touched %.6g", r.Modularity, len(r.Touched), sum)
	}, err
}

package main

import (
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/community"
	"hankeverkko/graph/projection"
	"hankeverkko/graph/whatif"
)

// Groups renewed from those before are as good, in the mean, as groups looked
// for from nothing: 20 actors drawn and the busiest one.
func TestRenewedGroupsAreAsGoodAsNewOnes(t *testing.T) {
	g, err := makeUp("S", 1)
	if err != nil {
		t.Fatal(err)
	}
	s := &subject{twoMode: g, actors: projection.Of(g, graph.Actors, projection.Newman)}
	p, err := community.Leiden(t.Context(), &s.actors.Rows, community.Options{Seed: 42})
	if err != nil {
		t.Fatal(err)
	}
	if s.standing, err = whatif.Stand(t.Context(), g, p); err != nil {
		t.Fatal(err)
	}
	actors := []int32{busiest(s)}
	for run := range 20 {
		actors = append(actors, drawn(s, run))
	}
	less := 0.0
	for _, actor := range actors {
		r, err := s.standing.WithoutActor(t.Context(), actor)
		if err != nil {
			t.Fatal(err)
		}
		var projects [][]int32
		for p := range g.Projects {
			var members []int32
			for _, v := range g.Row(p) {
				if a := v - int32(g.Projects); a != actor {
					members = append(members, a)
				}
			}
			projects = append(projects, members)
		}
		without := projection.Of(twoMode(projects, s.actors.Len()), graph.Actors, projection.Newman)
		cold, err := community.Leiden(t.Context(), &without.Rows, community.Options{Seed: 42})
		if err != nil {
			t.Fatal(err)
		}
		less += (community.Modularity(&without.Rows, cold, 1) - r.Modularity) / float64(len(actors))
	}
	t.Logf("lower by %.6f in the mean", less)
	if less > 0.0002 {
		t.Errorf("modularity is lower by %.6f in the mean", less)
	}
}

func BenchmarkRenewed(b *testing.B) {
	s, _, err := load("M", "", "")
	if err != nil {
		b.Fatal(err)
	}
	if err := stand(b.Context(), s); err != nil {
		b.Fatal(err)
	}
	for name, ask := range map[string]func(run int) (*whatif.Renewal, error){
		"busiest": func(int) (*whatif.Renewal, error) { return s.standing.WithoutActor(b.Context(), busiest(s)) },
		"drawn":   func(run int) (*whatif.Renewal, error) { return s.standing.WithoutActor(b.Context(), drawn(s, run)) },
		"project": func(run int) (*whatif.Renewal, error) { return s.standing.WithProject(b.Context(), five(s, run)) },
	} {
		b.Run(name, func(b *testing.B) {
			for run := 0; b.Loop(); run++ {
				if _, err := ask(run % 50); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

package view

import (
	"testing"

	"hankeverkko/graph/lens"
)

// No member of a group is clearer than the group, and what was not judged has no
// place.
func TestBoundaryOfASmallRegion(t *testing.T) {
	s := clusterSlice(t, Ask{})
	b, err := s.Boundary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	list := b.List()
	if len(list) == 0 || b.Method.Samples == 0 {
		t.Fatalf("%+v", b)
	}
	for _, g := range list {
		if g.Kind != GroupNamed || !b.Told(g.Group) || g.Word == lens.Clear && g.Clarity() < 0.7 {
			t.Errorf("%+v", g)
		}
		for _, p := range g.Projects {
			at, told := b.ProjectStands(p)
			if !told || at.Group != g.Group || at.Word > g.Word {
				t.Errorf("project %d: %+v", p, at)
			}
		}
		for _, a := range g.Actors {
			if at, told := b.ActorStands(a); !told || at.Group != g.Group || at.Word != b.WordOfActor(a, g.Group) {
				t.Errorf("actor %d: %+v", a, at)
			}
		}
	}
	alone, err := s.Resolve("Lapin liitto")
	if err != nil {
		t.Fatal(err)
	}
	if at, told := b.ActorStands(alone); told {
		t.Errorf("%+v", at)
	}
	again, err := s.Boundary(t.Context())
	if err != nil || again.Boundary != b.Boundary {
		t.Errorf("judged twice: %v", err)
	}
}

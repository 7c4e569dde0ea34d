package view_test

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"testing"

	"hankeverkko/example"
	"hankeverkko/graph"
	"hankeverkko/graph/layout"
	"hankeverkko/graph/place"
	"hankeverkko/graph/view"
)

var allSizes = []layout.Size{layout.Wide, layout.Office, layout.Phone}

// largestActors returns the actors of the slice with most projects.
func largestActors(s *view.Slice, most int) []graph.ActorID {
	list, err := s.Actors(context.Background(), view.ActorFilter{}, "projects", true)
	if err != nil {
		panic(err)
	}
	var ids []graph.ActorID
	for _, a := range list.Actors[:min(most, len(list.Actors))] {
		ids = append(ids, s.Network.Actors[a.Actor].ID)
	}
	return ids
}

// No mark or label lies on another one: every group of every maakunta through
// both lenses and the ten largest actors in two steps, in three sizes. In short
// mode two regions stand for all.
func TestNothingOverlapsInAnySurroundings(t *testing.T) {
	v := exampleView(t)
	pictures := 0
	look := func(s *view.Slice, ask view.AskAround) {
		for _, size := range allSizes {
			around, err := s.Surroundings(t.Context(), ask, size)
			if err != nil {
				t.Fatal(err)
			}
			pictures++
			if found := layout.UnfoldedOverlaps(around.Picture); len(found) > 0 {
				t.Errorf("%s, %+v, size %d: %v", s.Area.ID, ask, size, found)
			}
			if len(around.Marks) != min(ask.Shown, around.Total) || len(around.Marks) != len(around.Picture.Marks) {
				t.Errorf("%s, %+v: %d marks and %d places of %d", s.Area.ID, ask, len(around.Marks), len(around.Picture.Marks), around.Total)
			}
		}
	}
	for _, area := range append([]place.Area{{}}, place.Areas()...) {
		if area.ID != "" && area.Kind != place.Maakunta || testing.Short() && area.ID != "maakunta:19" && area.ID != "maakunta:06" {
			continue
		}
		for _, through := range []view.Lens{view.LensTopics, view.LensCooperation} {
			s, err := v.Slice(t.Context(), view.Ask{Area: area.ID, Lens: through}, example.AsOf)
			if err != nil {
				t.Fatal(err)
			}
			for _, g := range s.Groups() {
				look(s, view.AskAround{Group: g.ID, Shown: 36})
			}
		}
	}
	s, err := v.Slice(t.Context(), view.Ask{Lens: view.LensCooperation}, example.AsOf)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range largestActors(s, 10) {
		for _, shown := range []int{12, 60, 120} {
			look(s, view.AskAround{Actor: id, Steps: 2, Shown: shown})
		}
	}
	if pictures < 150 || !testing.Short() && pictures < 900 {
		t.Errorf("only %d pictures were looked at", pictures)
	}
}

// More marks are the same ones and further ones, and each mark but the first
// of a piece is tied to one before it.
func TestSurroundingsGrow(t *testing.T) {
	s, err := exampleView(t).Slice(t.Context(), view.Ask{Area: "maakunta:19", Lens: view.LensCooperation}, example.AsOf)
	if err != nil {
		t.Fatal(err)
	}
	id := largestActors(s, 1)[0]
	var before []view.SurroundingMark
	for shown := 12; shown <= 120; shown += 12 {
		around, err := s.Surroundings(t.Context(), view.AskAround{Actor: id, Steps: 2, Shown: shown}, layout.Wide)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(around.Marks[:len(before)], before) {
			t.Errorf("with %d the marks are others", shown)
		}
		before = around.Marks
		if !before[0].Centre || s.Network.Actors[before[0].Actor].ID != id {
			t.Errorf("the centre is %+v", before[0])
		}
		tied := map[int32]bool{}
		for _, tie := range around.Ties {
			tied[tie.P], tied[-1-tie.A] = true, true
		}
		for _, m := range before {
			if m.Project >= 0 && !tied[m.Project] || m.Actor >= 0 && !tied[-1-m.Actor] {
				t.Errorf("with %d, %+v hangs in the air", shown, m)
			}
		}
	}
	if len(before) < 60 {
		t.Errorf("only %d marks", len(before))
	}
	if _, err := s.Surroundings(t.Context(), view.AskAround{Actor: "name:nobody", Steps: 1, Shown: 36}, layout.Wide); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("unknown actor: %v", err)
	}
}

// The order in which records come in changes nothing.
func TestSurroundingsDoNotDependOnOrder(t *testing.T) {
	ask := view.AskAround{Actor: "ytunnus:0292800-5", Steps: 2, Shown: 60}
	var first *view.Surroundings
	for _, turned := range []bool{false, true} {
		v, err := viewOfExample(turned)
		if err != nil {
			t.Fatal(err)
		}
		s, err := v.Slice(t.Context(), view.Ask{Lens: view.LensCooperation}, example.AsOf)
		if err != nil {
			t.Fatal(err)
		}
		around, err := s.Surroundings(t.Context(), ask, layout.Office)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = around
			continue
		}
		if !slices.EqualFunc(first.Picture.Marks, around.Picture.Marks, func(a, b layout.PlacedMark) bool {
			return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.X, b.X), cmp.Compare(a.Y, b.Y)) == 0 && slices.Equal(a.Label.Lines, b.Label.Lines)
		}) {
			t.Error("records in another order give another picture")
		}
	}
}

package view

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/analysis"
)

func analyse(t *testing.T, s *Slice) *Analysis {
	t.Helper()
	var told []string
	a, err := s.Analyse(t.Context(), analysis.Measures(), func(i, of int, m analysis.Measure) {
		if i != len(told) || of != len(analysis.Measures()) {
			t.Errorf("%s comes as %d of %d", m.ID, i, of)
		}
		told = append(told, m.ID)
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(told) != len(analysis.Measures()) || len(a.Results) != len(told) || len(a.Groups) != len(a.Actors) {
		t.Errorf("told of %v; %d results", told, len(a.Results))
	}
	return a
}

// Each actor has one row, its degree is the number of its known partners, and
// through either lens a group.
func TestAnalysisHasARowForEveryActor(t *testing.T) {
	v := pathSlice(t, Ask{}).View
	for _, ask := range []Ask{{}, {Area: lappi}, {Area: lappi, Lens: LensCooperation}, {Area: lappi, LedHere: true}, {Narrow: Narrow{From: 2017_01_01}}, {Area: "maakunta:21"}} {
		s := sliceOf(t, v, ask)
		a := analyse(t, s)
		if len(a.Actors) != len(s.Selection.Actors) || a.Seed == 0 || a.Resolution == 0 {
			t.Errorf("%+v: %d rows, seed %d, resolution %v", ask, len(a.Actors), a.Seed, a.Resolution)
		}
		for _, r := range a.Results {
			if len(r.Scores) != len(a.Actors) {
				t.Fatalf("%s: %d scores for %d actors", r.Measure.ID, len(r.Scores), len(a.Actors))
			}
			for i, stat := range a.Actors {
				switch {
				case r.Actors[i] != stat.Actor,
					r.Measure.ID == "projects" && r.Scores[i] != float64(len(stat.Projects)),
					r.Measure.ID == "degree" && r.Scores[i] != float64(stat.Partners):
					t.Errorf("%+v: %s of %s is %v", ask, r.Measure.ID, v.Network.Actors[stat.Actor].ID, r.Scores[i])
				}
			}
		}
		for i, g := range a.Groups {
			if g == nil || g.Lens != s.Lens {
				t.Errorf("%+v: the group of %s is %+v", ask, v.Network.Actors[a.Actors[i].Actor].ID, g)
			}
		}
		for i, g := range a.ProjectGroups {
			if g != s.GroupOf(s.Selection.Projects[i]) {
				t.Errorf("%+v: the group of a project is %+v", ask, g)
			}
		}
	}
}

// Brokers stand between groups with a name; what is folded or mixed is none.
func TestPartitionLeavesOutFoldedGroups(t *testing.T) {
	a, b := &Group{Kind: GroupNamed}, &Group{Kind: GroupNamed}
	got := partition([]*Group{b, nil, a, {Kind: GroupMisc}, b, {Kind: GroupSingle}, {Kind: GroupOutside}, {Kind: GroupAlone}})
	if want := []int32{0, -1, 1, -1, 0, -1, -1, -1}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestAnalysisIsTheSameAgain(t *testing.T) {
	v := pathSlice(t, Ask{}).View
	again, err := v.Reseeded(t.Context(), v.Topics.Method.Seed)
	if err != nil {
		t.Fatal(err)
	}
	for _, lens := range []Lens{LensTopics, LensCooperation} {
		one, other := analyse(t, sliceOf(t, v, Ask{Lens: lens})), analyse(t, sliceOf(t, again, Ask{Lens: lens}))
		if one.Seed != other.Seed {
			t.Errorf("seeds %d and %d", one.Seed, other.Seed)
		}
		for i := range one.Results {
			if !slices.EqualFunc(one.Results[i].Scores, other.Results[i].Scores, func(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }) {
				t.Errorf("%s differs", one.Results[i].Measure.ID)
			}
		}
		for i := range one.Groups {
			if one.Groups[i].ID != other.Groups[i].ID {
				t.Errorf("groups %s and %s", one.Groups[i].ID, other.Groups[i].ID)
			}
		}
	}
	if other, err := v.Reseeded(t.Context(), 7); err != nil || other.Topics.Method.Seed != 7 {
		t.Errorf("another seed: %v", err)
	}
}

func TestAnalysisStops(t *testing.T) {
	s := pathSlice(t, Ask{})
	ctx, stop := context.WithCancel(t.Context())
	_, err := s.Analyse(ctx, analysis.Measures(), func(i, _ int, _ analysis.Measure) {
		if i == 3 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if _, err := s.MeasureOf(t.Context(), "fame"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("unknown measure: %v", err)
	}
}

func TestOnly(t *testing.T) {
	s := pathSlice(t, Ask{Area: lappi})
	bio, err := s.FindProject("t:bio")
	if err != nil {
		t.Fatal(err)
	}
	only := s.Only([]int32{bio})
	if got := names(only, only.Selection.Projects); !slices.Equal(got, []string{"Bio"}) || len(only.ActorStats()) != 2 || only.Belongs(bio) != s.Belongs(bio) {
		t.Errorf("%v, %d actors", got, len(only.ActorStats()))
	}
	for _, stat := range only.ActorStats() {
		if stat.Standing != graph.Own || len(stat.Projects) != 1 {
			t.Errorf("%+v", stat)
		}
	}
	if len(s.ActorStats()) == 2 {
		t.Error("the whole slice has changed")
	}
}

package view_test

import (
	"cmp"
	"slices"
	"testing"

	"hankeverkko/example"
	"hankeverkko/graph"
	"hankeverkko/graph/view"
)

func sliceOf(t *testing.T, v *view.View, area graph.AreaID, date graph.Date) *view.Slice {
	t.Helper()
	s, err := v.Slice(t.Context(), view.Ask{Area: area}, date)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Pairs rest on projects with listed partners alone, whatever the date: what
// they share is counted here from the ties.
func TestPairsBeyondChanceOfRegions(t *testing.T) {
	v := exampleView(t)
	for area, want := range map[graph.AreaID]struct {
		projects, sure int
		tooFew         bool
	}{
		"":            {155, 3, false},
		"maakunta:01": {74, 2, false},
		"maakunta:06": {35, 0, false},
		"maakunta:19": {23, 0, true},
		"maakunta:21": {0, 0, true},
	} {
		s := sliceOf(t, v, area, example.AsOf)
		found, err := s.Beyond(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if found.Projects != want.projects || len(found.Sure) != want.sure || found.TooFew() != want.tooFew {
			t.Errorf("%q: %d projects, %d sure, too few %v", area, found.Projects, len(found.Sure), found.TooFew())
		}
		if !slices.IsSortedFunc(found.Sure, func(a, b view.Pair) int { return cmp.Compare(a.P, b.P) }) {
			t.Errorf("%q: not the surest first: %v", area, found.Sure)
		}
		shared := sharedWithListedPartners(s)
		pairs := 0
		for pair := range found.All() {
			pairs++
			if pair.A >= pair.B || pair.Shared != shared[[2]int32{pair.A, pair.B}] {
				t.Fatalf("%q: %+v, counted %d", area, pair, shared[[2]int32{pair.A, pair.B}])
			}
			if pair.P <= 0 || pair.P > 1 || pair.Newman <= 0 || pair.Allocation <= 0 || pair.Allocation >= pair.Newman || pair.Jaccard <= 0 || pair.Jaccard > 1 {
				t.Errorf("%q: %+v", area, pair)
			}
			if pair.Above != slices.ContainsFunc(found.With(pair.A), func(p view.Pair) bool { return p.A == pair.A && p.B == pair.B }) {
				t.Errorf("%q: %+v is not among the pairs of its actor", area, pair)
			}
		}
		if pairs != len(shared) {
			t.Errorf("%q: %d pairs, counted %d", area, pairs, len(shared))
		}
		earlier, err := sliceOf(t, v, area, example.AsOf-1000).Beyond(t.Context())
		if err != nil || earlier != found {
			t.Errorf("%q: found anew for another date (%v)", area, err)
		}
	}
}

func sharedWithListedPartners(s *view.Slice) map[[2]int32]int {
	shared := map[[2]int32]int{}
	for _, p := range s.Selection.Projects {
		if s.Network.Projects[p].Partners != graph.PartnersListed {
			continue
		}
		var actors []int32
		for _, tie := range s.Network.ProjectTies(int(p)) {
			actors = append(actors, int32(tie.A))
		}
		slices.Sort(actors)
		actors = slices.Compact(actors)
		for i, a := range actors {
			for _, b := range actors[i+1:] {
				shared[[2]int32{a, b}]++
			}
		}
	}
	return shared
}

package whatif_test

import (
	"context"
	"errors"
	"math"
	"runtime"
	"slices"
	"sync"
	"testing"

	"hankeverkko/graph/nets"
	"hankeverkko/graph/whatif"
)

func TestRenewalCancelled(t *testing.T) {
	g, _ := nets.PlantedTwoMode(6, 8, 9, 0.3, 0.01, 3)
	s, p := standing(t, g)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.WithoutActor(ctx, 3); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	checkRenewal(t, g, p, s, actorGoes(3)) // nothing was left half done
}

func TestRenewalIsTheSameOnAnyNumberOfProcessors(t *testing.T) {
	g, _ := nets.PlantedTwoMode(12, 20, 25, 0.2, 0.01, 5)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	var first []*whatif.Renewal
	for processors := 1; processors <= 3; processors++ {
		runtime.GOMAXPROCS(processors)
		s, _ := standing(t, g)
		for i, a := range []int32{0, 17, 120} {
			r, err := s.WithoutActor(t.Context(), a)
			if err != nil {
				t.Fatal(err)
			}
			if processors == 1 {
				first = append(first, r)
				continue
			}
			want := first[i]
			same := slices.Equal(r.Groups, want.Groups) && r.Modularity == want.Modularity && slices.Equal(r.Touched, want.Touched)
			for j := range want.Touched {
				same = same && math.Float64bits(r.Constraint[j]) == math.Float64bits(want.Constraint[j]) && math.Float64bits(r.EffectiveSize[j]) == math.Float64bits(want.EffectiveSize[j])
			}
			for v := range want.PageRank {
				same = same && math.Float64bits(r.PageRank[v]) == math.Float64bits(want.PageRank[v])
			}
			if !same {
				t.Errorf("actor %d with %d processors: another result", a, processors)
			}
		}
	}
}

func TestStandingIsAskedBySeveral(t *testing.T) {
	g, _ := nets.PlantedTwoMode(6, 8, 9, 0.3, 0.01, 3)
	s, _ := standing(t, g)
	want, err := s.WithoutActor(t.Context(), 5)
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			if i%2 == 0 {
				if _, err := s.WithProject(t.Context(), []int32{int32(i), 20, 40}); err != nil {
					t.Error(err)
				}
				return
			}
			got, err := s.WithoutActor(t.Context(), 5)
			if err != nil || got.Modularity != want.Modularity || !slices.Equal(got.Touched, want.Touched) {
				t.Errorf("another answer, %v", err)
			}
		})
	}
	all.Wait()
}

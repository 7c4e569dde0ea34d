package chance_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph/chance"
)

func TestAgreement(t *testing.T) {
	for _, test := range []struct {
		name              string
		a, b              []int32
		rand, information float64
	}{
		{"nothing to compare", nil, nil, 1, 1},
		{"equal up to names", []int32{0, 0, 1, 1}, []int32{7, 7, 3, 3}, 1, 1},
		{"crossed: as far apart as four can be", []int32{0, 0, 1, 1}, []int32{0, 1, 0, 1}, -0.5, 0},
		{"all in one both", []int32{0, 0, 0}, []int32{1, 1, 1}, 1, 1},
		{"all alone both", []int32{0, 1, 2}, []int32{2, 1, 0}, 1, 1},
		{"one group says nothing of two", []int32{0, 0, 0, 0}, []int32{0, 0, 1, 1}, 0, 0},
		// scikit-learn's documentation: adjusted_rand_score([0,0,1,2],[0,0,1,1]) = 0.57;
		// information by hand: 2 ln 2 / (1.5 ln 2 + ln 2) = 0.8.
		{"one group split", []int32{0, 0, 1, 2}, []int32{0, 0, 1, 1}, 4. / 7, 0.8},
		{"left out in either", []int32{0, 0, 1, 2, -1, 0}, []int32{0, 0, 1, 1, 5, -1}, 4. / 7, 0.8},
	} {
		if got := chance.AdjustedRand(test.a, test.b); math.Abs(got-test.rand) > 1e-12 {
			t.Errorf("%s: adjusted Rand %v, want %v", test.name, got, test.rand)
		}
		if got := chance.MutualInformation(test.a, test.b); math.Abs(got-test.information) > 1e-12 {
			t.Errorf("%s: mutual information %v, want %v", test.name, got, test.information)
		}
	}
}

func TestUnrelatedGroupingsAgreeByNothing(t *testing.T) {
	random := chance.Stream(1, 1)
	sum, runs := 0.0, 400
	for range runs {
		a, b := make([]int32, 60), make([]int32, 60)
		for v := range a {
			a[v], b[v] = random.Int32N(4), random.Int32N(3)
		}
		sum += chance.AdjustedRand(a, b)
	}
	if mean := sum / float64(runs); math.Abs(mean) > 0.005 {
		t.Errorf("mean adjusted Rand of unrelated groupings %v, want about 0", mean)
	}
}

func TestAgreementProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 30).Draw(t, "vertices")
		labels := rapid.SliceOfN(rapid.Int32Range(-1, 5), n, n)
		a, b := labels.Draw(t, "a"), labels.Draw(t, "b")
		if x, y := chance.AdjustedRand(a, b), chance.AdjustedRand(b, a); math.Abs(x-y) > 1e-12 || x > 1+1e-12 {
			t.Fatalf("adjusted Rand %v one way, %v the other", x, y)
		}
		if x, y := chance.MutualInformation(a, b), chance.MutualInformation(b, a); math.Abs(x-y) > 1e-12 || x < 0 || x > 1+1e-12 {
			t.Fatalf("mutual information %v one way, %v the other", x, y)
		}
		if x := chance.AdjustedRand(a, a); math.Abs(x-1) > 1e-12 {
			t.Fatalf("with itself: %v", x)
		}
	})
}

func TestSeedsDiffer(t *testing.T) {
	seen := map[uint64]bool{}
	for run := range 10_000 {
		seen[chance.Seed(42, run)] = true
	}
	if len(seen) != 10_000 {
		t.Errorf("%d different seeds in 10,000 runs", len(seen))
	}
	// The first number of SplitMix64 from seed 0, as published with it.
	if got := chance.Seed(0, 0); got != 0xe220a8397b1dcdaf {
		t.Errorf("first seed %x", got)
	}
}

func TestSample(t *testing.T) {
	for _, test := range []struct {
		n     int
		share float64
		want  int
	}{{0, 0.9, 0}, {10, 0.9, 9}, {10, 0, 0}, {10, 1, 10}, {10, 1.5, 10}, {10, -1, 0}, {3, 0.5, 2}} {
		got := chance.Sample(chance.Stream(5, 2), test.n, test.share)
		if len(got) != test.want || !slices.IsSorted(got) || len(slices.Compact(got)) != test.want {
			t.Errorf("a share of %v of %d: %v", test.share, test.n, got)
		}
	}
	counts := make([]int, 10)
	random := chance.Stream(6, 2)
	for range 4000 {
		for _, v := range chance.Sample(random, 10, 0.3) {
			counts[v]++
		}
	}
	for v, k := range counts { // 1200 expected, standard deviation 29
		if k < 1055 || k > 1345 {
			t.Errorf("position %d drawn %d times of 4000, want about 1200", v, k)
		}
	}
}

package backbone

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// exactly convolves event by event with 200 bits.
func exactly(events []trials, most int) []float64 {
	number := func(x float64) *big.Float { return new(big.Float).SetPrec(200).SetFloat64(x) }
	f := []*big.Float{number(1)}
	for _, e := range events {
		p := number(e.chance)
		q := number(1)
		q.Sub(q, p)
		for range e.count {
			next := make([]*big.Float, len(f)+1)
			for k := range next {
				next[k] = number(0)
			}
			for k, x := range f {
				next[k].Add(next[k], number(0).Mul(x, q))
				next[k+1].Add(next[k+1], number(0).Mul(x, p))
			}
			f = next
		}
	}
	tails := make([]float64, most+1)
	sum := number(0)
	for k := len(f) - 1; k >= 0; k-- {
		sum.Add(sum, f[k])
		if k <= most {
			tails[k], _ = sum.Float64()
		}
	}
	return tails
}

func TestTailsAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var events []trials
		for range rapid.IntRange(0, 6).Draw(t, "kinds") {
			chance := rapid.OneOf(rapid.Float64Range(0, 1), rapid.Float64Range(0, 0.01), rapid.SampledFrom([]float64{0, 1})).Draw(t, "chance")
			events = append(events, trials{rapid.IntRange(0, 40).Draw(t, "count"), chance})
		}
		most := rapid.IntRange(0, 40).Draw(t, "most")
		got := new(scratch).tails(events, most)
		for k, want := range exactly(events, most) {
			// Under the mean a tail is near 1; above it even small ones keep their digits.
			if math.Abs(got[k]-want) > 1e-11*max(want, 1e-40) && math.Abs(got[k]-want) > 1e-50 {
				t.Fatalf("at least %d of %v: %v, want %v", k, events, got[k], want)
			}
		}
	})
}

// Where the chance of none vanishes from the numbers: 40,000 events of 0.1 have
// mean 4000 and standard deviation 60; half lie above the median.
func TestTailsOfManyEvents(t *testing.T) {
	got := new(scratch).tails([]trials{{40_000, 0.1}}, 4300)
	if above := got[4000]; math.Abs(above-0.5026) > 0.001 { // normal with correction for continuity and skew
		t.Errorf("at least the mean: %v", above)
	}
	if z := got[4300]; z < 1e-7 || z > 1e-6 { // five standard deviations: 2.9e-7 to the normal, a little more with the skew
		t.Errorf("five standard deviations up: %v", z)
	}
}

func TestTestableByCountingUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var pairs []many
		for range rapid.IntRange(0, 12).Draw(t, "kinds") {
			lowest := math.Pow(2, -float64(rapid.IntRange(0, 14).Draw(t, "lowest")))
			pairs = append(pairs, many{rapid.IntRange(0, 30).Draw(t, "count"), lowest})
		}
		const alpha = 0.05
		able := func(limit float64) int {
			total := 0
			for _, p := range pairs {
				if p.lowest <= limit {
					total += p.count
				}
			}
			return total
		}
		k := 1
		for able(alpha/float64(k)) > k {
			k++
		}
		tested, reach := testable(pairs, alpha)
		if want := able(alpha / float64(k)); tested != want || able(reach) != want {
			t.Fatalf("%d tested, up to %v; counting up to k = %d gives %d", tested, reach, k, want)
		}
	})
}

func TestHolm(t *testing.T) {
	// By hand, of 5 with one not given: levels .01, .0125, .0167, .025.
	got := holm([]float64{0.02, 0.009, 0.0126, 0.5}, 5, 0.05)
	if want := []bool{false, true, false, false}; len(got) != 4 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] || got[3] != want[3] {
		t.Errorf("%v, want %v", got, want)
	}
	if got := holm([]float64{0.016, 0.009, 0.0124, 0.5}, 5, 0.05); !got[0] || !got[1] || !got[2] || got[3] {
		t.Errorf("%v", got)
	}
}

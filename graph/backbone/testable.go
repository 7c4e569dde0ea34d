package backbone

import (
	"cmp"
	"math"
	"slices"
)

// many are pairs that chance does not tell apart, and the smallest P-value that
// the numbers of their projects allow.
type many struct {
	count  int
	lowest float64
}

// testable returns how many pairs are tested, and the largest smallest
// P-value among them, -1 for no pairs. Pairs above it could not come out
// whatever they shared, so they are not counted as looked at: with k the
// smallest number for which no more than k pairs can reach alpha/k, the pairs
// that can are tested. Tarone, Biometrics 46, 515 (1990).
func testable(pairs []many, alpha float64) (tested int, reach float64) {
	sorted := slices.Clone(pairs)
	slices.SortFunc(sorted, func(a, b many) int { return cmp.Compare(a.lowest, b.lowest) })
	total := 0
	for _, p := range sorted {
		total += p.count
	}
	// From the end: with those up to i tested, k lies where alpha/k is under the next.
	next := math.Inf(1)
	for i := len(sorted) - 1; i >= 0; i-- {
		lowest := sorted[i].lowest
		if lowest < next {
			k := max(math.Floor(alpha/next)+1, float64(total))
			if alpha/k >= lowest {
				return total, lowest
			}
			next = lowest
		}
		total -= sorted[i].count
	}
	return 0, -1
}

// holm marks those of the P-values that stand at level alpha when so many were
// looked at, of which the ones not given are 1. Holm, Scandinavian Journal of
// Statistics 6, 65 (1979).
func holm(p []float64, tested int, alpha float64) (stands []bool) {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(p[i], p[j]) })
	stands = make([]bool, len(p))
	for passed, i := range order {
		if p[i] > alpha/float64(tested-passed) {
			break
		}
		stands[i] = true
	}
	return stands
}

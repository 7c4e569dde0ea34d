package chance

import (
	"math"
	"slices"
)

// AdjustedRand returns how far two groupings of the same vertices agree: 1 when
// they are equal, 0 on average when they have nothing to do with each other.
// Vertices with a negative label in either are left out. Two groupings that
// leave no room for disagreement (fewer than two vertices, both all in one or
// both all alone) agree: 1. Hubert & Arabie (1985).
func AdjustedRand(a, b []int32) float64 {
	t := tabulate(a, b)
	both, inA, inB := pairs(t.cells), pairs(t.rows), pairs(t.columns)
	all := float64(t.total) * float64(t.total-1) / 2
	if all == 0 {
		return 1
	}
	expected := inA * inB / all
	highest := (inA + inB) / 2
	if highest == expected {
		return 1
	}
	return (both - expected) / (highest - expected)
}

// MutualInformation returns the information two groupings share, over the mean
// of their entropies: from 0 to 1 for equal groupings. Vertices with a negative
// label in either are left out; two groupings of one group each give 1.
// Danon et al. (2005).
func MutualInformation(a, b []int32) float64 {
	t := tabulate(a, b)
	n := float64(t.total)
	entropyA, entropyB, joint := entropy(t.rows, n), entropy(t.columns, n), entropy(t.cells, n)
	if entropyA+entropyB == 0 {
		return 1
	}
	return math.Max(0, 2*(entropyA+entropyB-joint)/(entropyA+entropyB))
}

// table counts vertices by their labels in two groupings; only counts above
// zero are kept.
type table struct {
	cells, rows, columns []int
	total                int
}

func tabulate(a, b []int32) table {
	var ab, as, bs []uint64
	for v := range a {
		if a[v] >= 0 && b[v] >= 0 {
			ab = append(ab, uint64(a[v])<<32|uint64(b[v]))
			as, bs = append(as, uint64(a[v])), append(bs, uint64(b[v]))
		}
	}
	return table{cells: tally(ab), rows: tally(as), columns: tally(bs), total: len(ab)}
}

// tally counts equal values.
func tally(values []uint64) []int {
	slices.Sort(values)
	var counts []int
	for i, x := range values {
		if i == 0 || x != values[i-1] {
			counts = append(counts, 0)
		}
		counts[len(counts)-1]++
	}
	return counts
}

func pairs(counts []int) float64 {
	sum := 0.0
	for _, k := range counts {
		sum += float64(k) * float64(k-1) / 2
	}
	return sum
}

func entropy(counts []int, n float64) float64 {
	h := 0.0
	for _, k := range counts {
		p := float64(k) / n
		h -= p * math.Log(p)
	}
	return h
}

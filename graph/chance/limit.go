package chance

import (
	"cmp"
	"math"
	"slices"
)

// Limit tells what chance reaches: values of groups that chance made, by the
// size of the group, since small groups vary more than large ones.
type Limit struct{ groups []sized }

type sized struct {
	size  int
	value float64
}

// A group is held against at least alike groups by chance, and not at all
// where there are fewer than fewest in all.
const (
	alike  = 40
	fewest = 20
	level  = 0.95
)

// Add notes the value of a group by chance; NaN is left out.
func (l *Limit) Add(size int, value float64) {
	if !math.IsNaN(value) {
		l.groups = append(l.groups, sized{size, value})
	}
}

// Len is how many groups were added.
func (l *Limit) Len() int { return len(l.groups) }

// Of returns what one more group by chance would exceed in at most 5 % of
// cases: the 95th percentile, by the rank .95 (n+1), of the groups by chance
// between half and twice as large, or of the 40 nearest in size by ratio if those
// are fewer. Of fewer than 20 groups it is +Inf: nothing is beyond chance.
func (l *Limit) Of(size int) float64 {
	if len(l.groups) < fewest {
		return math.Inf(1)
	}
	near := slices.Clone(l.groups)
	far := func(s sized) float64 { return math.Abs(math.Log(float64(s.size) / float64(size))) }
	slices.SortFunc(near, func(a, b sized) int {
		return cmp.Or(cmp.Compare(far(a), far(b)), cmp.Compare(a.size, b.size), cmp.Compare(a.value, b.value))
	})
	taken := min(alike, len(near))
	for taken < len(near) && far(near[taken]) <= math.Ln2 {
		taken++
	}
	values := make([]float64, taken)
	for i := range values {
		values[i] = near[i].value
	}
	slices.Sort(values)
	return values[int(math.Ceil(level*float64(taken+1)))-1]
}

package chance_test

import (
	"math"
	"testing"

	"hankeverkko/graph/chance"
)

func TestLimitByHand(t *testing.T) {
	l := &chance.Limit{}
	for i := range 19 {
		l.Add(10, float64(i))
	}
	l.Add(10, math.NaN())
	if got := l.Of(10); !math.IsInf(got, 1) {
		t.Errorf("19 groups say %v", got)
	}
	l.Add(10, 19)
	if got := l.Of(10); got != 19 { // the 20th of 20
		t.Errorf("20 groups say %v", got)
	}
	for i := range 100 {
		l.Add(100, 100+float64(i))
	}
	if got := l.Of(100); got != 195 { // the 96th of 100, the small ones being too far
		t.Errorf("100 large groups say %v", got)
	}
	if got := l.Of(10); got != 118 { // 20 small ones, filled up to 40 by 20 large ones: the 39th
		t.Errorf("small groups say %v", got)
	}
	if l.Len() != 120 {
		t.Errorf("%d groups", l.Len())
	}
}

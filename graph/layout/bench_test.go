package layout_test

import (
	"strconv"
	"testing"

	"hankeverkko/graph/layout"
)

func BenchmarkRing(b *testing.B) {
	for _, e := range examples {
		for _, s := range sizes {
			b.Run(e.name+"/"+s.name, func(b *testing.B) {
				in := e.input(s.size)
				for b.Loop() {
					layout.Ring(in)
				}
			})
		}
	}
}

func BenchmarkUnfold(b *testing.B) {
	for _, shown := range []int{36, 60, 120} {
		b.Run(strconv.Itoa(shown), func(b *testing.B) {
			web := hub(24, 4)
			web.Shown = shown
			for b.Loop() {
				layout.Unfold(web)
			}
		})
	}
}

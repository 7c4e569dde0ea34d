package layout_test

import (
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

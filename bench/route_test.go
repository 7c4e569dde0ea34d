package main

import (
	"math/rand/v2"
	"testing"

	"hankeverkko/graph/route"
)

// BenchmarkRoute asks for the connections of random pairs of actors in the
// middle-sized network.
//
//	go test -run xxx -bench Route ./bench
func BenchmarkRoute(b *testing.B) {
	g, err := makeUp("M", 1)
	if err != nil {
		b.Fatal(err)
	}
	finder, random := route.NewFinder(g), rand.New(rand.NewPCG(1, 2))
	actors := g.Len() - g.Projects
	for b.Loop() {
		from, to := random.IntN(actors), random.IntN(actors)
		if _, err := finder.Find(b.Context(), route.Query{From: []route.End{{Actor: int32(from)}}, To: []route.End{{Actor: int32(to)}}}); err != nil {
			b.Fatal(err)
		}
	}
}

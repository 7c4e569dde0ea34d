package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"

	"hankeverkko/graph"
	ours_community "hankeverkko/graph/community"
)

// Largest networks that gonum's maps carry in reasonable time: its betweenness
// takes hours on more, its Louvain days.
const gonumLargest, louvainLargest = 5_000, 100_000

// gonumsWork is gonum on networks of its own, which are made before the clock starts.
func gonumsWork(s *subject) map[string]work {
	if s.twoMode.Len() > louvainLargest {
		return map[string]work{"leiden": {largest: louvainLargest}}
	}
	weighted := simple.NewWeightedUndirectedGraph(0, 0)
	for v := range s.actors.Len() {
		if weighted.Node(int64(v)) == nil {
			weighted.AddNode(simple.Node(v))
		}
		for i, u := range s.actors.Row(v) {
			if int(u) > v {
				weighted.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(v), T: simple.Node(u), W: s.actors.RowWeights(v)[i]})
			}
		}
	}
	can := map[string]work{
		"leiden": {largest: louvainLargest, run: func(_ context.Context, s *subject, run int) (func() string, error) {
			r := community.Modularize(weighted, 1, rand.NewPCG(uint64(42+run), 0))
			return func() string {
				p := make([]int32, s.actors.Len())
				for c, members := range r.Communities() {
					for _, v := range members {
						p[v.ID()] = int32(c)
					}
				}
				return fmt.Sprintf("Q %.5f", ours_community.Modularity(&s.actors.Rows, p, 1))
			}, nil
		}},
	}
	if s.twoMode.Len() > gonumLargest {
		return can
	}
	for id, g := range map[string]*simple.UndirectedGraph{"betweenness": unweighted(&s.actors.Rows), "two-mode betweenness": unweighted(&s.twoMode.Rows)} {
		can[id] = work{largest: gonumLargest, run: func(context.Context, *subject, int) (func() string, error) {
			return scores(halved(network.Betweenness(g)), nil)
		}}
	}
	return can
}

func unweighted(g *graph.Rows) *simple.UndirectedGraph {
	made := simple.NewUndirectedGraph()
	for v := range g.Len() {
		if made.Node(int64(v)) == nil {
			made.AddNode(simple.Node(v))
		}
		for _, u := range g.Row(v) {
			if int(u) > v {
				made.SetEdge(simple.Edge{F: simple.Node(v), T: simple.Node(u)})
			}
		}
	}
	return made
}

// halved takes each unordered pair once, as we do.
func halved(b map[int64]float64) []float64 {
	var x []float64
	for _, v := range b {
		x = append(x, v/2)
	}
	slices.Sort(x) // sums are then the same on every run
	return x
}

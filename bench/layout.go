package main

import (
	"context"
	"fmt"
	"math"

	"hankeverkko/graph"
	"hankeverkko/graph/layout/force"
)

func laidOut(ctx context.Context, g *graph.OneMode, steps int) (*force.Layout, error) {
	l, err := force.New(&g.Rows, force.Options{})
	if err != nil {
		return nil, err
	}
	return l, l.Run(ctx, steps)
}

// tieLength is how long ties are, for pairs of 1: those of a vertex and the one
// half of all further on.
func tieLength(g *graph.OneMode, at []force.Point) string {
	between := func(u, v int) float64 { return math.Hypot(at[u].X-at[v].X, at[u].Y-at[v].Y) }
	ties, pairs := 0.0, 0.0
	for v := range at {
		for _, u := range g.Row(v) {
			ties += between(v, int(u))
		}
		pairs += between(v, (v+len(at)/2)%len(at))
	}
	return fmt.Sprintf("ties %.3f of pairs", ties/float64(len(g.Targets))/(pairs/float64(len(at))))
}

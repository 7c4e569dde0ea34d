package graph_test

import (
	"errors"
	"fmt"
	"testing"

	"hankeverkko/graph"
)

func TestRecasts(t *testing.T) {
	g := graph.NewTwoMode(3, 4, [][2]int32{{0, 0}, {0, 1}, {1, 1}, {1, 3}})
	for _, c := range []struct {
		name string
		got  func() ([]graph.Recast, error)
		want string
	}{
		{"an actor of two projects goes", func() ([]graph.Recast, error) { return g.WithoutActor(1) }, "[{0 [0 1] [0]} {1 [1 3] [3]}]"},
		{"one of none goes", func() ([]graph.Recast, error) { return g.WithoutActor(2) }, "[]"},
		{"a project goes", func() ([]graph.Recast, error) { return g.WithoutProject(1) }, "[{1 [1 3] []}]"},
		{"a project comes", func() ([]graph.Recast, error) { return g.WithProject([]int32{3, 0, 3}) }, "[{-1 [] [0 3]}]"},
		{"an actor joins", func() ([]graph.Recast, error) { return g.WithTie(1, 2) }, "[{1 [1 3] [1 2 3]}]"},
		{"one that is in it", func() ([]graph.Recast, error) { return g.WithTie(1, 3) }, "[]"},
	} {
		if got, err := c.got(); err != nil || fmt.Sprint(got) != c.want {
			t.Errorf("%s: %v, %v; want %s", c.name, got, err, c.want)
		}
	}
	for name, ask := range map[string]func() ([]graph.Recast, error){
		"actor": func() ([]graph.Recast, error) { return g.WithoutActor(4) }, "project": func() ([]graph.Recast, error) { return g.WithoutProject(-1) },
		"of a new project": func() ([]graph.Recast, error) { return g.WithProject([]int32{0, 4}) }, "who joins": func() ([]graph.Recast, error) { return g.WithTie(0, -1) },
	} {
		if _, err := ask(); !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

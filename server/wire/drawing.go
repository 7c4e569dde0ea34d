package wire

import (
	"context"

	"hankeverkko/graph/export"
	"hankeverkko/graph/layout/force"
	"hankeverkko/graph/view"
)

// drawing is where the projects, in their order, and the actors of a slice
// stand when forces have drawn its network. A nil drawing has no places.
type drawing struct {
	projects []export.Place
	actors   map[int32]export.Place
}

// Steps of a drawing: as many as bring it to rest, less for networks so large
// that it would take longer than somebody waits for a file.
const (
	steps       = 300
	fewestSteps = 50
	work        = 6_000_000 // vertices times steps
)

func draw(ctx context.Context, s *view.Slice) (*drawing, error) {
	g := s.Selection.TwoMode(s.Network)
	layout, err := force.New(&g.Rows, force.Options{Gravity: 4}) // pieces without ties to each other stay near
	if err != nil {
		return nil, err
	}
	if err := layout.Run(ctx, min(max(work/max(g.Len(), 1), fewestSteps), steps)); err != nil {
		return nil, err
	}
	d := &drawing{actors: make(map[int32]export.Place, len(s.Selection.Actors))}
	for v, at := range layout.Places() {
		if place := export.Place(at); v < g.Projects {
			d.projects = append(d.projects, place)
		} else {
			d.actors[s.Selection.Actors[v-g.Projects]] = place
		}
	}
	return d, nil
}

func (d *drawing) project(i int) *export.Place {
	if d == nil {
		return nil
	}
	return &d.projects[i]
}

func (d *drawing) actor(at int32) *export.Place {
	if d == nil {
		return nil
	}
	place, drawn := d.actors[at]
	if !drawn {
		return nil
	}
	return &place
}

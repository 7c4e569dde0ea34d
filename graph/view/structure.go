package view

import (
	"context"

	"hankeverkko/graph/analysis"
)

// StructureSeed draws the networks by chance that a whole network is held against.
const StructureSeed = 1

// Structure returns the figures of the slice's network as a whole. They are
// kept for its region and lens, so the slice must not be narrowed.
func (s *Slice) Structure(ctx context.Context) ([]analysis.WholeResult, error) {
	return s.structure.get(ctx, scopeKey{s.Area.ID, s.Lens}, func(ctx context.Context) ([]analysis.WholeResult, error) {
		var groups []*Group
		actors := s.actors()
		for i := range actors {
			groups = append(groups, actors[i].Group())
		}
		subject, err := analysis.NewSubject(s.Network, s.Selection, partition(groups))
		if err != nil {
			return nil, err
		}
		return subject.Whole(ctx, StructureSeed)
	})
}

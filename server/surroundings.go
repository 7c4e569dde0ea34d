package server

import (
	"cmp"
	"context"

	"hankeverkko/graph"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

// shownMarks is the number of marks when the request names none.
const shownMarks = 36

func (s *Server) GetSurroundings(ctx context.Context, r api.GetSurroundingsRequestObject) (api.GetSurroundingsResponseObject, error) {
	p := r.Params
	if (p.Group == "") == (p.Actor == "") {
		return nil, &invalidParameter{"group, actor", p.Group + p.Actor}
	}
	through := view.Lens(p.Lens)
	if p.Group != "" {
		through = view.LensOf(p.Group)
	}
	a := asked{p.Region, p.Date, through, p.LedHere, narrow{p.From, p.To, p.Fund, p.Theme, p.Target, string(p.Kind), string(p.Part), p.Source}, counting(p.Aid, p.Units)}
	found, err := holding(ctx, s, a, func(slice *view.Slice) (api.Surroundings, error) {
		around, err := slice.Surroundings(ctx, view.AskAround{
			Group: p.Group, Actor: graph.ActorID(p.Actor), Steps: cmp.Or(p.Steps, 1), Shown: cmp.Or(p.Shown, shownMarks),
		}, sizeOf(p.Size))
		if err != nil {
			return api.Surroundings{}, err
		}
		return wire.Surroundings(slice, around, langOf(p.Lang)), nil
	})
	if err != nil {
		return nil, err
	}
	return api.GetSurroundings200JSONResponse(found), nil
}

package server

import (
	"context"

	"hankeverkko/graph"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

func (s *Server) GetBeyondChance(ctx context.Context, r api.GetBeyondChanceRequestObject) (api.GetBeyondChanceResponseObject, error) {
	p := r.Params
	out, err := holding(ctx, s, asked{region: p.Region, edition: counting(p.Aid, p.Units)}, func(slice *view.Slice) (api.BeyondChance, error) {
		actor := int32(-1)
		if p.Actor != "" {
			var err error
			if actor, err = slice.FindActor(graph.ActorID(p.Actor)); err != nil {
				return api.BeyondChance{}, err
			}
		}
		found, err := slice.Beyond(ctx)
		if err != nil {
			return api.BeyondChance{}, err
		}
		return wire.Beyond(slice, found, actor, langOf(p.Lang)), nil
	})
	if err != nil {
		return nil, err
	}
	return api.GetBeyondChance200JSONResponse(out), nil
}

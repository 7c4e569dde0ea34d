package server

import (
	"context"

	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

func (s *Server) FindPath(ctx context.Context, r api.FindPathRequestObject) (api.FindPathResponseObject, error) {
	p := r.Params
	// Ways go through every project: one of aid has no other actors anyway.
	slice, err := s.slice(ctx, asked{region: p.Region, date: p.Date, edition: counting(api.With, p.Units)})
	if err != nil {
		return nil, err
	}
	from, err := slice.PathEnd(ctx, p.From)
	if err != nil {
		return nil, err
	}
	to, err := slice.PathEnd(ctx, p.To)
	if err != nil {
		return nil, err
	}
	path, err := slice.Path(ctx, from, to)
	if err != nil {
		return nil, err
	}
	return api.FindPath200JSONResponse(wire.Path(slice, path, langOf(p.Lang))), nil
}

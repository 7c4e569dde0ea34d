package server

import (
	"context"

	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

func (s *Server) GetBoundary(ctx context.Context, r api.GetBoundaryRequestObject) (api.GetBoundaryResponseObject, error) {
	p := r.Params
	slice, err := s.slice(ctx, asked{region: p.Region, lens: view.Lens(p.Lens), edition: counting(p.Aid, p.Units)})
	if err != nil {
		return nil, err
	}
	boundary, err := slice.Boundary(ctx)
	if err != nil {
		return nil, err
	}
	out, err := wire.Boundary(slice, boundary, p.Group, langOf(p.Lang))
	if err != nil {
		return nil, err
	}
	return api.GetBoundary200JSONResponse(out), nil
}

package server

import (
	"context"

	"hankeverkko/graph"
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
	if p.Project != "" {
		at, err := slice.FindProject(graph.ProjectID(p.Project))
		if err != nil {
			return nil, err
		}
		if stands, told := boundary.ProjectStands(at); told {
			out.Place = wire.GroupPlace(slice, stands, langOf(p.Lang))
		}
	}
	if p.Actor != "" {
		at, err := slice.FindActor(graph.ActorID(p.Actor))
		if err != nil {
			return nil, err
		}
		if stands, told := boundary.ActorStands(at); told {
			out.Place = wire.GroupPlace(slice, stands, langOf(p.Lang))
		}
	}
	return api.GetBoundary200JSONResponse(out), nil
}

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
	out, err := holding(ctx, s, asked{region: p.Region, lens: view.Lens(p.Lens), edition: counting(p.Aid, p.Units)}, func(slice *view.Slice) (api.Boundary, error) {
		return boundary(ctx, slice, &p)
	})
	if err != nil {
		return nil, err
	}
	return api.GetBoundary200JSONResponse(out), nil
}

func boundary(ctx context.Context, slice *view.Slice, p *api.GetBoundaryParams) (none api.Boundary, err error) {
	lang := langOf(p.Lang)
	var project, actor int32
	if p.Project != "" { // what is not there is told before anything is worked out
		if project, err = slice.FindProject(graph.ProjectID(p.Project)); err != nil {
			return none, err
		}
	}
	if p.Actor != "" {
		if actor, err = slice.FindActor(graph.ActorID(p.Actor)); err != nil {
			return none, err
		}
	}
	found, err := slice.Boundary(ctx)
	if err != nil {
		return none, err
	}
	out, err := wire.Boundary(slice, found, p.Group, lang)
	if err != nil {
		return none, err
	}
	if p.Project != "" {
		if stands, told := found.ProjectStands(project); told {
			out.Place = wire.GroupPlace(slice, stands, lang)
		}
	}
	if p.Actor != "" {
		if stands, told := found.ActorStands(actor); told {
			out.Place = wire.GroupPlace(slice, stands, lang)
		}
	}
	return out, nil
}

package server

import (
	"context"

	"hankeverkko/graph"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

func (s *Server) ListProjects(ctx context.Context, r api.ListProjectsRequestObject) (api.ListProjectsResponseObject, error) {
	p := r.Params
	// The fund is not among them: the list counts what other funds would leave.
	narrow := narrow{from: p.From, to: p.To, theme: p.Theme, target: p.Target, kind: string(p.Kind), part: string(p.Part), source: p.Source}
	slice, err := s.slice(ctx, asked{p.Region, p.Date, view.Lens(p.Lens), p.LedHere, narrow})
	if err != nil {
		return nil, err
	}
	list, err := slice.Projects(ctx, view.ProjectFilter{
		State: string(p.State), Group: p.Group, Actor: graph.ActorID(p.Actor), Fund: p.Fund, Partners: string(p.Partners), Text: p.Q,
	}, string(p.Sort), p.Desc)
	if err != nil {
		return nil, err
	}
	return api.ListProjects200JSONResponse(wire.ProjectList(slice, list, pageOf(p.Limit, p.Offset), langOf(p.Lang))), nil
}

func (s *Server) GetProject(ctx context.Context, r api.GetProjectRequestObject) (api.GetProjectResponseObject, error) {
	slice, err := s.slice(ctx, asked{region: r.Params.Region, date: r.Params.Date, lens: view.Lens(r.Params.Lens)})
	if err != nil {
		return nil, err
	}
	p, err := slice.FindProject(graph.ProjectID(r.Id))
	if err != nil {
		return nil, err
	}
	return api.GetProject200JSONResponse(wire.ProjectCard(slice, slice.ProjectCard(p), langOf(r.Params.Lang))), nil
}

func (s *Server) ListActors(ctx context.Context, r api.ListActorsRequestObject) (api.ListActorsResponseObject, error) {
	p := r.Params
	slice, err := s.slice(ctx, asked{p.Region, p.Date, view.Lens(p.Lens), p.LedHere, narrow{p.From, p.To, p.Fund, p.Theme, p.Target, string(p.Kind), string(p.Part), p.Source}})
	if err != nil {
		return nil, err
	}
	list, err := slice.Actors(ctx, view.ActorFilter{Group: p.Group, Standing: string(p.Standing), Text: p.Q}, string(p.Sort), p.Desc)
	if err != nil {
		return nil, err
	}
	return api.ListActors200JSONResponse(wire.ActorList(slice, list, pageOf(p.Limit, p.Offset), langOf(p.Lang))), nil
}

func (s *Server) GetActor(ctx context.Context, r api.GetActorRequestObject) (api.GetActorResponseObject, error) {
	slice, err := s.slice(ctx, asked{region: r.Params.Region, date: r.Params.Date, lens: view.Lens(r.Params.Lens)})
	if err != nil {
		return nil, err
	}
	a, err := slice.FindActor(graph.ActorID(r.Id))
	if err != nil {
		return nil, err
	}
	return api.GetActor200JSONResponse(wire.ActorCard(slice, slice.ActorCard(a), langOf(r.Params.Lang))), nil
}

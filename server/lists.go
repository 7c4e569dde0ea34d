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
	slice, err := s.slice(ctx, asked{p.Region, p.Date, view.Lens(p.Lens), p.LedHere, narrow, counting(p.Aid, p.Units)})
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
	p := r.Params
	a := asked{region: p.Region, date: p.Date, lens: view.Lens(p.Lens), edition: counting(p.Aid, p.Units)}
	card, err := holding(ctx, s, a, func(slice *view.Slice) (api.ProjectCard, error) {
		at, err := slice.FindProject(graph.ProjectID(r.Id))
		if err != nil {
			return api.ProjectCard{}, err
		}
		return wire.ProjectCard(slice, slice.ProjectCard(at), langOf(p.Lang)), nil
	})
	if err != nil {
		return nil, err
	}
	return api.GetProject200JSONResponse(card), nil
}

func (s *Server) ListActors(ctx context.Context, r api.ListActorsRequestObject) (api.ListActorsResponseObject, error) {
	p := r.Params
	slice, err := s.slice(ctx, asked{p.Region, p.Date, view.Lens(p.Lens), p.LedHere, narrow{p.From, p.To, p.Fund, p.Theme, p.Target, string(p.Kind), string(p.Part), p.Source}, counting(p.Aid, p.Units)})
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
	p := r.Params
	a := asked{region: p.Region, date: p.Date, lens: view.Lens(p.Lens), edition: counting(p.Aid, p.Units)}
	card, err := holding(ctx, s, a, func(slice *view.Slice) (api.ActorCard, error) {
		at, err := slice.FindActor(graph.ActorID(r.Id))
		if err != nil {
			return api.ActorCard{}, err
		}
		gone, err := slice.IfGone(ctx, at)
		if err != nil {
			return api.ActorCard{}, err
		}
		return wire.ActorCard(slice, slice.ActorCard(at), gone, langOf(p.Lang)), nil
	})
	if err != nil {
		return nil, err
	}
	return api.GetActor200JSONResponse(card), nil
}

package server

import (
	"context"

	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

func (s *Server) ListRegions(ctx context.Context, r api.ListRegionsRequestObject) (api.ListRegionsResponseObject, error) {
	slice, err := s.slice(ctx, asked{date: r.Params.Date, edition: counting(r.Params.Aid, r.Params.Units)})
	if err != nil {
		return nil, err
	}
	return api.ListRegions200JSONResponse(wire.Regions(slice.View, slice.Date, slice.Regions(slice.Date), langOf(r.Params.Lang))), nil
}

func (s *Server) GetSummary(ctx context.Context, r api.GetSummaryRequestObject) (api.GetSummaryResponseObject, error) {
	p := r.Params
	slice, err := s.slice(ctx, asked{region: p.Region, date: p.Date, ledHere: p.LedHere, narrow: narrow{p.From, p.To, p.Fund, p.Theme, p.Target, string(p.Kind), string(p.Part), p.Source}, edition: counting(p.Aid, p.Units)})
	if err != nil {
		return nil, err
	}
	return api.GetSummary200JSONResponse(wire.Summary(slice, slice.Summary(), s.today(), langOf(r.Params.Lang))), nil
}

func (s *Server) GetLandscape(ctx context.Context, r api.GetLandscapeRequestObject) (api.GetLandscapeResponseObject, error) {
	p := r.Params
	slice, err := s.slice(ctx, asked{p.Region, p.Date, view.Lens(p.Lens), p.LedHere, narrow{p.From, p.To, p.Fund, p.Theme, p.Target, string(p.Kind), string(p.Part), p.Source}, counting(p.Aid, p.Units)})
	if err != nil {
		return nil, err
	}
	lang := langOf(r.Params.Lang)
	return api.GetLandscape200JSONResponse(wire.Landscape(slice, slice.Landscape(lang, sizeOf(r.Params.Size)), lang)), nil
}

func (s *Server) GetGroup(ctx context.Context, r api.GetGroupRequestObject) (api.GetGroupResponseObject, error) {
	p := r.Params
	slice, err := s.slice(ctx, asked{p.Region, p.Date, view.LensOf(r.Id), p.LedHere, narrow{p.From, p.To, p.Fund, p.Theme, p.Target, string(p.Kind), string(p.Part), p.Source}, counting(p.Aid, p.Units)})
	if err != nil {
		return nil, err
	}
	card, err := slice.GroupCard(ctx, r.Id)
	if err != nil {
		return nil, err
	}
	return api.GetGroup200JSONResponse(wire.GroupCard(slice, card, langOf(r.Params.Lang))), nil
}

package server

import (
	"context"

	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

func (s *Server) ListRegions(ctx context.Context, r api.ListRegionsRequestObject) (api.ListRegionsResponseObject, error) {
	slice, err := s.slice(ctx, asked{date: r.Params.Date})
	if err != nil {
		return nil, err
	}
	return api.ListRegions200JSONResponse(wire.Regions(slice.View, slice.Date, slice.Regions(slice.Date), langOf(r.Params.Lang))), nil
}

func (s *Server) GetSummary(ctx context.Context, r api.GetSummaryRequestObject) (api.GetSummaryResponseObject, error) {
	slice, err := s.slice(ctx, asked{region: r.Params.Region, date: r.Params.Date, ledHere: r.Params.LedHere})
	if err != nil {
		return nil, err
	}
	return api.GetSummary200JSONResponse(wire.Summary(slice, slice.Summary(), s.today(), langOf(r.Params.Lang))), nil
}

func (s *Server) GetLandscape(ctx context.Context, r api.GetLandscapeRequestObject) (api.GetLandscapeResponseObject, error) {
	slice, err := s.slice(ctx, asked{r.Params.Region, r.Params.Date, view.Lens(r.Params.Lens), r.Params.LedHere})
	if err != nil {
		return nil, err
	}
	lang := langOf(r.Params.Lang)
	return api.GetLandscape200JSONResponse(wire.Landscape(slice, slice.Landscape(lang, sizeOf(r.Params.Size)), lang)), nil
}

func (s *Server) GetGroup(ctx context.Context, r api.GetGroupRequestObject) (api.GetGroupResponseObject, error) {
	slice, err := s.slice(ctx, asked{r.Params.Region, r.Params.Date, view.LensOf(r.Id), r.Params.LedHere})
	if err != nil {
		return nil, err
	}
	card, err := slice.GroupCard(ctx, r.Id)
	if err != nil {
		return nil, err
	}
	return api.GetGroup200JSONResponse(wire.GroupCard(slice, card, langOf(r.Params.Lang))), nil
}

package server

import (
	"context"

	"hankeverkko/graph/analysis"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

func (s *Server) ListMeasures(ctx context.Context, r api.ListMeasuresRequestObject) (api.ListMeasuresResponseObject, error) {
	p := r.Params
	slice, err := s.slice(ctx, asked{region: p.Region, date: p.Date, lens: view.Lens(p.Lens), ledHere: p.LedHere, narrow: narrow{p.From, p.To, p.Fund, p.Theme, p.Target, string(p.Kind), string(p.Part), p.Source}, edition: counting(p.Aid, p.Units)})
	if err != nil {
		return nil, err
	}
	lang := langOf(p.Lang)
	out := wire.Measures(slice.View, analysis.Measures(), lang)
	if p.Measure != "" {
		result, err := slice.MeasureOf(ctx, p.Measure)
		if err != nil {
			return nil, err
		}
		out.Result = wire.MeasureResult(slice, result, pageOf(p.Limit, p.Offset), lang)
	}
	return api.ListMeasures200JSONResponse(out), nil
}

func (s *Server) GetModularity(ctx context.Context, r api.GetModularityRequestObject) (api.GetModularityResponseObject, error) {
	slice, err := s.slice(ctx, asked{region: r.Params.Region, edition: counting(r.Params.Aid, r.Params.Units)})
	if err != nil {
		return nil, err
	}
	found, err := slice.Modularity(ctx)
	if err != nil {
		return nil, err
	}
	return api.GetModularity200JSONResponse(wire.Modularity(found)), nil
}

func (s *Server) GetStructure(ctx context.Context, r api.GetStructureRequestObject) (api.GetStructureResponseObject, error) {
	p := r.Params
	slice, err := s.slice(ctx, asked{region: p.Region, lens: view.Lens(p.Lens), edition: counting(p.Aid, p.Units)})
	if err != nil {
		return nil, err
	}
	found, err := slice.Structure(ctx)
	if err != nil {
		return nil, err
	}
	return api.GetStructure200JSONResponse(wire.Structure(slice, found, langOf(p.Lang))), nil
}

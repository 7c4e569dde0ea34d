package server

import (
	"context"

	"hankeverkko/graph"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

func (s *Server) GetCoverage(ctx context.Context, r api.GetCoverageRequestObject) (api.GetCoverageResponseObject, error) {
	p := r.Params
	slice, err := s.slice(ctx, asked{
		region: p.Region, date: p.Date, ledHere: p.LedHere, edition: counting(p.Aid, p.Units),
		narrow: narrow{p.From, p.To, p.Fund, p.Theme, p.Target, string(p.Kind), string(p.Part), p.Source},
	})
	if err != nil {
		return nil, err
	}
	runs, err := s.live.Runs(ctx, slice.View)
	if err != nil {
		return nil, err
	}
	return api.GetCoverage200JSONResponse(wire.Coverage(slice, slice.Coverage(), runs, langOf(p.Lang))), nil
}

func (s *Server) ListRecords(ctx context.Context, r api.ListRecordsRequestObject) (api.ListRecordsResponseObject, error) {
	p := r.Params
	if p.Project == "" && p.Actor == "" {
		return nil, &invalidParameter{"project, actor", ""}
	}
	edition := counting(api.With, p.Units)
	shown, err := s.view(ctx, edition)
	if err != nil {
		return nil, err
	}
	desk, err := s.desk(ctx)
	if err != nil {
		return nil, err
	}
	records, err := desk.Records(shown, graph.ProjectID(p.Project), graph.ActorID(p.Actor), !mayWriteHere(ctx))
	if err != nil {
		return nil, err
	}
	runs, err := s.live.Runs(ctx, shown)
	if err != nil {
		return nil, err
	}
	return api.ListRecords200JSONResponse(wire.RecordList(desk, records, runs, pageOf(p.Limit, p.Offset), langOf(p.Lang))), nil
}

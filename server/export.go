package server

import (
	"bytes"
	"context"
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/graph/export"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

// ExportList writes what the list page shows, all rows of it.
func (s *Server) ExportList(ctx context.Context, r api.ExportListRequestObject) (api.ExportListResponseObject, error) {
	p := r.Params
	slice, err := s.slice(ctx, asked{p.Region, p.Date, view.Lens(p.Lens), p.LedHere})
	if err != nil {
		return nil, err
	}
	lang := langOf(p.Lang)
	var table export.Table
	switch p.What {
	case api.ExportListParamsWhatProjects:
		list, err := slice.Projects(ctx, view.ProjectFilter{
			State: string(p.State), Group: p.Group, Actor: graph.ActorID(p.Actor), Fund: p.Fund, Theme: p.Theme,
			Target: p.Target, Partners: string(p.Partners), Text: p.Q,
		}, p.Sort, p.Desc)
		if err != nil {
			return nil, err
		}
		table = wire.ProjectTable(slice, list.Projects, lang)
	default:
		list, err := slice.Actors(ctx, view.ActorFilter{Group: p.Group, Standing: string(p.Standing), Text: p.Q}, p.Sort, p.Desc)
		if err != nil {
			return nil, err
		}
		table = wire.ActorTable(slice, list.Actors, lang)
	}
	var file bytes.Buffer
	disposition := fmt.Sprintf(`attachment; filename="hankeverkko-%s.%s"`, p.What, p.Format)
	if p.Format == api.Csv {
		if err := export.CSV(&file, table); err != nil {
			return nil, err
		}
		return api.ExportList200TextcsvResponse{Body: &file, Headers: api.ExportList200ResponseHeaders{ContentDisposition: disposition}}, nil
	}
	if err := export.XLSX(&file, table); err != nil {
		return nil, err
	}
	return api.ExportList200ApplicationvndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{
		Body: &file, Headers: api.ExportList200ResponseHeaders{ContentDisposition: disposition},
	}, nil
}

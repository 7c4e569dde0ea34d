package server

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"runtime"

	"hankeverkko/graph"
	"hankeverkko/graph/export"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

// ExportList writes what the list page shows, all rows of it, or the network
// behind it.
func (s *Server) ExportList(ctx context.Context, r api.ExportListRequestObject) (api.ExportListResponseObject, error) {
	p := r.Params
	slice, err := s.slice(ctx, asked{p.Region, p.Date, view.Lens(p.Lens), p.LedHere, narrow{p.From, p.To, p.Fund, p.Theme, p.Target, string(p.Kind), string(p.Part), p.Source}, counting(p.Aid, p.Units)})
	if err != nil {
		return nil, err
	}
	format := string(p.Format)
	kinds := wire.ListFormats()
	switch p.What {
	case api.ExportListParamsWhatNetwork:
		kinds = wire.NetworkFormats()
	case api.ExportListParamsWhatPairs:
		kinds = wire.PairFormats()
	}
	contentType, ok := kinds[format]
	if !ok {
		return nil, &invalidParameter{"format", format}
	}
	file := download{contentType: contentType, name: fmt.Sprintf("hankeverkko-%s.%s", p.What, format)}
	file.write, err = s.writer(ctx, slice, &p)
	return file, err
}

// writer returns what writes the file. Lists are written beforehand, so that
// what goes wrong can still be told.
func (s *Server) writer(ctx context.Context, slice *view.Slice, p *api.ExportListParams) (func(io.Writer) error, error) {
	lang, format := langOf(p.Lang), string(p.Format)
	if p.What == api.ExportListParamsWhatActors {
		list, err := slice.Actors(ctx, view.ActorFilter{Group: p.Group, Standing: string(p.Standing), Text: p.Q}, p.Sort, p.Desc)
		if err != nil {
			return nil, err
		}
		return written(format, wire.ActorTable(slice, list.Actors, lang))
	}
	if p.What == api.ExportListParamsWhatPairs {
		found, err := slice.Beyond(ctx)
		if err != nil {
			return nil, err
		}
		return func(w io.Writer) error { return wire.WritePairs(w, slice, found, lang) }, nil
	}
	list, err := slice.Projects(ctx, view.ProjectFilter{
		State: string(p.State), Group: p.Group, Actor: graph.ActorID(p.Actor), Partners: string(p.Partners), Text: p.Q,
	}, p.Sort, p.Desc)
	if err != nil {
		return nil, err
	}
	if p.What == api.ExportListParamsWhatProjects {
		return written(format, wire.ProjectTable(slice, list.Projects, lang))
	}
	filter := map[string]string{}
	for name, value := range map[string]string{
		"state": string(p.State), "group": p.Group, "actor": p.Actor, "partners": string(p.Partners), "q": p.Q,
	} {
		if value != "" {
			filter[name] = value
		}
	}
	if p.State != "" {
		filter["date"] = slice.Date.String()
	}
	return func(w io.Writer) error {
		return wire.WriteNetwork(ctx, w, slice.Only(list.Projects), format, wire.Versions{"hankeverkko": s.version, "go": runtime.Version()}, filter, lang)
	}, nil
}

func written(format string, table export.Table) (func(io.Writer) error, error) {
	var file bytes.Buffer
	if err := wire.WriteList(&file, table, format); err != nil {
		return nil, err
	}
	return func(w io.Writer) error {
		_, err := file.WriteTo(w)
		return err
	}, nil
}

// download is an answer that is a file.
type download struct {
	contentType, name string
	write             func(io.Writer) error
}

func (d download) VisitExportListResponse(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", d.contentType)
	w.Header().Set("Content-Disposition", fmt.Sprintf(`attachment; filename="%s"`, d.name))
	w.WriteHeader(http.StatusOK)
	return d.write(w)
}

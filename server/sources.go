package server

import (
	"bytes"
	"context"
	"net/http"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/importer"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

func (s *Server) ListFormats(_ context.Context, r api.ListFormatsRequestObject) (api.ListFormatsResponseObject, error) {
	return api.ListFormats200JSONResponse(wire.Formats(langOf(r.Params.Lang))), nil
}

func (s *Server) GetTemplate(_ context.Context, r api.GetTemplateRequestObject) (api.GetTemplateResponseObject, error) {
	lang := langOf(r.Params.Lang)
	if r.Params.As == api.GetTemplateParamsAsXlsx {
		var b bytes.Buffer
		if err := wire.WriteList(&b, wire.TemplateTable(lang), "xlsx"); err != nil {
			return nil, err
		}
		return fileAnswer{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", wire.TemplateName(lang) + ".xlsx", b.Bytes()}, nil
	}
	return fileAnswer{"text/csv; charset=utf-8", wire.TemplateName(lang) + ".csv", importer.Template(lang)}, nil
}

func (s *Server) ListSources(ctx context.Context, r api.ListSourcesRequestObject) (api.ListSourcesResponseObject, error) {
	if s.store == nil {
		return nil, errNoDesk
	}
	revision, err := s.store.Revision(ctx)
	if err != nil {
		return nil, err
	}
	sources, err := s.store.Sources(ctx)
	if err != nil {
		return nil, err
	}
	runs, err := store.RunsOf(ctx, s.store, sources)
	if err != nil {
		return nil, err
	}
	return api.ListSources200JSONResponse(wire.StoredSources(revision, sources, runs, langOf(r.Params.Lang))), nil
}

func (s *Server) ListRuns(ctx context.Context, r api.ListRunsRequestObject) (api.ListRunsResponseObject, error) {
	if s.store == nil {
		return nil, errNoDesk
	}
	runs, err := s.store.Runs(ctx, graph.SourceID(r.Id))
	if err != nil {
		return nil, err
	}
	return api.ListRuns200JSONResponse(wire.RunList(runs)), nil
}

// fileAnswer is an answer that is a small file.
type fileAnswer struct {
	contentType, name string
	body              []byte
}

func (f fileAnswer) write(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", f.contentType)
	w.Header().Set("Content-Disposition", `attachment; filename="`+f.name+`"`)
	w.WriteHeader(http.StatusOK)
	_, err := w.Write(f.body)
	return err
}

func (f fileAnswer) VisitGetTemplateResponse(w http.ResponseWriter) error      { return f.write(w) }
func (f fileAnswer) VisitGetImportReportResponse(w http.ResponseWriter) error  { return f.write(w) }
func (f fileAnswer) VisitGetImportMappingResponse(w http.ResponseWriter) error { return f.write(w) }

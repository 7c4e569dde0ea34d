package server

import (
	"context"
	"encoding/json"
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/importer"
	"hankeverkko/importer/intake"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

// lossError refuses to let more than half of a source go without consent.
type lossError struct{ plan *intake.Plan }

func (e *lossError) Error() string {
	return fmt.Sprintf("%d of %d rows would go", e.plan.Loses(), e.plan.Of)
}
func (e *lossError) Unwrap() error { return graph.ErrConflict }

func (s *Server) CreateImport(_ context.Context, r api.CreateImportRequestObject) (api.CreateImportResponseObject, error) {
	if s.store == nil {
		return nil, errNoDesk
	}
	if err := s.drafts.room(); err != nil {
		return nil, err
	}
	dir, err := s.drafts.folder()
	if err != nil {
		return nil, err
	}
	files, raw, err := receive(dir, r.Body)
	if err != nil {
		return nil, err
	}
	d := newDraft(langOf(r.Params.Lang), files, nil, s.now())
	if err := s.take(d, raw); err != nil {
		discard(files)
		return nil, err
	}
	return api.CreateImport202JSONResponse(s.shown(d, d.lang)), nil
}

// take begins the reading of an upload.
func (s *Server) take(d *draft, raw []byte) error {
	if len(d.files) == 0 {
		return &invalidParameter{"file", ""}
	}
	var options api.ImportOptions
	if len(raw) > 0 && json.Unmarshal(raw, &options) != nil {
		return &invalidParameter{"options", ""}
	}
	if err := s.drafts.add(d); err != nil {
		return err
	}
	err := s.read(d, options)
	if err != nil {
		_ = s.drafts.drop(d.id) // it is there
	}
	return err
}

func (s *Server) CorrectImport(_ context.Context, r api.CorrectImportRequestObject) (api.CorrectImportResponseObject, error) {
	d, err := s.drafts.find(r.Id)
	if err != nil {
		return nil, err
	}
	if r.Body == nil || d.undo != nil {
		return nil, &invalidParameter{"options", ""}
	}
	if err := s.read(d, *r.Body); err != nil {
		return nil, err
	}
	return api.CorrectImport202JSONResponse(s.shown(d, langOf(r.Params.Lang))), nil
}

func (s *Server) CommitImport(_ context.Context, r api.CommitImportRequestObject) (api.CommitImportResponseObject, error) {
	d, err := s.drafts.find(r.Id)
	if err != nil {
		return nil, err
	}
	var plans []*intake.Plan
	agreed := func() error {
		if plans = d.plans; d.state != stateReady {
			return graph.ErrConflict
		}
		for _, plan := range plans {
			if plan.NeedsConsent() && (r.Body == nil || !r.Body.ConfirmLoss) {
				return &lossError{plan}
			}
		}
		return nil
	}
	if err := d.start(s.aside, stateCommitting, agreed, func(ctx context.Context) error { return s.commit(ctx, d, plans) }); err != nil {
		return nil, err
	}
	return api.CommitImport202JSONResponse(s.shown(d, langOf(r.Params.Lang))), nil
}

func (s *Server) UndoRun(ctx context.Context, r api.UndoRunRequestObject) (api.UndoRunResponseObject, error) {
	if s.store == nil {
		return nil, errNoDesk
	}
	if r.Body == nil || r.Body.Run == "" {
		return nil, &invalidParameter{"run", ""}
	}
	source, run := graph.SourceID(r.Id), graph.RunID(r.Body.Run)
	if _, err := s.store.Runs(ctx, source); err != nil {
		return nil, err
	}
	d := newDraft(langOf(r.Params.Lang), nil, &undoing{source, run}, s.now())
	if err := s.drafts.add(d); err != nil {
		return nil, err
	}
	if err := d.start(s.aside, stateReading, nil, func(ctx context.Context) error { return s.compare(ctx, d) }); err != nil {
		return nil, err
	}
	return api.UndoRun202JSONResponse(s.shown(d, d.lang)), nil
}

func (s *Server) ListImports(_ context.Context, r api.ListImportsRequestObject) (api.ListImportsResponseObject, error) {
	items := []api.Import{}
	for _, d := range s.drafts.list() {
		items = append(items, s.shown(d, langOf(r.Params.Lang)))
	}
	return api.ListImports200JSONResponse{Items: items}, nil
}

func (s *Server) GetImport(_ context.Context, r api.GetImportRequestObject) (api.GetImportResponseObject, error) {
	d, err := s.drafts.find(r.Id)
	if err != nil {
		return nil, err
	}
	return api.GetImport200JSONResponse(s.shown(d, langOf(r.Params.Lang))), nil
}

func (s *Server) DropImport(_ context.Context, r api.DropImportRequestObject) (api.DropImportResponseObject, error) {
	return api.DropImport204Response{}, s.drafts.drop(r.Id)
}

func (s *Server) GetImportReport(_ context.Context, r api.GetImportReportRequestObject) (api.GetImportReportResponseObject, error) {
	d, err := s.drafts.find(r.Id)
	if err != nil {
		return nil, err
	}
	as, lang := string(r.Params.As), langOf(r.Params.Lang)
	if as == "" {
		as = "csv"
	}
	contentType, body, err := wire.ReportFile(d.now().plans, as, lang)
	return fileAnswer{contentType, wire.ReportName(lang) + "." + as, body}, err
}

func (s *Server) GetImportMapping(_ context.Context, r api.GetImportMappingRequestObject) (api.GetImportMappingResponseObject, error) {
	d, err := s.drafts.find(r.Id)
	if err != nil {
		return nil, err
	}
	so := d.now()
	if len(so.seen) == 0 {
		return nil, graph.ErrNotFound
	}
	o, _, err := readingOptions(so.options, d.lang)
	if err != nil {
		return nil, err
	}
	body, err := importer.Mapping(so.seen[0], o)
	return fileAnswer{"application/yaml", wire.MappingName(langOf(r.Params.Lang)) + ".yaml", body}, err
}

// shown is a draft as it is now.
func (s *Server) shown(d *draft, lang string) api.Import {
	so := d.now()
	i := wire.Draft{
		ID: d.id, State: so.state, Stage: so.stage, Rows: so.rows, Moved: so.moved, Options: so.options, Plans: so.plans, Previews: so.seen, Fault: so.fault,
	}
	if d.undo != nil {
		i.Undoes = d.undo.run
	}
	for _, f := range d.files {
		i.Files = append(i.Files, api.UploadedFile{Name: f.name, Bytes: f.bytes})
	}
	return wire.Import(i, lang)
}

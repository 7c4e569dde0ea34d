package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
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
	d, err := s.drafts.open(langOf(r.Params.Lang))
	if err != nil {
		return nil, err
	}
	raw, err := s.drafts.receive(d, r.Body)
	if err == nil && len(d.files) == 0 {
		err = &invalidParameter{"file", ""}
	}
	var options api.ImportOptions
	if err == nil && len(raw) > 0 {
		if json.Unmarshal(raw, &options) != nil {
			err = &invalidParameter{"options", ""}
		}
	}
	if err == nil {
		err = s.read(d, options)
	}
	if err != nil {
		_ = s.drafts.drop(d.id) // it is there
		return nil, err
	}
	return api.CreateImport202JSONResponse(s.shown(d, d.lang)), nil
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

// read reads the files of a draft and compares them with what is stored.
func (s *Server) read(d *draft, asked api.ImportOptions) error {
	o, meets, err := readingOptions(asked, d.lang)
	if err != nil {
		return err
	}
	return d.start(stateReading, func(ctx context.Context) error {
		d.set(func() { d.options, d.meets, d.rows, d.reads, d.plans, d.seen = asked, meets, 0, nil, nil, nil })
		leave, err := s.drafts.takePlace(ctx)
		if err != nil {
			return err
		}
		defer leave()
		d.set(func() { d.stage = stageReading })
		o.Progress = func(rows int) error {
			d.set(func() { d.rows = rows })
			return ctx.Err()
		}
		reads, err := readUploads(d.files, o, importer.ReadAll)
		if err == nil {
			err = oneEach(reads, meets)
		}
		if err != nil {
			if seen, failed := readUploads(d.files, o, importer.Look); failed == nil {
				d.set(func() { d.seen = seen })
			}
			return err
		}
		var seen []importer.Preview
		for _, r := range reads {
			seen = append(seen, r.Previews...)
		}
		d.set(func() { d.reads, d.seen = reads, seen })
		return s.compare(ctx, d)
	})
}

// readingOptions understands what a person corrected.
func readingOptions(asked api.ImportOptions, lang string) (o importer.Options, meets intake.Options, err error) {
	o = importer.Options{Format: asked.Format, Sheet: asked.Sheet, Header: asked.Header, Name: asked.Name, Joint: importer.Joint(asked.Joint), Lang: lang}
	if asked.Source != "" {
		o.Source = importer.SourceIDOf(asked.Source)
		if o.Name == "" {
			o.Name = asked.Source
		}
	}
	if o.AsOf, err = dateFrom("asOf", asked.AsOf); err != nil {
		return o, meets, err
	}
	if asked.Mode != "" && asked.Mode != "replace" && asked.Mode != "add" {
		return o, meets, &invalidParameter{"mode", asked.Mode}
	}
	if len(asked.Columns) > 0 {
		o.Columns = map[string]graph.Field{}
		for header, field := range asked.Columns {
			o.Columns[header] = graph.Field(field)
		}
	}
	if asked.Mapping != "" {
		if err := o.ReadMapping("mapping.yaml", []byte(asked.Mapping)); err != nil {
			return o, meets, err
		}
	}
	return o, intake.Options{Add: asked.Mode == "add", Named: o.Name != "", Dated: o.AsOf != 0}, nil
}

// readUploads opens the files of an upload for a reader.
func readUploads[T any](files []upload, o importer.Options, read func([]importer.File, importer.Options) (T, error)) (none T, err error) {
	var open []importer.File
	for _, f := range files {
		file, err := os.Open(f.path)
		if err != nil {
			return none, err
		}
		defer file.Close()
		open = append(open, importer.File{Name: f.name, Reader: file})
	}
	return read(open, o)
}

// oneEach refuses to replace a source twice at once.
func oneEach(reads []*importer.Reading, meets intake.Options) error {
	seen := map[graph.SourceID]bool{}
	for _, r := range reads {
		if seen[r.Source.ID] && !meets.Add {
			return &importer.FileError{File: r.Report.File, Code: "same-source", Values: map[string]any{"source": r.Source.Name}}
		}
		seen[r.Source.ID] = true
	}
	return nil
}

// compare makes the plans of a draft anew.
func (s *Server) compare(ctx context.Context, d *draft) error {
	d.set(func() { d.stage, d.plans = stageComparing, nil })
	var plans []*intake.Plan
	if d.undo != nil {
		plan, err := intake.Undo(ctx, s.store, d.undo.source, d.undo.run)
		if err != nil {
			return err
		}
		plans = append(plans, plan)
	}
	for _, r := range d.reads {
		plan, err := intake.New(ctx, s.store, r, d.meets)
		if err != nil {
			return err
		}
		plans = append(plans, plan)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	d.set(func() { d.plans, d.state = plans, stateReady })
	return nil
}

func (s *Server) CommitImport(_ context.Context, r api.CommitImportRequestObject) (api.CommitImportResponseObject, error) {
	d, err := s.drafts.find(r.Id)
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	state, plans := d.state, d.plans
	d.mu.Unlock()
	if state != stateReady {
		return nil, graph.ErrConflict
	}
	for _, plan := range plans {
		if plan.NeedsConsent() && (r.Body == nil || !r.Body.ConfirmLoss) {
			return nil, &lossError{plan}
		}
	}
	if err := d.start(stateCommitting, func(ctx context.Context) error { return s.commit(ctx, d) }); err != nil {
		return nil, err
	}
	return api.CommitImport202JSONResponse(s.shown(d, langOf(r.Params.Lang))), nil
}

// commit stores the plans one after the other. When the store has changed
// before the first, all are compared anew for the person to see; after that
// only our own changes are new, and they are taken in silently.
func (s *Server) commit(ctx context.Context, d *draft) error {
	d.set(func() { d.stage = stageStoring })
	for i := 0; i < len(d.plans); {
		_, err := d.plans[i].Commit(ctx, s.store, s.now())
		if ctx.Err() != nil {
			// Cut off while storing, it may be stored or not.
			if stored, failed := d.plans[i].Stored(context.WithoutCancel(ctx), s.store); failed == nil && stored {
				err = nil
			}
		}
		switch {
		case errors.Is(err, graph.ErrConflict) && i == 0:
			if err := s.compare(ctx, d); err != nil {
				return err
			}
			d.set(func() { d.moved = true })
			return nil
		case errors.Is(err, graph.ErrConflict):
			plan, err := intake.New(ctx, s.store, d.reads[i], d.meets)
			if err != nil {
				return err
			}
			d.set(func() { d.plans[i] = plan })
			continue
		case err != nil:
			return err
		}
		i++
	}
	d.set(func() { d.stage = stageShowing })
	if err := s.live.Refresh(ctx); err != nil {
		s.log.Warn("stored, but not shown yet", "error", err)
	}
	d.set(func() { d.state, d.reads = stateDone, nil })
	return nil
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
	d, err := s.drafts.open(langOf(r.Params.Lang))
	if err != nil {
		return nil, err
	}
	d.undo = &undoing{source, run}
	if err := d.start(stateReading, func(ctx context.Context) error { return s.compare(ctx, d) }); err != nil {
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
	d.mu.Lock()
	plans := d.plans
	d.mu.Unlock()
	as, lang := string(r.Params.As), langOf(r.Params.Lang)
	if as == "" {
		as = "csv"
	}
	contentType, body, err := wire.ReportFile(plans, as, lang)
	return fileAnswer{contentType, wire.ReportName(lang) + "." + as, body}, err
}

func (s *Server) GetImportMapping(_ context.Context, r api.GetImportMappingRequestObject) (api.GetImportMappingResponseObject, error) {
	d, err := s.drafts.find(r.Id)
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	seen, asked, lang := d.seen, d.options, d.lang
	d.mu.Unlock()
	if len(seen) == 0 {
		return nil, graph.ErrNotFound
	}
	o, _, err := readingOptions(asked, lang)
	if err != nil {
		return nil, err
	}
	body, err := importer.Mapping(seen[0], o)
	return fileAnswer{"application/yaml", wire.MappingName(langOf(r.Params.Lang)) + ".yaml", body}, err
}

// shown is a draft as it is now.
func (s *Server) shown(d *draft, lang string) api.Import {
	d.mu.Lock()
	defer d.mu.Unlock()
	i := wire.Draft{
		ID: d.id, State: d.state, Stage: d.stage, Rows: d.rows, Moved: d.moved, Options: d.options, Plans: d.plans, Previews: d.seen, Fault: d.fault,
	}
	if d.undo != nil {
		i.Undoes = d.undo.run
	}
	for _, f := range d.files {
		i.Files = append(i.Files, api.UploadedFile{Name: f.name, Bytes: f.bytes})
	}
	return wire.Import(i, lang)
}

func (s *Server) GetJob(_ context.Context, r api.GetJobRequestObject) (api.GetJobResponseObject, error) {
	d, err := s.drafts.find(r.Id)
	if err != nil {
		return nil, err
	}
	job, _, _ := d.job()
	return api.GetJob200JSONResponse(job), nil
}

// CancelJob stops what runs. What is being stored is stored whole or not at all.
func (s *Server) CancelJob(_ context.Context, r api.CancelJobRequestObject) (api.CancelJobResponseObject, error) {
	d, err := s.drafts.find(r.Id)
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	d.stop()
	d.mu.Unlock()
	return api.CancelJob204Response{}, nil
}

func (s *Server) FollowJob(ctx context.Context, r api.FollowJobRequestObject) (api.FollowJobResponseObject, error) {
	d, err := s.drafts.find(r.Id)
	if err != nil {
		return nil, err
	}
	return jobEvents{ctx, d}, nil
}

// job returns a draft as a job, whether it goes on, and what is closed at its
// next step.
func (d *draft) job() (job api.Job, running bool, step <-chan struct{}) {
	d.mu.Lock()
	defer d.mu.Unlock()
	kind := "import"
	if d.undo != nil {
		kind = "undo"
	}
	return api.Job{Id: d.id, Kind: kind, State: d.state, Stage: d.stage, Done: d.rows, Import: d.id}, d.running, d.step
}

// jobEvents streams a job until it ends or the client goes.
type jobEvents struct {
	ctx   context.Context
	draft *draft
}

func (e jobEvents) VisitFollowJobResponse(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("X-Accel-Buffering", "no") // or a proxy holds the events back
	w.WriteHeader(http.StatusOK)
	flusher := http.NewResponseController(w)
	for {
		job, running, step := e.draft.job()
		raw, err := json.Marshal(job)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, "data: "+string(raw)+"\n\n"); err != nil {
			return nil // the client is gone
		}
		_ = flusher.Flush() // not all writers can
		if !running {
			return nil
		}
		select {
		case <-e.ctx.Done():
			return nil
		case <-step:
		}
	}
}

var _ store.Reader = (Store)(nil)

package server

import (
	"context"
	"errors"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/importer"
	"hankeverkko/importer/intake"
	"hankeverkko/server/api"
	"hankeverkko/words"
)

// read reads the files of a draft and compares them with what is stored.
func (s *Server) read(d *draft, asked api.ImportOptions) error {
	o, meets, err := readingOptions(asked, d.lang)
	if err != nil {
		return err
	}
	return d.start(s.aside, stateReading, nil, func(ctx context.Context) error {
		d.set(func(p *progress) { *p = progress{options: asked, meets: meets, state: p.state, stage: p.stage} })
		leave, err := s.drafts.takePlace(ctx)
		if err != nil {
			return err
		}
		defer leave()
		d.set(func(p *progress) { p.stage = stageReading })
		o.Progress = func(rows int) error {
			d.set(func(p *progress) { p.rows = rows })
			return ctx.Err()
		}
		reads, err := readUploads(d.files, o, importer.ReadAll)
		if err == nil && !meets.Add {
			if source, twice := intake.Twice(reads); twice {
				err = &importer.FileError{File: source.Name, Code: "same-source", Values: words.Values{"source": source.Name}}
			}
		}
		if err != nil {
			if seen, failed := readUploads(d.files, o, importer.Look); failed == nil {
				d.set(func(p *progress) { p.seen = seen })
			}
			return err
		}
		var seen []importer.Preview
		for _, r := range reads {
			seen = append(seen, r.Previews...)
		}
		d.set(func(p *progress) { p.reads, p.seen = reads, seen })
		return s.compare(ctx, d)
	})
}

// readingOptions understands what a person corrected.
func readingOptions(asked api.ImportOptions, lang string) (o importer.Options, meets intake.Options, err error) {
	o = importer.Options{
		Format: asked.Format, Sheet: asked.Sheet, Header: asked.Header, Encoding: asked.Encoding, Delimiter: asked.Delimiter,
		Name: asked.Name, Joint: importer.Joint(asked.Joint), Lang: lang,
	}
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

// compare makes the plans of a draft anew.
func (s *Server) compare(ctx context.Context, d *draft) error {
	d.set(func(p *progress) { p.stage, p.plans = stageComparing, nil })
	so := d.now()
	var plans []*intake.Plan
	if d.undo != nil {
		plan, err := intake.Undo(ctx, s.store, d.undo.source, d.undo.run)
		if err != nil {
			return err
		}
		plans = append(plans, plan)
	}
	for _, r := range so.reads {
		plan, err := intake.New(ctx, s.store, r, so.meets)
		if err != nil {
			return err
		}
		plans = append(plans, plan)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	d.set(func(p *progress) { p.plans, p.state = plans, stateReady })
	return nil
}

// commit stores plans one after the other. When the store has changed before
// the first, all are compared anew for the person to see; after that only our
// own changes are new, and they are taken in silently.
func (s *Server) commit(ctx context.Context, d *draft, plans []*intake.Plan) error {
	d.set(func(p *progress) { p.stage = stageStoring })
	so := d.now()
	for i := 0; i < len(plans); {
		at := s.now()
		run, err := plans[i].Commit(ctx, s.store, at)
		if err != nil && ctx.Err() != nil {
			// Cut off while storing, it may be stored or not.
			if found, stored, failed := plans[i].Stored(context.WithoutCancel(ctx), s.store, at); failed == nil && stored {
				run, err = found, nil
			}
		}
		switch {
		case errors.Is(err, graph.ErrConflict) && i == 0:
			if err := s.compare(ctx, d); err != nil {
				return err
			}
			d.set(func(p *progress) { p.moved = true })
			return nil
		case errors.Is(err, graph.ErrConflict):
			if plans[i], err = intake.New(ctx, s.store, so.reads[i], so.meets); err != nil {
				return err
			}
			continue
		case err != nil:
			return err
		}
		plans = slices.Clone(plans) // others read the list as it was
		plans[i] = plans[i].As(run)
		d.set(func(p *progress) { p.plans = plans })
		i++
	}
	d.set(func(p *progress) { p.stage = stageShowing })
	if err := s.live.Refresh(ctx); err != nil {
		s.log.Warn("stored, but not shown yet", "error", err)
	}
	d.set(func(p *progress) { p.state, p.reads = stateDone, nil })
	return nil
}

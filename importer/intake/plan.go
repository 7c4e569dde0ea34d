package intake

import (
	"context"
	"fmt"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/view"
	"hankeverkko/importer"
)

// Options say how a reading meets what is stored.
type Options struct {
	// Add keeps what the reading lacks; else the reading is the whole source.
	Add bool
	// Named and Dated tell that a person chose the source's name and the day up
	// to which it is known; else those of earlier imports are kept.
	Named, Dated bool
}

// Plan is what an import would do to a store at one revision. Nothing is
// stored before Commit.
type Plan struct {
	Source graph.Source
	// Known tells that the source is stored already, Of how many rows it has.
	Known bool
	Of    int
	// Report is the import report; its run is empty.
	Report  importer.Report
	Changes Changes
	// Conflicts are, of an undo, the projects whose rows later imports changed:
	// they are left as they are.
	Conflicts []Thing

	base   graph.Revision
	change graph.Change
	run    graph.Run
	began  time.Time // of the last Commit
	// restore takes the whole source back, of an undo of its newest run.
	restore *store.Restoration
}

// Loses returns how many rows of the source would go.
func (p *Plan) Loses() int { return p.change.Gone }

// NeedsConsent tells that more than half of a source would go.
func (p *Plan) NeedsConsent() bool { return p.Loses()*2 > p.Of }

// Base is the revision that the plan holds for.
func (p *Plan) Base() graph.Revision { return p.base }

// New compares a reading with what is stored.
func New(ctx context.Context, s store.Reader, reading *importer.Reading, o Options) (*Plan, error) {
	content, err := store.ReadAll(ctx, s)
	if err != nil {
		return nil, err
	}
	source := reading.Source
	p := &Plan{base: content.Revision}
	for _, known := range content.Sources {
		if known.ID == source.ID {
			p.Known = true
			keepKnown(&source, known, o)
		}
	}
	stored := recordsOf(content.Records, source.ID)
	p.Source, p.Of = source, len(stored)
	p.change = graph.Diff(stored, reading.Records, o.Add)
	before, after, err := view.Effect(content, source, p.change)
	if err != nil {
		return nil, err
	}
	if p.Report, err = importer.ReportOf(reading, p.change, graph.Run{}, before, after); err != nil {
		return nil, err
	}
	p.Changes = changesOf(before, after)
	p.run = graph.Run{File: p.Report.File, SHA256: p.Report.SHA256, AsOf: source.AsOf}
	return p, nil
}

// keepKnown carries over what is known of a source from earlier imports: its
// name, and the day up to which it is known, which a part that is added does
// not take back.
func keepKnown(source *graph.Source, known graph.Source, o Options) {
	if !o.Named {
		source.Name = known.Name
	}
	if source.AsOf == 0 || o.Add && !o.Dated {
		source.AsOf = max(source.AsOf, known.AsOf)
	}
}

func recordsOf(all []graph.Record, id graph.SourceID) []graph.Record {
	var own []graph.Record
	for _, r := range all {
		if r.Source == id {
			own = append(own, r)
		}
	}
	return own
}

// Commit stores the plan as one run. It is graph.ErrConflict, and nothing is
// stored, when the store has changed since the plan was made.
func (p *Plan) Commit(ctx context.Context, s store.Writer, at time.Time) (graph.Run, error) {
	run := p.run
	run.At = at.Round(0).UTC()
	p.began = run.At
	if p.restore != nil {
		r := *p.restore
		r.At = run.At
		restored, err := s.Restore(ctx, p.base, r)
		if err != nil {
			return graph.Run{}, fmt.Errorf("restore %s: %w", p.Source.ID, err)
		}
		p.Report.Run = restored.ID
		return restored, nil
	}
	stored, err := s.Commit(ctx, p.base, store.Commit{Source: p.Source, Change: p.change, Run: run})
	if err != nil {
		return graph.Run{}, fmt.Errorf("store %s: %w", p.Source.ID, err)
	}
	p.Report.Run = stored.ID
	return stored, nil
}

// Stored tells whether the plan is the newest run of its source, for a Commit
// that was cut off: it may have come through or not.
func (p *Plan) Stored(ctx context.Context, s store.Reader) (bool, error) {
	revision, err := s.Revision(ctx)
	if err != nil || revision == p.base {
		return false, err
	}
	runs, err := s.Runs(ctx, p.Source.ID)
	if err != nil || len(runs) == 0 {
		return false, err
	}
	if newest := runs[0]; newest.At.Equal(p.began) && newest.SHA256 == p.run.SHA256 {
		p.Report.Run = newest.ID
		return true, nil
	}
	return false, nil
}

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

// Plan is what an import would do to a store at one revision. It never changes,
// and nothing is stored before Commit.
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
	at = moment(at)
	if p.restore != nil {
		r := *p.restore
		r.At = at
		run, err := s.Restore(ctx, p.base, r)
		if err != nil {
			return graph.Run{}, fmt.Errorf("restore %s: %w", p.Source.ID, err)
		}
		return run, nil
	}
	run := p.run
	run.At = at
	run, err := s.Commit(ctx, p.base, store.Commit{Source: p.Source, Change: p.change, Run: run})
	if err != nil {
		return graph.Run{}, fmt.Errorf("store %s: %w", p.Source.ID, err)
	}
	return run, nil
}

func moment(at time.Time) time.Time { return at.Round(0).UTC() }

// As returns the plan as it is told once it is stored as a run.
func (p *Plan) As(run graph.Run) *Plan {
	stored := *p
	stored.Report.Run = run.ID
	return &stored
}

// Stored finds the run of a Commit at a moment that was cut off: it may have
// come through or not.
func (p *Plan) Stored(ctx context.Context, s store.Reader, at time.Time) (run graph.Run, stored bool, err error) {
	revision, err := s.Revision(ctx)
	if err != nil || revision == p.base {
		return graph.Run{}, false, err
	}
	runs, err := s.Runs(ctx, p.Source.ID)
	if err != nil || len(runs) == 0 {
		return graph.Run{}, false, err
	}
	newest := runs[0]
	return newest, newest.At.Equal(moment(at)) && newest.SHA256 == p.run.SHA256, nil
}

// Twice returns a source that stands twice among readings: replacing it by the
// one would undo the other.
func Twice(readings []*importer.Reading) (source graph.Source, twice bool) {
	seen := map[graph.SourceID]bool{}
	for _, r := range readings {
		if seen[r.Source.ID] {
			return r.Source, true
		}
		seen[r.Source.ID] = true
	}
	return source, false
}

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hankeverkko/graph"
	"hankeverkko/graph/analysis"
	"hankeverkko/graph/export"
	"hankeverkko/graph/store"
	"hankeverkko/graph/view"
	"hankeverkko/server/wire"
	"hankeverkko/words"
)

// analyseFlags are the choices of one analysis.
type analyseFlags struct {
	scopeFlags
	lens, from, to, out string
	measures            []string
	seed                uint64
	writeBack, boundary bool
	scan                bool
	changes             string
}

func (p *program) analyseCommand() *cobra.Command {
	var f analyseFlags
	cmd := &cobra.Command{
		Use: "analyse", Short: "Measures, groups and brokers of all actors as a table", Args: cobra.NoArgs,
		Long: "One line an actor, as CSV or JSON by the ending of --out. Measures: " + strings.Join(measureIDs(), ", ") + ".",
		RunE: func(cmd *cobra.Command, _ []string) error {
			asked, err := p.analysisOf(f)
			if err != nil {
				return err
			}
			return p.withView(cmd.Context(), f.scopeFlags, true, func(ctx context.Context, s store.Store, v *view.View) error {
				publisher, ok := s.(store.Publisher)
				if f.writeBack && !ok {
					return errors.New(p.text("cli.write-back-none", words.Values{"store": p.config.Store}))
				}
				switch {
				case f.scan:
					return p.scan(ctx, v, asked, f.out)
				case asked.changes != 0:
					return p.changes(ctx, v, asked, f.out)
				}
				table, err := p.analyse(ctx, v, asked)
				if err != nil {
					return err
				}
				if err := p.writeAnalysis(f.out, table); err != nil || !f.writeBack {
					return err
				}
				return p.writeBack(ctx, publisher, table)
			})
		},
	}
	flags := cmd.Flags()
	f.bindRegion(flags)
	f.bindEdition(flags)
	flags.StringVar(&f.lens, "lens", string(view.LensTopics), "groups by topics or by cooperation")
	flags.StringVar(&f.from, "from", "", "only projects that run on this day or later")
	flags.StringVar(&f.to, "to", "", "only projects that run on this day or earlier")
	flags.StringSliceVar(&f.measures, "measure", nil, "measures to compute (default: all)")
	flags.StringVar(&f.changes, "changes", "", "instead: which groups before this day went on, split, merged, ended or were born after it")
	flags.BoolVar(&f.scan, "scan", false, "instead: what is found at nine resolutions from 1/4 to 4, and how far two runs agree there")
	flags.BoolVar(&f.boundary, "boundary", true, "judge how clear the groups are (a few seconds; not with --measure)")
	flags.Uint64Var(&f.seed, "seed", 0, "seed of the groups (default: the program's own)")
	flags.StringVar(&f.out, "out", "", "file to write, .csv or .json (default: standard output)")
	flags.BoolVar(&f.writeBack, "write-back", false, "also write measures and groups into the graph of a Neo4j store")
	return cmd
}

func measureIDs() (ids []string) {
	for _, m := range analysis.Measures() {
		ids = append(ids, m.ID)
	}
	return ids
}

// analysisAsked is what the flags say, understood.
type analysisAsked struct {
	ask      view.Ask
	measures []analysis.Measure
	seed     uint64
	boundary bool
	changes  graph.Date
}

func (p *program) analysisOf(f analyseFlags) (analysisAsked, error) {
	asked := analysisAsked{seed: f.seed, boundary: f.boundary && len(f.measures) == 0}
	var err error
	if asked.ask, err = p.ask(f.scopeFlags); err != nil {
		return asked, err
	}
	if asked.ask.Lens, err = lensOf(f.lens); err != nil {
		return asked, &usageError{err}
	}
	if ending := filepath.Ext(f.out); f.out != "" && ending != ".csv" && ending != ".json" {
		return asked, &usageError{fmt.Errorf("--out %q: want a file that ends in .csv or .json", f.out)}
	}
	for _, bound := range []struct {
		flag, text string
		date       *graph.Date
	}{{"--from", f.from, &asked.ask.Narrow.From}, {"--to", f.to, &asked.ask.Narrow.To}, {"--changes", f.changes, &asked.changes}} {
		if *bound.date, err = graph.ParseDate(bound.text); err != nil {
			return asked, &usageError{fmt.Errorf("%s: %w", bound.flag, err)}
		}
	}
	for _, m := range analysis.Measures() {
		if len(f.measures) == 0 || slices.Contains(f.measures, m.ID) {
			asked.measures = append(asked.measures, m)
		}
	}
	for _, id := range f.measures {
		if _, err := analysis.Find(id); err != nil {
			return asked, &usageError{fmt.Errorf("--measure %q: want one of %s", id, strings.Join(measureIDs(), ", "))}
		}
	}
	return asked, nil
}

func lensOf(text string) (view.Lens, error) {
	lens := view.Lens(text)
	if lens != view.LensTopics && lens != view.LensCooperation {
		return "", fmt.Errorf("--lens %q: want topics or cooperation", text)
	}
	return lens, nil
}

// slice is the part of the view that is asked for, with groups of the seed asked for.
func (asked *analysisAsked) slice(ctx context.Context, v *view.View) (*view.Slice, error) {
	var err error
	if asked.seed != 0 {
		if v, err = v.Reseeded(ctx, asked.seed); err != nil {
			return nil, err
		}
	}
	return v.Slice(ctx, asked.ask, graph.DateOf(time.Now()))
}

// scan writes what is found at several resolutions.
func (p *program) scan(ctx context.Context, v *view.View, asked analysisAsked, file string) error {
	s, err := asked.slice(ctx, v)
	if err != nil {
		return err
	}
	rows, err := s.Scan(ctx)
	if err != nil {
		return err
	}
	facts, table := wire.ScanTable(s, rows, p.versions(), p.lang())
	return p.writeTable(file, "resolutions", facts, table)
}

// changes writes what became of the groups of projects that ran before a day.
func (p *program) changes(ctx context.Context, v *view.View, asked analysisAsked, file string) error {
	s, err := asked.slice(ctx, v)
	if err != nil {
		return err
	}
	found, err := s.Changes(ctx, asked.ask, asked.changes)
	if errors.Is(err, graph.ErrInvalid) {
		return &usageError{fmt.Errorf("--changes: want a day after --from and not after --to: %w", err)}
	}
	if err != nil {
		return err
	}
	facts, table := wire.ChangesTable(s, found, p.versions(), p.lang())
	return p.writeTable(file, "changes", facts, table)
}

func (p *program) analyse(ctx context.Context, v *view.View, asked analysisAsked) (*view.Analysis, error) {
	s, err := asked.slice(ctx, v)
	if err != nil {
		return nil, err
	}
	progress := p.progress()
	defer progress.done()
	table, err := s.Analyse(ctx, asked.measures, func(i, of int, m analysis.Measure) {
		progress.step(i, of, m.ID)
	})
	if err != nil || !asked.boundary {
		return table, err
	}
	progress.step(0, 2, "boundary")
	if err := table.Judge(ctx); err != nil {
		return table, err
	}
	progress.step(1, 2, "whole")
	return table, table.Describe(ctx)
}

// writeAnalysis writes the table as JSON or CSV.
func (p *program) writeAnalysis(file string, a *view.Analysis) error {
	facts, table := wire.AnalysisTable(a, p.versions(), p.lang())
	return p.writeTable(file, "actors", facts, table)
}

func (p *program) writeTable(file, rows string, facts []export.Fact, table export.Table) error {
	asJSON := filepath.Ext(file) == ".json" || file == "" && p.json
	return p.writeFile(file, func(w io.Writer) error {
		if asJSON {
			return export.JSON(w, facts, rows, table)
		}
		return export.Plain(w, facts, table)
	})
}

// writeBack brings the graph up to date and writes measures and groups into it.
func (p *program) writeBack(ctx context.Context, publisher store.Publisher, a *view.Analysis) error {
	shown, err := publisher.Published(ctx)
	if err != nil {
		return err
	}
	if shown != a.Revision {
		if err := publisher.Publish(ctx, a.Revision, a.Network); err != nil {
			return err
		}
	}
	return publisher.WriteBack(ctx, a.Revision, wire.Measured(a, p.lang()))
}

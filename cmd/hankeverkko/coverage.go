package main

import (
	"context"
	"fmt"
	"io"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

func (p *program) coverageCommand() *cobra.Command {
	var f scopeFlags
	cmd := &cobra.Command{
		Use: "coverage", Short: "What the data rest on: sources, years, funds, regions, and what is missing", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ask, err := p.ask(f)
			if err != nil {
				return err
			}
			return p.withView(cmd.Context(), f, false, func(ctx context.Context, s store.Store, v *view.View) error {
				slice, err := v.Slice(ctx, ask, graph.DateOf(time.Now()))
				if err != nil {
					return err
				}
				runs, err := store.RunsOf(ctx, s, v.Sources)
				if err != nil {
					return err
				}
				c := wire.Coverage(slice, slice.Coverage(), runs, p.lang())
				if p.json {
					return p.print(c, nil)
				}
				return p.tellCoverage(p.stdout, c)
			})
		},
	}
	f.bindRegion(cmd.Flags())
	f.bindDate(cmd.Flags())
	f.bindEdition(cmd.Flags())
	return cmd
}

func (p *program) tellCoverage(out io.Writer, c api.Coverage) error {
	w := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	share := func(s api.Share) string { return fmt.Sprintf("%d/%d", s.Count, s.Of) }
	fmt.Fprintln(w, p.text("cli.coverage.sources", nil))
	for _, s := range c.Sources {
		fmt.Fprintf(w, "%s\t%s\t%s\t%d\t%s\t%s\t%s\t%s\t%s\n", s.Name, s.AsOf, s.LastRun.File, s.Projects,
			share(s.Share.BusinessId), share(s.Share.Place), share(s.Share.Partners), share(s.Share.TargetGroup), share(s.Share.Dates))
	}
	for _, part := range []struct {
		key  string
		rows []api.CoverageRow
	}{{"cli.coverage.years", c.ByYear}, {"cli.coverage.funds", c.ByFund}, {"cli.coverage.regions", c.ByRegion}} {
		fmt.Fprintln(w, "\n"+p.text(part.key, nil))
		for _, r := range part.rows {
			fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\n", r.Name, r.Projects, r.Listed, r.Alone, r.Unknown)
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	for _, said := range append(c.Missing, c.Warnings...) {
		if _, err := fmt.Fprintf(out, "\n%s", wire.Text(p.lang(), []api.Sentence{said})); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(out)
	return err
}

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

func (p *program) sourcesCommand() *cobra.Command {
	return &cobra.Command{
		Use: "sources", Short: "List what is stored", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withStore(cmd.Context(), func(ctx context.Context, s store.Store) error {
				sources, err := s.Sources(ctx)
				if err != nil {
					return err
				}
				type row struct {
					ID     graph.SourceID `json:"id"`
					Name   string         `json:"name"`
					Format string         `json:"format"`
					AsOf   graph.Date     `json:"asOf"`
				}
				rows := make([]row, 0, len(sources))
				for _, s := range sources {
					rows = append(rows, row{s.ID, s.Name, s.Format, s.AsOf})
				}
				return p.print(rows, func(w *tabwriter.Writer) {
					for _, r := range rows {
						fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", r.ID, r.Name, r.Format, r.AsOf)
					}
				})
			})
		},
	}
}

func (p *program) runsCommand() *cobra.Command {
	return &cobra.Command{
		Use: "runs SOURCE", Short: "List the imports into a source, newest first", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withStore(cmd.Context(), func(ctx context.Context, s store.Store) error {
				runs, err := s.Runs(ctx, graph.SourceID(args[0]))
				if err != nil {
					return err
				}
				type row struct {
					ID      graph.RunID `json:"id"`
					At      time.Time   `json:"at"`
					File    string      `json:"file"`
					AsOf    graph.Date  `json:"asOf"`
					Added   int         `json:"added"`
					Removed int         `json:"removed"`
				}
				rows := make([]row, 0, len(runs))
				for _, r := range runs {
					rows = append(rows, row{r.ID, r.At, r.File, r.AsOf, r.Added, r.Removed})
				}
				return p.print(rows, func(w *tabwriter.Writer) {
					for _, r := range rows {
						fmt.Fprintf(w, "%s\t%s\t%s\t%s\t+%d −%d\n", r.ID, r.At.Format("2006-01-02 15:04"), r.File, r.AsOf, r.Added, r.Removed)
					}
				})
			})
		},
	}
}

// withStore opens the store for one piece of work.
func (p *program) withStore(ctx context.Context, work func(context.Context, store.Store) error) (err error) {
	s, err := openStore(p.config)
	if err != nil {
		return p.explain(err)
	}
	defer func() {
		if closed := s.Close(); err == nil {
			err = closed
		}
	}()
	return p.explain(work(ctx, s))
}

// print writes a result as JSON when asked to, else as a table.
func (p *program) print(result any, table func(*tabwriter.Writer)) error {
	if p.json {
		encoder := json.NewEncoder(p.stdout)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		return encoder.Encode(result)
	}
	w := tabwriter.NewWriter(p.stdout, 0, 4, 2, ' ', 0)
	table(w)
	return w.Flush()
}

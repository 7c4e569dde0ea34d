package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/importer/intake"
	"hankeverkko/words"
)

func (p *program) undoCommand() *cobra.Command {
	var yes, dryRun bool
	cmd := &cobra.Command{
		Use: "undo RUN", Short: "Take an import back; what later imports changed stays, and is told", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withStore(cmd.Context(), func(ctx context.Context, s store.Store) error {
				source, err := sourceOf(ctx, s, graph.RunID(args[0]))
				if errors.Is(err, graph.ErrNotFound) {
					return fmt.Errorf("%s: %w", p.text("cli.run-unknown", words.Values{"run": args[0]}), err)
				}
				if err != nil {
					return err
				}
				plan, err := intake.Undo(ctx, s, source, graph.RunID(args[0]))
				if errors.Is(err, graph.ErrInvalid) {
					return fmt.Errorf("%s: %w", p.text("cli.undo-nothing", words.Values{"run": args[0]}), err)
				}
				if err != nil {
					return err
				}
				projects := plan.Changes.Projects.Counts
				fmt.Fprintln(p.stderr, p.text("cli.undo-change", words.Values{
					"run": args[0], "new": projects.New, "changed": projects.Changed, "gone": projects.Gone,
				}))
				for _, thing := range plan.Conflicts {
					fmt.Fprintln(p.stderr, p.text("cli.undo-conflict", words.Values{"project": thing.Name}))
				}
				if dryRun {
					return nil
				}
				if plan.NeedsConsent() && !yes && !p.confirm("cli.vanish", words.Values{
					"count": plan.Loses(), "all": plan.Of, "source": plan.Source.Name,
				}) {
					return errors.New(p.text("cli.undo-refused", nil))
				}
				run, err := plan.Commit(ctx, s, time.Now())
				if err != nil {
					return err
				}
				p.show(ctx, s)
				fmt.Fprintln(p.stdout, p.text("cli.undone", words.Values{"run": args[0], "as": run.ID}))
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "do not ask before most of a source would vanish")
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "change nothing, only say what would")
	return cmd
}

// sourceOf finds the source that a run belongs to.
func sourceOf(ctx context.Context, s store.Reader, run graph.RunID) (graph.SourceID, error) {
	sources, err := s.Sources(ctx)
	if err != nil {
		return "", err
	}
	all, err := store.RunsOf(ctx, s, sources)
	if err != nil {
		return "", err
	}
	for source, runs := range all {
		if slices.ContainsFunc(runs, func(r graph.Run) bool { return r.ID == run }) {
			return source, nil
		}
	}
	return "", graph.ErrNotFound
}

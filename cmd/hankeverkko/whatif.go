package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
	"hankeverkko/words"
)

func (p *program) whatIfCommand() *cobra.Command {
	var ask scopeFlags
	var remove string
	var add []string
	cmd := &cobra.Command{
		Use: "whatif --remove ACTOR | --add ACTOR --add ACTOR…", Short: "Who loses touch when an actor leaves, or gains it by a new project", Args: cobra.NoArgs,
		Long: "Actors by id, business id, name or short name. Counted exactly on all projects of the region.",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if (remove == "") == (len(add) == 0) || len(add) == 1 {
				return &usageError{errors.New(p.text("problem.whatif-one", nil))}
			}
			return p.withSlice(cmd.Context(), false, ask, view.LensCooperation, func(ctx context.Context, s *view.Slice) error {
				found, err := whatIf(ctx, s, remove, add)
				if err != nil {
					return p.tellAbsent(err)
				}
				answer := wire.WhatIf(s, found, p.lang())
				if p.json {
					return p.print(answer, nil)
				}
				_, err = fmt.Fprint(p.stdout, p.tellWhatIf(answer))
				return err
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&remove, "remove", "", "actor that leaves")
	flags.StringArrayVar(&add, "add", nil, "actor of a new project; two or more")
	ask.bindRegion(flags)
	ask.bindEdition(flags)
	return cmd
}

func whatIf(ctx context.Context, s *view.Slice, remove string, add []string) (*view.WhatIf, error) {
	if remove != "" {
		actor, err := s.Resolve(remove)
		if err != nil {
			return nil, err
		}
		return s.WhatIfRemoved(ctx, actor)
	}
	var actors []int32
	for _, written := range add {
		actor, err := s.Resolve(written)
		if err != nil {
			return nil, err
		}
		actors = append(actors, actor)
	}
	return s.WhatIfAdded(ctx, actors)
}

// tellAbsent puts an actor without projects in the region into the reader's words.
func (p *program) tellAbsent(err error) error {
	var absent *view.AbsentError
	if errors.As(err, &absent) {
		return told{p.text("problem.actor-absent", words.Values{"name": absent.Name}), err}
	}
	return err
}

// tellWhatIf writes the sentences, the parts and what they rest on.
func (p *program) tellWhatIf(w api.WhatIf) string {
	var b strings.Builder
	fmt.Fprintln(&b, w.Sentence)
	if len(w.Parts) > 1 {
		fmt.Fprintln(&b)
		for _, part := range w.Parts {
			fmt.Fprintf(&b, "- %s: %s, %s\n", part.Name,
				p.text("count.actors", words.Values{"count": part.ActorCount}), p.text("count.projects", words.Values{"count": part.ProjectCount}))
		}
	}
	fmt.Fprintf(&b, "\n%s\n", wire.Text(p.lang(), w.Notes))
	return b.String()
}

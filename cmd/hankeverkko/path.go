package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

func (p *program) pathCommand() *cobra.Command {
	var ask scopeFlags
	cmd := &cobra.Command{
		Use: "path FROM TO", Short: "Through whom two actors, or an actor and a group, are connected", Args: cobra.ExactArgs(2),
		Long: "FROM and TO are actors by id, business id, name or short name, or the id of a group (any of its actors).",
		RunE: func(cmd *cobra.Command, args []string) error {
			topics := slices.ContainsFunc(args, view.IsGroupID)
			return p.withSlice(cmd.Context(), topics, ask, view.LensTopics, func(ctx context.Context, s *view.Slice) error {
				from, err := s.PathEnd(ctx, args[0])
				if err != nil {
					return err
				}
				to, err := s.PathEnd(ctx, args[1])
				if err != nil {
					return err
				}
				found, err := s.Path(ctx, from, to)
				if err != nil {
					return err
				}
				routes := wire.Path(s, found, p.lang())
				if p.json {
					return p.print(routes, nil)
				}
				_, err = fmt.Fprint(p.stdout, p.tellRoutes(routes))
				return err
			})
		},
	}
	ask.bindRegion(cmd.Flags())
	ask.bindDate(cmd.Flags())
	ask.bindEdition(cmd.Flags())
	return cmd
}

// tellRoutes writes the routes as the page tells them.
func (p *program) tellRoutes(routes api.Routes) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s – %s\n", routes.FromName, routes.ToName)
	for i, r := range routes.Routes {
		heading := "cli.path.other"
		if i < 2 {
			heading = [...]string{"cli.path.best", "cli.path.second"}[i]
		}
		fmt.Fprintf(&b, "\n%s\n%s\n", p.text(heading, nil), r.Sentence)
	}
	if len(routes.Notes) > 0 {
		fmt.Fprintf(&b, "\n%s\n", wire.Text(p.lang(), routes.Notes))
	}
	return b.String()
}

package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/spf13/cobra"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/view"
	"hankeverkko/words"
)

func (p *program) publishCommand() *cobra.Command {
	return &cobra.Command{
		Use: "publish", Short: "Compare the graph that Neo4j shows with what is stored, and put it right", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withStore(cmd.Context(), func(ctx context.Context, s store.Store) error {
				publisher, ok := s.(store.Publisher)
				if !ok {
					return errors.New(p.text("cli.publish-nowhere", words.Values{"store": p.config.Store}))
				}
				return p.publish(ctx, s, publisher)
			})
		},
	}
}

// show brings what a store shows to others to what it holds, where it shows
// anything. What was stored before stays stored when that fails: it is told,
// and made good by a running server, the next import or the publish command.
func (p *program) show(ctx context.Context, s store.Store) {
	publisher, ok := s.(store.Publisher)
	if !ok {
		return
	}
	held, err := s.Revision(ctx)
	if err == nil {
		var shown graph.Revision
		if shown, err = publisher.Published(ctx); err == nil && shown == held {
			return
		}
	}
	if err == nil {
		err = p.publish(ctx, s, publisher)
	}
	if err != nil {
		fmt.Fprintln(p.stderr, p.text("cli.publish-failed", words.Values{"error": p.explain(err)}))
	}
}

// tries is how often a store that changes meanwhile is read again.
const tries = 3

func (p *program) publish(ctx context.Context, s store.Store, publisher store.Publisher) (err error) {
	for range tries {
		var revision graph.Revision
		var n *graph.Network
		if revision, n, err = view.NetworkOf(ctx, s); err != nil {
			return err
		}
		if err = publisher.Publish(ctx, revision, n); err == nil {
			fmt.Fprintln(p.stderr, p.text("cli.published", words.Values{
				"projects": len(n.Projects), "actors": len(n.Actors), "ties": len(n.Ties),
			}))
			return nil
		}
		if !errors.Is(err, graph.ErrConflict) {
			return err
		}
	}
	return err
}

// Whoever imports publishes as well, so a server that finds the graph behind
// leaves it the time to begin, and tries again later when it could not publish.
const (
	publishGrace = 3 * time.Second
	publishAgain = time.Minute
)

// keepShown publishes what live has when the store shows something older,
// until ctx ends.
func keepShown(ctx context.Context, live *view.Live, publisher store.Publisher, log *slog.Logger) {
	ticker := time.NewTicker(pollEvery)
	defer ticker.Stop()
	var shown graph.Revision // the last one known to be shown
	var seen graph.Revision  // the last one that live had
	var next time.Time       // when to look at it
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-ticker.C:
			v, fresh, err := live.Current()
			if err != nil || fresh.Stale || v.Revision == shown {
				continue
			}
			if v.Revision != seen {
				seen, next = v.Revision, now.Add(publishGrace)
			}
			if now.Before(next) {
				continue
			}
			published, err := publisher.Published(ctx)
			if err == nil && published != v.Revision {
				if err = publisher.Publish(ctx, v.Revision, v.Whole()); err == nil {
					log.Info("the graph in the store was behind and is published", "revision", v.Revision)
				}
			}
			switch {
			case err == nil:
				shown = v.Revision
			case ctx.Err() != nil:
				return
			case !errors.Is(err, graph.ErrConflict): // else a newer view is on its way
				log.Warn("the graph in the store is behind and could not be published", "revision", v.Revision, "error", err)
				next = time.Now().Add(publishAgain)
			}
		}
	}
}

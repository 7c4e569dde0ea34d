package main

import (
	"errors"
	"fmt"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/store"
	"hankeverkko/words"
)

// matchJSON is a spelling that was taken for an actor without a decision.
type matchJSON struct {
	Actor    graph.ActorID `json:"actor"`
	Name     string        `json:"name"`
	Rows     int           `json:"rows"`
	Spelling string        `json:"spelling"`
	Times    int           `json:"times"`
	ByNumber bool          `json:"byNumber"`
}

func (p *program) matchesCommand() *cobra.Command {
	var sample int
	var seed uint64
	cmd := &cobra.Command{
		Use: "matches", Short: "List spellings that were taken for one actor with nobody's decision, or a random sample of them to judge", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if sample < 0 {
				return &usageError{errors.New("--sample: want 0 (all) or more")}
			}
			return p.withLedger(cmd.Context(), func(_ store.Store, l *identity.Ledger) error {
				matches := slices.DeleteFunc(l.Matches(), func(m identity.Match) bool { return m.Merged })
				spellings := len(matches) + len(l.Network.Actors)
				all := len(matches)
				if sample > 0 && sample < all {
					var some []identity.Match
					for _, i := range chance.Sample(chance.Stream(seed, 1), all, float64(sample)/float64(all)) {
						some = append(some, matches[i])
					}
					matches = some
				}
				rows := make([]matchJSON, 0, len(matches))
				for _, m := range matches {
					rows = append(rows, matchJSON{m.Actor, m.Spelling, m.Rows, m.Other, m.OtherRows, m.ByNumber})
				}
				if p.json {
					return p.print(struct {
						Spellings int         `json:"spellings"`
						Actors    int         `json:"actors"`
						Matches   int         `json:"matches"`
						Sample    []matchJSON `json:"sample"`
					}{spellings, len(l.Network.Actors), all, rows}, nil)
				}
				fmt.Fprintln(p.stdout, p.text("cli.matches", words.Values{"spellings": spellings, "actors": len(l.Network.Actors), "matches": all}))
				return p.print(rows, func(w *tabwriter.Writer) {
					for _, r := range rows {
						fmt.Fprintf(w, "%s\t%s\t%s\n", r.Name, r.Spelling, r.Actor)
					}
				})
			})
		},
	}
	cmd.Flags().IntVar(&sample, "sample", 0, "so many at random (default: all)")
	cmd.Flags().Uint64Var(&seed, "seed", 1, "seed of the sample")
	return cmd
}

package main

import (
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/review"
	"hankeverkko/graph/store"
	"hankeverkko/words"
)

// entryJSON is an entry of the journal for programs.
type entryJSON struct {
	Number  int             `json:"number"`
	Kind    string          `json:"kind"`
	Actors  []graph.ActorID `json:"actors"`
	Project graph.ProjectID `json:"project,omitempty"`
	Value   string          `json:"value,omitempty"`
	Lang    string          `json:"lang,omitempty"`
	From    string          `json:"from,omitempty"`
	To      string          `json:"to,omitempty"`
	Who     string          `json:"who"`
	At      time.Time       `json:"at"`
	Why     string          `json:"why,omitempty"`
	State   string          `json:"state,omitempty"`
	By      int             `json:"by,omitempty"`
	Text    string          `json:"text"`
	// Revision is that of the store after the entry.
	Revision graph.Revision `json:"revision,omitempty"`
}

func (p *program) journalCommand() *cobra.Command {
	return &cobra.Command{
		Use: "journal", Short: "List the decisions with what has become of them", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withLedger(cmd.Context(), func(_ store.Store, l *identity.Ledger) error {
				rows := []entryJSON{}
				for _, e := range l.Entries() {
					row := p.entry(l, e.Number, e.Decision)
					row.State, row.By = e.State.String(), e.By
					rows = append(rows, row)
				}
				return p.print(rows, func(w *tabwriter.Writer) {
					for _, r := range rows {
						state := p.text("decision-state."+r.State, words.Values{"entry": fmt.Sprint(r.By)})
						fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t%s\n", r.Number, r.At.Format("2006-01-02 15:04"), r.Who, r.Text, state, r.Why)
					}
				})
			})
		},
	}
}

func (p *program) entry(l *identity.Ledger, number int, d graph.Decision) entryJSON {
	return entryJSON{
		Number: number, Kind: d.Kind.String(), Actors: append([]graph.ActorID{}, d.Actors...), Project: d.Project, Value: d.Value, Lang: d.Lang,
		From: d.From.String(), To: d.To.String(), Who: d.Who, At: d.At, Why: d.Why, Text: p.sentence(l, d),
	}
}

// printEntry says what was written.
func (p *program) printEntry(l *identity.Ledger, number int, d graph.Decision, revision graph.Revision) error {
	row := p.entry(l, number, d)
	row.Revision = revision
	if err := p.print(row, func(w *tabwriter.Writer) {
		fmt.Fprintln(w, p.text("cli.entry", words.Values{"entry": fmt.Sprint(number), "text": row.Text}))
	}); err != nil {
		return err
	}
	if d.Kind == graph.DecideMerge && len(d.Actors) > identity.ManyActors {
		fmt.Fprintln(p.stderr, p.text("cli.entry-waits", words.Values{"entry": fmt.Sprint(number), "limit": identity.ManyActors}))
	}
	return nil
}

// sentence says in words what was decided.
func (p *program) sentence(l *identity.Ledger, d graph.Decision) string {
	return review.Sentence(p.lang(), d, func(id graph.ActorID) string {
		if title, known := l.TitleOf(id, p.lang()); known {
			return fmt.Sprintf("%s (%s)", title, id)
		}
		return string(id)
	})
}

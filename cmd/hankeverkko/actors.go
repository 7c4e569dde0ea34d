package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/review"
	"hankeverkko/graph/store"
	"hankeverkko/words"
)

// decisionFlags go with every decision.
type decisionFlags struct{ who, why, from, to string }

func (p *program) actorsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "actors", Short: "Say which actors are one, part or successor of another, and what they are called", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(
		p.candidatesCommand(), p.matchesCommand(), p.journalCommand(),
		p.deciding(graph.DecideMerge, "merge ID ID…", "The actors are one; the strongest id stays", 2, 0),
		p.splitCommand(),
		p.deciding(graph.DecideKeepApart, "keep-apart ID ID…", "The actors are not one; the pair does not come back", 2, 0),
		p.deciding(graph.DecideLater, "later ID ID…", "Put the question aside", 2, 0),
		p.deciding(graph.DecidePartOf, "part-of CHILD PARENT", "The first is part of the second", 2, 2),
		p.deciding(graph.DecideSuccessorOf, "successor-of NEW OLD", "The first went on with the work of the second", 2, 2),
		p.nameCommand(), p.kindCommand(),
		p.shownCommand("show ID", identity.Public, "Show a sole trader or a private person to all"),
		p.shownCommand("hide ID", identity.Private, "Keep the name of a private person from the public"),
		p.entryCommand(graph.DecideUndo, "undo N", "Take an entry of the journal back"),
		p.entryCommand(graph.DecideConfirm, "confirm N", "Agree, as another person, to a merge of very many actors"),
	)
	return cmd
}

// bind adds the flags of a decision.
func (f *decisionFlags) bind(cmd *cobra.Command, dated bool) {
	flags := cmd.Flags()
	flags.StringVar(&f.who, "who", "curator", "role of the one who decides, never a person's name")
	flags.StringVar(&f.why, "why", "", "why it was decided so, kept in the journal")
	if dated {
		flags.StringVar(&f.from, "from", "", "first day, 2015-01-01")
		flags.StringVar(&f.to, "to", "", "last day, 2019-12-31")
	}
}

func (p *program) deciding(kind graph.DecisionKind, use, short string, least, most int) *cobra.Command {
	var f decisionFlags
	args := cobra.MinimumNArgs(least)
	if most > 0 {
		args = cobra.ExactArgs(most)
	}
	cmd := &cobra.Command{
		Use: use, Short: short, Args: args,
		RunE: func(cmd *cobra.Command, ids []string) error {
			return p.decide(cmd.Context(), f, ids, graph.Decision{Kind: kind})
		},
	}
	f.bind(cmd, kind == graph.DecidePartOf || kind == graph.DecideSuccessorOf)
	return cmd
}

func (p *program) splitCommand() *cobra.Command {
	var f decisionFlags
	var bySeat bool
	cmd := &cobra.Command{
		Use: "split ID [ID…]", Short: "Undo the merges into an actor, or only those of the further ones", Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, ids []string) error {
			d := graph.Decision{Kind: graph.DecideSplit}
			if bySeat {
				if len(ids) > 1 {
					return &usageError{errors.New("split --by-seat: name one actor")}
				}
				d.Value = identity.BySeat
			}
			return p.decide(cmd.Context(), f, ids, d)
		},
	}
	cmd.Flags().BoolVar(&bySeat, "by-seat", false, "part one actor into one for each municipality that its rows name")
	f.bind(cmd, false)
	return cmd
}

func (p *program) nameCommand() *cobra.Command {
	var f decisionFlags
	cmd := &cobra.Command{
		Use: "name ID NAME", Short: "Choose the name of an actor, with --lang in one language only", Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			d := graph.Decision{Kind: graph.DecideName, Value: strings.TrimSpace(args[1])}
			if d.Value == "" {
				return &usageError{errors.New("name: the name is empty")}
			}
			if cmd.Flags().Changed("lang") {
				d.Lang = p.lang()
			}
			return p.decide(cmd.Context(), f, args[:1], d)
		},
	}
	f.bind(cmd, false)
	return cmd
}

func (p *program) kindCommand() *cobra.Command {
	var f decisionFlags
	cmd := &cobra.Command{
		Use: "kind ID KIND", Short: "Correct the kind of an actor", Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			kind, ok := kindWritten(args[1])
			if !ok {
				var all []string
				for _, k := range graph.ActorKinds()[1:] {
					all = append(all, k.String())
				}
				return &usageError{errors.New(p.text("cli.kind-unknown", words.Values{"kind": args[1], "kinds": strings.Join(all, ", ")}))}
			}
			return p.decide(cmd.Context(), f, args[:1], graph.Decision{Kind: graph.DecideActorKind, Value: kind.String()})
		},
	}
	f.bind(cmd, false)
	return cmd
}

// kindWritten reads a kind as the program writes it, in any language.
func kindWritten(text string) (graph.ActorKind, bool) {
	for _, k := range graph.ActorKinds()[1:] {
		if strings.EqualFold(text, k.String()) || slices.ContainsFunc(words.Languages, func(lang string) bool {
			return strings.EqualFold(text, words.Text(lang, "actor-kind."+k.String(), nil))
		}) {
			return k, true
		}
	}
	return graph.KindUnknown, false
}

// shownCommand decides whether a person is shown to all.
func (p *program) shownCommand(use, value, short string) *cobra.Command {
	var f decisionFlags
	cmd := &cobra.Command{
		Use: use, Short: short, Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, ids []string) error {
			return p.decide(cmd.Context(), f, ids, graph.Decision{Kind: graph.DecideCorrection, Value: value})
		},
	}
	f.bind(cmd, false)
	return cmd
}

func (p *program) entryCommand(kind graph.DecisionKind, use, short string) *cobra.Command {
	var f decisionFlags
	cmd := &cobra.Command{
		Use: use, Short: short, Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.decide(cmd.Context(), f, nil, graph.Decision{Kind: kind, Value: args[0]})
		},
	}
	f.bind(cmd, false)
	return cmd
}

// decide finds the actors, asks whether the decision fits, appends it to the
// journal and says what was written.
func (p *program) decide(ctx context.Context, f decisionFlags, ids []string, d graph.Decision) (err error) {
	d.Who, d.Why, d.At = f.who, f.why, time.Now().UTC()
	if d.From, err = graph.ParseDate(f.from); err != nil {
		return &usageError{fmt.Errorf("--from: %w", err)}
	}
	if d.To, err = graph.ParseDate(f.to); err != nil {
		return &usageError{fmt.Errorf("--to: %w", err)}
	}
	return p.withLedger(ctx, func(s store.Store, l *identity.Ledger) error {
		for _, text := range ids {
			id, err := l.Find(text)
			if err != nil {
				return p.whoIsMeant(text, err)
			}
			d.Actors = append(d.Actors, id)
		}
		if err := l.Check(d); err != nil {
			return p.refused(err)
		}
		p.warnOfNumbers(l, d)
		if err := s.Append(ctx, d); err != nil {
			return err
		}
		journal, err := s.Journal(ctx)
		if err != nil {
			return err
		}
		revision, err := s.Revision(ctx)
		if err != nil {
			return err
		}
		return p.printEntry(l, len(journal), d, revision)
	})
}

// whoIsMeant says in words that a text names no actor, or several.
func (p *program) whoIsMeant(text string, err error) error {
	var several *identity.AmbiguousError
	switch {
	case errors.As(err, &several):
		ids := make([]string, len(several.IDs))
		for i, id := range several.IDs {
			ids[i] = string(id)
		}
		return told{p.text("cli.actor-ambiguous", words.Values{"name": text, "ids": strings.Join(ids, ", ")}), err}
	case errors.Is(err, graph.ErrNotFound):
		return told{p.text("conflict.unknown-actor", words.Values{"actor": text}), err}
	}
	return err
}

// refused says in words why a decision does not fit. One that has no shape at
// all was called in a wrong way.
func (p *program) refused(err error) error {
	text, _, _, ok := review.Refusal(p.lang(), err, true)
	if !ok {
		return &usageError{err}
	}
	return told{text, err}
}

// warnOfNumbers tells that actors with business ids of their own are merged:
// a person may, but most often one is the successor of the other.
func (p *program) warnOfNumbers(l *identity.Ledger, d graph.Decision) {
	if d.Kind != graph.DecideMerge {
		return
	}
	var numbers []string
	for _, id := range d.Actors {
		if a, ok := l.Actor(id); ok && a.BusinessID != "" && !slices.Contains(numbers, a.BusinessID) {
			numbers = append(numbers, a.BusinessID)
		}
	}
	if len(numbers) > 1 {
		fmt.Fprintln(p.stderr, p.text("cli.two-numbers", words.Values{"numbers": strings.Join(numbers, ", ")}))
	}
}

// withLedger reads the store and what its records and journal come to.
func (p *program) withLedger(ctx context.Context, work func(store.Store, *identity.Ledger) error) error {
	return p.withStore(ctx, func(ctx context.Context, s store.Store) error {
		var records []graph.Record
		for r, err := range s.Records(ctx) {
			if err != nil {
				return err
			}
			records = append(records, r)
		}
		sources, err := s.Sources(ctx)
		if err != nil {
			return err
		}
		journal, err := s.Journal(ctx)
		if err != nil {
			return err
		}
		ledger, err := identity.Open(records, journal, identity.Options{Sources: sources})
		if err != nil {
			return err
		}
		return work(s, ledger)
	})
}

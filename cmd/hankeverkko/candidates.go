package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/identity/candidate"
	"hankeverkko/graph/place"
	"hankeverkko/graph/store"
	"hankeverkko/words"
)

type candidateJSON struct {
	Score         float64      `json:"score"`
	Suggests      string       `json:"suggests"`
	A             actorJSON    `json:"a"`
	B             actorJSON    `json:"b"`
	From          string       `json:"from,omitempty"`
	Reasons       []reasonJSON `json:"reasons"`
	Circumstances []reasonJSON `json:"circumstances"`
	Later         bool         `json:"later"`
}

type actorJSON struct {
	ID       graph.ActorID `json:"id"`
	Name     string        `json:"name"`
	Kind     string        `json:"kind"`
	Projects int           `json:"projects"`
}

type reasonJSON struct {
	Code string `json:"code"`
	Text string `json:"text"`
	A    string `json:"a,omitempty"`
	B    string `json:"b,omitempty"`
}

func (p *program) candidatesCommand() *cobra.Command {
	var scope scopeFlags
	var reason string
	var limit int
	cmd := &cobra.Command{
		Use: "candidates", Short: "List pairs of actors that may be one, with reasons; nothing is merged by itself", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if reason != "" && !slices.Contains(candidate.Reasons(), candidate.Code(reason)) {
				return &usageError{fmt.Errorf("--reason %q: want one of %v", reason, candidate.Reasons())}
			}
			ask, err := p.ask(scope)
			if err != nil {
				return err
			}
			var query graph.Query
			if area, ok := place.Find(ask.Area); ok {
				query.Region = area.Municipalities
			}
			if limit < 1 {
				return &usageError{errors.New("--limit: want at least 1")}
			}
			return p.withLedger(cmd.Context(), func(_ store.Store, l *identity.Ledger) error {
				return p.listCandidates(l, query, candidate.Code(reason), limit)
			})
		},
	}
	flags := cmd.Flags()
	scope.bindRegion(flags)
	flags.StringVar(&reason, "reason", "", "only pairs with this reason: legal-form, typing-error, part …")
	flags.IntVar(&limit, "limit", 50, "pairs at most")
	return cmd
}

func (p *program) listCandidates(l *identity.Ledger, query graph.Query, reason candidate.Code, limit int) error {
	n := l.Network
	here := map[graph.ActorID]bool{}
	for _, a := range graph.Select(n, query).Actors {
		here[n.Actors[a].ID] = true
	}
	list := []candidateJSON{}
	total := 0
	for _, pair := range candidate.Find(n, l) {
		hasReason := func(r candidate.Reason) bool { return r.Code == reason }
		if !here[pair.A] && !here[pair.B] || reason != "" && !slices.ContainsFunc(pair.Reasons, hasReason) {
			continue
		}
		if total++; len(list) < limit {
			list = append(list, p.candidate(n, pair))
		}
	}
	if p.json {
		return p.print(struct {
			Total      int             `json:"total"`
			Truncated  bool            `json:"truncated"`
			Candidates []candidateJSON `json:"candidates"`
		}{total, total > len(list), list}, nil)
	}
	return p.tellCandidates(p.stdout, list, total)
}

func (p *program) candidate(n *graph.Network, pair candidate.Pair) candidateJSON {
	out := candidateJSON{
		Score: float64(int(pair.Score*100+0.5)) / 100, Suggests: pair.Suggests.String(), From: pair.From.String(), Later: pair.Later,
		A: p.actor(n, pair.A), B: p.actor(n, pair.B), Circumstances: []reasonJSON{},
	}
	for _, r := range pair.Reasons {
		out.Reasons = append(out.Reasons, reasonJSON{string(r.Code), p.text("reason."+string(r.Code), nil), r.A, r.B})
	}
	for _, code := range pair.Circumstances {
		out.Circumstances = append(out.Circumstances, reasonJSON{Code: string(code), Text: p.text("reason."+string(code), nil)})
	}
	return out
}

func (p *program) actor(n *graph.Network, id graph.ActorID) actorJSON {
	i, _ := n.FindActor(id)
	a := &n.Actors[i]
	return actorJSON{a.ID, a.NameIn(p.lang()), a.Kind.String(), len(n.ActorTies(i))}
}

// tellCandidates writes three lines for each pair: what it would be, the two
// actors, and why.
func (p *program) tellCandidates(w io.Writer, list []candidateJSON, total int) error {
	for _, c := range list {
		var why []string
		for _, r := range slices.Concat(c.Reasons, c.Circumstances) {
			why = append(why, r.Text)
		}
		if c.Later {
			why = append(why, p.text("reason.later", nil))
		}
		if c.From != "" {
			why = append(why, c.From)
		}
		if _, err := fmt.Fprintf(w, "%.2f  %s: %s\n      %s\n      %s\n", c.Score, p.text("suggests."+c.Suggests, nil), strings.Join(why, "; "),
			p.actorLine(c.A), p.actorLine(c.B)); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(w, p.text("cli.candidates", words.Values{"count": total, "shown": len(list)}))
	return err
}

func (p *program) actorLine(a actorJSON) string {
	return fmt.Sprintf("%s (%s) · %s · %s", a.Name, a.ID, p.text("actor-kind."+a.Kind, nil), p.text("count.projects", words.Values{"count": a.Projects}))
}

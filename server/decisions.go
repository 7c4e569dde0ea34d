package server

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/identity/candidate"
	"hankeverkko/graph/place"
	"hankeverkko/graph/review"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

// curator is who decides on the page: a role, never a person.
const curator = "curator"

// errNoDesk is what a server without a store to write to answers.
var errNoDesk = fmt.Errorf("nothing to decide on here: %w", graph.ErrUnavailable)

// desk returns the desk of the store as it is now.
func (s *Server) desk(ctx context.Context) (*review.Desk, error) {
	if s.keeper == nil {
		return nil, errNoDesk
	}
	return s.keeper.Desk(ctx)
}

func (s *Server) ListCandidates(ctx context.Context, r api.ListCandidatesRequestObject) (api.ListCandidatesResponseObject, error) {
	p := r.Params
	filter, err := candidateFilter(p.Reason, p.Suggestion, p.MinScore, p.Q, p.Region)
	if err != nil {
		return nil, err
	}
	desk, err := s.desk(ctx)
	if err != nil {
		return nil, err
	}
	filter.Later, filter.Public = p.Later, !mayWriteHere(ctx)
	return api.ListCandidates200JSONResponse(wire.CandidateList(desk, filter, pageOf(p.Limit, p.Offset), langOf(p.Lang))), nil
}

func candidateFilter(reason string, suggests api.Suggestion, score float64, q, region string) (review.Filter, error) {
	f := review.Filter{Reason: candidate.Code(reason), Suggests: decisionKind(string(suggests)), Score: score, Text: q}
	if reason != "" && !slices.Contains(candidate.Reasons(), f.Reason) {
		return f, &invalidParameter{"reason", reason}
	}
	id, err := areaFrom(region)
	if err != nil {
		return f, err
	}
	if area, ok := place.Find(id); ok {
		f.Region = area.Municipalities
	}
	return f, nil
}

func decisionKind(written string) graph.DecisionKind {
	for _, k := range graph.DecisionKinds() {
		if k.String() == written {
			return k
		}
	}
	return 0
}

func (s *Server) ListDecisions(ctx context.Context, r api.ListDecisionsRequestObject) (api.ListDecisionsResponseObject, error) {
	desk, err := s.desk(ctx)
	if err != nil {
		return nil, err
	}
	p := r.Params
	filter := wire.JournalFilter{Actor: graph.ActorID(p.Actor), State: string(p.State), Public: !mayWriteHere(ctx)}
	return api.ListDecisions200JSONResponse(wire.DecisionList(desk, filter, pageOf(p.Limit, p.Offset), langOf(p.Lang))), nil
}

func (s *Server) Decide(ctx context.Context, r api.DecideRequestObject) (api.DecideResponseObject, error) {
	if r.Body == nil {
		return nil, &invalidParameter{"body", ""}
	}
	d, err := newDecision(r.Body)
	if err != nil {
		return nil, err
	}
	made, err := s.decide(ctx, d, langOf(r.Params.Lang))
	if err != nil {
		return nil, err
	}
	return api.Decide201JSONResponse(*made), nil
}

func newDecision(b *api.NewDecision) (graph.Decision, error) {
	d := graph.Decision{Kind: decisionKind(string(b.Kind)), Value: b.Value, Lang: string(b.Lang), Who: curator, Why: b.Why}
	if d.Kind == 0 {
		return d, &invalidParameter{"kind", string(b.Kind)}
	}
	for _, id := range b.Actors {
		d.Actors = append(d.Actors, graph.ActorID(id))
	}
	var err error
	if d.From, err = dateFrom("from", b.From); err != nil {
		return d, err
	}
	if d.To, err = dateFrom("to", b.To); err != nil {
		return d, err
	}
	if b.BySeat {
		d.Value = identity.BySeat
	}
	return d, nil
}

func (s *Server) UndoDecision(ctx context.Context, r api.UndoDecisionRequestObject) (api.UndoDecisionResponseObject, error) {
	d := graph.Decision{Kind: graph.DecideUndo, Value: strconv.Itoa(r.Number), Who: curator}
	if r.Body != nil {
		d.Why = r.Body.Why
	}
	made, err := s.decide(ctx, d, langOf(r.Params.Lang))
	if err != nil {
		return nil, err
	}
	return api.UndoDecision201JSONResponse(*made), nil
}

func (s *Server) decide(ctx context.Context, d graph.Decision, lang string) (*api.DecisionMade, error) {
	if s.keeper == nil {
		return nil, errNoDesk
	}
	made, err := s.keeper.Decide(ctx, d)
	if err != nil {
		return nil, s.refusal(ctx, err)
	}
	s.renew()
	out := wire.DecisionMade(made, lang)
	return &out, nil
}

// refusedDecision is a decision that does not fit, with the entry that it
// stands against.
type refusedDecision struct {
	cause error
	desk  *review.Desk
}

func (e *refusedDecision) Error() string { return e.cause.Error() }
func (e *refusedDecision) Unwrap() error { return e.cause }

func (s *Server) refusal(ctx context.Context, err error) error {
	if _, _, _, ok := review.Refusal("", err, false); !ok && !errors.Is(err, review.ErrMoved) {
		return err
	}
	desk, failed := s.desk(ctx)
	if failed != nil {
		return failed
	}
	return &refusedDecision{err, desk}
}

// renew brings the view to what was written; readers do not wait for it.
func (s *Server) renew() {
	_ = s.aside.run(func() { // after the end nobody reads
		_ = s.live.Refresh(s.aside.ctx) // kept in the state and logged there
	})
}

func (s *Server) DecideBatch(ctx context.Context, r api.DecideBatchRequestObject) (api.DecideBatchResponseObject, error) {
	b := r.Body
	if b == nil || b.Reason == "" {
		return nil, &invalidParameter{"reason", ""}
	}
	filter, err := candidateFilter(b.Reason, b.Kind, b.MinScore, b.Q, b.Region)
	if err != nil {
		return nil, err
	}
	if s.keeper == nil {
		return nil, errNoDesk
	}
	batch := review.Batch{Filter: filter, Who: curator, Why: b.Why, Revision: graph.Revision(b.Revision), Fits: b.Count}
	var outcome *review.Outcome
	if b.DryRun {
		desk, err := s.desk(ctx)
		if err != nil {
			return nil, err
		}
		outcome, err = desk.Try(batch)
		if err != nil {
			return nil, err
		}
	} else {
		if outcome, err = s.keeper.Accept(ctx, batch); err != nil {
			return nil, s.refusal(ctx, err)
		}
		s.renew()
	}
	return api.DecideBatch200JSONResponse(wire.Batch(outcome, b.DryRun, langOf(r.Params.Lang))), nil
}

package server

import (
	"context"

	"hankeverkko/server/api"
)

func (s *Server) ListCandidates(context.Context, api.ListCandidatesRequestObject) (api.ListCandidatesResponseObject, error) {
	return nil, errNotYet
}

func (s *Server) ListDecisions(context.Context, api.ListDecisionsRequestObject) (api.ListDecisionsResponseObject, error) {
	return nil, errNotYet
}

func (s *Server) Decide(context.Context, api.DecideRequestObject) (api.DecideResponseObject, error) {
	return nil, errNotYet
}

func (s *Server) DecideBatch(context.Context, api.DecideBatchRequestObject) (api.DecideBatchResponseObject, error) {
	return nil, errNotYet
}

func (s *Server) UndoDecision(context.Context, api.UndoDecisionRequestObject) (api.UndoDecisionResponseObject, error) {
	return nil, errNotYet
}

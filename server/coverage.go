package server

import (
	"context"

	"hankeverkko/server/api"
)

func (s *Server) GetCoverage(context.Context, api.GetCoverageRequestObject) (api.GetCoverageResponseObject, error) {
	return nil, errNotYet
}

func (s *Server) ListRecords(context.Context, api.ListRecordsRequestObject) (api.ListRecordsResponseObject, error) {
	return nil, errNotYet
}

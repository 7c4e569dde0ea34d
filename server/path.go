package server

import (
	"context"
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/server/api"
)

func (s *Server) FindPath(context.Context, api.FindPathRequestObject) (api.FindPathResponseObject, error) {
	return nil, fmt.Errorf("path: %w", graph.ErrNotFound)
}

package server

import (
	"context"
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/server/api"
)

func (s *Server) GetSurroundings(context.Context, api.GetSurroundingsRequestObject) (api.GetSurroundingsResponseObject, error) {
	return nil, fmt.Errorf("surroundings: %w", graph.ErrNotFound)
}

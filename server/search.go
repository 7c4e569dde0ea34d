package server

import (
	"context"

	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

// hitsPerKind is how many hits of each kind are given when the request does
// not say; maxHits bounds what it can ask for.
const (
	hitsPerKind = 6
	maxHits     = 50
)

func (s *Server) Search(_ context.Context, r api.SearchRequestObject) (api.SearchResponseObject, error) {
	slice, err := s.slice(asked{})
	if err != nil {
		return nil, err
	}
	limit := r.Params.Limit
	if limit == 0 {
		limit = hitsPerKind
	}
	if limit < 0 || limit > maxHits {
		return nil, &invalidParameter{"limit", "1–50"}
	}
	return api.Search200JSONResponse(wire.SearchResult(slice, r.Params.Q, slice.Search.Find(r.Params.Q, limit), langOf(r.Params.Lang))), nil
}

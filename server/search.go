package server

import (
	"cmp"
	"context"

	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

// hitsPerKind is how many hits of each kind are given when the request does
// not say.
const hitsPerKind = 6

func (s *Server) Search(ctx context.Context, r api.SearchRequestObject) (api.SearchResponseObject, error) {
	slice, err := s.slice(ctx, asked{})
	if err != nil {
		return nil, err
	}
	limit := cmp.Or(r.Params.Limit, hitsPerKind)
	return api.Search200JSONResponse(wire.SearchResult(slice, r.Params.Q, slice.Search.Find(r.Params.Q, limit), langOf(r.Params.Lang))), nil
}

package server

import (
	"cmp"
	"context"
	"errors"

	"hankeverkko/graph"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

// hitsPerKind is how many hits of each kind are given when the request does
// not say.
const hitsPerKind = 6

func (s *Server) Search(ctx context.Context, r api.SearchRequestObject) (api.SearchResponseObject, error) {
	limit := cmp.Or(r.Params.Limit, hitsPerKind)
	found, err := holding(ctx, s, asked{edition: counting("", r.Params.Units)}, func(slice *view.Slice) (api.SearchResult, error) {
		hits := slice.Search.Find(r.Params.Q, limit)
		result := wire.SearchResult(slice, r.Params.Q, hits, langOf(r.Params.Lang))
		if result.Total == 0 && slice.LeftOut() > 0 {
			return result, graph.ErrNotFound // perhaps with aid to companies
		}
		return result, nil
	})
	if err != nil && !errors.Is(err, graph.ErrNotFound) {
		return nil, err
	}
	return api.Search200JSONResponse(found), nil
}

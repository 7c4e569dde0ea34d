package server

import (
	"context"
	"errors"
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
)

// errWhatIf says that a what-if names neither one actor that leaves nor several
// of a new project.
var errWhatIf = fmt.Errorf("remove or two of add: %w", graph.ErrInvalid)

func (s *Server) WhatIf(ctx context.Context, r api.WhatIfRequestObject) (api.WhatIfResponseObject, error) {
	p := r.Params
	slice, err := s.slice(ctx, asked{region: p.Region, lens: view.LensCooperation, edition: counting(p.Aid, p.Units)})
	if err != nil {
		return nil, err
	}
	if (p.Remove == "") == (len(p.Add) == 0) {
		return nil, errWhatIf
	}
	var found *view.WhatIf
	if p.Remove != "" {
		actor, err := slice.Resolve(p.Remove)
		if err != nil {
			return nil, err
		}
		found, err = slice.WhatIfRemoved(ctx, actor)
		if err != nil {
			return nil, err
		}
	} else {
		var actors []int32
		for _, written := range p.Add {
			actor, err := slice.Resolve(written)
			if err != nil {
				return nil, err
			}
			actors = append(actors, actor)
		}
		if found, err = slice.WhatIfAdded(ctx, actors); errors.Is(err, graph.ErrInvalid) {
			return nil, errWhatIf
		} else if err != nil {
			return nil, err
		}
	}
	return api.WhatIf200JSONResponse(wire.WhatIf(slice, found, langOf(p.Lang))), nil
}

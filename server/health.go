package server

import (
	"context"

	"hankeverkko/server/api"
)

func (s *Server) GetHealth(context.Context, api.GetHealthRequestObject) (api.GetHealthResponseObject, error) {
	return api.GetHealth200JSONResponse{Status: api.Ok, Version: s.version}, nil
}

func (s *Server) GetReady(context.Context, api.GetReadyRequestObject) (api.GetReadyResponseObject, error) {
	current, fresh, err := s.live.Current()
	if err != nil {
		return api.GetReady503JSONResponse{Status: api.ReadyStatusDown, Parts: []api.ReadyPart{{Name: "store", Status: api.ReadyPartStatusDown}}}, nil
	}
	ready := api.Ready{
		Status: api.ReadyStatusUp, Revision: string(current.Revision), Stale: fresh.Stale, AgeSeconds: int(fresh.Age.Seconds()),
		Parts: []api.ReadyPart{{Name: "view", Status: api.ReadyPartStatusUp}, {Name: "store", Status: api.ReadyPartStatusUp}},
	}
	if fresh.Stale {
		ready.Status = api.ReadyStatusDegraded
		ready.Parts[1].Status = api.ReadyPartStatusDown
	}
	return api.GetReady200JSONResponse(ready), nil
}

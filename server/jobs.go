package server

import (
	"context"
	"encoding/json"
	"io"
	"net/http"

	"hankeverkko/server/api"
)

func (s *Server) GetJob(_ context.Context, r api.GetJobRequestObject) (api.GetJobResponseObject, error) {
	d, err := s.drafts.find(r.Id)
	if err != nil {
		return nil, err
	}
	job, _, _ := d.job()
	return api.GetJob200JSONResponse(job), nil
}

// CancelJob stops what runs. What is being stored is stored whole or not at all.
func (s *Server) CancelJob(_ context.Context, r api.CancelJobRequestObject) (api.CancelJobResponseObject, error) {
	d, err := s.drafts.find(r.Id)
	if err != nil {
		return nil, err
	}
	d.cancel()
	return api.CancelJob204Response{}, nil
}

func (s *Server) FollowJob(ctx context.Context, r api.FollowJobRequestObject) (api.FollowJobResponseObject, error) {
	d, err := s.drafts.find(r.Id)
	if err != nil {
		return nil, err
	}
	return jobEvents{ctx, d}, nil
}

// job returns a draft as a job, whether it goes on, and what is closed at its
// next step.
func (d *draft) job() (job api.Job, running bool, step <-chan struct{}) {
	d.mu.Lock()
	defer d.mu.Unlock()
	kind := "import"
	if d.undo != nil {
		kind = "undo"
	}
	return api.Job{Id: d.id, Kind: kind, State: d.state, Stage: d.stage, Done: d.rows, Import: d.id}, d.running, d.step
}

// jobEvents streams a job until it ends or the client goes.
type jobEvents struct {
	ctx   context.Context
	draft *draft
}

func (e jobEvents) VisitFollowJobResponse(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("X-Accel-Buffering", "no") // or a proxy holds the events back
	w.WriteHeader(http.StatusOK)
	flusher := http.NewResponseController(w)
	for {
		job, running, step := e.draft.job()
		raw, err := json.Marshal(job)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, "data: "+string(raw)+"\n\n"); err != nil {
			return nil // the client is gone
		}
		_ = flusher.Flush() // not all writers can
		if !running {
			return nil
		}
		select {
		case <-e.ctx.Done():
			return nil
		case <-step:
		}
	}
}

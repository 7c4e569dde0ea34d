package server

import (
	"context"
	"log/slog"
	"sync"

	"hankeverkko/graph"
)

// aside is work that no request waits for. It ends before the server does, so
// that a store can be closed when nobody asks it any more.
type aside struct {
	log     *slog.Logger
	ctx     context.Context
	end     context.CancelFunc
	mu      sync.Mutex // no work begins while its end is waited for
	running sync.WaitGroup
}

func newAside(log *slog.Logger) *aside {
	a := &aside{log: log}
	a.ctx, a.end = context.WithCancel(context.Background())
	return a
}

// run lets work go on aside until ctx ends; after close it is graph.ErrUnavailable.
func (a *aside) run(work func()) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.ctx.Err() != nil {
		return graph.ErrUnavailable
	}
	a.running.Go(work)
	return nil
}

// close ends all work and waits until it has ended.
func (a *aside) close() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.end()
	a.running.Wait()
}

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"time"
)

// work is one measure of a library written in Go. Run returns a check value,
// worked out after the clock has stopped; runs are numbered, so that seeds differ.
type work struct {
	largest int
	// ready, if any, makes ready what run needs, before the clock starts.
	ready func(ctx context.Context, s *subject) error
	run   func(ctx context.Context, s *subject, run int) (check func() string, err error)
}

// serve is the other end of library: it answers requests until there are no more.
func serve(ctx context.Context, name string, can map[string]work, s *subject, in io.Reader, out io.Writer) error {
	h := hello{Peer: name, Largest: map[string]int{}}
	for id, w := range can {
		h.Largest[id] = w.largest
	}
	say := json.NewEncoder(out)
	if err := say.Encode(h); err != nil {
		return err
	}
	requests := json.NewDecoder(in)
	for {
		var r request
		if err := requests.Decode(&r); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		w, ok := can[r.Measure]
		if !ok {
			return fmt.Errorf("no measure %q", r.Measure)
		}
		if w.ready != nil {
			if err := w.ready(ctx, s); err != nil {
				return err
			}
		}
		runtime.GC() // not to pay for the run before
		start, startCPU := time.Now(), processorTime()
		check, err := w.run(ctx, s, r.Run)
		if err != nil {
			return err
		}
		a := answer{Seconds: time.Since(start).Seconds(), CPU: (processorTime() - startCPU).Seconds(), Peak: peakMemory()}
		a.Check = check()
		if err := say.Encode(a); err != nil {
			return err
		}
	}
}

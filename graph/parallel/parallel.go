// Package parallel spreads numbered tasks over the processors. Results stay
// the same on any number of them as long as tasks write to places of their own
// and what they add up is joined in the order of the tasks.
package parallel

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Workers returns the number of workers that Do uses: one a processor.
func Workers() int { return runtime.GOMAXPROCS(0) }

// Do runs task for 0..tasks-1 on workers numbered 0..workers-1 and waits for
// them. Tasks begin in order. Once ctx is done no further task begins, and its
// error is returned.
func Do(ctx context.Context, workers, tasks int, task func(worker, i int)) error {
	workers = min(workers, tasks)
	if workers == 1 {
		for i := range tasks {
			if err := ctx.Err(); err != nil {
				return err
			}
			task(0, i)
		}
		return ctx.Err()
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	for worker := range workers {
		wg.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= tasks {
					return
				}
				task(worker, i)
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}

// Blocks returns the bounds of at most so many consecutive blocks of the
// vertices 0..n-1 that hold about the same number of entries, offsets[v] being
// the number of entries before vertex v. Block i is bounds[i] to bounds[i+1].
func Blocks(offsets []int32, blocks int) (bounds []int) {
	n := len(offsets) - 1
	total := int(offsets[n]) + n // a vertex costs something even without entries
	bounds = []int{0}
	size := 0
	for v := range n {
		size += int(offsets[v+1]-offsets[v]) + 1
		if size*blocks >= total || v == n-1 {
			bounds = append(bounds, v+1)
			size = 0
		}
	}
	return bounds
}

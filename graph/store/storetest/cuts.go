package storetest

import (
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store/memory"
)

// cuts lets a store work and cuts its connections in the middle, again and
// again. The reference does the same work. What succeeded has been done once,
// what failed once or not at all, and the next step needs no new store.
func cuts(t *testing.T, f Fixture) {
	seed, count := number(t, "HANKEVERKKO_SEED", 1), f.kills(t)
	t.Logf("%d cuts, HANKEVERKKO_SEED=%d", count, seed)
	chance := rand.New(rand.NewPCG(seed, 3))
	address := f.Create(t)
	s := f.reopen(t, address)
	reference := handle{t, memory.Open()}
	hit, failed, done := 0, 0, 0
	for step := range count {
		wait := f.moment(chance)
		var cutting sync.WaitGroup
		var working, cut atomic.Bool
		working.Store(true)
		cutting.Go(func() {
			time.Sleep(wait)
			cut.Store(working.Load())
			f.Cut(address)
		})
		got, err := work(ctx(), s, seed<<20+step, writerRows)
		working.Store(false)
		cutting.Wait()
		if cut.Load() {
			hit++
		}
		before := reference.dump()
		want, wrong := work(ctx(), reference, seed<<20+step, writerRows)
		reference.must(wrong)
		if err != nil {
			s.refuses("a step whose connection was cut", err, graph.ErrUnavailable)
			failed++
			if s.dump() != before {
				done++
			} else if got, err = work(ctx(), s, seed<<20+step, writerRows); err != nil {
				t.Fatalf("step %d again: %v", step, err)
			}
		}
		if err == nil {
			s.same("outcome", got, want)
		}
		s.sound()
		s.unchanged(reference.dump())
		if t.Failed() {
			t.Fatalf("after cut %d", step)
		}
	}
	t.Logf("%d cuts in the middle of a step, %d steps failed, %d of them had been done", hit, failed, done)
}

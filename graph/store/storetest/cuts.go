package storetest

import (
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store/memory"
)

// cuts lets a store work and cuts its connections in the middle of a step,
// again and again. The reference does the same work. What succeeded has been
// done once, what failed once or not at all, and the next step needs no new store.
func cuts(t *testing.T, f Fixture) {
	seed, count := number(t, "HANKEVERKKO_SEED", 1), f.kills(t)
	chance := rand.New(rand.NewPCG(seed, 3))
	address := f.Create(t)
	s := f.reopen(t, address)
	reference := handle{t, memory.Open()}
	step, hit, failed, done := uint64(0), uint64(0), 0, 0
	for ; hit < count && step < 20*count; step++ {
		do := func(h handle) (string, error) { return work(ctx(), h, seed<<20+step, writerRows) }
		var got string
		var err error
		if f.cutDuring(address, f.moment(chance), func() { got, err = do(s) }) {
			hit++
		}
		before := reference.dump()
		want, wrong := do(reference)
		reference.must(wrong)
		if err != nil {
			s.refuses("a step whose connection was cut", err, graph.ErrUnavailable)
			failed++
			if s.dump() == before {
				got, err = do(s)
				s.must(err)
			} else {
				done++
			}
		}
		if err == nil {
			s.same("outcome", got, want)
		}
		s.sound()
		s.unchanged(reference.dump())
		if t.Failed() {
			t.Fatalf("after step %d", step)
		}
	}
	t.Logf("%d steps, %d cut in the middle, %d of them failed, %d of these had been done, HANKEVERKKO_SEED=%d", step, hit, failed, done, seed)
	if hit == 0 {
		t.Error("no step was cut")
	}
}

// cutDuring cuts the connections a moment after work has begun, and tells
// whether work was still under way.
func (f Fixture) cutDuring(address string, wait time.Duration, work func()) (hit bool) {
	var cutting sync.WaitGroup
	ended := make(chan struct{})
	cutting.Go(func() {
		select {
		case <-time.After(wait):
			hit = true
			f.Cut(address)
		case <-ended:
		}
	})
	work()
	close(ended)
	cutting.Wait()
	return hit
}

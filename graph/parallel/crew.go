package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// Crew is workers that stand by, awake, for rounds of tasks that are shorter
// than it takes to wake somebody. It is for a while of many rounds, and must be
// told to leave.
type Crew struct {
	task       func(worker, i int)
	left, done atomic.Int64 // tasks of the round that nobody has begun, and those that are done
	over       atomic.Bool
	gone       sync.WaitGroup
}

// NewCrew returns a crew of so many workers, numbered from 0 as in Do, the
// caller being the first, that do task.
func NewCrew(workers int, task func(worker, i int)) *Crew {
	c := &Crew{task: task}
	for worker := 1; worker < workers; worker++ {
		c.gone.Go(func() {
			for idle := 1; !c.over.Load(); idle++ {
				if c.left.Load() > 0 {
					c.work(worker)
					idle = 0
				} else {
					wait(idle)
				}
			}
		})
	}
	return c
}

// Do does a round of tasks 0..tasks-1, in any order, and waits for them.
func (c *Crew) Do(tasks int) {
	c.done.Store(0)
	c.left.Store(int64(tasks))
	c.work(0)
	for idle := 1; c.done.Load() < int64(tasks); idle++ {
		wait(idle)
	}
}

// Leave ends the crew, between rounds.
func (c *Crew) Leave() {
	c.over.Store(true)
	c.gone.Wait()
}

func (c *Crew) work(worker int) {
	for i := c.left.Add(-1); i >= 0; i = c.left.Add(-1) {
		c.task(worker, int(i))
		c.done.Add(1)
	}
}

// wait spins, lets others run now and then, and sleeps when it has come to
// nothing for long: somebody else has the processor that is waited for.
func wait(idle int) {
	switch {
	case idle > 1<<15:
		time.Sleep(50 * time.Microsecond)
	case idle%128 == 0:
		runtime.Gosched()
	}
}

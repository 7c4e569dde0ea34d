package parallel_test

import (
	"slices"
	"testing"

	"hankeverkko/graph/parallel"
)

func TestCrewDoesEveryTaskOnceARound(t *testing.T) {
	for _, workers := range []int{1, 2, 5} {
		const rounds, most = 2000, 20
		var done [most]int // no lock: a round ends before the next begins
		seen := make([]bool, workers)
		crew := parallel.NewCrew(workers, func(worker, i int) {
			done[i]++
			seen[worker] = true
		})
		var want [most]int
		for round := range rounds {
			tasks := round % (most + 1)
			crew.Do(tasks)
			for i := range tasks {
				want[i]++
			}
			if done != want {
				t.Fatalf("%d workers, round %d: %v, want %v", workers, round, done, want)
			}
		}
		crew.Leave()
		if !slices.Contains(seen, true) {
			t.Errorf("%d workers: nobody worked", workers)
		}
	}
}

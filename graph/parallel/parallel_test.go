package parallel_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"hankeverkko/graph/parallel"
)

func TestDoRunsEveryTaskOnce(t *testing.T) {
	for _, workers := range []int{1, 2, 5} {
		for _, tasks := range []int{0, 1, 100} {
			done := make([]int, tasks)
			if err := parallel.Do(context.Background(), workers, tasks, func(_, i int) { done[i]++ }); err != nil {
				t.Fatal(err)
			}
			if slices.ContainsFunc(done, func(k int) bool { return k != 1 }) {
				t.Errorf("%d workers, %d tasks: %v", workers, tasks, done)
			}
		}
	}
}

func TestDoStops(t *testing.T) {
	for _, workers := range []int{1, 2} {
		ctx, cancel := context.WithCancel(context.Background())
		last := make([]int, workers)
		err := parallel.Do(ctx, workers, 1_000_000, func(worker, i int) {
			if last[worker] = i; i >= 10 {
				cancel()
			}
		})
		if !errors.Is(err, context.Canceled) || slices.Max(last) == 999_999 {
			t.Errorf("%d workers: %v, last task %d", workers, err, slices.Max(last))
		}
	}
}

func TestBlocks(t *testing.T) {
	for _, test := range []struct {
		name    string
		offsets []int32
		blocks  int
		want    []int
	}{
		{"no vertices", []int32{0}, 4, []int{0}},
		{"even", []int32{0, 1, 2, 3, 4}, 2, []int{0, 2, 4}},
		{"more blocks than vertices", []int32{0, 1, 2}, 8, []int{0, 1, 2}},
		{"a heavy vertex has its own block", []int32{0, 90, 91, 92}, 3, []int{0, 1, 3}},
	} {
		if got := parallel.Blocks(test.offsets, test.blocks); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

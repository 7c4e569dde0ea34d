package centrality

import (
	"context"
	"slices"

	"hankeverkko/graph/parallel"
)

const (
	lanes = 8 // sources that run together
	// Sums are kept apart for so many chunks of the sources and joined in
	// order, which makes them the same on any number of threads.
	chunks = 32
)

// lane values of one vertex, one for each source that runs.
type lane [lanes]float64

// dependencies returns, for a member of every class, the pairs of vertices
// whose shortest paths it is on, each pair by its share. Pairs inside a class
// are not counted.
func (c *core) dependencies(ctx context.Context) ([]float64, error) {
	batches := c.batches()
	sums := make([][]float64, min(chunks, len(batches)))
	workers := make([]*sweeper, parallel.Workers())
	err := parallel.Do(ctx, len(workers), len(sums), func(worker, chunk int) {
		if workers[worker] == nil {
			workers[worker] = newSweeper(c)
		}
		w := workers[worker]
		sums[chunk] = make([]float64, c.len())
		for b := chunk; b < len(batches) && ctx.Err() == nil; b += chunks {
			w.run(&batches[b], sums[chunk])
		}
	})
	if err != nil {
		return nil, err
	}
	total := make([]float64, c.len())
	for _, sum := range sums {
		for v, x := range sum {
			total[v] += x / 2 / c.members[v] // every pair was met from both its ends
		}
	}
	return total, nil
}

func (c *core) len() int            { return len(c.members) }
func (c *core) row(v int32) []int32 { return c.targets[c.offsets[v]:c.offsets[v+1]] }
func (c *core) degree(v int32) int  { return int(c.offsets[v+1] - c.offsets[v]) }

// batch is a set of sources of one component.
type batch struct {
	sources []int32
	// sides is the component, as one side, or as two when they are tied only to
	// each other, as in a two-mode network: that of the sources first. Vertices rise.
	sides [][]int32
}

// batches puts sources together that are close to each other, since the more
// alike the distances from them are, the fewer times a vertex is visited.
func (c *core) batches() []batch {
	var batches []batch
	side := make([]int8, c.len())
	for v := range side {
		side[v] = -1
	}
	for v := range int32(c.len()) {
		if side[v] >= 0 {
			continue
		}
		side[v] = 0
		reach, twoSided := []int32{v}, true
		for i := 0; i < len(reach); i++ {
			for _, u := range c.row(reach[i]) {
				if side[u] < 0 {
					side[u] = 1 - side[reach[i]]
					reach = append(reach, u)
				} else if side[u] == side[reach[i]] {
					twoSided = false
				}
			}
		}
		near, far := reach, []int32(nil)
		if twoSided {
			near = slices.DeleteFunc(slices.Clone(reach), func(u int32) bool { return side[u] != 0 })
			far = slices.DeleteFunc(reach, func(u int32) bool { return side[u] != 1 })
		}
		batches = appendBatches(batches, near, far)
		batches = appendBatches(batches, far, near)
	}
	return batches
}

func appendBatches(batches []batch, near, far []int32) []batch {
	sides := [][]int32{slices.Sorted(slices.Values(near))}
	if far != nil {
		sides = append(sides, slices.Sorted(slices.Values(far)))
	}
	for sources := range slices.Chunk(near, lanes) {
		batches = append(batches, batch{sources, sides})
	}
	return batches
}

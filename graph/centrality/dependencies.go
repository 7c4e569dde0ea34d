package centrality

import (
	"context"

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
			total[v] += x / 2 // every pair was met from both its ends
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
	reach   []int32 // the component
}

func (c *core) batches() []batch {
	var batches []batch
	seen := make([]bool, c.len())
	for v := range int32(c.len()) {
		if seen[v] {
			continue
		}
		seen[v] = true
		reach := []int32{v}
		for i := 0; i < len(reach); i++ {
			for _, u := range c.row(reach[i]) {
				if !seen[u] {
					seen[u] = true
					reach = append(reach, u)
				}
			}
		}
		for from := 0; from < len(reach); from += lanes {
			batches = append(batches, batch{reach[from:min(from+lanes, len(reach))], reach})
		}
	}
	return batches
}

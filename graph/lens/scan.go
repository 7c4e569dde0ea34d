package lens

import (
	"context"
	"fmt"
	"math"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/community"
	"hankeverkko/graph/parallel"
	"hankeverkko/graph/text"
)

// ScanRow is what one run of Leiden finds at a resolution. The pages keep
// resolution 1; this is for an analyst who wants to see what that hides.
type ScanRow struct {
	Resolution float64
	// Groups and Largest are medians over the runs: the number of groups of at
	// least two projects, and the projects of the largest.
	Groups, Largest int
	// Modularity at that resolution, mean over the runs.
	Modularity float64
	// Agreement is the mean adjusted Rand index of two runs over the projects
	// that both have: a plateau of high values tells of groups that are there.
	Agreement float64
}

// scanRuns is how many runs, on 90 % of the projects each, a row rests on.
const scanRuns = 20

// Resolutions of a scan: steps by the square root of two.
func resolutions() []float64 {
	var list []float64
	for step := -4; step <= 4; step++ {
		list = append(list, math.Pow(2, float64(step)/2))
	}
	return list
}

// Scan divides the projects of a network by text at nine resolutions from 1/4 to 4.
func (t *Topics) Scan(ctx context.Context, n *graph.Network) ([]ScanRow, error) {
	near, err := text.NewIndex(documents(n, false)).Nearest(ctx, 2*neighbours)
	if err != nil {
		return nil, err
	}
	return scan(ctx, len(near), t.Method.Seed, func(resolution float64, seed uint64) (community.Partition, float64, error) {
		sample := chance.Sample(chance.Stream(seed, 1), len(near), boundaryShare)
		position := none(len(near))
		for i, m := range sample {
			position[m] = int32(i)
		}
		g := neighbourGraph(near, sample, position)
		found, err := community.Leiden(ctx, &g.Rows, community.Options{Seed: seed, Resolution: resolution, Workers: 1})
		if err != nil {
			return nil, 0, err
		}
		whole := community.Partition(none(len(near)))
		for i, m := range sample {
			whole[m] = found[i]
		}
		return whole, community.Modularity(&g.Rows, found, resolution), nil
	})
}

// Scan divides the scope by cooperation at nine resolutions from 1/4 to 4.
func (c *Cooperation) Scan(ctx context.Context) ([]ScanRow, error) {
	projects := c.twoMode.Projects
	return scan(ctx, projects, c.Method.Seed, func(resolution float64, seed uint64) (community.Partition, float64, error) {
		runs, err := community.RunsTwoMode(ctx, c.twoMode, community.TwoModeConsensus{Runs: 1, Share: boundaryShare, Seed: seed, Resolution: resolution})
		if err != nil {
			return nil, 0, err
		}
		return runs[0][:projects], community.BarberModularity(c.twoMode, runs[0], resolution), nil
	})
}

// scan runs a division of so many projects several times at each resolution.
func scan(ctx context.Context, projects int, seed uint64, divide func(resolution float64, seed uint64) (community.Partition, float64, error)) ([]ScanRow, error) {
	var rows []ScanRow
	for _, resolution := range resolutions() {
		found, quality, errs := make([]community.Partition, scanRuns), make([]float64, scanRuns), make([]error, scanRuns)
		if err := parallel.Do(ctx, parallel.Workers(), scanRuns, func(_, i int) {
			found[i], quality[i], errs[i] = divide(resolution, chance.Seed(seed, i))
		}); err != nil {
			return nil, err
		}
		row := ScanRow{Resolution: resolution}
		var groups, largest []int
		for i, p := range found {
			if errs[i] != nil {
				return nil, fmt.Errorf("resolution %v: %w", resolution, errs[i])
			}
			sizes := make([]int, projects+1)
			for _, c := range p {
				if c >= 0 {
					sizes[c]++
				}
			}
			count, most := 0, 0
			for _, size := range sizes {
				if most = max(most, size); size > 1 {
					count++
				}
			}
			groups, largest = append(groups, count), append(largest, most)
			row.Modularity += quality[i] / scanRuns
			for _, q := range found[:i] {
				row.Agreement += chance.AdjustedRand(p, q) / (scanRuns * (scanRuns - 1) / 2)
			}
		}
		slices.Sort(groups)
		slices.Sort(largest)
		row.Groups, row.Largest = groups[scanRuns/2], largest[scanRuns/2]
		rows = append(rows, row)
	}
	return rows, nil
}

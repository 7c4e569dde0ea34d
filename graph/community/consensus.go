package community

import (
	"context"

	"hankeverkko/graph/chance"
	"hankeverkko/graph/parallel"
)

// together is the share of runs two vertices must share a community in to be
// tied. On planted groups a half did best: 0.3 finds the groups less well near
// the limit of what can be found, 0.7 leaves many vertices alone.
const together = 0.5

// Runs calls run with seeds that follow from seed, on all processors, and
// returns the partitions in the order of the runs. Run must be safe for
// parallel use. The error is that of the first run that failed.
func Runs(ctx context.Context, runs int, seed uint64, run func(seed uint64) (Partition, error)) ([]Partition, error) {
	partitions, errs := make([]Partition, runs), make([]error, runs)
	if err := parallel.Do(ctx, parallel.Workers(), runs, func(_, i int) {
		partitions[i], errs[i] = run(chance.Seed(seed, i))
	}); err != nil {
		return nil, err
	}
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return partitions, nil
}

// Consensus returns the partition of n vertices that the runs agree on. Run
// gives one partition by its seed, in which -1 means that the vertex had no
// part; it is called from several goroutines. Two vertices are tied by the
// share of the runs, of those that had both, in which they were together, if
// that is more than a half; Leiden divides this network. A vertex that had a
// part in no run is in no community. Lancichinetti & Fortunato, Scientific
// Reports 2, 336 (2012); repeating the procedure, as they do, changed nothing
// on planted groups and is left out.
//
// Time and memory grow with the squares of the community sizes, not with n squared.
func Consensus(ctx context.Context, n, runs int, seed uint64, run func(seed uint64) (Partition, error)) (Partition, error) {
	partitions, err := Runs(ctx, runs, seed, run)
	if err != nil {
		return nil, err
	}
	return Agreed(ctx, n, partitions, seed)
}

// Agreed is Consensus for runs that are at hand.
func Agreed(ctx context.Context, n int, runs []Partition, seed uint64) (Partition, error) {
	c, err := newCoAssignment(n, runs)
	if err != nil {
		return nil, err
	}
	g, err := c.network(ctx)
	if err != nil {
		return nil, err
	}
	p, err := Leiden(ctx, &g.Rows, Options{Seed: seed})
	if err != nil {
		return nil, err
	}
	for v := range p {
		if !c.seen(v) {
			p[v] = -1
		}
	}
	return Number(p), nil
}

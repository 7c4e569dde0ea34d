package community

import (
	"context"
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
)

// TwoModeConsensus says how ConsensusTwoMode samples.
type TwoModeConsensus struct {
	Runs int
	// Share of the projects that each run has.
	Share float64
	Seed  uint64
	// Resolution of BarberModularity; 0 means 1.
	Resolution float64
}

// ConsensusTwoMode returns the partition that Leiden runs on samples of the
// projects of g agree on. Each tie is weighed by the share, squared, of the runs
// with its project in which both its ends were in one community, and
// LeidenTwoMode divides the network so weighed: squared, since ties in doubt
// that weigh less make the communities more stable. Agreement is counted along
// ties alone, so time and memory grow with their number: Tandon et al., Physical
// Review E 99, 042301 (2019), after Lancichinetti & Fortunato (2012). The weights
// of g itself are not used.
func ConsensusTwoMode(ctx context.Context, g *graph.TwoMode, o TwoModeConsensus) (Partition, error) {
	runs, err := RunsTwoMode(ctx, g, o)
	if err != nil {
		return nil, err
	}
	agreed := &graph.TwoMode{Rows: g.Rows, Projects: g.Projects}
	agreed.Weights = make([]float64, len(g.Targets))
	back := make([]int32, g.Len()) // next place in an actor's row; its projects come rising
	copy(back, g.Offsets)
	for p := range g.Projects {
		for i := g.Offsets[p]; i < g.Offsets[p+1]; i++ {
			a := g.Targets[i]
			agreed.Weights[i] = agreement(runs, p, a)
			agreed.Weights[back[a]] = agreed.Weights[i]
			back[a]++
		}
	}
	return LeidenTwoMode(ctx, agreed, Options{Seed: o.Seed, Resolution: o.Resolution})
}

// RunsTwoMode divides samples of the projects of g, in the order of their
// seeds. Projects left out are in no community; actors left without a project
// stand alone.
func RunsTwoMode(ctx context.Context, g *graph.TwoMode, o TwoModeConsensus) ([]Partition, error) {
	if o.Runs <= 0 || !(o.Share > 0 && o.Share <= 1) {
		return nil, fmt.Errorf("%d runs on %v of the projects: %w", o.Runs, o.Share, graph.ErrInvalid)
	}
	return Runs(ctx, o.Runs, o.Seed, func(seed uint64) (Partition, error) {
		return sampleTwoMode(ctx, g, o.Share, Options{Seed: seed, Resolution: o.Resolution, Workers: 1})
	})
}

// agreement is the weight of a tie; a project that had a part in no run keeps its ties.
func agreement(runs []Partition, p int, a int32) float64 {
	both, joined := 0, 0
	for _, run := range runs {
		if run[p] < 0 {
			continue
		}
		if both++; run[p] == run[a] {
			joined++
		}
	}
	if both == 0 {
		return 1
	}
	share := float64(joined) / float64(both)
	return share * share
}

// sampling keeps the choice of projects apart from other uses of a seed.
const sampling = 0x73616d706c65

// sampleTwoMode divides the network of a sample of the projects. Projects left
// out are in no community; actors left without a project stand alone.
func sampleTwoMode(ctx context.Context, g *graph.TwoMode, share float64, o Options) (Partition, error) {
	kept := chance.Sample(chance.Stream(o.Seed, sampling), g.Projects, share)
	var pairs [][2]int32
	for i, p := range kept {
		for _, a := range g.Row(int(p)) {
			pairs = append(pairs, [2]int32{int32(i), a - int32(g.Projects)})
		}
	}
	found, err := LeidenTwoMode(ctx, graph.NewTwoMode(len(kept), g.Len()-g.Projects, pairs), o)
	if err != nil {
		return nil, err
	}
	whole := make(Partition, g.Len())
	for p := range g.Projects {
		whole[p] = -1
	}
	for i, p := range kept {
		whole[p] = found[i]
	}
	copy(whole[g.Projects:], found[len(kept):])
	return whole, nil
}

package lens_test

import (
	"context"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/community"
)

// divisions are the ways of dividing a two-mode network that were compared;
// the last one is taken.
var divisions = []struct {
	name   string
	divide func(ctx context.Context, g *graph.TwoMode, seed uint64) (community.Partition, error)
}{
	{"one-run", func(ctx context.Context, g *graph.TwoMode, seed uint64) (community.Partition, error) {
		return community.LeidenTwoMode(ctx, g, community.Options{Seed: seed})
	}},
	{"best-of-10", bestOfTen},
	{"consensus-of-pairs", func(ctx context.Context, g *graph.TwoMode, seed uint64) (community.Partition, error) {
		return community.Consensus(ctx, g.Len(), 60, seed, func(seed uint64) (community.Partition, error) {
			kept := chance.Sample(chance.Stream(seed, 1), g.Projects, 0.8)
			part := withProjects(g, kept)
			found, err := community.LeidenTwoMode(ctx, part, community.Options{Seed: seed})
			if err != nil {
				return nil, err
			}
			whole := make(community.Partition, g.Len())
			for v := range whole {
				whole[v] = -1
			}
			for i, p := range kept {
				whole[p] = found[i]
			}
			for v := len(kept); v < part.Len(); v++ {
				if len(part.Row(v)) > 0 {
					whole[g.Projects+v-len(kept)] = found[v]
				}
			}
			return whole, nil
		})
	}},
	{"consensus-along-ties", func(ctx context.Context, g *graph.TwoMode, seed uint64) (community.Partition, error) {
		return community.ConsensusTwoMode(ctx, g, community.TwoModeConsensus{Runs: 60, Share: 0.8, Seed: seed})
	}},
}

func bestOfTen(ctx context.Context, g *graph.TwoMode, seed uint64) (community.Partition, error) {
	runs, err := community.Runs(ctx, 10, seed, func(seed uint64) (community.Partition, error) {
		return community.LeidenTwoMode(ctx, g, community.Options{Seed: seed})
	})
	if err != nil {
		return nil, err
	}
	best := runs[0]
	for _, p := range runs[1:] {
		if community.BarberModularity(g, p, 1) > community.BarberModularity(g, best, 1)+1e-12 {
			best = p
		}
	}
	return best, nil
}

// withProjects returns the network of some projects and all actors.
func withProjects(g *graph.TwoMode, kept []int32) *graph.TwoMode {
	var pairs [][2]int32
	for i, p := range kept {
		for _, a := range g.Row(int(p)) {
			pairs = append(pairs, [2]int32{int32(i), a - int32(g.Projects)})
		}
	}
	return graph.NewTwoMode(len(kept), g.Len()-g.Projects, pairs)
}

// BenchmarkDivisions prints the comparison of docs/method.md: the adjusted Rand
// index, over projects and actors together, of the whole with 20 draws of 90 %
// of the projects from each of four seeds.
func BenchmarkDivisions(b *testing.B) {
	n := exampleNetwork(b)
	for _, d := range divisions {
		for _, scope := range scopes {
			b.Run(d.name+"/"+scope.name, func(b *testing.B) {
				g := scoped(b, n, scope.id).TwoMode(n)
				for b.Loop() {
					whole, err := d.divide(b.Context(), g, 2019)
					if err != nil {
						b.Fatal(err)
					}
					sum := 0.0
					seeds := []uint64{7, 101, 202, 303}
					for _, seed := range seeds {
						for draw := range uint64(20) {
							kept := chance.Sample(chance.Stream(seed, draw), g.Projects, 0.9)
							part := withProjects(g, kept)
							again, err := d.divide(b.Context(), part, 2019)
							if err != nil {
								b.Fatal(err)
							}
							before := make([]int32, part.Len())
							for i := range before {
								switch {
								case i < len(kept):
									before[i] = whole[kept[i]]
								case len(part.Row(i)) > 0:
									before[i] = whole[g.Projects+i-len(kept)]
								default:
									before[i] = -1
								}
							}
							sum += chance.AdjustedRand(before, again)
						}
					}
					b.ReportMetric(sum/20/float64(len(seeds)), "ARI")
					b.ReportMetric(community.BarberModularity(g, whole, 1), "Q")
				}
			})
		}
	}
}

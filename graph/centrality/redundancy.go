package centrality

import (
	"context"
	"math"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
)

// Redundancy returns for every actor what share of the pairs of its projects
// share some other actor too: 1 when nothing that it joins would come apart
// without it, 0 when it alone joins its projects, NaN with fewer than two
// projects. Actors stand as in the two-mode network, without its projects.
// Latapy, Magnien & Del Vecchio (2008).
func Redundancy(ctx context.Context, g *graph.TwoMode) ([]float64, error) {
	actors := g.Len() - g.Projects
	share := make([]float64, actors)
	type marks struct{ own, met []int32 }
	workers := make([]*marks, parallel.Workers())
	const block = 64
	err := parallel.Do(ctx, len(workers), (actors+block-1)/block, func(worker, i int) {
		if workers[worker] == nil {
			m := &marks{make([]int32, g.Projects), make([]int32, g.Projects)}
			for p := range m.own {
				m.own[p], m.met[p] = -1, -1
			}
			workers[worker] = m
		}
		m := workers[worker]
		for a := i * block; a < min((i+1)*block, actors); a++ {
			self := int32(g.Projects + a)
			own := g.Row(int(self))
			if len(own) < 2 {
				share[a] = math.NaN()
				continue
			}
			for _, p := range own {
				m.own[p] = self
			}
			pairs := 0
			for _, p := range own {
				// A pair counts once, at its first project.
				for _, other := range g.Row(int(p)) {
					if other == self {
						continue
					}
					for _, q := range g.Row(int(other)) {
						if q > p && m.own[q] == self && m.met[q] != p {
							m.met[q] = p
							pairs++
						}
					}
				}
			}
			for _, p := range own { // met holds for this actor alone
				m.met[p] = -1
			}
			k := float64(len(own))
			share[a] = 2 * float64(pairs) / (k * (k - 1))
		}
	})
	if err != nil {
		return nil, err
	}
	return share, nil
}

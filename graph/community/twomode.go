package community

import (
	"context"
	"fmt"

	"hankeverkko/graph"
)

// BarberModularity returns the modularity of a division of both kinds of
// vertices of a two-mode network,
//
//	Q = sum over c of e_c/m - resolution * p_c a_c / m^2
//
// where e_c is the weight of the ties inside community c, p_c and a_c the
// strengths of its projects and of its actors, and m the weight of all ties:
// chance ties a project to an actor, never two of a kind. Vertices in no
// community stand alone. Without any weight Q is 0. Barber, Physical Review E
// 76, 066102 (2007).
func BarberModularity(g *graph.TwoMode, p Partition, resolution float64) float64 {
	inside, projects, actors := make([]float64, len(p)), make([]float64, len(p)), make([]float64, len(p))
	total := 0.0
	for v := range g.Len() {
		weights := g.RowWeights(v)
		for i, u := range g.Row(v) {
			w := 1.0
			if weights != nil {
				w = weights[i]
			}
			switch c := p[v]; {
			case v >= g.Projects && c >= 0:
				actors[c] += w
			case v < g.Projects && c >= 0:
				projects[c] += w
				if p[u] == c {
					inside[c] += w
				}
			}
			if v < g.Projects {
				total += w
			}
		}
	}
	if total == 0 {
		return 0
	}
	q := 0.0
	for c, in := range inside {
		q += in/total - resolution*(projects[c]/total)*(actors[c]/total)
	}
	return q
}

// LeidenTwoMode is Leiden for BarberModularity: communities hold projects and
// actors together, each is connected, and a vertex without ties stands alone.
// What may as well be together is: so a lone consortium, which gains nothing by
// being one community, is one. A tie between two of a kind is ErrInvalid.
//
// Chance puts between two vertices the weight k k'/m when they are of different
// kinds and none when not. With a lean d of +k for projects and -k for actors
// that is (k k' - d d')/2m, modularity's own term less that of the leans, which
// add up over communities as strengths do.
func LeidenTwoMode(ctx context.Context, g *graph.TwoMode, o Options) (Partition, error) {
	return improve(ctx, &g.Rows, &g.Projects, o)
}

// joinEquals joins tied communities that lose nothing by it.
func (s *search) joinEquals(p Partition) (Partition, error) {
	s.joining = true
	for {
		above, count := &s.upper[0], p.Count()
		s.aggregate(&s.bottom, p, count, above)
		community := s.community[:count]
		for c := range community {
			community[c] = int32(c)
		}
		moved, err := s.moveVertices(above, community)
		if err != nil || moved == 0 {
			return p, err
		}
		for v, c := range p {
			p[v] = community[c]
		}
		p = Number(p)
	}
}

// takeSides gives the vertices of a two-mode network their leans.
func (l *level) takeSides(projects int) error {
	l.lean = make([]float64, l.len())
	for v := range l.len() {
		for _, u := range l.targets[l.offsets[v]:l.offsets[v+1]] {
			if (v < projects) == (int(u) < projects) {
				return fmt.Errorf("tie %d – %d joins two of a kind: %w", v, u, graph.ErrInvalid)
			}
		}
		if l.lean[v] = l.strength[v]; v >= projects {
			l.lean[v] = -l.strength[v]
		}
	}
	return nil
}

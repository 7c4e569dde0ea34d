package route

import (
	"context"
	"slices"
)

// second returns a chain that really differs from the best one, or the zero
// chain. Of the shortest it is the best of those that go through fewest of the
// same actors. Where all shortest ones go through the same actors, it is the
// best of the next length that does without all of them or, for two actors of
// one project, without the projects that they share; where even that leads
// nowhere, the best that does without one of them.
func (s *search) second(ctx context.Context, net *layers, best chain) (chain, error) {
	between := s.between(best)
	if len(between) > 0 {
		known := map[int32]bool{}
		for _, a := range between {
			known[a] = true
		}
		other := net.rank(s, 1, known)[0]
		if !slices.Equal(s.between(other), between) {
			return other, nil
		}
	}
	var without []int32
	for _, a := range between {
		without = append(without, s.vertex(a))
	}
	if len(between) == 0 && len(best.actors) > 1 {
		without = s.shared(best.actors[0], best.actors[1])
	}
	if len(without) == 0 {
		return chain{}, nil
	}
	detour, err := s.detour(ctx, without)
	if detour.actors != nil || err != nil || len(between) < 2 {
		return detour, err
	}
	for _, v := range without {
		other, err := s.detour(ctx, []int32{v})
		if err != nil {
			return chain{}, err
		}
		if other.actors != nil && (detour.actors == nil || other.before(detour)) {
			detour = other
		}
	}
	return detour, nil
}

// before puts the shorter chain first, then the better one.
func (c chain) before(o chain) bool {
	if len(c.actors) != len(o.actors) {
		return len(c.actors) < len(o.actors)
	}
	return c.cost.compare(o.cost) < 0
}

// between returns the actors of a chain that were not asked for by name.
func (s *search) between(c chain) []int32 {
	lone := func(side []int32, a int32) bool { return len(side) == 1 && side[0] == s.vertex(a) }
	return slices.DeleteFunc(slices.Clone(c.actors), func(a int32) bool { return lone(s.from, a) || lone(s.to, a) })
}

// detour is the best of the shortest chains that do without some vertices, the
// zero chain when there is none.
func (s *search) detour(ctx context.Context, without []int32) (chain, error) {
	for _, v := range without {
		s.blocked[v] = true
	}
	defer func() {
		for _, v := range without {
			s.blocked[v] = false
		}
	}()
	net, err := s.shortest(ctx)
	if err != nil || net == nil {
		return chain{}, err
	}
	return net.rank(s, 1, nil)[0], nil
}

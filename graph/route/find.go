package route

import (
	"context"
	"slices"

	"hankeverkko/graph"
)

// Finder answers for one network. It never changes and is safe for many
// goroutines.
type Finder struct{ ties *graph.TwoMode }

// NewFinder makes a network ready to ask.
func NewFinder(ties *graph.TwoMode) *Finder { return &Finder{ties} }

// End is an actor that a route may begin or end with.
type End struct {
	Actor int32
	// Projects counts those that it has in the group asked for: of a group's
	// members, the deeper rooted are met first. A lone actor has 0.
	Projects int
}

// Query asks for connections from any actor of From to any of To.
type Query struct {
	From, To []End
	// Projects are the positions of those that count; nil means all.
	Projects []int32
	// Running tells whether a project runs at the viewing date; nil: none is
	// known to.
	Running func(project int32) bool
	// Standing is an actor's relation to the region; nil: all are alike.
	Standing func(actor int32) graph.Standing
	// Most is how many routes are wanted; under 1 it is DefaultMost.
	Most int
}

// DefaultMost is how many routes are given when the query does not say.
const DefaultMost = 5

// Route is a chain of actors, each of which shares projects with the next.
type Route struct {
	Actors []int32
	// Shared holds, for each stretch, every project that both its actors take
	// part in, the closest acquaintance first.
	Shared [][]int32
}

// Length is the number of ties on the way: two for each stretch.
func (r *Route) Length() int { return 2 * len(r.Shared) }

// Found is the answer.
type Found struct {
	// Routes are the best first. The second, where there is one, differs from
	// it as far as any can; see second. The rest are further shortest ones.
	Routes []Route
	// Shortest is the number of chains of actors of the least length. It stops
	// counting at CountedMost.
	Shortest int
}

// CountedMost is the number at which shortest routes are no longer counted:
// what JSON can hold exactly.
const CountedMost = 1 << 53

// Find returns the shortest connections; without one, no routes. An actor on
// both sides is a route of length 0.
//
// Routes are ranked by, one after another: stretches that rest on more shared
// projects, those of more than Large actors counting as half an acquaintance
// when there is nothing else; stretches with a project that runs; actors of
// the region before unknown ones before those from elsewhere; members deeper
// rooted in a group; and Newman's distance (2001), the sum of 1/w where a
// stretch weighs w, the sum of 1/(k-1) over its projects of k actors. What is
// still equal goes by the actors' positions, so the order is always the same.
func (f *Finder) Find(ctx context.Context, q Query) (*Found, error) {
	s := newSearch(f.ties, &q)
	net, err := s.shortest(ctx)
	if err != nil || net == nil {
		return &Found{}, err
	}
	most := q.Most
	if most < 1 {
		most = DefaultMost
	}
	ranked := net.rank(s, most+1, nil)
	found := &Found{Shortest: net.count(s)}
	best := ranked[0]
	found.Routes = append(found.Routes, s.route(best))
	if most > 1 {
		second, err := s.second(ctx, net, best)
		if err != nil {
			return nil, err
		}
		if second.actors != nil {
			found.Routes = append(found.Routes, s.route(second))
		}
		for _, c := range ranked[1:] {
			if len(found.Routes) < most && !slices.Equal(c.actors, second.actors) {
				found.Routes = append(found.Routes, s.route(c))
			}
		}
	}
	return found, nil
}

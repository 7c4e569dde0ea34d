package lens_test

import (
	"context"
	"slices"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/lens"
	"hankeverkko/graph/place"
)

// scopes are the regions of the figures in docs/method.md.
var scopes = []struct {
	name string
	id   graph.AreaID
}{{"Lappi", "maakunta:19"}, {"Pohjois-Pohjanmaa", "maakunta:17"}, {"Uusimaa", "maakunta:01"}, {"all", ""}}

func scoped(t testing.TB, n *graph.Network, id graph.AreaID) *graph.Selection {
	t.Helper()
	if id == "" {
		return graph.Select(n, graph.Query{})
	}
	area, ok := place.Find(id)
	if !ok {
		t.Fatalf("no region %s", id)
	}
	return graph.Select(n, graph.Query{Region: area.Municipalities})
}

func cooperationIn(t testing.TB, n *graph.Network, id graph.AreaID, o lens.CooperationOptions) *lens.Cooperation {
	t.Helper()
	c, err := lens.CooperationOf(t.Context(), n, id, scoped(t, n, id), o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCooperationOfTheExample(t *testing.T) {
	n := exampleNetwork(t)
	everywhere, err := lens.ActorBetweenness(t.Context(), n)
	if err != nil {
		t.Fatal(err)
	}
	for _, scope := range scopes {
		s := scoped(t, n, scope.id)
		c := cooperationIn(t, n, scope.id, lens.CooperationOptions{})
		given := cooperationIn(t, n, scope.id, lens.CooperationOptions{
			Everywhere: func(context.Context) ([]float64, error) { return everywhere, nil },
		})
		if !slices.EqualFunc(c.Bridges, given.Bridges, func(a, b lens.Bridge) bool {
			return a.Actor == b.Actor && a.Betweenness == b.Betweenness && a.Rank == b.Rank
		}) {
			t.Errorf("%s: bridge-builders differ when the betweenness over all data is given", scope.name)
		}
		networks, inNetworks, seats := 0, 0, map[int]bool{}
		for _, g := range c.Communities {
			if g.Kind != lens.Partners {
				continue
			}
			networks++
			inNetworks += len(g.Projects)
			if 3*len(g.Projects) > 2*len(s.Projects) {
				t.Errorf("%s: %s holds %d of %d projects", scope.name, g.ID, len(g.Projects), len(s.Projects))
			}
			if s.StandingOf(int(g.Anchor)) != graph.Own {
				t.Errorf("%s: %s is named after an actor that is not the region's own", scope.name, g.ID)
			}
			if g.Slot >= c.Slots || g.Slot >= 0 && seats[g.Slot] {
				t.Errorf("%s: slot %d of %s is taken or beyond %d", scope.name, g.Slot, g.ID, c.Slots)
			}
			seats[g.Slot] = true
		}
		if networks < 4 || 2*inNetworks < len(s.Projects) {
			t.Errorf("%s: %d partner networks with %d of %d projects", scope.name, networks, inNetworks, len(s.Projects))
		}
		if len(c.Bridges) == 0 || c.Bridges[0].Everywhere {
			t.Errorf("%s has no bridge-builder of its own", scope.name)
		}
		significance, err := c.Significance(t.Context(), 20, 1)
		if err != nil || significance.Z < 2.5 || significance.Q < c.Q {
			t.Errorf("%s: %+v, %v", scope.name, significance, err)
		}
		t.Logf("%s: %d partner networks, Q %.3f, z %.1f", scope.name, networks, c.Q, significance.Z)
	}
}

// The largest network of the country comes apart, and nobody is in two parts.
func TestSubGroupsOfTheExample(t *testing.T) {
	c := cooperationIn(t, exampleNetwork(t), "", lens.CooperationOptions{})
	parts, err := c.SubGroups(t.Context(), 0)
	if err != nil || len(parts) < 2 {
		t.Fatalf("%+v, %v", parts, err)
	}
	seen := map[int32]bool{}
	for i, part := range parts {
		if i > 0 && len(part.Projects) > len(parts[i-1].Projects) || len(part.Projects) < 2 || !slices.Contains(part.Actors, part.Anchor) {
			t.Errorf("part %d: %+v", i, part)
		}
		for _, p := range part.Projects {
			if seen[p] || c.OfProject[p] != 0 {
				t.Errorf("project %d is in two parts, or not in the network", p)
			}
			seen[p] = true
		}
	}
}

// Communities hold when a tenth of the projects goes; those by chance have an
// index of 0. The full study stands in docs/method.md.
func TestCooperationIsStable(t *testing.T) {
	n := exampleNetwork(t)
	for _, scope := range scopes {
		held := heldIn(t, cooperationIn(t, n, scope.id, lens.CooperationOptions{}), 8, 7)
		if held.Projects < 0.7 || held.Actors < 0.7 || held.IDs < 0.7 {
			t.Errorf("%s: %+v", scope.name, held)
		}
	}
}

// heldIn is the mean over draws of 90 % of the projects.
func heldIn(t testing.TB, c *lens.Cooperation, draws int, seed uint64) lens.Held {
	t.Helper()
	held, err := c.Stability(t.Context(), draws, 0.9, seed)
	if err != nil {
		t.Fatal(err)
	}
	var mean lens.Held
	for _, h := range held {
		mean.Projects += h.Projects / float64(draws)
		mean.Actors += h.Actors / float64(draws)
		mean.IDs += h.IDs / float64(draws)
	}
	return mean
}

// BenchmarkCooperationStability prints figures of docs/method.md: 20 draws of
// 90 % of the projects, from each of four seeds.
func BenchmarkCooperationStability(b *testing.B) {
	n := exampleNetwork(b)
	for _, scope := range scopes {
		b.Run(scope.name, func(b *testing.B) {
			c := cooperationIn(b, n, scope.id, lens.CooperationOptions{})
			for b.Loop() {
				var mean lens.Held
				seeds := []uint64{7, 101, 202, 303}
				for _, seed := range seeds {
					held := heldIn(b, c, 20, seed)
					mean.Projects += held.Projects / float64(len(seeds))
					mean.Actors += held.Actors / float64(len(seeds))
					mean.IDs += held.IDs / float64(len(seeds))
				}
				b.ReportMetric(mean.Projects, "ARI-projects")
				b.ReportMetric(mean.Actors, "ARI-actors")
				b.ReportMetric(mean.IDs, "same-id")
			}
		})
	}
}

// BenchmarkCooperationSignificance prints figures of docs/method.md.
func BenchmarkCooperationSignificance(b *testing.B) {
	n := exampleNetwork(b)
	for _, scope := range scopes {
		b.Run(scope.name, func(b *testing.B) {
			c := cooperationIn(b, n, scope.id, lens.CooperationOptions{})
			for b.Loop() {
				s, err := c.Significance(b.Context(), 200, 1)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(s.Q, "Q")
				b.ReportMetric(s.Mean, "by-chance")
				b.ReportMetric(s.SD, "SD")
				b.ReportMetric(s.Z, "z")
			}
		})
	}
}

// BenchmarkCooperationOf is what opening a region costs once topics and the
// betweenness over all data are there.
func BenchmarkCooperationOf(b *testing.B) {
	n := exampleNetwork(b)
	topics, err := lens.FindTopics(b.Context(), n, lens.TopicOptions{})
	if err != nil {
		b.Fatal(err)
	}
	everywhere, err := lens.ActorBetweenness(b.Context(), n)
	if err != nil {
		b.Fatal(err)
	}
	o := lens.CooperationOptions{Topics: topics, Everywhere: func(context.Context) ([]float64, error) { return everywhere, nil }}
	for _, scope := range scopes {
		b.Run(scope.name, func(b *testing.B) {
			s := scoped(b, n, scope.id)
			for b.Loop() {
				if _, err := lens.CooperationOf(b.Context(), n, scope.id, s, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

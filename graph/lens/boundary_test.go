package lens_test

import (
	"fmt"
	"math"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/lens"
	"hankeverkko/graph/nets"
)

// networkOf gives a two-mode network projects and actors with names.
func networkOf(t testing.TB, g *graph.TwoMode) *graph.Network {
	t.Helper()
	projects, actors := make([]graph.Project, g.Projects), make([]graph.Actor, g.Len()-g.Projects)
	var ties []graph.Tie
	for a := range actors {
		actors[a].ID = graph.ActorID(fmt.Sprintf("a:%04d", a))
	}
	for p := range projects {
		projects[p] = graph.Project{ID: graph.ProjectID(fmt.Sprintf("p:%04d", p)), Partners: graph.PartnersListed}
		for _, v := range g.Row(p) {
			ties = append(ties, graph.Tie{Project: projects[p].ID, Actor: actors[int(v)-g.Projects].ID})
		}
	}
	n, err := graph.New(projects, actors, ties)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func boundaryOf(t testing.TB, n *graph.Network, id graph.AreaID) (*lens.Cooperation, *lens.Boundary) {
	t.Helper()
	c := cooperationIn(t, n, id, lens.CooperationOptions{})
	b, err := c.Boundary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return c, b
}

func TestBoundaryOfPlantedNetworks(t *testing.T) {
	g, _ := nets.PlantedTwoMode(5, 8, 7, 0.6, 0.01, 7)
	n := networkOf(t, g)
	c, b := boundaryOf(t, n, "")
	all, beyond := b.Judged()
	if all != 5 || beyond != 5 || b.Indicative() {
		t.Fatalf("%d of %d planted networks are beyond chance: %+v", beyond, all, b.Groups)
	}
	for at, group := range b.Groups {
		if group.Judged && group.Word != lens.Clear {
			t.Errorf("%s: %+v", c.Communities[at].ID, group)
		}
	}
	if testing.Short() {
		return
	}
	if _, again := boundaryOf(t, n, ""); !reflect.DeepEqual(again, b) {
		t.Error("the same network has another boundary")
	}
}

// flagged counts, over networks by chance, the groups judged and those that are
// called clearer than chance.
func flagged(t testing.TB, id graph.AreaID, networks int) (all, beyond int) {
	t.Helper()
	n := exampleNetwork(t)
	from := scoped(t, n, id).TwoMode(n)
	for seed := range uint64(networks) {
		_, b := boundaryOf(t, networkOf(t, chance.Curveball(chance.Stream(seed, 99), from)), "")
		judged, clearer := b.Judged()
		all, beyond = all+judged, beyond+clearer
	}
	return all, beyond
}

// In networks by chance few groups are called clearer than chance: 5 % are
// meant to be. The study stands in docs/method.md.
func TestBoundaryByChance(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: looks for groups in ten networks; the run without it does")
	}
	const networks = 10
	if all, beyond := flagged(t, "maakunta:17", networks); float64(beyond) > 0.15*float64(all) {
		t.Errorf("%d of %d groups by chance are called clearer than chance", beyond, all)
	}
}

// BenchmarkBoundaryByChance prints the rates of docs/method.md.
func BenchmarkBoundaryByChance(b *testing.B) {
	for _, scope := range scopes {
		b.Run(scope.name, func(b *testing.B) {
			for b.Loop() {
				all, beyond := flagged(b, scope.id, 20)
				b.Logf("%d of %d groups by chance are called clearer than chance: %.3f", beyond, all, float64(beyond)/float64(all))
			}
		})
	}
}

func TestBoundaryOfNothing(t *testing.T) {
	n := networkOf(t, graph.NewTwoMode(0, 0, nil))
	if _, b := boundaryOf(t, n, ""); len(b.Groups) != 0 || b.Indicative() {
		t.Errorf("%+v", b)
	}
	topics, err := lens.FindTopics(t.Context(), n, lens.TopicOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if b, err := topics.Boundary(t.Context(), n); err != nil || b.Method.Runs != 0 {
		t.Errorf("%+v, %v", b, err)
	}
}

// The example's topics: some are clearer than chance, most are not, so the page
// calls them indicative.
func TestBoundaryOfTheTopics(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: draws some forty networks; the run without it does")
	}
	n := exampleNetwork(t)
	topics, err := lens.FindTopics(t.Context(), n, lens.TopicOptions{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := topics.Boundary(t.Context(), n)
	if err != nil {
		t.Fatal(err)
	}
	all, beyond := b.Judged()
	if all < 15 || beyond == 0 || beyond == all || !b.Indicative() {
		t.Errorf("%d of %d topics beyond chance, indicative %v", beyond, all, b.Indicative())
	}
	for at, g := range b.Groups {
		if g.Judged == topics.List[at].Misc || g.Judged && (g.Members != len(topics.List[at].Projects) || g.Word > lens.Open != (g.Clarity() > g.Limit)) {
			t.Errorf("topic %d: %+v", at, g)
		}
		t.Logf("%3d %.2f - %.2f limit %.2f %s %s", g.Members, g.Inside, g.Outside, g.Limit, g.Word, strings.Join(topics.List[at].Words, ", "))
	}
	for p, place := range b.OfProject {
		if misc := topics.List[topics.Of[p]].Misc; misc != math.IsNaN(place.Inside) {
			t.Errorf("project %d: %+v", p, place)
		}
	}
}

// curve adds up, by tenths of clarity and by word, how much of a group proved true.
type curve struct {
	tenths [10]sum
	words  [3]sum
}

type sum struct{ groups, held float64 }

func (c *curve) add(g lens.GroupBoundary, held float64) {
	for _, t := range []*sum{&c.tenths[min(9, max(0, int(10*g.Clarity())))], &c.words[g.Word]} {
		t.groups++
		t.held += held
	}
}

func (c *curve) print(b *testing.B) {
	var text strings.Builder
	for i, t := range c.tenths {
		if t.groups > 0 {
			fmt.Fprintf(&text, "\nclarity %.1f-%.1f: %4.0f groups, %.2f true", float64(i)/10, float64(i+1)/10, t.groups, t.held/t.groups)
		}
	}
	for w, t := range c.words {
		fmt.Fprintf(&text, "\n%-12s %4.0f groups, %.2f true", lens.Clearness(w), t.groups, t.held/max(t.groups, 1))
	}
	fmt.Fprintln(os.Stderr, b.Name(), text.String()) // a log would be cut
}

// overlap is the share of two sets of projects that is common: Jaccard.
func overlap(a, b map[int32]bool) float64 {
	both := 0
	for p := range a {
		if b[p] {
			both++
		}
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

// best is the overlap with the set that overlaps most.
func best(members map[int32]bool, sets []map[int32]bool) float64 {
	most := 0.0
	for _, s := range sets {
		most = max(most, overlap(members, s))
	}
	return most
}

func setOf(positions []int32) map[int32]bool {
	set := map[int32]bool{}
	for _, p := range positions {
		set[p] = true
	}
	return set
}

// BenchmarkBoundaryPlanted prints the curve of docs/method.md: the overlap of a
// partner network with the planted group it is nearest to.
func BenchmarkBoundaryPlanted(b *testing.B) {
	for b.Loop() {
		var c curve
		for strength := range 9 {
			for seed := range uint64(6) {
				g, group := nets.PlantedTwoMode(8, 10, 8, 0.28-0.02*float64(strength), 0.01+0.006*float64(strength), seed)
				planted := make([]map[int32]bool, 8)
				for i := range planted {
					planted[i] = map[int32]bool{}
				}
				for p := range g.Projects {
					planted[group[p]][int32(p)] = true
				}
				found, boundary := boundaryOf(b, networkOf(b, g), "")
				for at, judged := range boundary.Groups {
					if judged.Judged {
						c.add(judged, best(setOf(found.Communities[at].Projects), planted))
					}
				}
			}
		}
		c.print(b)
	}
}

// BenchmarkBoundaryHeldOut prints the curve of docs/method.md: groups found and
// judged on 80 % of the example's projects, and how far they overlap, on those
// projects, with a group of all of them.
func BenchmarkBoundaryHeldOut(b *testing.B) {
	n := exampleNetwork(b)
	b.Run("cooperation", func(b *testing.B) {
		for b.Loop() {
			var c curve
			for _, scope := range scopes {
				whole := cooperationIn(b, n, scope.id, lens.CooperationOptions{})
				for seed := range uint64(10) {
					kept, part := some(b, n, seed)
					found, boundary := boundaryOf(b, part, scope.id)
					var sets []map[int32]bool
					for _, g := range whole.Communities {
						sets = append(sets, within(g.Projects, kept))
					}
					for at, judged := range boundary.Groups {
						if judged.Judged {
							c.add(judged, best(setOf(found.Communities[at].Projects), sets))
						}
					}
				}
			}
			c.print(b)
		}
	})
	b.Run("topics", func(b *testing.B) {
		for b.Loop() {
			var c curve
			whole, err := lens.FindTopics(b.Context(), n, lens.TopicOptions{})
			if err != nil {
				b.Fatal(err)
			}
			for seed := range uint64(8) {
				kept, part := some(b, n, seed)
				var sets []map[int32]bool
				for _, t := range whole.List {
					sets = append(sets, within(t.Projects, kept))
				}
				found, err := lens.FindTopics(b.Context(), part, lens.TopicOptions{})
				if err != nil {
					b.Fatal(err)
				}
				boundary, err := found.Boundary(b.Context(), part)
				if err != nil {
					b.Fatal(err)
				}
				for at, judged := range boundary.Groups {
					if judged.Judged {
						c.add(judged, best(setOf(found.List[at].Projects), sets))
					}
				}
			}
			c.print(b)
		}
	})
}

// some returns 80 % of the projects, and the network of them with their actors.
func some(b *testing.B, n *graph.Network, seed uint64) ([]int32, *graph.Network) {
	b.Helper()
	kept := chance.Sample(chance.Stream(seed, 5), len(n.Projects), 0.8)
	var projects []graph.Project
	var ties []graph.Tie
	for _, p := range kept {
		projects = append(projects, n.Projects[p])
		ties = append(ties, n.ProjectTies(int(p))...)
	}
	part, err := graph.New(projects, n.Actors, ties)
	if err != nil {
		b.Fatal(err)
	}
	return kept, part
}

// within gives the members that were kept, by their position among those.
func within(members, kept []int32) map[int32]bool {
	set, in := map[int32]bool{}, setOf(members)
	for i, p := range kept {
		if in[p] {
			set[int32(i)] = true
		}
	}
	return set
}

// BenchmarkTopicNames prints how far names hold when a tenth of the projects is
// missing: the share of projects whose topic has a word of its name in common
// with the name it has in all data, and the share whose topic has the same name.
func BenchmarkTopicNames(b *testing.B) {
	n := exampleNetwork(b)
	for b.Loop() {
		whole, err := lens.FindTopics(b.Context(), n, lens.TopicOptions{})
		if err != nil {
			b.Fatal(err)
		}
		named, word, same := 0.0, 0.0, 0.0
		for seed := range uint64(20) {
			kept := chance.Sample(chance.Stream(seed, 5), len(n.Projects), 0.9)
			var projects []graph.Project
			for _, p := range kept {
				projects = append(projects, n.Projects[p])
			}
			part, err := graph.New(projects, nil, nil)
			if err != nil {
				b.Fatal(err)
			}
			found, err := lens.FindTopics(b.Context(), part, lens.TopicOptions{})
			if err != nil {
				b.Fatal(err)
			}
			for i, p := range kept {
				before, after := whole.List[whole.Of[p]], found.List[found.Of[i]]
				if before.Misc {
					continue
				}
				named++
				if slices.ContainsFunc(before.Words, func(w string) bool { return slices.Contains(after.Words, w) }) {
					word++
				}
				if slices.Equal(before.Words, after.Words) {
					same++
				}
			}
		}
		b.Logf("a word in common %.2f, the same name %.2f", word/named, same/named)
	}
}

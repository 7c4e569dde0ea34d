package lens_test

import (
	"fmt"
	"math"
	"os"
	"slices"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/lens"
	"hankeverkko/graph/nets"
)

// astride plants eight groups and, for each share, two actors of ten projects
// that have this share of them in one group and the rest in another. Position
// first+i is the actor of share i.
func astride(inside, between float64, shares []float64, seed uint64) (g *graph.TwoMode, group []int32, first int) {
	const groups, projects, ties = 8, 12, 10
	planted, of := nets.PlantedTwoMode(groups, projects, projects, inside, between, seed)
	random := chance.Stream(seed, 77)
	first = planted.Len() - planted.Projects
	var pairs [][2]int32
	for p := range planted.Projects {
		for _, v := range planted.Row(p) {
			pairs = append(pairs, [2]int32{int32(p), v - int32(planted.Projects)})
		}
	}
	for i, share := range shares {
		here := int(math.Round(share * ties))
		chosen := random.Perm(groups)
		for part, count := range []int{here, ties - here} {
			for _, at := range random.Perm(projects)[:count] {
				p := slices.Index(of, int32(chosen[part])) + at
				pairs = append(pairs, [2]int32{int32(p), int32(first + i)})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int32) int { return slices.Compare(a[:], b[:]) })
	return graph.NewTwoMode(planted.Projects, first+len(shares), pairs), of, first
}

// evenly tells whether an actor has at least two projects in a second planted
// group for three in its first.
func evenly(g *graph.TwoMode, group []int32, actor int) bool {
	count := map[int32]int{}
	for _, p := range g.Row(g.Projects + actor) {
		count[group[p]]++
	}
	first, second := 0, 0
	for _, k := range count {
		if k > first {
			first, second = k, first
		} else {
			second = max(second, k)
		}
	}
	return 3*second >= 2*first
}

// told counts actors, those said to be of two groups, and of these the ones
// whose projects lie evenly in two.
type told struct{ all, both, evenly int }

func (t told) share() float64 { return float64(t.both) / float64(max(t.all, 1)) }

// tellOfBoth counts over networks: by share for actors with split ties, others
// in groups clearer than chance by themselves.
func tellOfBoth(t testing.TB, inside, between float64, networks int) (split map[float64]*told, others told) {
	t.Helper()
	split = map[float64]*told{}
	for seed := range uint64(networks) {
		shares := []float64{0.5, 0.5, 0.6, 0.6, 0.7, 0.7, 0.8, 0.8}
		g, group, first := astride(inside, between, shares, seed)
		c, b := boundaryOf(t, networkOf(t, g), "")
		for a, found := range c.OfActor {
			if found < 0 || b.Groups[found].Word == lens.Open {
				continue
			}
			count := &others
			if a >= first {
				share := shares[a-first]
				if split[share] == nil {
					split[share] = &told{}
				}
				count = split[share]
			}
			count.all++
			if _, both := b.OfBoth(found, b.OfActor[a]); both {
				count.both++
				if evenly(g, group, a) {
					count.evenly++
				}
			}
		}
	}
	return split, others
}

// Of actors with half of their projects in one group and half in another most
// are said to be of both, of others few. The study stands in docs/method.md.
func TestOfBoth(t *testing.T) {
	networks := 4
	if testing.Short() {
		networks = 1
	}
	split, others := tellOfBoth(t, 0.4, 0.01, networks)
	if half := split[0.5]; half.all < networks || half.share() < 0.7 || others.all < 50*networks || others.share() > 0.03 {
		t.Errorf("half and half: %+v, others: %+v", half, others)
	}
}

// Where groups are hard to find few are said to be of two that do not lie evenly
// in two, and in networks by chance few even of those whose groups chance made clearer than chance.
func TestOfBothWhereThereIsLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: looks for groups in a dozen networks; the run without it does")
	}
	const networks = 6
	if _, others := tellOfBoth(t, 0.2, 0.03, networks); others.all < 30 || float64(others.both-others.evenly) > 0.08*float64(others.all) {
		t.Errorf("hard to find: %+v", others)
	}
	if by := ofBothByChance(t, "maakunta:17", networks); by.all < 50 || by.both > 0 || by.clear.share() > 0.05 {
		t.Errorf("by chance: %+v", by)
	}
}

// byChance counts members of the groups of networks by chance, and apart those
// whose group chance made clearer than chance; clear.both are those that the
// runs put into two, whether or not the other group is clearer than chance.
type byChance struct {
	told
	clear told
}

func ofBothByChance(t testing.TB, id graph.AreaID, networks int) (by byChance) {
	t.Helper()
	n := exampleNetwork(t)
	from := scoped(t, n, id).TwoMode(n)
	for seed := range uint64(networks) {
		c, b := boundaryOf(t, networkOf(t, chance.Curveball(chance.Stream(seed, 98), from)), "")
		for a, group := range c.OfActor {
			if group < 0 || !b.Groups[group].Judged {
				continue
			}
			by.all++
			if _, both := b.OfBoth(group, b.OfActor[a]); both {
				by.both++
			}
			if b.Groups[group].Word > lens.Open {
				by.clear.all++
				if astride := b.OfActor[a].Astride; astride.Other >= 0 && astride.Share() >= 0.2 {
					by.clear.both++
				}
			}
		}
	}
	return by
}

// Nobody is said to be of two groups where the partners of more than two in
// five projects are unknown; the runs are the same.
func TestOfBothNeedsKnownPartners(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: looks for groups in three networks with their null; the run without it does")
	}
	g, _, first := astride(0.4, 0.01, []float64{0.5, 0.5}, 1)
	n := networkOf(t, g)
	both := func(n *graph.Network) (count int) {
		c, b := boundaryOf(t, n, "")
		for _, a := range []int{first, first + 1} {
			if _, is := b.OfBoth(c.OfActor[a], b.OfActor[a]); is {
				count++
			}
		}
		return count
	}
	for _, unknown := range []struct{ projects, want int }{{0, 2}, {g.Projects/2 - 1, 2}, {g.Projects, 0}} {
		projects := slices.Clone(n.Projects)
		for i := range unknown.projects {
			projects = append(projects, graph.Project{ID: graph.ProjectID(fmt.Sprintf("u:%04d", i)), Partners: graph.PartnersUnknown})
		}
		var ties []graph.Tie
		for p := range n.Projects {
			ties = append(ties, n.ProjectTies(p)...)
		}
		wider, err := graph.New(projects, n.Actors, ties)
		if err != nil {
			t.Fatal(err)
		}
		if got := both(wider); got != unknown.want {
			t.Errorf("%d projects of unknown partners: %d of two groups, want %d", unknown.projects, got, unknown.want)
		}
	}
}

// BenchmarkOfBoth prints the table of docs/method.md.
func BenchmarkOfBoth(b *testing.B) {
	for b.Loop() {
		for _, planted := range [][2]float64{{0.4, 0.01}, {0.3, 0.02}, {0.25, 0.02}, {0.2, 0.03}} {
			split, others := tellOfBoth(b, planted[0], planted[1], 20)
			fmt.Fprintf(os.Stderr, "planted %v: others %d of %d, %d of them evenly in two", planted, others.both, others.all, others.evenly)
			for _, share := range []float64{0.5, 0.6, 0.7, 0.8} {
				if s := split[share]; s != nil {
					fmt.Fprintf(os.Stderr, "; %.1f: %d of %d", share, s.both, s.all)
				}
			}
			fmt.Fprintln(os.Stderr)
		}
	}
}

// BenchmarkOfBothByChance prints what docs/method.md says of networks by chance and of the example.
func BenchmarkOfBothByChance(b *testing.B) {
	for b.Loop() {
		n := exampleNetwork(b)
		for _, scope := range scopes {
			by := ofBothByChance(b, scope.id, 20)
			c, found := boundaryOf(b, n, scope.id)
			var real told
			for a, group := range c.OfActor {
				if group >= 0 && found.Groups[group].Word > lens.Open {
					real.all++
					if _, both := found.OfBoth(group, found.OfActor[a]); both {
						real.both++
					}
				}
			}
			fmt.Fprintf(os.Stderr, "%s: by chance %d of %d; runs put %d of %d into two where chance made the own group clear; data %d of %d\n",
				scope.name, by.both, by.all, by.clear.both, by.clear.all, real.both, real.all)
		}
	}
}

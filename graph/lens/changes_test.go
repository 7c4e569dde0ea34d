package lens_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/lens"
)

func actors(from, to int32) (list []int32) {
	for a := from; a < to; a++ {
		list = append(list, a)
	}
	return list
}

func TestChangesByHand(t *testing.T) {
	group := func(lists ...[]int32) lens.Members { return lens.Members{Actors: slices.Concat(lists...)} }
	before := []lens.Members{group(actors(0, 10)), group(actors(10, 20)), group(actors(20, 24)), group(actors(30, 40)), group(actors(50, 60)), group(actors(70, 80))}
	after := []lens.Members{
		group(actors(0, 9), actors(100, 120)), // the first goes on and grows
		group(actors(10, 15)),                 // the second has split
		group(actors(15, 20)),
		group(actors(20, 24), actors(30, 40)), // a small one has joined a large one
		group(actors(200, 210)),               // new
		group(actors(70, 71)),                 // one member is no link
	}
	var got []string
	for _, c := range lens.Changes(before, after) {
		got = append(got, fmt.Sprintf("%s %v %v %d", c.Kind, c.Before, c.After, c.Common))
	}
	want := []string{
		"continues [0] [0] 9", "split [1] [1 2] 10", "merged [2 3] [3] 14", "ended [4] [] 0", "ended [5] [] 0", "born [] [4] 0", "born [] [5] 0",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	// A project and an actor of one position are two members.
	mixed := lens.Changes([]lens.Members{{Projects: actors(0, 5)}}, []lens.Members{{Actors: actors(0, 5)}})
	if len(mixed) != 2 || mixed[0].Kind != lens.Ended || mixed[1].Kind != lens.Born {
		t.Errorf("%+v", mixed)
	}
}

// Every group of either period is in one change, time turned round turns the
// changes round, and the same groups go on.
func TestChangesProperties(t *testing.T) {
	turned := map[lens.ChangeKind]lens.ChangeKind{
		lens.Continues: lens.Continues, lens.Regrouped: lens.Regrouped, lens.Split: lens.Merged, lens.Merged: lens.Split, lens.Ended: lens.Born, lens.Born: lens.Ended,
	}
	draw := func(t *rapid.T, name string) []lens.Members {
		groups := make([]lens.Members, 4)
		for a, g := range rapid.SliceOfN(rapid.IntRange(-1, 3), 24, 24).Draw(t, name) {
			if g >= 0 {
				groups[g].Actors = append(groups[g].Actors, int32(a))
			}
		}
		return groups
	}
	rapid.Check(t, func(t *rapid.T) {
		before, after := draw(t, "before"), draw(t, "after")
		count := func(changes []lens.Change) map[string]int {
			kinds := map[string]int{}
			inBefore, inAfter := 0, 0
			for _, c := range changes {
				inBefore, inAfter = inBefore+len(c.Before), inAfter+len(c.After)
				kinds[string(c.Kind)]++
			}
			if inBefore != 4 || inAfter != 4 {
				t.Fatalf("%+v", changes)
			}
			return kinds
		}
		there, back := count(lens.Changes(before, after)), count(lens.Changes(after, before))
		for kind, other := range turned {
			if there[string(kind)] != back[string(other)] {
				t.Fatalf("%v and %v", there, back)
			}
		}
		for _, c := range lens.Changes(before, before) {
			if members := before[slices.Max(append(slices.Clone(c.Before), c.After...))].Actors; len(members) >= 2 && c.Kind != lens.Continues {
				t.Fatalf("%+v", c)
			}
		}
	})
}

// BenchmarkChanges prints the figures of docs/method.md: what is called a change
// when nothing has changed but that a tenth of the projects is missing.
func BenchmarkChanges(b *testing.B) {
	n := exampleNetwork(b)
	for _, scope := range scopes {
		b.Run(scope.name, func(b *testing.B) {
			for b.Loop() {
				kinds, groups := map[lens.ChangeKind]int{}, 0
				selection := scoped(b, n, scope.id)
				whole := lens.MembersOf(cooperationIn(b, n, scope.id, lens.CooperationOptions{}))
				for seed := range uint64(20) {
					c, err := lens.CooperationOf(b.Context(), n, scope.id, drawn(n, selection, seed), lens.CooperationOptions{})
					if err != nil {
						b.Fatal(err)
					}
					for _, change := range lens.Changes(whole, lens.MembersOf(c)) {
						kinds[change.Kind] += len(change.Before)
						groups += len(change.Before)
					}
				}
				b.Logf("%d groups: %v", groups, kinds)
			}
		})
	}
}

// drawn is a selection with 90 % of its projects.
func drawn(n *graph.Network, s *graph.Selection, seed uint64) *graph.Selection {
	part := &graph.Selection{}
	touched := map[int32]bool{}
	for _, i := range chance.Sample(chance.Stream(seed, 6), len(s.Projects), 0.9) {
		part.Projects, part.Belongs = append(part.Projects, s.Projects[i]), append(part.Belongs, s.Belongs[i])
		for _, t := range n.ProjectTies(int(s.Projects[i])) {
			touched[t.A] = true
		}
	}
	for i, a := range s.Actors {
		if touched[a] {
			part.Actors, part.Standing = append(part.Actors, a), append(part.Standing, s.Standing[i])
		}
	}
	return part
}

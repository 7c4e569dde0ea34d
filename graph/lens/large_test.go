package lens_test

import (
	"fmt"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/lens"
)

// recombined makes a network of any size from the example's texts: title and
// keywords of one project with the description of another, every third
// keyword turned into a rare one, as real lists have many of.
func recombined(b *testing.B, size int) *graph.Network {
	from, random := exampleNetwork(b).Projects, chance.Stream(1, 1)
	projects := make([]graph.Project, size)
	for i := range projects {
		one, other := from[random.IntN(len(from))], from[random.IntN(len(from))]
		p := graph.Project{ID: graph.ProjectID(fmt.Sprintf("x:%05d", i)), Name: one.Name, Description: other.Description, TargetGroups: one.TargetGroups}
		for _, k := range one.Keywords {
			if random.IntN(3) == 0 {
				k += fmt.Sprintf("%c%c%cla", 'a'+random.IntN(20), 'a'+random.IntN(20), 'a'+random.IntN(20))
			}
			p.Keywords = append(p.Keywords, k)
		}
		projects[i] = p
	}
	n, err := graph.New(projects, nil, nil)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

func BenchmarkFindTopicsAtSize(b *testing.B) {
	for _, size := range []int{2_000, 5_000, 20_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			n := recombined(b, size)
			for b.Loop() {
				if _, err := lens.FindTopics(b.Context(), n, lens.TopicOptions{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

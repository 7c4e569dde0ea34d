package lens_test

import (
	"context"
	"fmt"
	"math"
	"sync"
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

// landscape makes a network with ties of any size: projects of lognormal size,
// actors of Pareto activity, partners mostly from the project's own part of
// the country. Every twentieth project takes effect in region 001.
func landscape(b *testing.B, projects, actors int) *graph.Network {
	random := chance.Stream(2, 1)
	const parts = 200
	var list []graph.Project
	var ties []graph.Tie
	made := make([]graph.Actor, actors)
	for a := range made {
		made[a].ID = graph.ActorID(fmt.Sprintf("a:%05d", a))
	}
	// drawn takes the first ones of a part more often.
	drawn := func(part int) int {
		size := actors / parts
		return part*size + int(float64(size)*math.Pow(random.Float64(), 3))
	}
	for i := range projects {
		p := graph.Project{ID: graph.ProjectID(fmt.Sprintf("x:%05d", i)), Partners: graph.PartnersListed}
		part := int(parts * math.Pow(random.Float64(), 1.5))
		if part%20 == 0 {
			p.Places = []graph.Place{{Municipalities: []graph.Municipality{"001"}}}
		}
		in := map[int]bool{}
		for range min(1+int(math.Exp(1+random.NormFloat64())), 200) {
			from := part
			if random.IntN(4) == 0 {
				from = random.IntN(parts)
			}
			if a := drawn(from); !in[a] {
				in[a] = true
				tie := graph.Tie{Project: p.ID, Actor: made[a].ID, Seat: "999"}
				if from%20 == 0 {
					tie.Seat = "001"
				}
				ties = append(ties, tie)
			}
		}
		list = append(list, p)
	}
	n, err := graph.New(list, made, ties)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// BenchmarkCooperationAtSize is a region and the whole of a landscape of
// 40,000 projects and some 170,000 ties, after the betweenness over all data is
// at hand.
func BenchmarkCooperationAtSize(b *testing.B) {
	n := landscape(b, 40_000, 30_000)
	b.Logf("%d projects, %d actors, %d ties", len(n.Projects), len(n.Actors), len(n.Ties))
	region := graph.Select(n, graph.Query{Region: []graph.Municipality{"001"}})
	b.Logf("region: %d projects, %d actors", len(region.Projects), len(region.Actors))
	everywhere := sync.OnceValues(func() ([]float64, error) { return lens.ActorBetweenness(b.Context(), n) })
	b.Run("betweenness over all data", func(b *testing.B) {
		for b.Loop() {
			if _, err := everywhere(); err != nil {
				b.Fatal(err)
			}
		}
	})
	o := lens.CooperationOptions{Everywhere: func(context.Context) ([]float64, error) { return everywhere() }}
	if _, err := everywhere(); err != nil {
		b.Fatal(err)
	}
	b.Run("region", func(b *testing.B) {
		for b.Loop() {
			if _, err := lens.CooperationOf(b.Context(), n, "set:here", region, o); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("whole", func(b *testing.B) {
		s := graph.Select(n, graph.Query{})
		for b.Loop() {
			c, err := lens.CooperationOf(b.Context(), n, "", s, o)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(len(c.Communities)), "communities")
			b.ReportMetric(c.Q, "Q")
		}
	})
}

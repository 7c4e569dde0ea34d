package centrality

import (
	"context"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
)

// PageRankOfActors is PageRank on the projection onto actors by Newman's
// weights, which it does not make: a step to an actor is one to a project of
// several and one on to another of its actors, so time grows with the ties and
// not with the pairs.
func PageRankOfActors(ctx context.Context, g *graph.TwoMode, damping, tolerance float64) ([]float64, error) {
	r := byLength(g)
	w := newWalk(r.strength, parallel.Blocks(r.ofActor.Offsets, pageRankBlocks))
	share := make([]float64, r.ofProject.Len())
	bounds := parallel.Blocks(r.ofProject.Offsets, pageRankBlocks)
	w.before = func() {
		everything := context.Background() // as short as a sweep
		_ = parallel.Do(everything, parallel.Workers(), len(bounds)-1, func(_, i int) {
			for p := bounds[i]; p < bounds[i+1]; p++ {
				share[p] = r.given[p] * sumAt(r.ofProject.Row(p), w.direction)
			}
		})
	}
	w.follow = func(from, to int) {
		for a := from; a < to; a++ {
			w.image[a] = sumAt(r.ofActor.Row(a), share) - r.back[a]*w.direction[a]
		}
	}
	ranked, err := w.scores(ctx, damping, tolerance)
	if err != nil {
		return nil, err
	}
	scores := make([]float64, len(ranked))
	for i, a := range r.actors {
		scores[a] = ranked[i]
	}
	return scores, nil
}

// lengthwise is a two-mode network of the projects with several actors. Rows of
// one length stand together, on both sides, so that the processor foresees
// where each ends.
type lengthwise struct {
	ofProject, ofActor graph.Rows
	actors             []int32   // of the network, in the order here
	given              []float64 // 1/(k-1) for a project of k actors
	back               []float64 // what an actor would get back from itself
	strength           []float64 // each project gives every actor 1 in all
}

func byLength(g *graph.TwoMode) *lengthwise {
	projects := inOrderOfLength(g, 0, g.Projects)
	for len(projects) > 0 && len(g.Row(int(projects[len(projects)-1]))) < 2 {
		projects = projects[:len(projects)-1]
	}
	actors := inOrderOfLength(g, g.Projects, g.Len())
	place := make([]int32, g.Len())
	for v := range place {
		place[v] = -1
	}
	for i, p := range projects {
		place[p] = int32(i)
	}
	for i, a := range actors {
		place[a] = int32(i)
		actors[i] -= int32(g.Projects)
	}
	n := len(actors)
	r := &lengthwise{actors: actors, given: make([]float64, len(projects)), back: make([]float64, n), strength: make([]float64, n)}
	r.ofProject, r.ofActor = placed(g, projects, 0, place), placed(g, actors, g.Projects, place)
	for i := range projects {
		r.given[i] = 1 / float64(len(r.ofProject.Row(i))-1)
	}
	for a := range n {
		r.strength[a] = float64(len(r.ofActor.Row(a)))
		for _, p := range r.ofActor.Row(a) {
			r.back[a] += r.given[p]
		}
	}
	return r
}

// inOrderOfLength returns the vertices from..to-1, those with the longest rows first.
func inOrderOfLength(g *graph.TwoMode, from, to int) []int32 {
	longest := 0
	for v := from; v < to; v++ {
		longest = max(longest, len(g.Row(v)))
	}
	next := make([]int32, longest+2) // by how much shorter than the longest
	for v := from; v < to; v++ {
		next[longest-len(g.Row(v))+1]++
	}
	for i := range longest + 1 {
		next[i+1] += next[i]
	}
	order := make([]int32, to-from)
	for v := from; v < to; v++ {
		i := longest - len(g.Row(v))
		order[next[i]] = int32(v)
		next[i]++
	}
	return order
}

// placed returns the rows of vertices, which are counted from first, with their
// ends by place; ends without one are left out.
func placed(g *graph.TwoMode, vertices []int32, first int, place []int32) graph.Rows {
	rows := graph.Rows{Offsets: make([]int32, 1, len(vertices)+1), Targets: make([]int32, 0, len(g.Targets)/2)}
	for _, v := range vertices {
		for _, u := range g.Row(first + int(v)) {
			if place[u] >= 0 {
				rows.Targets = append(rows.Targets, place[u])
			}
		}
		rows.Offsets = append(rows.Offsets, int32(len(rows.Targets)))
	}
	return rows
}

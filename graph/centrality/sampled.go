package centrality

import (
	"context"
	"fmt"
	"math"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/parallel"
)

// Accuracy is what a sampled score promises: with a chance of at least
// 1-Failure all scores lie within Within of the exact ones, as shares of the
// pairs of vertices.
type Accuracy struct{ Within, Failure float64 }

// Sampled is betweenness from a sample of shortest paths.
type Sampled struct {
	// Scores are on the scale of Betweenness.
	Scores []float64
	// Off is how far a score may lie from the exact one, on the same scale.
	Off float64
	// Paths were drawn for the scores, of at most Most.
	Paths, Most int
}

// Paths are drawn in batches, each from random numbers of its own, and counted
// in whole numbers, so that the result is the same on any number of processors.
const pathsInBatch = 500

// SampleBetweenness draws pairs of vertices and one of the shortest paths
// between them, all alike, and counts the paths through every vertex: each is a
// toss of a coin with the vertex's share for chance. A first sample, which is
// then thrown away, tells how many paths ought to do; after so many, and then
// after each tenth more, it stops if Chernoff's bound (Hoeffding 1963, theorem
// 1), for all vertices and both sides at once, holds every score close enough,
// and at the latest when the width of the network says that whatever was drawn
// is enough (Riondato & Kornaropoulos 2016). The chance to fail is shared out
// among the looks. Paths are found from both ends (Borassi & Natale 2016).
// Within and Failure lie between 0 and 1, or it is ErrInvalid.
func SampleBetweenness(ctx context.Context, g *graph.Rows, a Accuracy, seed uint64) (*Sampled, error) {
	if !(a.Within > 0 && a.Within < 1 && a.Failure > 0 && a.Failure < 1) {
		return nil, fmt.Errorf("accuracy %+v: %w", a, graph.ErrInvalid)
	}
	n := g.Len()
	pairs := float64(n) * float64(n-1) / 2
	s := &Sampled{Scores: make([]float64, n), Off: a.Within * pairs}
	if n < 3 || len(g.Targets) == 0 {
		return s, nil
	}
	s.Most = int(math.Ceil(pathsFor(Accuracy{a.Within, a.Failure / 4}, width(g))))
	d := &drawing{g: g, seed: seed, workers: make([]*pathfinder, parallel.Workers()), counts: make([]int64, n)}

	share := 0.375 * a.Failure // of the first look; each later one has half of what the one before had
	doubt := func() float64 { return math.Log(2 * float64(n) / share) }
	if err := d.draw(ctx, min(s.Most, int(2*doubt()/a.Within))); err != nil {
		return nil, err
	}
	enough := d.planned(a.Within, doubt())
	d.forget()
	for {
		if err := d.draw(ctx, min(s.Most, enough)); err != nil {
			return nil, err
		}
		if d.paths >= s.Most || closeEnough(d.counts, float64(d.paths), a.Within, doubt()) {
			break
		}
		share /= 2
		enough = d.paths + d.paths/10
	}
	s.Paths = d.paths
	for v, c := range d.counts {
		s.Scores[v] = float64(c) / float64(d.paths) * pairs
	}
	return s, nil
}

// pathStream keeps the paths apart from other uses of a seed.
const pathStream = 0x7061746873

// drawing is a growing sample.
type drawing struct {
	g       *graph.Rows
	seed    uint64
	batch   int // the next one
	workers []*pathfinder
	counts  []int64 // of the paths, those through each vertex
	paths   int
}

// draw goes on until there are so many paths.
func (d *drawing) draw(ctx context.Context, paths int) error {
	batches := (paths - d.paths + pathsInBatch - 1) / pathsInBatch
	err := parallel.Do(ctx, len(d.workers), batches, func(worker, i int) {
		if d.workers[worker] == nil {
			d.workers[worker] = newPathfinder(d.g)
		}
		d.workers[worker].draw(chance.Stream(chance.Seed(d.seed, d.batch+i), pathStream))
	})
	d.batch += batches
	d.paths += batches * pathsInBatch
	for _, w := range d.workers {
		if w != nil {
			for v, c := range w.counts {
				d.counts[v] += c
			}
			clear(w.counts)
		}
	}
	return err
}

func (d *drawing) forget() {
	d.paths = 0
	clear(d.counts)
}

// planned is how many paths will probably be enough, by the vertex that needs
// most: its share may well be one standard error nearer to a half than it was found.
func (d *drawing) planned(within, doubt float64) int {
	hardest := 0.0
	for _, c := range d.counts {
		share := float64(c) / float64(d.paths)
		share = min(share, 1-share)
		hardest = max(hardest, min(0.5, share+math.Sqrt(share/float64(d.paths))))
	}
	if hardest+within >= 1 {
		return 1
	}
	return int(doubt/divergence(hardest, hardest+within)) + 1
}

// pathsFor is how many paths are enough whatever is drawn, for shortest paths
// of at most so many vertices.
func pathsFor(a Accuracy, vertices int) float64 {
	inside := max(1, vertices-2)
	return 0.5 / (a.Within * a.Within) * (math.Floor(math.Log2(float64(inside))) + 1 + math.Log(1/a.Failure))
}

// closeEnough tells whether no vertex's true share can lie further than within
// from the one found: a share so far off would show itself in so many paths
// with a chance of e to the minus doubt at most.
func closeEnough(counts []int64, drawn, within, doubt float64) bool {
	for _, c := range counts {
		share := float64(c) / drawn
		for _, truth := range [2]float64{share - within, share + within} {
			if truth > 0 && truth < 1 && drawn*divergence(share, truth) < doubt {
				return false
			}
		}
	}
	return true
}

// divergence is Kullback and Leibler's, of tosses with chance p from chance q.
func divergence(p, q float64) float64 {
	d := 0.0
	if p > 0 {
		d += p * math.Log(p/q)
	}
	if p < 1 {
		d += (1 - p) * math.Log((1-p)/(1-q))
	}
	return d
}

// width bounds the number of vertices on any shortest path: in each part twice
// the depth of a search from its vertex of most ties.
func width(g *graph.Rows) int {
	component, count := Components(g)
	start := make([]int, count)
	for c := range start {
		start[c] = -1
	}
	for v, c := range component {
		if s := start[c]; s < 0 || len(g.Row(v)) > len(g.Row(s)) {
			start[c] = v
		}
	}
	widest := 1
	seen := make([]bool, g.Len())
	var front, next []int32
	for _, v := range start {
		depth := 0
		seen[v] = true
		for front = append(front[:0], int32(v)); len(front) > 0; depth++ {
			next = next[:0]
			for _, u := range front {
				for _, w := range g.Row(int(u)) {
					if !seen[w] {
						seen[w] = true
						next = append(next, w)
					}
				}
			}
			front, next = next, front
		}
		widest = max(widest, 2*(depth-1)+1)
	}
	return widest
}

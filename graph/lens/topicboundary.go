package lens

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/community"
	"hankeverkko/graph/text"
)

// boundaryMost is the number of projects above which boundaries of topics are
// not judged: it would take minutes.
const boundaryMost = 10_000

// Boundary judges the topics of n by finding them again 100 times, each time by
// one run on 90 % of the projects, beside what the same method finds when the
// words are dealt out anew among the projects, each keeping its number of them.
// Topics that are the source's own objectives, and those of more than 10,000
// projects, are not judged.
func (t *Topics) Boundary(ctx context.Context, n *graph.Network) (*Boundary, error) {
	b := newBoundary(len(t.List), t.Method.Seed^boundarySeed)
	b.OfProject = noPlaces(len(n.Projects))
	if t.Method.Thin || len(t.List) < 2 || len(n.Projects) > boundaryMost {
		b.Method.Runs = 0
		return b, nil
	}
	shown := make(community.Partition, len(n.Projects))
	for p, at := range t.Of {
		if shown[p] = at; t.List[at].Misc {
			shown[p] = -1
		}
	}
	found, err := topicBoundary(ctx, n, t.words, shown, b.Method.Seed)
	if err != nil {
		return nil, fmt.Errorf("boundaries of topics: %w", err)
	}
	limit := &chance.Limit{}
	if err := b.byChance(ctx, limit, func(seed uint64) error { return addShuffled(ctx, n, seed, limit) }); err != nil {
		return nil, fmt.Errorf("topics by chance: %w", err)
	}
	b.OfProject = places(found, func(c int32) int32 { return c })
	for at := range t.List {
		if t.List[at].Misc {
			continue
		}
		members := make([]Place, 0, len(t.List[at].Projects))
		for _, p := range t.List[at].Projects {
			members = append(members, b.OfProject[p])
		}
		b.judge(at, members, limit)
	}
	return b, nil
}

// topicBoundary finds the groups of a partition again. The vocabulary, nil for
// a new one, must be that of n.
func topicBoundary(ctx context.Context, n *graph.Network, words *vocabulary, shown community.Partition, seed uint64) (*community.Boundary, error) {
	near, err := text.NewIndex(documents(n, false)).Nearest(ctx, 2*neighbours)
	if err != nil {
		return nil, err
	}
	runs, err := topicRuns(ctx, near, words, seed)
	if err != nil {
		return nil, err
	}
	return community.BoundaryOf(ctx, shown, runs)
}

// topicRuns divides samples as FindTopics does, but by one run of Leiden each.
func topicRuns(ctx context.Context, near [][]text.Neighbour, words *vocabulary, seed uint64) ([]community.Partition, error) {
	return community.Runs(ctx, boundaryRuns, seed, func(seed uint64) (community.Partition, error) {
		sample := chance.Sample(chance.Stream(seed, 1), len(near), boundaryShare)
		parts, err := words.split(sample, depth, func(members []int32) (community.Partition, error) {
			position := none(len(near))
			for i, m := range members {
				position[m] = int32(i)
			}
			return community.Leiden(ctx, &neighbourGraph(near, members, position).Rows, community.Options{Seed: seed, Resolution: resolution, Workers: 1})
		})
		return partitionOf(parts, len(near)), err
	})
}

func partitionOf(parts []part, n int) community.Partition {
	p := community.Partition(none(n))
	for i, part := range parts {
		for _, v := range part.projects {
			p[v] = int32(i)
		}
	}
	return community.Number(p)
}

// addShuffled adds the clarity of the groups that the method finds in words
// dealt out by chance.
func addShuffled(ctx context.Context, n *graph.Network, seed uint64, limit *chance.Limit) error {
	shuffled, err := shuffledWords(n, chance.Stream(seed, shuffleStream))
	if err != nil {
		return err
	}
	near, err := text.NewIndex(documents(shuffled, false)).Nearest(ctx, 2*neighbours)
	if err != nil {
		return err
	}
	words := newVocabulary(shuffled)
	parts, err := words.split(all(len(n.Projects)), depth, func(members []int32) (community.Partition, error) {
		return consensus(ctx, near, members, seed)
	})
	if err != nil {
		return err
	}
	runs, err := topicRuns(ctx, near, words, seed)
	if err != nil {
		return err
	}
	found := partitionOf(parts, len(near))
	boundary, err := community.BoundaryOf(ctx, found, runs)
	if err != nil {
		return err
	}
	for c, members := range found.Members() {
		if len(members) >= smallest {
			limit.Add(len(members), boundary.Communities[c])
		}
	}
	return nil
}

const shuffleStream = 0x776f726473

// shuffledWords returns the projects of n with the words of all titles dealt
// out anew among the titles, those of descriptions among descriptions, keywords
// among keywords and target groups among target groups: each project keeps its
// numbers, each word how often it is used.
func shuffledWords(n *graph.Network, random *rand.Rand) (*graph.Network, error) {
	projects := make([]graph.Project, len(n.Projects))
	names, descriptions := make([][]string, len(projects)), make([][]string, len(projects))
	keywords, themes, targets := make([][]string, len(projects)), make([][]string, len(projects)), make([][]string, len(projects))
	for i := range n.Projects {
		p := &n.Projects[i]
		names[i], descriptions[i] = strings.Fields(p.Name), strings.Fields(p.Description)
		keywords[i], themes[i], targets[i] = p.Keywords, p.Themes, p.TargetGroups
	}
	names, descriptions = dealtOut(random, names), dealtOut(random, descriptions)
	keywords, themes, targets = dealtOut(random, keywords), dealtOut(random, themes), dealtOut(random, targets)
	for i := range projects {
		projects[i] = graph.Project{
			ID: n.Projects[i].ID, Name: strings.Join(names[i], " "), Description: strings.Join(descriptions[i], " "),
			Keywords: keywords[i], Themes: themes[i], TargetGroups: targets[i],
		}
	}
	return graph.New(projects, nil, nil)
}

// dealtOut shuffles what is in lists among them, each keeping its length.
func dealtOut(random *rand.Rand, lists [][]string) [][]string {
	var pool []string
	for _, list := range lists {
		pool = append(pool, list...)
	}
	random.Shuffle(len(pool), func(i, j int) { pool[i], pool[j] = pool[j], pool[i] })
	dealt := make([][]string, len(lists))
	for i, list := range lists {
		dealt[i], pool = pool[:len(list):len(list)], pool[len(list):]
	}
	return dealt
}

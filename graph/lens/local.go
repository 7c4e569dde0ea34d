package lens

import (
	"context"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/community"
)

// LocalTopic is a topic as a region has it.
type LocalTopic struct {
	Topic    int
	Projects []int32
	// Words are distinctive of the region's projects within the topic.
	Words     []string
	SubGroups []SubGroup
}

// SubGroup is a part of a local topic.
type SubGroup struct {
	Words    []string
	Projects []int32
}

// Local topics smaller than this have no sub-groups, and no sub-group is
// smaller than subSmallest.
const (
	subFrom     = 8
	subSmallest = 3
	localWords  = 2
)

// Local returns the topics that a selection has, in the order of the list.
func Local(t *Topics, n *graph.Network, s *graph.Selection) []LocalTopic {
	projects := make([][]int32, len(t.List))
	for _, p := range s.Projects {
		projects[t.Of[p]] = append(projects[t.Of[p]], p)
	}
	var local []LocalTopic
	for topic, members := range projects {
		if len(members) == 0 {
			continue
		}
		l := LocalTopic{Topic: topic, Projects: members}
		if len(s.Projects) < len(n.Projects) {
			l.Words = t.localWords(topic, members)
		}
		local = append(local, l)
	}
	return local
}

// localWords names what is special here: against the topic's other projects.
func (t *Topics) localWords(topic int, members []int32) []string {
	if len(members) < 2 {
		return nil
	}
	avoid := func(w word) bool {
		return slices.ContainsFunc(t.List[topic].Words, func(name string) bool { return alike(keyOf(name), w.key) })
	}
	picked, _ := t.words.pick(members, t.List[topic].Projects, localWords, 1, avoid)
	var names []string
	for _, w := range picked {
		names = append(names, t.words.words[w].form)
	}
	return names
}

// SubGroups divides the projects of a local topic by shared keywords: Leiden
// on the number of keywords that two projects share. Groups of fewer than
// three projects, and projects in none, are left out; fewer than two groups
// are no division.
func (t *Topics) SubGroups(ctx context.Context, topic int, members []int32) ([]SubGroup, error) {
	if len(members) < subFrom {
		return nil, nil
	}
	name := map[string]bool{}
	for _, w := range t.List[topic].Words {
		name[keyOf(w)] = true
	}
	var edges []graph.Edge
	for i, a := range members {
		for j := i + 1; j < len(members); j++ {
			shared := 0.0
			for _, w := range t.words.of[a] {
				if !name[t.words.words[w].key] && slices.Contains(t.words.of[members[j]], w) {
					shared++
				}
			}
			if shared > 0 {
				edges = append(edges, graph.Edge{U: int32(i), V: int32(j), Weight: shared})
			}
		}
	}
	p, err := community.Leiden(ctx, &graph.NewOneMode(len(members), edges).Rows, community.Options{Seed: t.Method.Seed})
	if err != nil {
		return nil, err
	}
	parts := map[int32][]int32{}
	for i, c := range p {
		parts[c] = append(parts[c], members[i])
	}
	avoid := func(w word) bool { return name[w.key] }
	var groups []SubGroup
	for c := int32(0); int(c) < len(parts); c++ {
		if len(parts[c]) < subSmallest {
			continue
		}
		picked, _ := t.words.pick(parts[c], members, 2, 1, avoid)
		if len(picked) == 0 {
			continue
		}
		g := SubGroup{Projects: parts[c]}
		for _, w := range picked {
			g.Words = append(g.Words, t.words.words[w].form)
		}
		groups = append(groups, g)
	}
	if len(groups) < 2 {
		return nil, nil
	}
	return groups, nil
}

package lens

import (
	"cmp"
	"context"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/community"
	"hankeverkko/graph/text"
)

// How topics are found; see docs/method.md for what was tried.
const (
	neighbours = 10   // nearest projects that each is tied to
	runs       = 60   // Leiden runs that the consensus joins
	share      = 0.8  // of the projects in each run
	thinMedian = 8    // content words under which texts tell too little
	depth      = 1    // how often a group without a name is divided again
	smallest   = 4    // projects of a topic that stands by itself
	resolution = 1.0  // of modularity
	firstSeed  = 2019 // of the stream that all runs follow from

	coverWanted = 0.6 // share of a topic's projects that its name must cover
)

// Colours is the number of colours that groups can have; the ring has slots
// for twice as many topics.
const Colours = 12

// TopicOptions change how topics are found; the zero value is what the page shows.
type TopicOptions struct {
	// Seed 0 takes the program's own.
	Seed uint64
	// None puts all projects into one topic without a name, which costs nothing:
	// for who asks only who is tied to whom.
	None bool
	// TitlesOnly leaves out descriptions, keywords and target groups, to see
	// how much they matter.
	TitlesOnly bool
}

// Topic is a group of projects by content.
type Topic struct {
	// ID holds the lens, the scope and the anchor: the most central member.
	ID     string
	Anchor graph.ProjectID
	// Words are one to three keywords that name it; none when it is Misc.
	Words []string
	Misc  bool
	// Cover is the share of the projects that Words cover.
	Cover float64
	// Keywords are the commonest of its projects, with their numbers.
	Keywords []Keyword
	// Slot is the place on the ring, clockwise from the top, and Colour one of
	// the Colours; both are the same in every region, and -1 for the mixed topic.
	Slot, Colour int
	Projects     []int32 // rising
}

// Keyword is a keyword and the number of projects that bear it.
type Keyword struct {
	Word     string
	Projects int
}

// Method says how topics were found.
type Method struct {
	Runs  int
	Share float64
	Seed  uint64
	// Resolution is that of modularity.
	Resolution float64
	// Thin tells that texts were too short and the source's own objectives
	// were used instead.
	Thin bool
}

// Topics is the grouping of all projects of a network.
type Topics struct {
	List []Topic // by number of projects, largest first
	// Of is the topic of each project.
	Of []int32
	// Slots is the number of places on the ring.
	Slots  int
	Method Method

	words *vocabulary
	mixed []int32 // members of the mixed topic while topics are made
}

// FindTopics groups all projects of n: each is tied to its ten most similar by
// text, Leiden divides 60 samples of 80 % of the projects, and the consensus
// of the runs is the grouping (Lancichinetti & Fortunato 2012). Same network
// and seed, same topics, whatever the order of the input.
func FindTopics(ctx context.Context, n *graph.Network, o TopicOptions) (*Topics, error) {
	seed := cmp.Or(o.Seed, firstSeed)
	t := &Topics{Of: make([]int32, len(n.Projects)), Method: Method{Runs: runs, Share: share, Seed: seed, Resolution: resolution}}
	if len(n.Projects) == 0 {
		t.words = newVocabulary(n)
		return t, nil
	}
	if o.None {
		t.List = []Topic{{ID: "topics:all:none", Misc: true, Slot: -1, Colour: -1, Projects: all(len(n.Projects))}}
		t.words = newVocabulary(&graph.Network{Projects: make([]graph.Project, len(n.Projects))})
		return t, nil
	}
	index := text.NewIndex(documents(n, o.TitlesOnly))
	t.words = newVocabulary(n)
	near, err := index.Nearest(ctx, 2*neighbours)
	if err != nil {
		return nil, err
	}
	if t.Method.Thin = !o.TitlesOnly && thin(index) && haveObjectives(n); t.Method.Thin {
		t.groupByObjective(n)
	} else if err := t.divide(ctx, near, all(len(n.Projects)), seed, depth); err != nil {
		return nil, err
	}
	t.finish(n, near)
	return t, nil
}

func documents(n *graph.Network, titlesOnly bool) [][]text.Part {
	documents := make([][]text.Part, len(n.Projects))
	for i := range n.Projects {
		p := &n.Projects[i]
		documents[i] = []text.Part{{Text: p.Name, Weight: 1}}
		if titlesOnly {
			continue
		}
		documents[i] = append(documents[i], text.Part{Text: p.Description, Weight: 1})
		for _, k := range p.Keywords {
			documents[i] = append(documents[i], text.Part{Text: k, Weight: 3})
		}
		for _, g := range p.TargetGroups {
			documents[i] = append(documents[i], text.Part{Text: g, Weight: 1})
		}
	}
	return documents
}

// consensus divides samples of the neighbour network among members and joins
// the runs. The answer runs along members.
func consensus(ctx context.Context, near [][]text.Neighbour, members []int32, seed uint64) (community.Partition, error) {
	return community.Consensus(ctx, len(members), runs, seed, func(seed uint64) (community.Partition, error) {
		sample := chance.Sample(chance.Stream(seed, 1), len(members), share)
		kept, position := make([]int32, len(sample)), make([]int32, len(near))
		for v := range position {
			position[v] = -1
		}
		for i, m := range sample {
			kept[i] = members[m]
			position[kept[i]] = int32(i)
		}
		g := neighbourGraph(near, kept, position)
		found, err := community.Leiden(ctx, &g.Rows, community.Options{Seed: seed, Resolution: resolution, Workers: 1})
		if err != nil {
			return nil, err
		}
		whole := make(community.Partition, len(members))
		for v := range whole {
			whole[v] = -1
		}
		for i, m := range sample {
			whole[m] = found[i]
		}
		return whole, nil
	})
}

// neighbourGraph ties each kept project to its ten nearest kept ones, by similarity.
func neighbourGraph(near [][]text.Neighbour, kept, position []int32) *graph.OneMode {
	var edges []graph.Edge
	for i, v := range kept {
		taken := 0
		for _, other := range near[v] {
			if j := position[other.Document]; j >= 0 {
				edges = append(edges, graph.Edge{U: int32(i), V: j, Weight: other.Similarity})
				if taken++; taken == neighbours {
					break
				}
			}
		}
	}
	return graph.NewOneMode(len(kept), edges)
}

func thin(index *text.Index) bool {
	lengths := make([]int, index.Len())
	for d := range lengths {
		lengths[d] = index.ContentWords(d)
	}
	slices.Sort(lengths)
	return lengths[len(lengths)/2] < thinMedian
}

func objectiveOf(p *graph.Project) string {
	if len(p.Themes) > 0 {
		return p.Themes[0]
	}
	return p.Objective
}

func haveObjectives(n *graph.Network) bool {
	with := 0
	for i := range n.Projects {
		if objectiveOf(&n.Projects[i]) != "" {
			with++
		}
	}
	return with*2 > len(n.Projects)
}

func (t *Topics) groupByObjective(n *graph.Network) {
	groups := map[string][]int32{}
	for i := range n.Projects {
		objective := objectiveOf(&n.Projects[i])
		groups[objective] = append(groups[objective], int32(i))
	}
	for objective, members := range groups {
		topic := Topic{Projects: members, Words: []string{objective}, Cover: 1}
		if objective == "" {
			topic = Topic{Projects: members, Misc: true}
		}
		t.List = append(t.List, topic)
	}
}

func all(n int) []int32 {
	list := make([]int32, n)
	for i := range list {
		list[i] = int32(i)
	}
	return list
}

// divide makes topics of members. Groups that have no name and those too small
// to stand by themselves join the one mixed topic.
func (t *Topics) divide(ctx context.Context, near [][]text.Neighbour, members []int32, seed uint64, depth int) error {
	parts, err := t.words.split(members, depth, func(members []int32) (community.Partition, error) {
		return consensus(ctx, near, members, seed)
	})
	for _, part := range parts {
		if part.named() {
			t.List = append(t.List, Topic{Projects: part.projects, Words: part.words, Cover: part.cover})
		} else {
			t.mixed = append(t.mixed, part.projects...)
		}
	}
	return err
}

// part is a group of projects and its name, if it has one. What is in no group
// is apart from them.
type part struct {
	projects []int32
	words    []string
	cover    float64
	apart    bool
}

func (p *part) named() bool { return !p.apart && len(p.projects) >= smallest && len(p.words) > 0 }

// split divides members by find, and groups that no name covers again, depth
// times.
func (v *vocabulary) split(members []int32, depth int, find func(members []int32) (community.Partition, error)) ([]part, error) {
	p, err := find(members)
	if err != nil {
		return nil, err
	}
	groups := make([][]int32, len(members)+1)
	for i, c := range p {
		groups[c+1] = append(groups[c+1], members[i])
	}
	var parts []part
	for c, group := range groups {
		if len(group) == 0 {
			continue
		}
		found := part{projects: group, apart: c == 0}
		found.words, found.cover = v.name(group)
		if found.apart || found.named() || depth == 0 || len(group) < 2*smallest {
			parts = append(parts, found)
			continue
		}
		smaller, err := v.split(group, depth-1, find)
		if err != nil {
			return nil, err
		}
		parts = append(parts, smaller...)
	}
	return parts, nil
}

// finish adds the mixed topic, finds anchors, sorts and places.
func (t *Topics) finish(n *graph.Network, near [][]text.Neighbour) {
	if len(t.mixed) > 0 {
		slices.Sort(t.mixed)
		t.List = append(t.List, Topic{Projects: t.mixed, Misc: true})
	}
	for i := range t.List {
		topic := &t.List[i]
		topic.Anchor = n.Projects[anchor(topic.Projects, near)].ID
		topic.ID = "topics:all:" + string(topic.Anchor)
		topic.Keywords = t.words.commonest(topic.Projects)
	}
	slices.SortFunc(t.List, func(a, b Topic) int {
		return cmp.Or(compareBool(a.Misc, b.Misc), cmp.Compare(len(b.Projects), len(a.Projects)), cmp.Compare(a.ID, b.ID))
	})
	for i := range t.List {
		for _, v := range t.List[i].Projects {
			t.Of[v] = int32(i)
		}
	}
	t.place(n, near)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// anchor returns the member most similar to the others; the first of equals.
func anchor(members []int32, near [][]text.Neighbour) int32 {
	in := make(map[int32]bool, len(members))
	for _, v := range members {
		in[v] = true
	}
	pull := make(map[int32]float64, len(members))
	for _, v := range members {
		for _, other := range near[v] {
			if in[other.Document] {
				pull[v] += other.Similarity
				pull[other.Document] += other.Similarity
			}
		}
	}
	best := members[0]
	for _, v := range members[1:] {
		if pull[v] > pull[best] {
			best = v
		}
	}
	return best
}

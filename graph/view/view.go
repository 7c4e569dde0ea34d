package view

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/hashicorp/golang-lru/v2"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/lens"
	"hankeverkko/graph/search"
	"hankeverkko/graph/store"
	"hankeverkko/words"
)

// keptSlices bounds how many regions and dates are kept ready.
const keptSlices = 256

// View is one data revision, ready to ask. It never changes.
type View struct {
	Revision graph.Revision
	Network  *graph.Network
	Sources  []graph.Source
	// AsOf is the latest day up to which a source is known, 0 when none says.
	AsOf   graph.Date
	Topics *lens.Topics
	Search *search.Index

	slices *lru.Cache[Ask, *Slice]
	held   func() holdings
	topic  map[string]int // position of a topic by its id
	// projectRank and actorRank are the places of names in the Finnish alphabet.
	projectRank, actorRank []int
}

// Load reads a store and computes what every reader needs.
func Load(ctx context.Context, reader store.Reader) (*View, error) {
	c, err := read(ctx, reader)
	if err != nil {
		return nil, err
	}
	return build(ctx, c.revision, c.sources, c.records, c.journal)
}

func build(ctx context.Context, revision graph.Revision, sources []graph.Source, records []graph.Record, journal []graph.Decision) (*View, error) {
	network, err := identity.Apply(records, journal)
	if err != nil {
		return nil, fmt.Errorf("network of revision %s: %w", revision, err)
	}
	topics, err := lens.FindTopics(ctx, network, lens.TopicOptions{})
	if err != nil {
		return nil, fmt.Errorf("topics of revision %s: %w", revision, err)
	}
	kept, err := lru.New[Ask, *Slice](keptSlices)
	if err != nil {
		return nil, fmt.Errorf("kept slices: %w", err)
	}
	v := &View{
		Revision: revision, Network: network, Sources: sources, Topics: topics, topic: make(map[string]int, len(topics.List)),
		slices: kept, held: sync.OnceValue(func() holdings { return holdingsOf(network) }), projectRank: ranks(len(network.Projects), func(i int) string { return network.Projects[i].Name }),
		actorRank: ranks(len(network.Actors), func(i int) string { return network.Actors[i].Name }),
	}
	for i := range topics.List {
		v.topic[topics.List[i].ID] = i
	}
	v.Search = search.New(network, v.groupEntries()...)
	for _, s := range sources {
		v.AsOf = max(v.AsOf, s.AsOf)
	}
	return v, nil
}

// ranks returns for each position the place of its name in the alphabet;
// equal names keep the order of positions.
func ranks(n int, name func(int) string) []int {
	collator, buffer := collate.New(language.Finnish, collate.Numeric), &collate.Buffer{}
	keys := make([][]byte, n)
	order := make([]int, n)
	for i := range n {
		order[i], keys[i] = i, collator.KeyFromString(buffer, name(i))
	}
	slices.SortStableFunc(order, func(a, b int) int { return slices.Compare(keys[a], keys[b]) })
	rank := make([]int, n)
	for place, i := range order {
		rank[i] = place
	}
	return rank
}

// SourceName returns the name of a source for people.
func (v *View) SourceName(id graph.SourceID) string {
	for _, s := range v.Sources {
		if s.ID == id {
			return s.Name
		}
	}
	return string(id)
}

// capital makes the first letter a capital.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// groupEntries makes the topics findable by their names and keywords.
func (v *View) groupEntries() []search.Entry {
	var entries []search.Entry
	for i := range v.Topics.List {
		topic := &v.Topics.List[i]
		if topic.Misc {
			continue
		}
		entries = append(entries, search.Entry{
			Kind: search.Group, ID: topic.ID, Name: TopicName(topic.Words, words.Languages[0]), Projects: len(topic.Projects),
		})
	}
	return entries
}

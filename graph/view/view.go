package view

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"hankeverkko/graph"
	"hankeverkko/graph/analysis"
	"hankeverkko/graph/lens"
	"hankeverkko/graph/route"
	"hankeverkko/graph/search"
	"hankeverkko/graph/store"
	"hankeverkko/words"
)

// keptSlices and keptScopes bound how many regions and dates, and how many
// regions through a lens, are kept ready; ties beyond chance of fewer, as each
// holds all pairs of a region.
const keptSlices, keptScopes, keptBeyonds = 256, 128, 32

// View is one edition of a data revision, ready to ask. It never changes.
type View struct {
	Revision graph.Revision
	Edition  Edition
	Network  *graph.Network
	Sources  []graph.Source
	// AsOf is the latest day up to which a source is known, 0 when none says.
	AsOf   graph.Date
	Topics *lens.Topics
	Search *search.Index

	slices     *kept[Ask, *Slice]
	scopes     *kept[scopeKey, *scope]
	everywhere *kept[struct{}, []float64]
	modularity *kept[graph.AreaID, lens.Significance]
	structure  *kept[scopeKey, []analysis.WholeResult]
	boundaries *kept[scopeKey, *lens.Boundary]
	beyonds    *kept[graph.AreaID, *Beyond]
	held       func() holdings
	routes     func() *route.Finder
	whole      *graph.Network          // with the projects that the edition leaves out
	aidIn      func() *graph.Selection // those of whole that are aid to one company
	hidden     int                     // persons of the revision that the public does not see
	parts      bool                    // the revision knows of parts
	seed       uint64                  // of the groups, 0 for the program's own
	topics     []*Group                // along Topics.List
	// projectRank and actorRank are the places of names in the Finnish alphabet.
	projectRank, actorRank []int
}

// Load reads a store and computes what every reader needs, in the edition
// that everybody sees first.
func Load(ctx context.Context, reader store.Reader) (*View, error) {
	return LoadEdition(ctx, reader, Edition{}, true)
}

// LoadEdition is Load in another edition. Without topics, which take by far
// the longest, all projects lie in one topic without a name: for a command that
// asks only who is tied to whom.
func LoadEdition(ctx context.Context, reader store.Reader, edition Edition, topics bool) (*View, error) {
	c, err := store.ReadAll(ctx, reader)
	if err != nil {
		return nil, err
	}
	editions, err := newEditions(reader, c, newKept[texts, *lens.Topics](1), !topics)
	if err != nil {
		return nil, err
	}
	return editions.View(ctx, edition)
}

// Reseeded returns the same view with its groups found from another seed:
// what differs is chance.
func (v *View) Reseeded(ctx context.Context, seed uint64) (*View, error) {
	topics, err := lens.FindTopics(ctx, v.Network, lens.TopicOptions{Seed: seed})
	if err != nil {
		return nil, fmt.Errorf("topics of revision %s: %w", v.Revision, err)
	}
	other := group(v.Revision, v.Sources, v.Network, topics, seed)
	other.Edition, other.whole, other.hidden, other.parts, other.aidIn = v.Edition, v.whole, v.hidden, v.parts, v.aidIn
	return other, nil
}

// group makes a network with its topics ready to ask.
func group(revision graph.Revision, sources []graph.Source, network *graph.Network, topics *lens.Topics, seed uint64) *View {
	v := &View{
		Revision: revision, Network: network, Sources: sources, Topics: topics, seed: seed, topics: topicGroups(topics),
		slices: newKept[Ask, *Slice](keptSlices), scopes: newKept[scopeKey, *scope](keptScopes), everywhere: newKept[struct{}, []float64](1),
		modularity:  newKept[graph.AreaID, lens.Significance](keptScopes),
		structure:   newKept[scopeKey, []analysis.WholeResult](keptScopes),
		boundaries:  newKept[scopeKey, *lens.Boundary](keptScopes),
		beyonds:     newKept[graph.AreaID, *Beyond](keptBeyonds),
		held:        sync.OnceValue(func() holdings { return holdingsOf(network) }),
		routes:      sync.OnceValue(func() *route.Finder { return route.NewFinder(network.TwoMode()) }),
		projectRank: ranks(len(network.Projects), func(i int) string { return network.Projects[i].Name }),
		actorRank:   ranks(len(network.Actors), func(i int) string { return network.Actors[i].Name }),
	}
	v.Search = search.New(network, v.groupEntries()...)
	for _, s := range sources {
		v.AsOf = max(v.AsOf, s.AsOf)
	}
	return v
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
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// groupEntries makes the topics findable by their names and keywords.
func (v *View) groupEntries() []search.Entry {
	var entries []search.Entry
	for _, g := range v.topics {
		if g.Kind == GroupNamed {
			entries = append(entries, search.Entry{Kind: search.Group, ID: g.ID, Name: v.GroupName(g, words.Languages[0]), Projects: len(g.Projects)})
		}
	}
	return entries
}

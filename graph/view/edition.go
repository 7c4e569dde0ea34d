package view

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"sync"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/lens"
	"hankeverkko/graph/store"
)

// Edition says which network of a revision a view is of; the zero value is
// what everybody sees first.
type Edition struct {
	// Aid says whether projects that are aid to one company count.
	Aid Aid
	// Together counts what parts of an actor do for the whole.
	Together bool
	// Named shows sole traders and private persons, who are hidden from the public.
	Named bool
}

// Aid says whether projects that are aid to one company count.
type Aid uint8

const (
	// AidByShare leaves them out where they are over a tenth of all projects:
	// thousands of machines bought by single companies would hide who works with
	// whom, while a few hide nothing.
	AidByShare Aid = iota
	AidWith
	AidWithout
)

// aidShare is the share of the projects over which aid is left out.
const aidShare = 0.1

// keptEditions bounds how many editions of a revision are kept ready, besides
// the first; keptTopics how many groupings, also of the revision before.
const keptEditions, keptTopics = 3, 4

// Editions are the views of one revision, made when they are asked for.
type Editions struct {
	revision graph.Revision
	sources  []graph.Source
	reader   store.Reader
	apart    *graph.Network // all projects, all names
	aid      []bool         // along its projects
	aids     int
	hidden   int
	parts    bool
	views    *kept[Edition, *View]
	together *kept[struct{}, *graph.Network]
	topics   *kept[texts, *lens.Topics] // shared by revisions
	none     bool                       // no topics
}

func newEditions(reader store.Reader, c *store.Content, topics *kept[texts, *lens.Topics], none bool) (*Editions, error) {
	network, err := identity.Apply(c.Records, c.Journal, c.Sources...)
	if err != nil {
		return nil, fmt.Errorf("network of revision %s: %w", c.Revision, err)
	}
	e := &Editions{
		revision: c.Revision, sources: c.Sources, reader: reader, apart: network, hidden: identity.Hidden(network), topics: topics, none: none,
		views: newKept[Edition, *View](keptEditions + 1), together: newKept[struct{}, *graph.Network](1),
	}
	e.aid = make([]bool, len(network.Projects))
	for p := range network.Projects {
		e.aid[p] = identity.CompanyAid(network, p) != ""
		if e.aid[p] {
			e.aids++
		}
	}
	e.parts = slices.ContainsFunc(network.Actors, func(a graph.Actor) bool { return len(a.PartOf) > 0 })
	return e, nil
}

// Normal leaves out of an edition what makes no difference to these data.
func (e *Editions) Normal(want Edition) Edition {
	switch {
	case e.aids == 0:
		want.Aid = AidWith
	case want.Aid == AidByShare && float64(e.aids) > aidShare*float64(len(e.aid)):
		want.Aid = AidWithout
	case want.Aid == AidByShare:
		want.Aid = AidWith
	}
	return Edition{Aid: want.Aid, Together: want.Together && e.parts, Named: want.Named && e.hidden > 0}
}

// View returns an edition. Of the parts taken together the store is read again:
// when it has moved on meanwhile, that is graph.ErrUnavailable.
func (e *Editions) View(ctx context.Context, want Edition) (*View, error) {
	want = e.Normal(want)
	return e.views.get(ctx, want, func(ctx context.Context) (*View, error) { return e.make(ctx, want) })
}

func (e *Editions) make(ctx context.Context, want Edition) (*View, error) {
	all, err := e.network(ctx, want.Together)
	if err != nil {
		return nil, err
	}
	public, err := identity.Masked(all)
	if err != nil {
		return nil, err
	}
	shown := public
	if want.Named {
		shown = all
	}
	grouped := func(n *graph.Network) (*graph.Network, error) {
		if want.Aid == AidWith {
			return n, nil
		}
		return e.withoutAid(n)
	}
	n, err := grouped(shown)
	if err != nil {
		return nil, err
	}
	// Groups are found in what everybody may see.
	of := n
	if want.Named && sameOrder(shown, public) {
		if of, err = grouped(public); err != nil {
			return nil, err
		}
	}
	topics, err := e.topics.get(ctx, textsOf(of, e.none), func(ctx context.Context) (*lens.Topics, error) {
		return lens.FindTopics(ctx, of, lens.TopicOptions{None: e.none})
	})
	if err != nil {
		return nil, fmt.Errorf("topics of revision %s: %w", e.revision, err)
	}
	v := group(e.revision, e.sources, n, topics, 0)
	v.Edition, v.whole, v.hidden, v.parts = want, shown, e.hidden, e.parts
	v.aidIn = sync.OnceValue(func() *graph.Selection { return e.aidOf(shown) })
	return v, nil
}

// network returns the network of all projects and names.
func (e *Editions) network(ctx context.Context, together bool) (*graph.Network, error) {
	if !together {
		return e.apart, nil
	}
	return e.together.get(ctx, struct{}{}, func(ctx context.Context) (*graph.Network, error) {
		c, err := store.ReadAll(ctx, e.reader)
		if err != nil {
			return nil, err
		}
		if c.Revision != e.revision {
			return nil, fmt.Errorf("revision %s is no longer in the store: %w", e.revision, graph.ErrUnavailable)
		}
		ledger, err := identity.Open(c.Records, c.Journal, identity.Options{Sources: c.Sources, RollUp: true})
		if err != nil {
			return nil, err
		}
		return ledger.Network, nil
	})
}

// withoutAid returns the network without the projects that are aid to one
// company, and without the actors that have no others.
func (e *Editions) withoutAid(n *graph.Network) (*graph.Network, error) {
	s := &graph.Selection{}
	touched := make([]bool, len(n.Actors))
	for p := range n.Projects {
		if e.isAid(n, p) {
			continue
		}
		s.Projects = append(s.Projects, int32(p))
		for _, t := range n.ProjectTies(p) {
			touched[t.A] = true
		}
	}
	for a, is := range touched {
		if is {
			s.Actors = append(s.Actors, int32(a))
		}
	}
	return graph.Restrict(n, s)
}

// isAid tells whether project p of any network of the revision is aid.
func (e *Editions) isAid(n *graph.Network, p int) bool {
	if n.Projects[p].ID == e.apart.Projects[p].ID {
		return e.aid[p]
	}
	return identity.CompanyAid(n, p) != "" // a masked id may stand elsewhere
}

func (e *Editions) aidOf(n *graph.Network) *graph.Selection {
	s := &graph.Selection{}
	for p := range n.Projects {
		if e.isAid(n, p) {
			s.Projects = append(s.Projects, int32(p))
		}
	}
	return s
}

// sameOrder tells whether projects stand at the same positions in both.
func sameOrder(a, b *graph.Network) bool {
	return slices.EqualFunc(a.Projects, b.Projects, func(p, q graph.Project) bool { return p.ID == q.ID })
}

// texts stands for all that topics rest on.
type texts [sha256.Size]byte

func textsOf(n *graph.Network, none bool) (sum texts) {
	h := sha256.New()
	write := func(parts ...string) {
		for _, s := range parts {
			fmt.Fprintf(h, "%d ", len(s))
			_, _ = io.WriteString(h, s) // a hash takes everything
		}
	}
	fmt.Fprintf(h, "%t %d ", none, len(n.Projects))
	for i := range n.Projects {
		p := &n.Projects[i]
		write(string(p.ID), p.Name, p.Description, p.Objective, p.Priority)
		for _, list := range [...][]string{p.Keywords, p.Themes, p.TargetGroups} {
			fmt.Fprintf(h, "%d ", len(list))
			write(list...)
		}
	}
	h.Sum(sum[:0])
	return sum
}

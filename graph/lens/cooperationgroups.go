package lens

import (
	"cmp"
	"context"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/community"
)

// How communities are found; see docs/method.md for what was tried.
const (
	cooperationRuns       = 60
	cooperationShare      = 0.8
	cooperationResolution = 1.0
)

// divide finds communities on the two-mode network of the selection.
func (c *Cooperation) divide(ctx context.Context) (err error) {
	c.twoMode = c.selection.TwoMode(c.network)
	if c.found, err = community.ConsensusTwoMode(ctx, c.twoMode, community.TwoModeConsensus{
		Runs: c.Method.Runs, Share: c.Method.Share, Seed: c.Method.Seed, Resolution: c.Method.Resolution,
	}); err != nil {
		return err
	}
	c.Q = community.BarberModularity(c.twoMode, c.found, c.Method.Resolution)
	return nil
}

// within returns the part of c with some of its projects and those of their
// actors that are wanted, not divided yet.
func (c *Cooperation) within(projects []int32, wanted func(a int32) bool) *Cooperation {
	s := &graph.Selection{Projects: projects}
	tied := make([]bool, len(c.network.Actors))
	for _, p := range projects {
		for _, t := range c.network.ProjectTies(int(p)) {
			tied[t.A] = true
		}
	}
	for i, a := range c.selection.Actors {
		if tied[a] && wanted(a) {
			s.Actors, s.Standing = append(s.Actors, a), append(s.Standing, c.selection.Standing[i])
		}
	}
	return &Cooperation{Scope: c.Scope, Method: c.Method, network: c.network, selection: s}
}

func none(n int) []int32 {
	list := make([]int32, n)
	for i := range list {
		list[i] = -1
	}
	return list
}

// fold makes the communities found partner networks, or puts them into the
// folded one of their kind, and notes where everyone is.
func (c *Cooperation) fold() {
	folded := []Community{{Kind: SingleProject, ID: c.id("single")}, {Kind: Outside, ID: c.id("outside")}, {Kind: Alone, ID: c.id("alone")}}
	for _, vertices := range c.found.Members() {
		group := Community{Anchor: c.anchor(vertices), Slot: -1, Colour: -1}
		group.Projects, group.Actors = c.members(vertices)
		if group.Kind = c.kind(&group); group.Kind == Partners {
			group.ID = c.id(string(c.network.Actors[group.Anchor].ID))
			c.Communities = append(c.Communities, group)
			continue
		}
		into := &folded[group.Kind-SingleProject]
		into.Projects, into.Actors = append(into.Projects, group.Projects...), append(into.Actors, group.Actors...)
		into.Folded++
	}
	slices.SortFunc(c.Communities, func(a, b Community) int {
		return cmp.Or(cmp.Compare(len(b.Projects), len(a.Projects)), cmp.Compare(len(b.Actors), len(a.Actors)), cmp.Compare(a.ID, b.ID))
	})
	for _, group := range folded {
		if group.Folded > 0 {
			group.Anchor, group.Slot, group.Colour = -1, -1, -1
			slices.Sort(group.Projects)
			slices.Sort(group.Actors)
			c.Communities = append(c.Communities, group)
		}
	}
	c.OfProject, c.OfActor = none(len(c.network.Projects)), none(len(c.network.Actors))
	for i := range c.Communities {
		for _, p := range c.Communities[i].Projects {
			c.OfProject[p] = int32(i)
		}
		for _, a := range c.Communities[i].Actors {
			c.OfActor[a] = int32(i)
		}
	}
}

func (c *Cooperation) kind(group *Community) CommunityKind {
	switch {
	case group.Anchor < 0 && len(group.Actors) > 0:
		return Outside
	case !slices.ContainsFunc(group.Actors, c.hasPartners):
		return Alone
	case len(group.Projects) == 1:
		return SingleProject
	}
	return Partners
}

// hasPartners tells whether an actor has a project of the scope with another.
func (c *Cooperation) hasPartners(a int32) bool {
	return slices.ContainsFunc(c.network.ActorTies(int(a)), func(i int32) bool {
		p := c.network.Ties[i].P
		return c.selection.HasProject(int(p)) && c.others(p) > 0
	})
}

// others counts the actors of a project but one.
func (c *Cooperation) others(p int32) int { return len(c.network.ProjectTies(int(p))) - 1 }

func (c *Cooperation) id(of string) string {
	return "cooperation:" + cmp.Or(string(c.Scope), "all") + ":" + of
}

// members turns vertices of the two-mode network into positions in the network.
func (c *Cooperation) members(vertices []int32) (projects, actors []int32) {
	for _, v := range vertices {
		if int(v) < c.twoMode.Projects {
			projects = append(projects, c.selection.Projects[v])
		} else {
			actors = append(actors, c.selection.Actors[int(v)-c.twoMode.Projects])
		}
	}
	return projects, actors
}

// anchor returns the own actor with most projects among the vertices of a
// community; of equals the one with most in the scope, then the first by id.
// Where all seats are unknown, which is not elsewhere, any actor may be it;
// where none is own and some are elsewhere, it is -1.
func (c *Cooperation) anchor(vertices []int32) int32 {
	best := [...]int32{graph.Own: -1, graph.SeatUnknown: -1, graph.Elsewhere: -1}
	var most [len(best)][2]int // projects in the community, in the scope
	for _, v := range vertices {
		i := int(v) - c.twoMode.Projects
		if i < 0 {
			continue
		}
		standing, ties := c.selection.Standing[i], [2]int{0, len(c.twoMode.Row(int(v)))}
		for _, p := range c.twoMode.Row(int(v)) {
			if c.found[p] == c.found[v] {
				ties[0]++
			}
		}
		if best[standing] < 0 || slices.Compare(ties[:], most[standing][:]) > 0 {
			best[standing], most[standing] = c.selection.Actors[i], ties
		}
	}
	if best[graph.Own] < 0 && best[graph.Elsewhere] < 0 {
		return best[graph.SeatUnknown]
	}
	return best[graph.Own]
}

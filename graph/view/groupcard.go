package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"hankeverkko/graph"
)

// GroupCard is one group with what stands around it in the region.
type GroupCard struct {
	GroupHere
	// Keywords are the most common of a topic in all data, or distinctive of a
	// partner network; Cover is the share of a topic that its name covers.
	Keywords                 []string
	Cover                    float64
	CountsAll                Counts
	Sentences                []Sentence
	Actors                   []ActorShare
	MoreActors, MoreProjects int
	Shown                    []int32 // the first projects
	Related                  []Related
	Bridges                  []Bridge
	MoreBridges              int
	Connections              []Connection
	SubGroups                []SubGroup
	Basis                    graph.Basis
}

// Related is an actor of a group and the other groups it works in.
type Related struct {
	Actor  ActorShare
	Groups []GroupShare
}

// Connection is another partner network and who stands between.
type Connection struct {
	Group GroupShare // with the number of projects across
	// Actors have projects in both.
	Actors []ActorShare
}

// SubGroup is a part of a group.
type SubGroup struct {
	// Name is that of a part of a partner network, nil where Words name it.
	Name     *Group
	Words    []string
	Projects []int32
	Actors   []ActorShare // the largest of a part of a partner network
}

// Most words, related actors, bridge-builders and connections that a card shows.
const (
	cardBridges     = 8
	cardWords       = 8
	cardRelated     = 5
	cardConnections = 6
)

// GroupCard returns the card of a group; a group that the region does not
// have is empty, an unknown one graph.ErrNotFound.
func (s *Slice) GroupCard(ctx context.Context, id string) (*GroupCard, error) {
	in, g, err := s.findGroup(ctx, s.Area.ID, id)
	if err != nil {
		return nil, err
	}
	var here []int32
	for _, p := range s.Selection.Projects {
		if in.holds(g, p) {
			here = append(here, p)
		}
	}
	card := &GroupCard{
		GroupHere: s.groupHere(in, g, here), Keywords: g.Words, CountsAll: s.Count(g.Projects, s.Date), Basis: graph.BasisOf(s.Network, here),
	}
	projects := slices.Clone(here)
	s.sortProjects(projects, "state", false)
	card.Shown, card.MoreProjects = firstOf(projects, cardProjects)
	if g.Lens == LensCooperation {
		s.fillNetwork(card, in)
		card.SubGroups, err = s.subNetworks(ctx, in, g)
	} else {
		s.fillTopic(card, in)
		card.SubGroups, err = s.subTopics(ctx, g, here)
	}
	if err != nil {
		return nil, fmt.Errorf("sub-groups of %s: %w", id, err)
	}
	return card, nil
}

// tally counts the projects of every actor among projects, and those of the
// region's own actors apart.
func (s *Slice) tally(projects []int32) (all, own map[int32]int) {
	all, own = map[int32]int{}, map[int32]int{}
	for _, p := range projects {
		for _, t := range s.Network.ProjectTies(int(p)) {
			all[t.A]++
			if s.Selection.StandingOf(int(t.A)) == graph.Own {
				own[t.A]++
			}
		}
	}
	return all, own
}

// ownFirst sorts the region's own actors before those from elsewhere.
func (s *Slice) ownFirst(shares []ActorShare) []ActorShare {
	slices.SortStableFunc(shares, func(a, b ActorShare) int { return cmp.Compare(s.abroad(a.Actor), s.abroad(b.Actor)) })
	return shares
}

func (s *Slice) abroad(actor int32) int {
	if s.Selection.StandingOf(int(actor)) == graph.Own {
		return 0
	}
	return 1
}

// countSentence is "14 hanketta, joista 5 on käynnissä".
func (c *GroupCard) countSentence() Sentence {
	here := Link{Kind: LinkProjects, Filter: Filter{Group: c.ID}}
	running := here
	running.Filter.State = "running"
	return Sentence{Key: "group.counts", Values: []Value{
		counted("projects", "count.projects", c.Counts.Projects, here), counted("running", "count.plain", c.Counts.Running, running),
	}}
}

// mostSentence names the own actor with most projects when there is one.
func (s *Slice) mostSentence(own map[int32]int) []Sentence {
	top := s.shares(own)
	if len(top) == 0 || top[0].Projects < 2 || len(top) > 1 && top[0].Projects == top[1].Projects {
		return nil
	}
	return []Sentence{{Key: "group.most", Values: []Value{
		s.actorValue("actor", top[0].Actor), {Name: "projects", Noun: "count.plain", Count: top[0].Projects},
	}}}
}

// fillTopic fills in what a card says of a topic.
func (s *Slice) fillTopic(card *GroupCard, in *scope) {
	if card.Kind != GroupRest {
		t := &s.Topics.List[card.at]
		card.Cover, card.Keywords = t.Cover, nil
		for _, k := range t.Keywords[:min(cardWords, len(t.Keywords))] {
			card.Keywords = append(card.Keywords, k.Word)
		}
	}
	all, own := s.tally(card.Here)
	card.Actors, card.MoreActors = firstOf(s.ownFirst(s.shares(all)), cardActors)
	for _, share := range s.shares(own) {
		others := slices.DeleteFunc(in.shares(s.projectsOf(share.Actor)), func(g GroupShare) bool { return g.Group == card.Group })
		if len(others) == 0 || len(card.Related) == cardRelated {
			continue
		}
		card.Related = append(card.Related, Related{Actor: share, Groups: others})
	}
	card.Sentences = append([]Sentence{card.countSentence()}, s.mostSentence(own)...)
	if card.Kind != GroupRest && card.CountsAll.Projects > card.Counts.Projects {
		card.Sentences = append(card.Sentences, Sentence{Key: "group.all", Values: []Value{counted("projects", "count.projects", card.CountsAll.Projects, Link{})}})
	}
}

// projectsOf returns the projects of an actor in the slice.
func (s *Slice) projectsOf(actor int32) []int32 {
	stat, _ := s.ActorStat(actor)
	return stat.Projects
}

func (s *Slice) subTopics(ctx context.Context, g *Group, here []int32) ([]SubGroup, error) {
	if g.Kind == GroupRest {
		return nil, nil
	}
	found, err := s.Topics.SubGroups(ctx, g.at, here)
	var parts []SubGroup
	for _, part := range found {
		parts = append(parts, SubGroup{Words: part.Words, Projects: part.Projects})
	}
	return parts, err
}

package view

import (
	"cmp"
	"context"
	"slices"
)

// fillNetwork fills in what a card says of a partner network, or of several
// folded into one.
func (s *Slice) fillNetwork(card *GroupCard, in *scope) {
	all, own := s.tally(card.Here)
	members := map[int32]int{}
	for _, a := range card.Group.Actors {
		if all[a] > 0 {
			members[a] = all[a]
		}
	}
	card.Actors, card.MoreActors = firstOf(s.ownFirst(s.shares(members)), cardActors)
	var bridges []Bridge
	for _, b := range in.bridges {
		if slices.ContainsFunc(b.Groups, func(g GroupShare) bool { return in.shown(g.Group) == card.Group || g.Group == card.Group }) {
			bridges = append(bridges, b)
		}
	}
	card.Bridges, card.MoreBridges = firstOf(bridges, cardBridges)
	card.Connections = s.connections(card, in)
	card.Sentences = []Sentence{s.membersSentence(card), card.countSentence()}
	switch card.Kind {
	case GroupNamed:
		card.Sentences = append(card.Sentences, s.mostSentence(own)...)
	default:
		card.Sentences = append(card.Sentences, Sentence{Key: "group.folds-" + string(card.Kind), Values: []Value{
			counted("groups", "count.networks", card.Folded, Link{}),
		}})
	}
	if card.Basis.Unknown > 0 {
		card.Sentences = append(card.Sentences, Sentence{Key: "group.partners", Values: []Value{
			counted("known", "count.plain", card.Basis.Listed+card.Basis.Alone, Link{}),
			counted("projects", "count.projects-of", card.Counts.Projects, Link{Kind: LinkProjects, Filter: Filter{Group: card.ID}}),
		}})
	}
}

// membersSentence counts the members, and those from the region where that
// makes a difference.
func (s *Slice) membersSentence(card *GroupCard) Sentence {
	here := Link{Kind: LinkActors, Filter: Filter{Group: card.ID}}
	members := counted("actors", "count.actors", card.Members, here)
	if s.Area.ID == "" || card.Kind == GroupOutside {
		return Sentence{Key: "group.members-all", Values: []Value{members}}
	}
	here.Filter.Standing = "own"
	return Sentence{Key: "group.members", Values: []Value{members, counted("own", "count.plain", card.Own, here)}}
}

// connections returns the other partner networks with which a network has
// actors or projects in common, those with most in common first.
func (s *Slice) connections(card *GroupCard, in *scope) []Connection {
	if card.Kind == GroupRest {
		return nil
	}
	var list []Connection
	for _, j := range in.cooperation.Joints {
		other := j.B
		if other == card.at {
			other = j.A
		} else if j.A != card.at {
			continue
		}
		between := map[int32]int{}
		for _, a := range j.Actors {
			for _, share := range in.shares(s.projectsOf(a)) {
				if share.at == other || share.at == card.at {
					between[a] += share.Projects
				}
			}
		}
		if len(between) == 0 {
			continue
		}
		list = append(list, Connection{Group: GroupShare{in.groups[other], len(j.Projects)}, Actors: s.ownFirst(s.shares(between))})
	}
	slices.SortStableFunc(list, func(a, b Connection) int {
		return cmp.Or(cmp.Compare(b.Group.Projects, a.Group.Projects), cmp.Compare(len(b.Actors), len(a.Actors)))
	})
	list, _ = firstOf(list, cardConnections)
	return list
}

// Actors that stand beside a part of a partner network.
const cardPartActors = 3

// subNetworks divides a big partner network.
func (s *Slice) subNetworks(ctx context.Context, in *scope, g *Group) ([]SubGroup, error) {
	if g.Kind != GroupNamed {
		return nil, nil
	}
	found, err := in.cooperation.SubGroups(ctx, g.at)
	var parts []SubGroup
	for _, part := range found {
		all, _ := s.tally(part.Projects)
		sub := SubGroup{Words: part.Words, Projects: part.Projects}
		sub.Actors, _ = firstOf(s.ownFirst(s.shares(all)), cardPartActors)
		anchor := part.Anchor
		if anchor < 0 && len(sub.Actors) > 0 {
			anchor = sub.Actors[0].Actor // nobody in it is the region's own
		}
		if anchor >= 0 {
			sub.Name = &Group{Lens: LensCooperation, Kind: GroupNamed, Anchor: anchor, Actors: part.Actors}
		}
		parts = append(parts, sub)
	}
	return parts, err
}

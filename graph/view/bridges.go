package view

import (
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/lens"
)

// Bridge is a bridge-builder between partner networks.
type Bridge struct {
	Actor    int32
	Standing graph.Standing
	// Betweenness is that of the region for its own actors; others stand by
	// their place in all data, which Everywhere says. Rank counts from 1.
	Betweenness float64
	Everywhere  bool
	Rank        int
	// Groups are the partner networks that it joins, with its projects there.
	Groups []GroupShare
	// Projects counts all of its projects in the scope.
	Projects int
	// Proof are projects that it shares with others in them.
	Proof    []int32
	Sentence Sentence
}

// bridges returns the bridge-builders of a scope seen through cooperation, its
// own first.
func (v *View) bridges(in *scope) []Bridge {
	list := make([]Bridge, 0, len(in.cooperation.Bridges))
	for i := range in.cooperation.Bridges {
		found := &in.cooperation.Bridges[i]
		b := Bridge{
			Actor: found.Actor, Standing: in.whole.StandingOf(int(found.Actor)), Betweenness: found.Betweenness,
			Everywhere: found.Everywhere, Rank: found.Rank, Proof: found.Proof, Groups: in.joined(found),
		}
		if len(b.Groups) < 2 || b.Everywhere && b.Groups[1].Kind != GroupNamed {
			continue // an actor from elsewhere matters where it joins networks of the region
		}
		for _, share := range found.Communities {
			b.Projects += len(share.Projects)
		}
		b.Sentence = v.bridgeSentence(in, &b)
		list = append(list, b)
	}
	return list
}

// joined returns the groups in which a bridge has a proof, those with a name
// of their own first.
func (s *scope) joined(b *lens.Bridge) []GroupShare {
	var named, folded []GroupShare
	for _, share := range b.Communities {
		g := s.groups[share.Community]
		if !slices.ContainsFunc(b.Proof, func(p int32) bool { return s.group(p) == g }) {
			continue
		}
		if g.Kind == GroupNamed {
			named = append(named, GroupShare{g, len(share.Projects)})
		} else {
			folded = append(folded, GroupShare{g, len(share.Projects)})
		}
	}
	return append(named, folded...)
}

// bridgeSentence says what a bridge joins and names a project in each of two networks:
// its own network is not told by its own name.
func (v *View) bridgeSentence(in *scope, b *Bridge) Sentence {
	home := in.network(b.Actor)
	if home != nil && home.Anchor != b.Actor {
		home = nil
	}
	var others []*Group
	var proof []int32
	proofIn := func(g *Group) int32 {
		return b.Proof[slices.IndexFunc(b.Proof, func(p int32) bool { return in.group(p) == g })]
	}
	own := false
	for _, share := range b.Groups {
		if share.Group == home {
			own = true
			proof = append(proof, proofIn(home))
		} else {
			others = append(others, share.Group)
		}
	}
	for _, g := range others {
		if len(proof) < 2 {
			proof = append(proof, proofIn(g))
		}
	}
	s := Sentence{Key: "bridge.between", Values: []Value{v.shortActor("actor", b.Actor), groupValue("a", others[0])}}
	if own {
		s.Key = "bridge.own"
	}
	switch {
	case len(others) == 1:
		s.Key += "-1"
	case len(others) == 2:
		s.Key += "-2"
		s.Values = append(s.Values, groupValue("b", others[1]))
	default:
		s.Key += "-more"
		s.Values = append(s.Values, groupValue("b", others[1]), counted("more", "count.others", len(others)-2, Link{}))
	}
	return Sentence{Key: s.Key, Values: append(s.Values, v.projectValue("x", proof[0]), v.projectValue("y", proof[1]))}
}

// shortActor names an actor by its official short name, where one is known.
func (v *View) shortActor(name string, actor int32) Value {
	value := v.actorValue(name, actor)
	if short := v.Network.Actors[actor].Short; short != "" {
		value.Text, value.Names = short, nil
	}
	return value
}

func (v *View) projectValue(name string, p int32) Value {
	project := &v.Network.Projects[p]
	return Value{Name: name, Text: project.Name, Link: Link{Kind: LinkProject, ID: string(project.ID)}}
}

// BridgeOf returns what an actor joins; nil when it is no bridge-builder.
func (s *Slice) BridgeOf(actor int32) *Bridge {
	i := slices.IndexFunc(s.scope.bridges, func(b Bridge) bool { return b.Actor == actor })
	if i < 0 {
		return nil
	}
	return &s.scope.bridges[i]
}

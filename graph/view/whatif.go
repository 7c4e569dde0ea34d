package view

import (
	"cmp"
	"context"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/lens"
	"hankeverkko/graph/whatif"
)

// WhatIf is what changes in a region when an actor leaves or a project of
// given actors is added. It rests on all projects of the region, whatever the
// viewing date and filters; numbers are positions in the network.
type WhatIf struct {
	// Removed is the actor that leaves, -1 when a project of Added is added.
	Removed int32
	Added   []int32
	// Removal and Addition are the figures; their positions are those of the
	// region's network, so lists are given below.
	Removal  *whatif.Removal
	Addition *whatif.Addition
	// Parts are what the region falls into, or the pieces that are joined, the
	// largest first.
	Parts []WhatIfPart
	// Groups are the pairs of partner networks that lose their last common
	// actor, or get their first one.
	Groups []GroupPair
	// Next are the next best connectors, and Orphans the projects left without a
	// known actor.
	Next    []NextConnector
	Orphans []int32
	Basis   graph.Basis
	// Told is false where the partners of too few projects are known, under 75 %,
	// to say that anybody loses touch.
	Told bool
	// Sentences begin with what changes; nothing of note is said as well.
	Sentences, Notes []Sentence
}

// WhatIfPart is a piece of the region, named like a partner network.
type WhatIfPart struct {
	Name             *Group
	Actors, Projects []int32
}

// GroupPair are two partner networks with the projects that show what joins them.
type GroupPair struct {
	A, B  *Group
	Proof []int32
}

// NextConnector also stands between contacts of an actor, so many pairs of
// them; Proof are projects that show it.
type NextConnector struct {
	Actor int32
	Pairs int
	Proof []int32
}

// nextConnectors is how many are told, and nextProof how many projects of each.
const nextConnectors, nextProof = 3, 4

// WhatIfRemoved tells what changes when an actor leaves. One that has no
// project in the region is graph.ErrNotFound.
func (s *Slice) WhatIfRemoved(ctx context.Context, actor int32) (*WhatIf, error) {
	in, err := s.View.scope(ctx, s.Area.ID, LensCooperation)
	if err != nil {
		return nil, err
	}
	return s.removed(ctx, in, actor)
}

func (s *Slice) removed(ctx context.Context, in *scope, actor int32) (*WhatIf, error) {
	at, err := in.position(s.Network, actor)
	if err != nil {
		return nil, err
	}
	g := in.whole.TwoMode(s.Network)
	r, err := whatif.Remove(ctx, g, at)
	if err != nil {
		return nil, err
	}
	w := s.newWhatIf(in)
	w.Removed, w.Removal = actor, r
	for _, part := range r.Parts {
		w.Parts = append(w.Parts, s.part(in, part))
	}
	for _, p := range r.Orphans {
		w.Orphans = append(w.Orphans, in.whole.Projects[p])
	}
	for _, next := range r.Next[:min(nextConnectors, len(r.Next))] {
		w.Next = append(w.Next, NextConnector{in.whole.Actors[next.Actor], next.Pairs, in.projectsWith(g, next.Actor, at, r.Contacts)})
	}
	w.Groups = s.onlyJoints(in, actor)
	w.Sentences = s.tellRemoval(w)
	return w, nil
}

// WhatIfAdded tells what changes when a project of some actors is added. An
// actor without a project in the region is graph.ErrNotFound, fewer than two
// are graph.ErrInvalid.
func (s *Slice) WhatIfAdded(ctx context.Context, actors []int32) (*WhatIf, error) {
	in, err := s.View.scope(ctx, s.Area.ID, LensCooperation)
	if err != nil {
		return nil, err
	}
	var given []int32
	for _, actor := range actors {
		at, err := in.position(s.Network, actor)
		if err != nil {
			return nil, err
		}
		given = append(given, at)
	}
	a, err := whatif.Add(in.whole.TwoMode(s.Network), given)
	if err != nil {
		return nil, err
	}
	w := s.newWhatIf(in)
	w.Removed, w.Addition = -1, a
	for _, at := range a.Actors {
		w.Added = append(w.Added, in.whole.Actors[at])
	}
	for _, part := range a.Joined {
		w.Parts = append(w.Parts, s.part(in, part))
	}
	w.Groups = s.newJoints(in, w.Added)
	w.Sentences = s.tellAddition(w)
	return w, nil
}

func (s *Slice) newWhatIf(in *scope) *WhatIf {
	w := &WhatIf{Basis: in.cooperation.Basis, Told: in.cooperation.TellsAbsence()}
	w.Notes = append(w.Notes, Sentence{Key: "whatif.basis", Values: []Value{
		counted("known", "count.projects-of", w.Basis.Listed+w.Basis.Alone, Link{}),
		counted("all", "count.plain", w.Basis.Listed+w.Basis.Alone+w.Basis.Unknown, Link{}),
	}})
	if !w.Told {
		w.Notes = append(w.Notes, Sentence{Key: "whatif.thin"})
	}
	return w
}

// part gives a piece the name of its own actor with most projects in it.
func (s *Slice) part(in *scope, found whatif.Part) WhatIfPart {
	part := WhatIfPart{}
	for _, p := range found.Projects {
		part.Projects = append(part.Projects, in.whole.Projects[p])
	}
	counts := map[int32]int{}
	for _, a := range found.Actors {
		counts[in.whole.Actors[a]] = 0
	}
	for _, p := range part.Projects {
		for _, t := range s.Network.ProjectTies(int(p)) {
			if _, here := counts[t.A]; here {
				counts[t.A]++
			}
		}
	}
	shares := s.shares(counts)
	slices.SortStableFunc(shares, func(a, b ActorShare) int { return cmp.Compare(in.abroad(a.Actor), in.abroad(b.Actor)) })
	for _, share := range shares {
		part.Actors = append(part.Actors, share.Actor)
	}
	if len(shares) > 0 {
		part.Name = &Group{Lens: LensCooperation, Kind: GroupNamed, Anchor: shares[0].Actor, Actors: part.Actors}
	}
	return part
}

// abroad orders actors that are not the region's own last.
func (s *scope) abroad(actor int32) int {
	if s.whole.StandingOf(int(actor)) == graph.Own {
		return 0
	}
	return 1
}

// position is that of an actor among those of the scope.
func (s *scope) position(n *graph.Network, actor int32) (int32, error) {
	if at, here := slices.BinarySearch(s.whole.Actors, actor); here {
		return int32(at), nil
	}
	return 0, &AbsentError{Actor: n.Actors[actor].ID, Name: n.Actors[actor].NameIn(""), Area: s.area.ID}
}

// projectsWith returns projects that an actor shares with contacts of the one
// that is gone, by positions in g: first one for each contact not yet shown,
// those with most contacts first.
func (s *scope) projectsWith(g *graph.TwoMode, actor, gone int32, contacts []int32) []int32 {
	type shared struct {
		project int32
		with    []int32
	}
	var list []shared
	for _, p := range g.Row(g.Projects + int(actor)) {
		found := shared{project: p}
		for _, v := range g.Row(int(p)) {
			a := v - int32(g.Projects)
			if _, contact := slices.BinarySearch(contacts, a); contact && a != actor && a != gone {
				found.with = append(found.with, a)
			}
		}
		if len(found.with) > 0 {
			list = append(list, found)
		}
	}
	seen := map[int32]bool{}
	fresh := func(x shared) int {
		count := 0
		for _, a := range x.with {
			if !seen[a] {
				count++
			}
		}
		return count
	}
	var proof []int32
	for len(list) > 0 && len(proof) < nextProof {
		best := 0
		for i := range list {
			if fresh(list[i]) > fresh(list[best]) {
				best = i
			}
		}
		if fresh(list[best]) == 0 {
			break
		}
		for _, a := range list[best].with {
			seen[a] = true
		}
		proof = append(proof, s.whole.Projects[list[best].project])
		list = slices.Delete(list, best, best+1)
	}
	return proof
}

// onlyJoints returns the pairs of partner networks that an actor alone joins,
// by having projects in both or in the one that is not its own.
func (s *Slice) onlyJoints(in *scope, actor int32) []GroupPair {
	var pairs []GroupPair
	for _, j := range in.cooperation.Joints {
		if in.groups[j.A].Kind != GroupNamed || in.groups[j.B].Kind != GroupNamed {
			continue
		}
		if joiners := s.joiners(in, &j); len(joiners) == 1 && joiners[0] == actor {
			pairs = append(pairs, GroupPair{in.groups[j.A], in.groups[j.B], s.proofOf(in, actor, &j)})
		}
	}
	return pairs
}

// joiners are the actors that join two communities, rising.
func (s *Slice) joiners(in *scope, j *lens.Joint) []int32 {
	joiners := slices.Clone(j.Actors)
	for _, p := range j.Projects {
		for _, t := range s.Network.ProjectTies(int(p)) {
			home := in.ofActor[t.A]
			if home != in.of[p] && (int(home) == j.A || int(home) == j.B) {
				joiners = append(joiners, t.A)
			}
		}
	}
	slices.Sort(joiners)
	return slices.Compact(joiners)
}

// proofOf names a project or two of an actor in each of two communities.
func (s *Slice) proofOf(in *scope, actor int32, j *lens.Joint) []int32 {
	var proof []int32
	for _, at := range []int{j.A, j.B} {
		taken := 0
		for _, i := range s.Network.ActorTies(int(actor)) {
			if p := s.Network.Ties[i].P; int(in.of[p]) == at && taken < 2 {
				proof = append(proof, p)
				taken++
			}
		}
	}
	return proof
}

// newJoints returns the pairs of partner networks of actors that have nothing
// in common yet.
func (s *Slice) newJoints(in *scope, actors []int32) []GroupPair {
	joined := map[[2]int]bool{}
	for _, j := range in.cooperation.Joints {
		joined[[2]int{j.A, j.B}] = true
	}
	var pairs []GroupPair
	for i, a := range actors {
		for _, b := range actors[i+1:] {
			x, y := in.network(a), in.network(b)
			if x == nil || y == nil || x.Kind != GroupNamed || y.Kind != GroupNamed || x == y {
				continue
			}
			at := [2]int{min(x.at, y.at), max(x.at, y.at)}
			if !joined[at] {
				joined[at] = true
				pairs = append(pairs, GroupPair{A: in.groups[at[0]], B: in.groups[at[1]]})
			}
		}
	}
	return pairs
}

package view

import (
	"slices"

	"hankeverkko/graph"
)

// introduction is an answer to "through whom": two actors of the region that
// share no known project, and a partner of both.
type introduction struct{ from, through, to int32 }

// mostIntroduced is how many of the region's largest actors are looked at.
const mostIntroduced = 20

// introduction finds the largest own actors that a common partner can bring
// together; the partner is the one with most projects shared with both.
func (s *Slice) introduction() (introduction, bool) {
	var own []ActorStat
	for _, stat := range s.actors() {
		if stat.Standing == graph.Own && stat.Partners > 0 {
			own = append(own, stat)
		}
	}
	s.sortActors(own, "projects", true)
	own = own[:min(mostIntroduced, len(own))]
	partners := make([]map[int32]int, len(own))
	for i, stat := range own {
		partners[i] = map[int32]int{}
		for _, share := range s.partnersOf(stat) {
			partners[i][share.Actor] = share.Projects
		}
	}
	for j := range own {
		for i := range own[:j] {
			if s.everTogether(own[i].Actor, own[j].Actor) {
				continue
			}
			if through, ok := s.common(partners[i], partners[j]); ok {
				return introduction{own[i].Actor, through, own[j].Actor}, true
			}
		}
	}
	return introduction{}, false
}

// everTogether tells whether two actors share a project in all data.
func (v *View) everTogether(a, b int32) bool {
	return slices.ContainsFunc(v.Network.ActorTies(int(a)), func(tie int32) bool {
		return slices.ContainsFunc(v.Network.ProjectTies(int(v.Network.Ties[tie].P)), func(t graph.Tie) bool { return t.A == b })
	})
}

// common returns the partner of both with most projects, weighing the side
// with fewer.
func (s *Slice) common(a, b map[int32]int) (int32, bool) {
	counts := map[int32]int{}
	for actor, n := range a {
		if m := b[actor]; m > 0 {
			counts[actor] = min(n, m)
		}
	}
	best := s.shares(counts)
	if len(best) == 0 {
		return 0, false
	}
	return best[0].Actor, true
}

// throughWhom is the question card "Kenen kautta?", where there is an answer.
func (s *Slice) throughWhom() []Question {
	found, ok := s.introduction()
	if !ok {
		return nil
	}
	from, to := &s.Network.Actors[found.from], &s.Network.Actors[found.to]
	return []Question{{
		ID: "q3",
		Fact: Sentence{Key: "question.q3.fact", Values: []Value{
			s.actorValue("a", found.from), s.actorValue("b", found.to), s.actorValue("c", found.through),
		}},
		Link: Link{Kind: LinkPath, ID: string(from.ID), Filter: Filter{Actor: to.ID}},
	}}
}

package wire

import (
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
)

// Most actors and projects that a part and the orphans list.
const whatIfActors, whatIfOrphans = 10, 20

// WhatIf shapes what changes when an actor leaves or a project is added.
func WhatIf(s *view.Slice, w *view.WhatIf, lang string) api.WhatIf {
	out := api.WhatIf{
		Revision: string(s.Revision), Region: RegionName(s.Area, lang), Sentences: sentencesOf(s, lang, w.Sentences), Notes: sentencesOf(s, lang, w.Notes),
		Basis: basis(w.Basis), Told: w.Told, Parts: []api.WhatIfPart{}, Groups: []api.WhatIfGroups{}, Next: []api.WhatIfNext{},
	}
	out.Sentence = Text(lang, out.Sentences)
	if r := w.Removal; r != nil {
		out.Removed = someActor(s, w.Removed, lang)
		out.Lost = api.WhatIfLost{Pairs: r.Pairs, Kept: r.Kept, Longer: r.Longer, Lost: r.Lost, ActorPairs: r.LostActors}
	}
	if a := w.Addition; a != nil {
		for _, actor := range w.Added {
			out.Added = append(out.Added, someActor(s, actor, lang))
		}
		out.Gained = api.WhatIfGained{Pairs: a.Pairs, Met: a.Met, Near: a.Near, Far: a.Far, Apart: a.Apart, ActorPairs: a.GainedActors}
	}
	for _, part := range w.Parts {
		shaped := api.WhatIfPart{Name: s.GroupName(part.Name, lang), Actors: []api.ActorCount{}, ActorCount: len(part.Actors), ProjectCount: len(part.Projects)}
		for _, actor := range part.Actors[:min(whatIfActors, len(part.Actors))] {
			shaped.Actors = append(shaped.Actors, someActor(s, actor, lang))
		}
		out.Parts = append(out.Parts, shaped)
	}
	for _, pair := range w.Groups {
		out.Groups = append(out.Groups, api.WhatIfGroups{A: whole(s.View, pair.A, lang), B: whole(s.View, pair.B, lang), Proof: projectNames(s, pair.Proof)})
	}
	for _, next := range w.Next {
		out.Next = append(out.Next, api.WhatIfNext{Actor: someActor(s, next.Actor, lang), Pairs: next.Pairs, Proof: projectNames(s, next.Proof)})
	}
	orphans, _ := firstOf(w.Orphans, whatIfOrphans)
	out.Orphans = projectNames(s, orphans)
	return out
}

// someActor names an actor with its projects in the slice.
func someActor(s *view.Slice, actor int32, lang string) api.ActorCount {
	stat, _ := s.ActorStat(actor)
	return actorCount(s, view.ActorShare{Actor: actor, Projects: len(stat.Projects)}, lang)
}

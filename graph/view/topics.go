package view

import (
	"cmp"
	"slices"

	"hankeverkko/graph/lens"
)

// topicGroups are the topics of all data as groups.
func topicGroups(topics *lens.Topics) []*Group {
	groups := make([]*Group, len(topics.List))
	for i := range topics.List {
		t := &topics.List[i]
		groups[i] = &Group{
			ID: t.ID, Lens: LensTopics, Kind: GroupNamed, Slot: t.Slot, Colour: t.Colour, Words: t.Words, Anchor: -1, Projects: t.Projects, at: i,
		}
		if t.Misc {
			groups[i].Kind = GroupMisc
		}
	}
	return groups
}

// byTopic fills a scope with the topics of all data. A picture of the region
// shows the twelve that are largest there; a topic has the same place in every
// region, and the rest one of its own with a free one beside it.
func (v *View) byTopic(s *scope) {
	s.of, s.ring = v.Topics.Of, v.Topics.Slots+2
	s.groups = slices.Clone(v.topics)
	local := lens.Local(v.Topics, v.Network, s.whole)
	s.local = make([][]string, len(s.groups)+1)
	s.places = make([]int, len(s.groups)+1)
	for i := range s.places {
		s.places[i] = -1
	}
	largest := slices.DeleteFunc(slices.Clone(local), func(l lens.LocalTopic) bool { return v.topics[l.Topic].Slot < 0 })
	slices.SortStableFunc(largest, func(a, b lens.LocalTopic) int { return cmp.Compare(len(b.Projects), len(a.Projects)) })
	for _, l := range largest[:min(pictureGroups, len(largest))] {
		s.places[l.Topic] = v.topics[l.Topic].Slot
	}
	s.rest = &Group{ID: "topics:rest", Lens: LensTopics, Kind: GroupRest, Slot: -1, Colour: -1, Anchor: -1, at: len(s.groups)}
	for _, l := range local {
		s.local[l.Topic] = l.Words
		if s.places[l.Topic] < 0 {
			s.rest.Projects = append(s.rest.Projects, l.Projects...)
			s.rest.Folded++
		}
	}
	slices.Sort(s.rest.Projects)
	s.places[s.rest.at] = v.Topics.Slots
	s.groups = append(s.groups, s.rest)
}

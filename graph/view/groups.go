package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/lens"
	"hankeverkko/words"
)

// RestGroup is the id of what stands beside the twelve groups of the ring.
const RestGroup = "topics:rest"

// Group is a group of projects as a region has it.
type Group struct {
	ID string
	// Topic is the position of the topic, -1 for the rest.
	Topic int
	Misc  bool // a mixed topic without a common name
	Rest  bool // holds the topics beyond the twelfth
	// Slot is the place on the ring, Colour one of lens.Colours: the same in
	// every region, -1 for none.
	Slot, Colour int
	Projects     []int32
	Counts       Counts
	Local        []string // words distinctive of the region
}

// pictureGroups is how many groups a picture shows; the rest is folded into one.
const pictureGroups = 12

// Groups returns the groups of the region: its twelve largest topics by their
// place on the ring, and the rest, if there is any, last.
func (s *Slice) Groups() []Group {
	var groups []Group
	rest := Group{ID: RestGroup, Topic: -1, Rest: true, Slot: -1, Colour: -1}
	for _, local := range s.Local {
		topic := &s.Topics.List[local.Topic]
		if !s.shown[local.Topic] {
			rest.Projects = append(rest.Projects, local.Projects...)
			continue
		}
		groups = append(groups, Group{
			ID: topic.ID, Topic: local.Topic, Misc: topic.Misc, Slot: topic.Slot, Colour: topic.Colour, Projects: local.Projects,
			Counts: s.Count(local.Projects, s.Date), Local: local.Words,
		})
	}
	slices.SortFunc(groups, func(a, b Group) int { return cmp.Compare(a.Slot, b.Slot) })
	if len(rest.Projects) > 0 {
		slices.Sort(rest.Projects)
		rest.Counts = s.Count(rest.Projects, s.Date)
		groups = append(groups, rest)
	}
	return groups
}

// largest tells which topics a picture of the region shows.
func (v *View) largest(local []lens.LocalTopic) map[int]bool {
	named := slices.DeleteFunc(slices.Clone(local), func(l lens.LocalTopic) bool { return v.Topics.List[l.Topic].Slot < 0 })
	slices.SortStableFunc(named, func(a, b lens.LocalTopic) int { return cmp.Compare(len(b.Projects), len(a.Projects)) })
	shown := make(map[int]bool, pictureGroups)
	for _, l := range named[:min(pictureGroups, len(named))] {
		shown[l.Topic] = true
	}
	return shown
}

// GroupID returns the id of the topic that project p lies in.
func (v *View) GroupID(p int32) string { return v.Topics.List[v.Topics.Of[p]].ID }

// foldedID returns the id of the group of the picture that a topic lies in.
func (s *Slice) foldedID(id string) string {
	if topic, err := s.topicByID(id); err == nil && s.shown[topic] {
		return id
	}
	return RestGroup
}

// groupRank orders projects by the slot of their topic, the mixed one last.
func (v *View) groupRank(p int32) int {
	if slot := v.Topics.List[v.Topics.Of[p]].Slot; slot >= 0 {
		return slot
	}
	return len(v.Topics.List)
}

// topicByID finds a topic; the rest is -1, an unknown id graph.ErrNotFound.
func (v *View) topicByID(id string) (int, error) {
	if id == RestGroup {
		return -1, nil
	}
	if i, ok := v.topic[id]; ok {
		return i, nil
	}
	return 0, fmt.Errorf("group %s: %w", id, graph.ErrNotFound)
}

// groupOf returns a test for membership; the empty id lets all projects in.
func (s *Slice) groupOf(id string) (func(p int32) bool, error) {
	topic, err := s.topicByID(id)
	switch {
	case id == "":
		return func(int32) bool { return true }, nil
	case err != nil:
		return nil, err
	case topic < 0:
		return func(p int32) bool { return !s.shown[int(s.Topics.Of[p])] }, nil
	}
	return func(p int32) bool { return int(s.Topics.Of[p]) == topic }, nil
}

// SameGroup returns all projects of the topic that project p lies in.
func (v *View) SameGroup(p int32) []int32 { return v.Topics.List[v.Topics.Of[p]].Projects }

// GroupName writes the name of a group in a language. Names come from the
// projects' own keywords, in the language of the data.
func (v *View) GroupName(id, lang string) string {
	topic, err := v.topicByID(id)
	switch {
	case err != nil:
		return id
	case topic < 0:
		return words.Text(lang, "group.rest", nil)
	case v.Topics.List[topic].Misc:
		return words.Text(lang, "group.misc", nil)
	}
	return TopicName(v.Topics.List[topic].Words, lang)
}

// TopicName joins the words of a name and makes its first letter a capital.
func TopicName(name []string, lang string) string {
	joined := strings.Join(name, " · ")
	switch len(name) {
	case 2:
		joined = words.Text(lang, "group.name-2", words.Values{"a": name[0], "b": name[1]})
	case 3:
		joined = words.Text(lang, "group.name-3", words.Values{"a": name[0], "b": name[1], "c": name[2]})
	}
	return capital(joined)
}

// GroupCard is one group with what stands around it in the region.
type GroupCard struct {
	Group
	Words                    []string
	Cover                    float64
	CountsAll                Counts
	Sentences                []Sentence
	Actors                   []ActorShare
	MoreActors, MoreProjects int
	Shown                    []int32 // the first projects
	Related                  []Related
	SubGroups                []lens.SubGroup
	Basis                    graph.Basis
}

// Related is an actor of a group and the other groups it works in.
type Related struct {
	Actor  ActorShare
	Groups []Facet
}

// Most words and related actors that a card shows.
const (
	cardWords   = 8
	cardRelated = 5
)

// GroupCard returns the card of a group; a group that the region does not
// have is empty, an unknown one graph.ErrNotFound.
func (s *Slice) GroupCard(ctx context.Context, id string) (*GroupCard, error) {
	topic, err := s.topicByID(id)
	if err != nil {
		return nil, err
	}
	card := &GroupCard{Group: Group{ID: id, Topic: topic, Rest: topic < 0, Slot: -1, Colour: -1}}
	if topic >= 0 {
		t := &s.Topics.List[topic]
		card.Slot, card.Colour, card.Misc, card.Cover = t.Slot, t.Colour, t.Misc, t.Cover
		card.CountsAll = s.Count(t.Projects, s.Date)
		for _, k := range t.Keywords[:min(cardWords, len(t.Keywords))] {
			card.Words = append(card.Words, k.Word)
		}
	}
	if topic < 0 {
		for _, g := range s.Groups() {
			if g.Rest {
				card.Group = g
			}
		}
	}
	for _, local := range s.Local {
		if local.Topic == topic {
			card.Projects, card.Local = local.Projects, local.Words
			card.Counts = s.Count(local.Projects, s.Date)
		}
	}
	card.Basis = graph.BasisOf(s.Network, card.Projects)
	s.fillGroup(card)
	if topic >= 0 {
		if card.SubGroups, err = s.Topics.SubGroups(ctx, topic, card.Projects); err != nil {
			return nil, fmt.Errorf("sub-groups of %s: %w", id, err)
		}
	}
	return card, nil
}

func (s *Slice) fillGroup(card *GroupCard) {
	inGroup := map[int32]int{}
	own := map[int32]int{}
	for _, p := range card.Projects {
		for _, t := range s.Network.ProjectTies(int(p)) {
			inGroup[t.A]++
			if s.Selection.StandingOf(int(t.A)) == graph.Own {
				own[t.A]++
			}
		}
	}
	// The region's own actors stand before those from elsewhere.
	shares := s.shares(inGroup)
	slices.SortStableFunc(shares, func(a, b ActorShare) int {
		return cmp.Compare(s.abroad(a.Actor), s.abroad(b.Actor))
	})
	card.Actors, card.MoreActors = firstOf(shares, cardActors)
	projects := slices.Clone(card.Projects)
	s.sortProjects(projects, "state", false)
	card.Shown, card.MoreProjects = firstOf(projects, cardProjects)
	for _, share := range s.shares(own) {
		stat, ok := s.ActorStat(share.Actor)
		if !ok || len(stat.Groups) < 2 || len(card.Related) == cardRelated {
			continue
		}
		others := slices.DeleteFunc(slices.Clone(stat.Groups), func(f Facet) bool { return f.Value == card.ID })
		card.Related = append(card.Related, Related{Actor: share, Groups: others})
	}

	here := Link{Kind: LinkProjects, Filter: Filter{Group: card.ID}}
	running := here
	running.Filter.State = "running"
	card.Sentences = []Sentence{{Key: "group.counts", Values: []Value{
		counted("projects", "count.projects", card.Counts.Projects, here), counted("running", "count.plain", card.Counts.Running, running),
	}}}
	if top := s.shares(own); len(top) > 0 && (len(top) == 1 || top[0].Projects > top[1].Projects) && top[0].Projects > 1 {
		card.Sentences = append(card.Sentences, Sentence{Key: "group.most", Values: []Value{
			s.actorValue("actor", top[0].Actor), {Name: "projects", Noun: "count.plain", Count: top[0].Projects},
		}})
	}
	if card.CountsAll.Projects > card.Counts.Projects {
		card.Sentences = append(card.Sentences, Sentence{Key: "group.all", Values: []Value{counted("projects", "count.projects", card.CountsAll.Projects, Link{})}})
	}
}

func (s *Slice) abroad(actor int32) int {
	if s.Selection.StandingOf(int(actor)) == graph.Own {
		return 0
	}
	return 1
}

// GroupLook returns slot and kind of a group, without projects.
func (v *View) GroupLook(id string) Group {
	topic, err := v.topicByID(id)
	if err != nil || topic < 0 {
		return Group{ID: id, Topic: -1, Rest: err == nil, Slot: -1, Colour: -1}
	}
	t := &v.Topics.List[topic]
	return Group{ID: id, Topic: topic, Misc: t.Misc, Slot: t.Slot, Colour: t.Colour}
}

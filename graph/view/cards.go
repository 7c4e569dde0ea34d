package view

import (
	"cmp"
	"slices"

	"hankeverkko/graph"
)

// A card shows at most so many rows of each list; the list page shows all.
const (
	cardActors   = 12
	cardProjects = 12
	cardPartners = 10
	cardSimilar  = 5
)

// ProjectCard is one project with what stands around it.
type ProjectCard struct {
	Project   int32
	Sentences []Sentence
	Ties      []graph.Tie // lead first, then by name
	// Similar are projects of the same topic that share most keywords.
	Similar []int32
}

// ProjectCard returns the card of project p.
func (s *Slice) ProjectCard(p int32) *ProjectCard {
	project := &s.Network.Projects[p]
	card := &ProjectCard{Project: p, Ties: slices.Clone(s.Network.ProjectTies(int(p))), Similar: s.sharingKeywords(p)}
	slices.SortStableFunc(card.Ties, func(a, b graph.Tie) int {
		return cmp.Or(cmp.Compare(partOrder(a.Part), partOrder(b.Part)), cmp.Compare(s.actorRank[a.A], s.actorRank[b.A]))
	})
	state := Sentence{Key: "project.state." + project.StateAt(s.Date).String()}
	if project.From != 0 && project.To != 0 {
		state.Key += ".dates"
		state.Values = []Value{{Name: "from", Date: project.From}, {Name: "to", Date: project.To}}
	}
	card.Sentences = append(card.Sentences, state)
	if lead, ok := s.Lead(p); ok {
		card.Sentences = append(card.Sentences, Sentence{Key: "project.lead", Values: []Value{s.actorValue("lead", lead)}})
	}
	switch project.Partners {
	case graph.PartnersListed:
		card.Sentences = append(card.Sentences, Sentence{Key: "project.partners.listed", Values: []Value{counted("actors", "count.plain", len(card.Ties), Link{})}})
	default:
		card.Sentences = append(card.Sentences, Sentence{Key: "project.partners." + project.Partners.String()})
	}
	card.Sentences = append(card.Sentences, s.differences(project)...)
	return card
}

// differences tells what other sources say of the project than the card shows:
// its name, times and who decides. Longer texts stay in the records.
func (s *Slice) differences(project *graph.Project) []Sentence {
	var list []Sentence
	for _, told := range project.Differing {
		value := Value{Name: "value", Text: told.Value}
		switch told.Field {
		case graph.FieldFrom, graph.FieldTo:
			day, err := graph.ParseDate(told.Value)
			if err != nil {
				continue // a network is not made of such a cell
			}
			value = Value{Name: "value", Date: day}
		case graph.FieldProject, graph.FieldStatus, graph.FieldFunder, graph.FieldAuthority:
		default:
			continue
		}
		list = append(list, Sentence{Key: "project.differs." + string(told.Field), Values: []Value{{Name: "source", Text: s.SourceName(told.Source)}, value}})
	}
	return list
}

func partOrder(p graph.Part) int {
	if p == graph.Lead {
		return 0
	}
	return 1 + int(p)
}

func (v *View) actorValue(name string, actor int32) Value {
	a := &v.Network.Actors[actor]
	return Value{Name: name, Text: a.Name, Names: a.Names, Link: Link{Kind: LinkActor, ID: string(a.ID)}}
}

// sharingKeywords returns projects of the same topic by the number of shared
// keywords, at least one, then by name.
func (s *Slice) sharingKeywords(p int32) []int32 {
	own := s.Network.Projects[p].Keywords
	shared := map[int32]int{}
	var list []int32
	for _, other := range s.Topics.List[s.Topics.Of[p]].Projects {
		n := 0
		for _, k := range s.Network.Projects[other].Keywords {
			if slices.Contains(own, k) {
				n++
			}
		}
		if other != p && n > 0 {
			shared[other] = n
			list = append(list, other)
		}
	}
	slices.SortFunc(list, func(a, b int32) int {
		return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(s.projectRank[a], s.projectRank[b]))
	})
	return list[:min(cardSimilar, len(list))]
}

// ActorCard is one actor with what it does in the slice and everywhere.
type ActorCard struct {
	Actor     int32
	Standing  graph.Standing
	Counts    Counts // in the slice
	CountsAll Counts
	Sentences []Sentence
	Groups    []GroupShare
	// Network is its partner network and Bridge what it joins, nil through the
	// lens of topics and where there is none.
	Network      *Group
	Bridge       *Bridge
	Projects     []int32
	MoreProjects int
	Partners     []ActorShare
	MorePartners int
	Basis        graph.Basis
	Records      int
}

// ActorCard returns the card of an actor. Where the actor has nothing in the
// slice, its lists are those of the whole country.
func (s *Slice) ActorCard(actor int32) *ActorCard {
	card := &ActorCard{Actor: actor}
	var all []int32
	for _, tie := range s.Network.ActorTies(int(actor)) {
		all = append(all, s.Network.Ties[tie].P)
		card.Records += len(s.Network.Ties[tie].Records)
	}
	card.CountsAll = s.Count(all, s.Date)
	stat, here := s.ActorStat(actor)
	if !here {
		stat = ActorStat{Actor: actor, Projects: all, Groups: s.scope.shares(all)}
	} else {
		card.Counts = s.Count(stat.Projects, s.Date)
	}
	card.Standing, card.Groups = stat.Standing, stat.Groups
	card.Network, card.Bridge = s.scope.network(actor), s.BridgeOf(actor)
	card.Basis = graph.BasisOf(s.Network, stat.Projects)
	projects := slices.Clone(stat.Projects)
	s.sortProjects(projects, "state", false)
	card.Projects, card.MoreProjects = firstOf(projects, cardProjects)
	card.Partners, card.MorePartners = firstOf(s.partnersOf(stat), cardPartners)

	mine := Link{Kind: LinkProjects, Filter: Filter{Actor: s.Network.Actors[actor].ID}}
	if here && s.Area.ID != "" {
		card.Sentences = append(card.Sentences, Sentence{Key: "actor.here", Values: []Value{
			{Name: "in", In: true}, counted("projects", "count.projects", card.Counts.Projects, mine), counted("running", "count.plain", card.Counts.Running, Link{}),
		}})
	}
	if !here || s.Area.ID == "" || card.CountsAll.Projects > card.Counts.Projects {
		card.Sentences = append(card.Sentences, Sentence{Key: "actor.all", Values: []Value{
			counted("projects", "count.projects", card.CountsAll.Projects, Link{}), counted("running", "count.plain", card.CountsAll.Running, Link{}),
		}})
	}
	if aid := s.aidOfActor(actor); aid > 0 {
		more := mine
		more.Filter.Aid = true
		card.Sentences = append(card.Sentences, Sentence{Key: "actor.aid-left-out", Values: []Value{counted("projects", "count.projects", aid, more)}})
	}
	if card.Network != nil && card.Network.Kind == GroupNamed {
		card.Sentences = append(card.Sentences, Sentence{Key: "actor.network", Values: []Value{groupValue("network", card.Network)}})
	}
	if card.Bridge != nil && card.Bridge.Everywhere {
		card.Sentences = append(card.Sentences, Sentence{Key: "actor.bridge-everywhere", Values: []Value{counted("rank", "count.plain", card.Bridge.Rank, Link{})}})
	}
	if card.Basis.Unknown > 0 {
		card.Sentences = append(card.Sentences, Sentence{Key: "actor.partners-unknown", Values: []Value{
			counted("unknown", "count.projects-of", card.Basis.Unknown, Link{}),
		}})
	}
	return card
}

func firstOf[T any](list []T, most int) (first []T, more int) {
	n := min(most, len(list))
	return list[:n], len(list) - n
}

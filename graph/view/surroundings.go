package view

import (
	"cmp"
	"container/heap"
	"context"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/layout"
)

// Surroundings are a group unfolded into its projects and actors, or what lies
// around an actor, the most important first.
type Surroundings struct {
	// Group is set for a group, Actor for an actor; the other is nil or -1.
	Group *Group
	Actor int32
	Marks []SurroundingMark
	// Ties are those between the marks, by project and actor.
	Ties []*graph.Tie
	// Total counts the projects and actors there are.
	Total   int
	Notes   []Sentence
	Picture layout.Unfolded
}

// SurroundingMark is a project or an actor: the other position is -1.
type SurroundingMark struct {
	Project, Actor int32
	Standing       graph.Standing // of an actor
	Centre, Bridge bool
	Group          *Group
}

// AskAround says whose surroundings are asked for: of a group, or of an actor
// in one or two steps, with at most so many marks.
type AskAround struct {
	Group string
	Actor graph.ActorID
	Steps int
	Shown int
}

// mostMarks bounds the marks of a picture.
const mostMarks = 120

// Surroundings returns a group unfolded or what lies around an actor. Where the
// actor has nothing in the slice, the whole country is looked at.
func (s *Slice) Surroundings(ctx context.Context, ask AskAround, size layout.Size) (*Surroundings, error) {
	a := &around{Slice: s, scope: s.scope, centre: -1, near: map[mark][]mark{}}
	found := &Surroundings{Actor: -1}
	if ask.Group != "" {
		in, g, err := s.findGroup(ctx, s.Area.ID, ask.Group)
		if err != nil {
			return nil, err
		}
		found.Group, a.scope = g, in
		a.unfold(func(p int32) bool { return in.holds(g, p) })
	} else {
		actor, err := s.FindActor(ask.Actor)
		if err != nil {
			return nil, err
		}
		if _, here := s.ActorStat(actor); !here && s.Area.ID != "" {
			everywhere, err := s.View.Slice(ctx, Ask{Lens: s.Lens, Date: s.Date}, s.Date)
			if err != nil {
				return nil, err
			}
			found, err := everywhere.Surroundings(ctx, ask, size)
			if err == nil {
				found.Notes = append([]Sentence{{Key: "surroundings.everywhere", Values: []Value{{Name: "in", In: true}}}}, found.Notes...)
			}
			return found, err
		}
		found.Actor, a.centre = actor, actor
		a.reach(actor, ask.Steps)
	}
	ranked := a.ranked()
	found.Total = len(ranked)
	ranked = ranked[:min(len(ranked), mostMarks)]
	found.Picture = layout.Unfold(a.web(ranked, ask.Shown, size))
	for _, m := range ranked[:len(found.Picture.Marks)] {
		found.Marks = append(found.Marks, a.describe(m))
	}
	found.Ties = a.tiesAmong(ranked[:len(found.Picture.Marks)])
	found.Notes = append(found.Notes, a.notes()...)
	return found, nil
}

// mark is a vertex of the two-mode network: a project, or an actor.
type mark struct {
	actor bool
	at    int32
}

// around is the part of the network that surroundings show.
type around struct {
	*Slice
	scope  *scope
	centre int32 // an actor, -1 for none
	near   map[mark][]mark
	// beyond are projects of other actors, a step further away.
	beyond map[int32]bool
}

func (a *around) tie(p, actor int32) {
	project, who := mark{false, p}, mark{true, actor}
	a.near[project] = append(a.near[project], who)
	a.near[who] = append(a.near[who], project)
}

// unfold takes in the projects of a group and all of their actors.
func (a *around) unfold(in func(p int32) bool) {
	for _, p := range a.Selection.Projects {
		if !in(p) {
			continue
		}
		a.near[mark{false, p}] = nil
		for _, t := range a.Network.ProjectTies(int(p)) {
			a.tie(p, t.A)
		}
	}
}

// reach takes in the projects of an actor and their actors, in two steps also
// the projects of those.
func (a *around) reach(actor int32, steps int) {
	a.near[mark{true, actor}] = nil
	own := a.projectsOf(actor)
	for _, p := range own {
		for _, t := range a.Network.ProjectTies(int(p)) {
			a.tie(p, t.A)
		}
	}
	if steps < 2 {
		return
	}
	a.beyond = map[int32]bool{}
	var partners []int32
	for m := range a.near {
		if m.actor && m.at != actor {
			partners = append(partners, m.at)
		}
	}
	slices.Sort(partners)
	for _, partner := range partners {
		for _, p := range a.projectsOf(partner) {
			if _, mine := slices.BinarySearch(own, p); !mine {
				a.beyond[p] = true
				a.tie(p, partner)
			}
		}
	}
}

// What makes a mark important: its part in the cooperation first, then being
// from the region or running, then its ties.
const (
	bridgeWeight  = 3.0
	ownWeight     = 1.5
	runningWeight = 1.5
	comingWeight  = 1.0
	tieWeight     = 0.4
	beyondWeight  = -3.0
	mostTies      = 6
)

func (a *around) weight(m mark) float64 {
	weight := tieWeight * float64(min(len(a.near[m]), mostTies))
	if m.actor {
		if a.bridge(m.at) {
			weight += bridgeWeight
		}
		if a.Selection.StandingOf(int(m.at)) == graph.Own {
			weight += ownWeight
		}
		return weight
	}
	switch a.Network.Projects[m.at].StateAt(a.Date) {
	case graph.Running:
		weight += runningWeight
	case graph.Upcoming:
		weight += comingWeight
	}
	if a.beyond[m.at] {
		weight += beyondWeight
	}
	return weight
}

func (a *around) bridge(actor int32) bool {
	return slices.ContainsFunc(a.scope.bridges, func(b Bridge) bool { return b.Actor == actor })
}

// ranked orders the marks so that each, where it can, is tied to one before
// it: the centre, then always the most important of what is in reach.
func (a *around) ranked() []mark {
	all := make([]waiting, 0, len(a.near))
	for m := range a.near {
		all = append(all, waiting{m, a.weight(m), a.nameRank(m)})
	}
	slices.SortFunc(all, func(x, y waiting) int { return x.compare(y) })
	if i := slices.IndexFunc(all, func(w waiting) bool { return w.actor && w.at == a.centre }); i > 0 {
		centre := all[i]
		copy(all[1:i+1], all[:i])
		all[0] = centre
	}
	place := make(map[mark]int, len(all))
	for i, w := range all {
		place[w.mark] = i
	}
	order := make([]mark, 0, len(all))
	known := make([]bool, len(all))
	var queue inReach
	for i := range all {
		if known[i] {
			continue
		}
		known[i] = true
		for queue = append(queue[:0], i); len(queue) > 0; {
			next := all[heap.Pop(&queue).(int)].mark
			order = append(order, next)
			for _, m := range a.near[next] {
				if j := place[m]; !known[j] {
					known[j] = true
					heap.Push(&queue, j)
				}
			}
		}
	}
	return order
}

// waiting is a mark with what orders it.
type waiting struct {
	mark
	weight float64
	name   int
}

func (w waiting) compare(o waiting) int {
	side := func(w waiting) int {
		if w.actor {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(o.weight, w.weight), cmp.Compare(side(w), side(o)), cmp.Compare(w.name, o.name))
}

func (a *around) nameRank(m mark) int {
	if m.actor {
		return a.actorRank[m.at]
	}
	return a.projectRank[m.at]
}

// inReach is a heap of places in the order of importance.
type inReach []int

func (q inReach) Len() int           { return len(q) }
func (q inReach) Less(i, j int) bool { return q[i] < q[j] }
func (q inReach) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *inReach) Push(x any)        { *q = append(*q, x.(int)) }
func (q *inReach) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

// web is what is laid out.
func (a *around) web(ranked []mark, shown int, size layout.Size) layout.Web {
	web := layout.Web{Size: size, Shown: shown}
	place := make(map[mark]int, len(ranked))
	for i, m := range ranked {
		place[m] = i
	}
	for i, m := range ranked {
		described := a.describe(m)
		placed := layout.Mark{Centre: described.Centre}
		if m.actor {
			actor := &a.Network.Actors[m.at]
			placed.ID, placed.Label, placed.Shape = string(actor.ID), cmp.Or(actor.Short, actor.Name), layout.Circle
			if described.Bridge {
				placed.Shape = layout.Diamond
			}
			placed.Named = described.Centre || described.Bridge || len(a.near[m]) > 1
		} else {
			project := &a.Network.Projects[m.at]
			placed.ID, placed.Label = string(project.ID), project.Name
		}
		web.Marks = append(web.Marks, placed)
		for _, other := range a.near[m] {
			if j, ok := place[other]; ok && j < i {
				web.Ties = append(web.Ties, [2]int{j, i})
			}
		}
	}
	return web
}

func (a *around) describe(m mark) SurroundingMark {
	if m.actor {
		return SurroundingMark{
			Project: -1, Actor: m.at, Standing: a.Selection.StandingOf(int(m.at)), Centre: m.at == a.centre, Bridge: a.bridge(m.at), Group: a.scope.network(m.at),
		}
	}
	return SurroundingMark{Project: m.at, Actor: -1, Group: a.scope.group(m.at)}
}

// tiesAmong returns the ties between marks.
func (a *around) tiesAmong(marks []mark) []*graph.Tie {
	shown := make(map[mark]bool, len(marks))
	for _, m := range marks {
		shown[m] = true
	}
	var ties []*graph.Tie
	for _, m := range marks {
		if m.actor {
			continue
		}
		all := a.Network.ProjectTies(int(m.at))
		for i := range all {
			if shown[mark{true, all[i].A}] {
				ties = append(ties, &all[i])
			}
		}
	}
	return ties
}

// notes say for how many of the projects the partners are unknown.
func (a *around) notes() []Sentence {
	var projects []int32
	for m := range a.near {
		if !m.actor {
			projects = append(projects, m.at)
		}
	}
	basis := graph.BasisOf(a.Network, projects)
	if basis.Unknown == 0 {
		return nil
	}
	return []Sentence{{Key: "actor.partners-unknown", Values: []Value{counted("unknown", "count.projects-of", basis.Unknown, Link{})}}}
}

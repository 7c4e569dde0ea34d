package view

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"hankeverkko/graph"
	"hankeverkko/graph/place"
)

// Ask names what a reader looks at: a region (empty for the whole country)
// through a lens (topics unless said), a viewing date (zero for the default)
// and which of its projects count.
type Ask struct {
	Area graph.AreaID
	Lens Lens
	Date graph.Date
	// LedHere keeps projects led from the region.
	LedHere bool
	Narrow  Narrow
}

// Narrow keeps a part of the projects; zero values let all through. Groups and
// their places do not depend on it.
type Narrow struct {
	// From and To keep projects whose running period touches them.
	From, To            graph.Date
	Fund, Theme, Target string
	// Kind is the word of a graph.ActorKind, of an actor in the project, and
	// Part that of a graph.Part, what an actor does in it: of that kind, if both
	// are given.
	Kind, Part string
	Source     graph.SourceID
}

// query returns what is asked of the network in a region.
func (a *Ask) query(region []graph.Municipality) (graph.Query, error) {
	n := &a.Narrow
	q := graph.Query{
		Region: region, LedHere: a.LedHere, From: n.From, To: n.To,
		Funds: one(n.Fund), Themes: one(n.Theme), Targets: one(n.Target), Sources: one(n.Source),
	}
	if n.Kind != "" {
		kind, err := graph.ParseActorKind(n.Kind)
		if err != nil {
			return q, err
		}
		q.Kinds = []graph.ActorKind{kind}
	}
	if n.Part != "" {
		part, err := graph.ParsePart(n.Part)
		if err != nil {
			return q, err
		}
		q.Parts = []graph.Part{part}
	}
	return q, nil
}

// one is a list of a value, none of the zero value.
func one[T ~string](value T) []T {
	if value == "" {
		return nil
	}
	return []T{value}
}

// DateReason says why a viewing date was taken.
type DateReason string

const (
	DateAsked DateReason = "asked"
	DateToday DateReason = "today"
	DateAsOf  DateReason = "asOf"
)

// Slice is a view seen from one region at one date, through one lens.
type Slice struct {
	*View
	// Area is the zero Area for the whole country.
	Area       place.Area
	Lens       Lens
	Date       graph.Date
	DateReason DateReason
	Selection  *graph.Selection

	scope *scope
	// narrowed says which ties an actor must have to be listed.
	narrowed graph.Query
	// actors has a row for each actor of the selection, by position.
	actors func() []ActorStat
}

// Slice returns the part of the view that is asked for. Slices are kept: the
// same question costs nothing the second time. An unknown region is
// graph.ErrNotFound.
func (v *View) Slice(ctx context.Context, ask Ask, today graph.Date) (*Slice, error) {
	ask.Lens = cmp.Or(ask.Lens, LensTopics)
	reason := DateAsked
	if ask.Date == 0 {
		ask.Date, reason = v.defaultDate(today)
	}
	slice, err := v.slices.get(ctx, ask, func(ctx context.Context) (*Slice, error) { return v.slice(ctx, ask) })
	if err != nil {
		return nil, err
	}
	asked := *slice
	asked.DateReason = reason
	return &asked, nil
}

func (v *View) slice(ctx context.Context, ask Ask) (*Slice, error) {
	scope, err := v.scope(ctx, ask.Area, ask.Lens)
	if err != nil {
		return nil, err
	}
	s := &Slice{View: v, Area: scope.area, Lens: ask.Lens, Date: ask.Date, Selection: scope.whole, scope: scope}
	if ask.LedHere || ask.Narrow != (Narrow{}) {
		if s.narrowed, err = ask.query(scope.area.Municipalities); err != nil {
			return nil, err
		}
		s.Selection = graph.Select(v.Network, s.narrowed)
		// Whether an actor is of the region does not depend on what is looked at.
		for i, a := range s.Selection.Actors {
			s.Selection.Standing[i] = scope.whole.StandingOf(int(a))
		}
	}
	return s.selected(s.Selection), nil
}

// selected returns the slice with another selection of projects.
func (s *Slice) selected(selection *graph.Selection) *Slice {
	other := *s
	other.Selection = selection
	other.actors = sync.OnceValue(func() []ActorStat { return actorStats(&other) })
	return &other
}

// Narrowed returns what keeps a part of the region's projects, the zero query
// when all count.
func (s *Slice) Narrowed() graph.Query { return s.narrowed }

// Only returns the slice with no other projects than those at the positions,
// which are some of its own. An actor's standing stays what it is.
func (s *Slice) Only(projects []int32) *Slice {
	some := &graph.Selection{Projects: slices.Sorted(slices.Values(projects))}
	touched := map[int32]bool{}
	for _, p := range some.Projects {
		some.Belongs = append(some.Belongs, s.Belongs(p))
		for _, t := range s.Network.ProjectTies(int(p)) {
			touched[t.A] = true
		}
	}
	for i, a := range s.Selection.Actors {
		if touched[a] {
			some.Actors = append(some.Actors, a)
			some.Standing = append(some.Standing, s.Selection.Standing[i])
		}
	}
	return s.selected(some)
}

// defaultDate is today while the data reach it, else the day up to which they
// are known.
func (v *View) defaultDate(today graph.Date) (graph.Date, DateReason) {
	if v.AsOf == 0 || today <= v.AsOf {
		return today, DateToday
	}
	return v.AsOf, DateAsOf
}

// Counts are projects by state at the viewing date.
type Counts struct{ Projects, Running, Ended, Upcoming, Unknown int }

// Count counts projects at the given positions.
func (v *View) Count(projects []int32, date graph.Date) Counts {
	c := Counts{Projects: len(projects)}
	for _, p := range projects {
		switch v.Network.Projects[p].StateAt(date) {
		case graph.Running:
			c.Running++
		case graph.Ended:
			c.Ended++
		case graph.Upcoming:
			c.Upcoming++
		default:
			c.Unknown++
		}
	}
	return c
}

// near is how far "new" and "ending soon" reach, in months.
const near = 6

// Started tells whether project p began within the last six months.
func (s *Slice) Started(p int32) bool {
	from := s.Network.Projects[p].From
	return from != 0 && from <= s.Date && from > s.Date.AddMonths(-near)
}

// Ending tells whether project p runs and ends within the next six months.
func (s *Slice) Ending(p int32) bool {
	project := &s.Network.Projects[p]
	return project.StateAt(s.Date) == graph.Running && project.To != 0 && project.To <= s.Date.AddMonths(near)
}

// Belongs says why a project is in the region, 0 when it is not.
func (s *Slice) Belongs(p int32) graph.Belongs {
	if i, ok := slices.BinarySearch(s.Selection.Projects, p); ok {
		return s.Selection.Belongs[i]
	}
	return 0
}

// Lead returns the position of the leading actor of a project.
func (v *View) Lead(p int32) (int32, bool) {
	for _, t := range v.Network.ProjectTies(int(p)) {
		if t.Part == graph.Lead {
			return t.A, true
		}
	}
	return 0, false
}

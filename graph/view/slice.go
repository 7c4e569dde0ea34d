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
// and whether only projects led from the region count.
type Ask struct {
	Area    graph.AreaID
	Lens    Lens
	Date    graph.Date
	LedHere bool
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
	LedHere    bool
	Selection  *graph.Selection

	scope *scope
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
	s := &Slice{View: v, Area: scope.area, Lens: ask.Lens, Date: ask.Date, LedHere: ask.LedHere, Selection: scope.whole, scope: scope}
	if ask.LedHere {
		s.Selection = graph.Select(v.Network, graph.Query{Region: scope.area.Municipalities, LedHere: true})
	}
	s.actors = sync.OnceValue(func() []ActorStat { return actorStats(s) })
	return s, nil
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

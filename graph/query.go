package graph

import "slices"

// Query says which part of a network is asked about. The zero value means
// everything.
type Query struct {
	// Region holds the municipalities of a region, resolved before; nil is the whole country.
	Region []Municipality
	// Date is the viewing date; State, when set, is meant at it.
	Date  Date
	State State
	// From and To keep projects whose running period touches [From, To].
	From, To Date
	Funds    []string
	Themes   []string    // keywords or themes, any of them
	Targets  []string    // target groups, any of them
	Kinds    []ActorKind // kinds of actor, any of them in the project
	Parts    []Part      // what an actor, of one of the kinds if there are any, does in the project
	Sources  []SourceID
	// LedHere keeps projects whose lead is seated in the region.
	LedHere bool
}

// Belongs says why a project is in a region.
type Belongs uint8

const (
	ByEffect Belongs = 1 << iota // its place of effect is in the region
	BySeat                       // an actor takes part from there
)

// Standing is an actor's relation to a region.
type Standing uint8

const (
	SeatUnknown Standing = iota // unknown is not elsewhere
	Own
	Elsewhere
)

var standings = [...]string{"unknown", "own", "elsewhere"}

func (s Standing) String() string { return standings[s] }

// Selection is the answer to a query: positions in the network, rising.
type Selection struct {
	Projects []int32
	Belongs  []Belongs  // along Projects
	Actors   []int32    // actors with a tie to one of the projects
	Standing []Standing // along Actors
	// Wider counts projects that name a larger area around the region as their
	// place of effect and belong to it in no other way.
	Wider int
}

// HasProject tells whether project p is selected.
func (s *Selection) HasProject(p int) bool {
	_, ok := slices.BinarySearch(s.Projects, int32(p))
	return ok
}

// StandingOf returns the relation of actor a to the region, SeatUnknown when
// it is not selected.
func (s *Selection) StandingOf(a int) Standing {
	if i, ok := slices.BinarySearch(s.Actors, int32(a)); ok {
		return s.Standing[i]
	}
	return SeatUnknown
}

// Select evaluates a query. A project belongs to a region when one of its
// places of effect lies in it, or when a tie's actor is seated there for that
// project. An actor is own when it is seated in the region for one of the
// selected projects, from elsewhere when all its known seats are outside or
// when it is abroad.
func Select(n *Network, q Query) *Selection {
	region := make(map[Municipality]bool, len(q.Region))
	for _, m := range q.Region {
		region[m] = true
	}
	s := &Selection{}
	touched := make([]bool, len(n.Actors))
	for p := range n.Projects {
		if !q.admits(n, p) {
			continue
		}
		why := ByEffect | BySeat
		if q.Region != nil {
			var wider bool
			if why, wider = belongs(n, p, region); why == 0 {
				if wider {
					s.Wider++
				}
				continue
			}
		}
		if q.LedHere && !ledFrom(n, p, region) {
			continue
		}
		s.Projects = append(s.Projects, int32(p))
		s.Belongs = append(s.Belongs, why)
		for _, t := range n.ProjectTies(p) {
			touched[t.A] = true
		}
	}
	for a := range n.Actors {
		if touched[a] {
			s.Actors = append(s.Actors, int32(a))
			s.Standing = append(s.Standing, standing(n, s, a, q.Region == nil, region))
		}
	}
	return s
}

func (q *Query) admits(n *Network, p int) bool {
	project := &n.Projects[p]
	if q.State != StateUnknown && project.StateAt(q.Date) != q.State {
		return false
	}
	if q.From != 0 && project.To != 0 && project.To < q.From || q.To != 0 && project.From > q.To {
		return false
	}
	if len(q.Funds) > 0 && !slices.Contains(q.Funds, project.Fund) {
		return false
	}
	if len(q.Themes) > 0 && !overlaps(q.Themes, project.Keywords) && !overlaps(q.Themes, project.Themes) {
		return false
	}
	if len(q.Targets) > 0 && !overlaps(q.Targets, project.TargetGroups) {
		return false
	}
	if len(q.Sources) > 0 && !slices.ContainsFunc(project.Records, func(r RecordRef) bool { return slices.Contains(q.Sources, r.Source) }) {
		return false
	}
	return len(q.Kinds)+len(q.Parts) == 0 || slices.ContainsFunc(n.ProjectTies(p), func(t Tie) bool { return q.Takes(&n.Actors[t.A], t.Part) })
}

// Takes tells whether an actor of one of the kinds takes one of the parts;
// none of either means any.
func (q *Query) Takes(a *Actor, p Part) bool {
	return (len(q.Kinds) == 0 || slices.Contains(q.Kinds, a.Kind)) && (len(q.Parts) == 0 || slices.Contains(q.Parts, p))
}

func overlaps(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// belongs returns why project p is in the region, and whether one of its
// places is a larger area that holds the whole region.
func belongs(n *Network, p int, region map[Municipality]bool) (why Belongs, wider bool) {
	for _, place := range n.Projects[p].Places {
		inside := 0
		for _, m := range place.Municipalities {
			if region[m] {
				inside++
			}
		}
		switch {
		case inside > 0 && inside == len(place.Municipalities):
			why |= ByEffect
		case inside == len(region) && len(region) > 0:
			wider = true
		}
	}
	for _, t := range n.ProjectTies(p) {
		if region[t.Seat] {
			why |= BySeat
		}
	}
	return why, wider
}

func ledFrom(n *Network, p int, region map[Municipality]bool) bool {
	return slices.ContainsFunc(n.ProjectTies(p), func(t Tie) bool {
		return t.Part == Lead && (len(region) == 0 || region[t.Seat])
	})
}

func standing(n *Network, s *Selection, a int, everywhere bool, region map[Municipality]bool) Standing {
	if everywhere {
		return Own
	}
	known := n.Actors[a].Abroad()
	for _, i := range n.ActorTies(a) {
		t := &n.Ties[i]
		if !s.HasProject(int(t.P)) {
			continue
		}
		if region[t.Seat] {
			return Own
		}
		known = known || t.Seat != ""
	}
	if known {
		return Elsewhere
	}
	return SeatUnknown
}

package view

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/text"
)

// ProjectFilter narrows the projects of a slice; zero values let all through.
type ProjectFilter struct {
	State    string // a state, "started" or "ending"
	Group    string
	Actor    graph.ActorID
	Fund     string
	Partners string
	Text     string
}

// The dimensions that a list can be narrowed by, with counts.
const (
	byState = iota
	byFund
	byPartners
	dimensions
	byGroup
)

// Facet is one choice and the number of rows it would leave.
type Facet struct {
	Value string
	Count int
}

// ProjectList is the answer to a filter: all matching positions in order, and
// for each dimension the choices left when the other filters hold.
type ProjectList struct {
	Projects                []int32
	Groups                  []GroupShare
	States, Funds, Partners []Facet
}

// Projects filters and sorts. Sort is one of name, lead, topic, from, to,
// state, fund, actors; ties go by name. Names sort as the Finnish alphabet does.
func (s *Slice) Projects(ctx context.Context, f ProjectFilter, sort string, descending bool) (*ProjectList, error) {
	inGroup, err := s.groupTest(ctx, f.Group)
	if err != nil {
		return nil, err
	}
	list := &ProjectList{}
	counts := [dimensions]map[string]int{{}, {}, {}}
	groups := map[*Group]int{}
	words := strings.Fields(text.Fold(f.Text))
	for _, p := range s.Selection.Projects {
		project := &s.Network.Projects[p]
		if !s.passes(p, f, words) {
			continue
		}
		failed, misses := -1, 0
		check := func(dimension int, ok bool) {
			if !ok {
				failed, misses = dimension, misses+1
			}
		}
		check(byGroup, inGroup(p))
		check(byState, f.State == "" || s.inState(p, f.State))
		check(byFund, f.Fund == "" || project.Fund == f.Fund)
		check(byPartners, f.Partners == "" || project.Partners.String() == f.Partners)
		if misses == 0 {
			list.Projects = append(list.Projects, p)
		}
		if g := s.GroupOf(p); g != nil && (misses == 0 || misses == 1 && failed == byGroup) {
			groups[g]++
		}
		for d := range dimensions {
			if misses == 0 || misses == 1 && failed == d {
				for _, value := range s.facetValues(p, d) {
					counts[d][value]++
				}
			}
		}
	}
	list.Groups, list.States = groupShares(groups), facets(counts[byState])
	list.Funds, list.Partners = facets(counts[byFund]), facets(counts[byPartners])
	s.sortProjects(list.Projects, sort, descending)
	return list, nil
}

// passes holds the filters that have no facet.
func (s *Slice) passes(p int32, f ProjectFilter, words []string) bool {
	project := &s.Network.Projects[p]
	ties := s.Network.ProjectTies(int(p))
	if f.Actor != "" && !slices.ContainsFunc(ties, func(t graph.Tie) bool { return t.Actor == f.Actor }) {
		return false
	}
	if len(words) == 0 {
		return true
	}
	written := text.Fold(project.Name + " " + project.Code + " " + strings.Join(project.Keywords, " "))
	for _, t := range ties {
		written += " " + text.Fold(s.Network.Actors[t.A].Name)
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(written, w) })
}

func (s *Slice) inState(p int32, state string) bool {
	switch state {
	case "started":
		return s.Started(p)
	case "ending":
		return s.Ending(p)
	}
	return s.Network.Projects[p].StateAt(s.Date).String() == state
}

func (s *Slice) facetValues(p int32, dimension int) []string {
	project := &s.Network.Projects[p]
	switch dimension {
	case byState:
		values := []string{project.StateAt(s.Date).String()}
		if s.Started(p) {
			values = append(values, "started")
		}
		if s.Ending(p) {
			values = append(values, "ending")
		}
		return values
	case byFund:
		if project.Fund == "" {
			return nil
		}
		return []string{project.Fund}
	}
	return []string{project.Partners.String()}
}

func facets(counts map[string]int) []Facet {
	list := make([]Facet, 0, len(counts))
	for value, n := range counts {
		list = append(list, Facet{value, n})
	}
	slices.SortFunc(list, func(a, b Facet) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return list
}

func (s *Slice) sortProjects(projects []int32, by string, descending bool) {
	n := s.Network
	lead := func(p int32) int {
		if a, ok := s.Lead(p); ok {
			return s.actorRank[a]
		}
		return len(s.actorRank)
	}
	key := func(a, b int32) int {
		x, y := &n.Projects[a], &n.Projects[b]
		switch by {
		case "lead":
			return cmp.Compare(lead(a), lead(b))
		case "topic":
			return cmp.Compare(s.groupRank(a), s.groupRank(b))
		case "from":
			return cmp.Compare(x.From, y.From)
		case "to":
			return cmp.Compare(x.To, y.To)
		case "state":
			return cmp.Compare(x.StateAt(s.Date), y.StateAt(s.Date))
		case "fund":
			return cmp.Compare(x.Fund, y.Fund)
		case "actors":
			return cmp.Compare(len(n.ProjectTies(int(a))), len(n.ProjectTies(int(b))))
		}
		return 0
	}
	slices.SortFunc(projects, func(a, b int32) int {
		byName := cmp.Compare(s.projectRank[a], s.projectRank[b])
		if by == "" || by == "name" {
			if descending {
				return -byName
			}
			return byName
		}
		first := key(a, b)
		if descending {
			first = -first
		}
		return cmp.Or(first, byName)
	})
}

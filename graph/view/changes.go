package view

import (
	"context"
	"fmt"
	"math"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/lens"
)

// PeriodGroups are the groups of a region in one period: projects that run at
// some time in it.
type PeriodGroups struct {
	From, To graph.Date
	Groups   []*Group
	Basis    graph.Basis
}

// Changes is what became of the groups of a region from one period to the next.
type Changes struct {
	Periods [2]PeriodGroups
	List    []lens.Change
	// Comparable is false where the partners of under 60 % of the projects of a
	// period are known, or the two shares lie more than ten points apart: what
	// changed may then be knowledge.
	Comparable bool
}

// unequal is how far apart two shares of known partners may lie.
const unequal = 0.1

// Changes matches the groups of the slice's lens before a day with those from
// it on, within the slice's From and To. Partner networks are found in each
// period by itself; topics are the same throughout, so they continue, end or
// are born. A day outside From and To is graph.ErrInvalid.
func (s *Slice) Changes(ctx context.Context, ask Ask, day graph.Date) (*Changes, error) {
	from, to := ask.Narrow.From, ask.Narrow.To
	if day == 0 || from != 0 && day <= from || to != 0 && day > to {
		return nil, fmt.Errorf("changes at %v between %v and %v: %w", day, from, to, graph.ErrInvalid)
	}
	c := &Changes{Periods: [2]PeriodGroups{{From: from, To: dayBefore(day)}, {From: day, To: to}}}
	var members [2][]lens.Members
	for i := range c.Periods {
		period := &c.Periods[i]
		ask.Narrow.From, ask.Narrow.To = period.From, period.To
		part, err := s.View.Slice(ctx, ask, s.Date)
		if err != nil {
			return nil, err
		}
		period.Basis = graph.BasisOf(s.Network, part.Selection.Projects)
		if members[i], err = part.periodGroups(ctx, period); err != nil {
			return nil, err
		}
	}
	if s.Lens == LensCooperation {
		before, after := c.Periods[0].Basis.Known(), c.Periods[1].Basis.Known()
		c.Comparable = min(before, after) >= thinShare && math.Abs(before-after) <= unequal
		c.List = lens.Changes(members[0], members[1])
		return c, nil
	}
	c.Comparable = true
	c.List = c.sameTopics()
	return c, nil
}

func dayBefore(d graph.Date) graph.Date {
	return graph.DateOf(time.Date(d.Year(), time.Month(d.Month()), d.Day()-1, 0, 0, 0, 0, time.UTC))
}

// periodGroups finds the groups of one period.
func (s *Slice) periodGroups(ctx context.Context, period *PeriodGroups) ([]lens.Members, error) {
	if s.Lens != LensCooperation {
		for _, g := range s.scope.groups {
			here := &Group{}
			*here = *g
			here.Projects = nil
			for _, p := range s.Selection.Projects {
				if s.scope.group(p) == g {
					here.Projects = append(here.Projects, p)
				}
			}
			if g.Kind == GroupNamed && len(here.Projects) > 0 {
				period.Groups = append(period.Groups, here)
			}
		}
		return nil, nil
	}
	c, err := lens.CooperationOf(ctx, s.Network, s.Area.ID, s.Selection, lens.CooperationOptions{Seed: s.seed, Topics: s.Topics, Everywhere: s.Everywhere})
	if err != nil {
		return nil, fmt.Errorf("cooperation in %v-%v: %w", period.From, period.To, err)
	}
	for i := range c.Communities {
		if c.Communities[i].Kind == lens.Partners {
			period.Groups = append(period.Groups, communityGroup(&c.Communities[i], i))
		}
	}
	return lens.MembersOf(c), nil
}

// sameTopics matches topics by their ids.
func (c *Changes) sameTopics() []lens.Change {
	after := map[string]int{}
	for i, g := range c.Periods[1].Groups {
		after[g.ID] = i
	}
	var list []lens.Change
	there := map[string]bool{}
	for a, g := range c.Periods[0].Groups {
		there[g.ID] = true
		if b, goesOn := after[g.ID]; goesOn {
			common := 0
			in := map[int32]bool{}
			for _, p := range g.Projects {
				in[p] = true
			}
			for _, p := range c.Periods[1].Groups[b].Projects {
				if in[p] {
					common++
				}
			}
			list = append(list, lens.Change{Kind: lens.Continues, Before: []int{a}, After: []int{b}, Common: common})
		} else {
			list = append(list, lens.Change{Kind: lens.Ended, Before: []int{a}})
		}
	}
	for b, g := range c.Periods[1].Groups {
		if !there[g.ID] {
			list = append(list, lens.Change{Kind: lens.Born, After: []int{b}})
		}
	}
	return list
}

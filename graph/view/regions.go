package view

import (
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/place"
)

// RegionCounts is a region with what it holds at a viewing date.
type RegionCounts struct {
	Area      place.Area // zero for the whole country
	Programme bool
	Counts    Counts
	Actors    int
	Basis     graph.Basis
}

// Regions returns the whole country and every region that can be chosen.
func (v *View) Regions(date graph.Date) []RegionCounts {
	list := []RegionCounts{v.regionCounts(place.Area{}, graph.Select(v.Network, graph.Query{}), date)}
	for _, area := range place.Areas() {
		list = append(list, v.regionCounts(area, graph.Select(v.Network, graph.Query{Region: area.Municipalities}), date))
	}
	return list
}

// RegionCounts returns the counts of the region in view.
func (s *Slice) RegionCounts() RegionCounts { return s.regionCounts(s.Area, s.Selection, s.Date) }

func (v *View) regionCounts(area place.Area, selection *graph.Selection, date graph.Date) RegionCounts {
	return RegionCounts{
		Area: area, Programme: slices.Contains(place.Programme(), area.ID), Counts: v.Count(selection.Projects, date),
		Actors: len(selection.Actors), Basis: graph.BasisOf(v.Network, selection.Projects),
	}
}

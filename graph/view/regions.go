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
	everywhere := graph.Select(v.Network, graph.Query{})
	list := []RegionCounts{v.regionCounts(place.Area{}, everywhere.Projects, len(everywhere.Actors), date)}
	held := v.held()
	for i, area := range place.Areas() {
		list = append(list, v.regionCounts(area, held.projects[i], held.actors[i], date))
	}
	return list
}

// ProjectsIn returns how many projects belong to an area, 0 for an unknown one.
func (v *View) ProjectsIn(id graph.AreaID) int {
	i := slices.IndexFunc(place.Areas(), func(a place.Area) bool { return a.ID == id })
	if i < 0 {
		return 0
	}
	return len(v.held().projects[i])
}

// RegionCounts returns the counts of the region in view.
func (s *Slice) RegionCounts() RegionCounts {
	return s.regionCounts(s.Area, s.Selection.Projects, len(s.Selection.Actors), s.Date)
}

func (v *View) regionCounts(area place.Area, projects []int32, actors int, date graph.Date) RegionCounts {
	return RegionCounts{
		Area: area, Programme: slices.Contains(place.Programme(), area.ID), Counts: v.Count(projects, date),
		Actors: actors, Basis: graph.BasisOf(v.Network, projects),
	}
}

// holdings are the projects, rising, and the number of actors of every area,
// along place.Areas. They do not depend on the viewing date.
type holdings struct {
	projects [][]int32
	actors   []int
}

// holdingsOf says for every area what graph.Select says for one: a pass over
// projects and ties instead of one for each of some 400 areas.
func holdingsOf(n *graph.Network) holdings {
	areas := place.Areas()
	around := map[graph.Municipality][]int32{} // the areas of each municipality
	for i, area := range areas {
		for _, m := range area.Municipalities {
			around[m] = append(around[m], int32(i))
		}
	}
	h := holdings{make([][]int32, len(areas)), make([]int, len(areas))}
	of := make([][]int32, len(n.Projects)) // the areas of each project
	for p := range n.Projects {
		var in []int32
		for _, effect := range n.Projects[p].Places {
			in = append(in, holding(effect.Municipalities, around)...)
		}
		for _, t := range n.ProjectTies(p) {
			in = append(in, around[t.Seat]...)
		}
		slices.Sort(in)
		of[p] = slices.Compact(in)
		for _, area := range of[p] {
			h.projects[area] = append(h.projects[area], int32(p))
		}
	}
	for a := range n.Actors {
		var in []int32
		for _, tie := range n.ActorTies(a) {
			in = append(in, of[n.Ties[tie].P]...)
		}
		slices.Sort(in)
		for _, area := range slices.Compact(in) {
			h.actors[area]++
		}
	}
	return h
}

// holding returns the areas that hold all of the municipalities.
func holding(municipalities []graph.Municipality, around map[graph.Municipality][]int32) []int32 {
	var all []int32
	for i, m := range municipalities {
		if i == 0 {
			all = slices.Clone(around[m])
			continue
		}
		all = slices.DeleteFunc(all, func(area int32) bool { return !slices.Contains(around[m], area) })
	}
	return all
}

package wire

import (
	"math"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/view"
)

// Measured shapes the table of measures for a store that shows a graph: every
// measure by its id in the way of property names ("effectiveSize"), the group
// of actors and projects with its name, and the region they were computed in.
// What is undefined has no value.
func Measured(a *view.Analysis, lang string) []store.Measured {
	var all []store.Measured
	for _, r := range a.Results {
		m := store.Measured{Name: propertyName(r.Measure.ID), Actors: map[graph.ActorID]any{}}
		for i, score := range r.Scores {
			if !math.IsNaN(score) {
				m.Actors[a.Network.Actors[r.Actors[i]].ID] = score
			}
		}
		all = append(all, m)
	}
	group := store.Measured{Name: "group", Actors: map[graph.ActorID]any{}, Projects: map[graph.ProjectID]any{}}
	name := store.Measured{Name: "groupName", Actors: map[graph.ActorID]any{}, Projects: map[graph.ProjectID]any{}}
	region := store.Measured{Name: "measuredIn", Actors: map[graph.ActorID]any{}, Projects: map[graph.ProjectID]any{}}
	for i, stat := range a.Actors {
		id := a.Network.Actors[stat.Actor].ID
		region.Actors[id] = RegionName(a.Area, lang).Name
		if g := a.Groups[i]; g != nil {
			group.Actors[id], name.Actors[id] = g.ID, a.GroupName(g, lang)
		}
	}
	for i, p := range a.Selection.Projects {
		id := a.Network.Projects[p].ID
		region.Projects[id] = RegionName(a.Area, lang).Name
		if g := a.ProjectGroups[i]; g != nil {
			group.Projects[id], name.Projects[id] = g.ID, a.GroupName(g, lang)
		}
	}
	return append(all, group, name, region)
}

// propertyName is a measure's id without its low lines: "roleLiaison".
func propertyName(id string) string {
	parts := strings.Split(id, "_")
	for i := 1; i < len(parts); i++ {
		parts[i] = strings.ToUpper(parts[i][:1]) + parts[i][1:]
	}
	return strings.Join(parts, "")
}

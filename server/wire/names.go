package wire

import (
	"hankeverkko/graph"
	"hankeverkko/graph/place"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/words"
)

// country is the id of the whole country on the wire.
const country = "fi"

// AreaID reads the id of a region; the whole country is the empty area.
func AreaID(id string) graph.AreaID {
	if id == country {
		return ""
	}
	return graph.AreaID(id)
}

// RegionName names an area; the zero area is the whole country.
func RegionName(area place.Area, lang string) api.RegionName {
	if area.ID == "" {
		return api.RegionName{Id: country, Kind: api.Country, Name: words.Text(lang, "country.name", nil)}
	}
	return api.RegionName{Id: string(area.ID), Kind: api.AreaKind(area.Kind.String()), Name: area.Names.In(lang)}
}

// RegionNames names the areas that have the ids.
func RegionNames(ids []graph.AreaID, lang string) []api.RegionName {
	var names []api.RegionName
	for _, id := range ids {
		if area, ok := place.Find(id); ok {
			names = append(names, RegionName(area, lang))
		}
	}
	return names
}

// municipality names a municipality by its code; unknown codes give the zero name.
func municipality(code graph.Municipality, lang string) api.RegionName {
	if area, ok := place.Find(graph.AreaID("kunta:" + string(code))); ok {
		return RegionName(area, lang)
	}
	return api.RegionName{}
}

// locative says "in the area": Lapissa, i Lappland, in Lapland.
func locative(area place.Area, lang string) string {
	if area.ID == "" {
		return words.Text(lang, "country.in", nil)
	}
	return area.In.In(lang)
}

// actorCount names an actor with a number of projects.
func actorCount(s *view.Slice, a view.ActorShare, lang string) api.ActorCount {
	actor := &s.Network.Actors[a.Actor]
	return api.ActorCount{
		Id: string(actor.ID), Name: actor.NameIn(lang), Shown: actor.Short, Projects: a.Projects,
		Standing: api.Standing(s.Selection.StandingOf(int(a.Actor)).String()),
	}
}

func actorCounts(s *view.Slice, shares []view.ActorShare, lang string) []api.ActorCount {
	list := make([]api.ActorCount, 0, len(shares))
	for _, a := range shares {
		list = append(list, actorCount(s, a, lang))
	}
	return list
}

func counts(c view.Counts) api.Counts {
	return api.Counts{Projects: c.Projects, Running: c.Running, Ended: c.Ended, Upcoming: c.Upcoming, Unknown: c.Unknown}
}

func basis(b graph.Basis) api.Basis {
	return api.Basis{Listed: b.Listed, Alone: b.Alone, Unknown: b.Unknown}
}

func facets(list []view.Facet) []api.Facet {
	out := make([]api.Facet, 0, len(list))
	for _, f := range list {
		out = append(out, api.Facet{Value: f.Value, Projects: f.Count})
	}
	return out
}

// filled returns an empty list for a missing one, so that JSON has [] and not null.
func filled(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

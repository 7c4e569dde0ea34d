package drawing

import (
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"hankeverkko/graph"
	"hankeverkko/graph/place"
)

// areas draws all municipalities and regions of the country, whether or
// not a project takes place there, and what else the network calls a municipality.
func areas(n *graph.Network) (municipalities, regions *Nodes) {
	known := map[string]place.Area{}
	municipalities = &Nodes{Label: "Municipality", Names: []string{"name", "nameSv", "nameEn", "code", "location"}}
	regions = &Nodes{Label: "Region", Names: []string{"name", "nameSv", "nameEn", "kind"}}
	for _, area := range place.Areas() {
		if area.Kind == place.Kunta {
			code := string(area.Municipalities[0])
			known[code] = area
			municipalities.Keys = append(municipalities.Keys, code)
		} else {
			known[string(area.ID)] = area
			regions.Keys = append(regions.Keys, string(area.ID))
		}
	}
	named := func(m graph.Municipality) {
		if m != "" {
			municipalities.Keys = append(municipalities.Keys, string(m))
		}
	}
	for i := range n.Ties {
		named(n.Ties[i].Seat)
	}
	for i := range n.Projects {
		for _, at := range n.Projects[i].Places {
			for _, m := range at.Municipalities {
				named(m)
			}
		}
	}
	municipalities.Keys, regions.Keys = distinct(municipalities.Keys), distinct(regions.Keys)
	municipalities.Properties = func(i int) Properties {
		code := municipalities.Keys[i]
		area, ok := known[code]
		if !ok {
			return Properties{"name": code, "code": code}
		}
		return areaProperties(area, Properties{
			"code": code, "location": neo4j.Point2D{X: area.Lon, Y: area.Lat, SpatialRefId: wgs84},
		})
	}
	regions.Properties = func(i int) Properties {
		area := known[regions.Keys[i]]
		return areaProperties(area, Properties{"kind": area.Kind.String()})
	}
	return municipalities, regions
}

// wgs84 is the number of longitude and latitude among Neo4j's coordinate systems.
const wgs84 = 4326

func areaProperties(a place.Area, p Properties) Properties {
	return p.text("name", a.Names.Fi).text("nameSv", a.Names.Sv).text("nameEn", a.Names.En)
}

// partOf joins each area to every region that holds it whole, so that one step
// leads from a municipality or a sub-region to any region around it. Of two
// regions of the same municipalities, the smaller kind is part of the larger.
func partOf(municipalities, regions *Nodes) []*Relationships {
	small := &Relationships{Type: "PART_OF", From: municipalities, To: regions, Properties: none}
	large := &Relationships{Type: "PART_OF", From: regions, To: regions, Properties: none}
	for _, outer := range place.Areas() {
		to, ok := regions.find(string(outer.ID))
		if !ok {
			continue
		}
		for _, m := range outer.Municipalities {
			if from, ok := municipalities.find(string(m)); ok {
				small.Ends = append(small.Ends, Ends{from, to})
			}
		}
		for _, inner := range place.Areas() {
			from, ok := regions.find(string(inner.ID))
			if !ok || inner.ID == outer.ID || !within(inner.Municipalities, outer.Municipalities) ||
				len(inner.Municipalities) == len(outer.Municipalities) && inner.Kind <= outer.Kind {
				continue
			}
			large.Ends = append(large.Ends, Ends{from, to})
		}
	}
	slices.SortFunc(small.Ends, Ends.compare)
	slices.SortFunc(large.Ends, Ends.compare)
	return []*Relationships{small, large}
}

func within(inner, outer []graph.Municipality) bool {
	return !slices.ContainsFunc(inner, func(m graph.Municipality) bool { return !slices.Contains(outer, m) })
}

// effects joins projects to where they take effect, as the source says it: a
// project of "Lappi" takes place in the region, not in each of its
// municipalities. What is no official place stays in the project's places.
func effects(n *graph.Network, projects, municipalities, regions *Nodes) []*Relationships {
	there := map[*Nodes]map[Ends][]graph.Place{municipalities: {}, regions: {}}
	for p := range n.Projects {
		for _, at := range n.Projects[p].Places {
			if to, ok := regions.find(string(at.Area)); ok {
				e := Ends{int32(p), to}
				there[regions][e] = append(there[regions][e], at)
				continue
			}
			for _, m := range at.Municipalities {
				if to, ok := municipalities.find(string(m)); ok {
					e := Ends{int32(p), to}
					there[municipalities][e] = append(there[municipalities][e], at)
				}
			}
		}
	}
	var sets []*Relationships
	for _, to := range []*Nodes{municipalities, regions} {
		s := &Relationships{Type: "TAKES_PLACE_IN", From: projects, To: to, Names: []string{"asWritten", "knownBy"}}
		for e := range there[to] {
			s.Ends = append(s.Ends, e)
		}
		slices.SortFunc(s.Ends, Ends.compare)
		s.Properties = func(i int) Properties {
			places := there[to][s.Ends[i]]
			best := places[0].Rung
			var written []string
			for _, at := range places {
				best = min(best, at.Rung)
				written = append(written, at.Written)
			}
			return Properties{"knownBy": best.String()}.list("asWritten", distinct(written))
		}
		sets = append(sets, s)
	}
	return sets
}

// runFrom joins projects to the seats that their actors have in them.
func runFrom(n *graph.Network, projects, municipalities *Nodes) *Relationships {
	s := &Relationships{Type: "RUN_FROM", From: projects, To: municipalities, Properties: none}
	for i := range n.Ties {
		if to, ok := municipalities.find(string(n.Ties[i].Seat)); ok {
			s.Ends = append(s.Ends, Ends{n.Ties[i].P, to})
		}
	}
	slices.SortFunc(s.Ends, Ends.compare)
	s.Ends = slices.Compact(s.Ends)
	return s
}

// seats joins actors to where most of their ties are seated.
func seats(n *graph.Network, actors, municipalities *Nodes) *Relationships {
	s := &Relationships{Type: "SEATED_IN", From: actors, To: municipalities, Properties: none}
	for a := range n.Actors {
		if to, ok := municipalities.find(string(n.Actors[a].Seat)); ok {
			s.Ends = append(s.Ends, Ends{int32(a), to})
		}
	}
	return s
}

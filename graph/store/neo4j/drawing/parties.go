package drawing

import (
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/place"
)

func actors(n *graph.Network) *Nodes {
	s := &Nodes{
		Label: "Actor", Names: []string{"name", "shortName", "kind", "side", "kindWritten", "businessId", "pic", "website", "country", "formerIds"},
		Former: map[string]int{},
		Properties: func(i int) Properties {
			a := &n.Actors[i]
			former := make([]string, len(a.OtherIDs))
			for i, id := range a.OtherIDs {
				former[i] = string(id)
			}
			return Properties{}.text("name", a.Name).text("shortName", a.Short).
				text("kind", a.Kind.String()).text("side", a.Kind.Sector().String()).text("kindWritten", a.KindWritten).
				text("businessId", a.BusinessID).text("pic", a.PIC).text("website", a.Site).text("country", a.Country).
				list("formerIds", former)
		},
	}
	for i := range n.Actors {
		s.Keys = append(s.Keys, KeyOf(n.Actors[i].ID))
		for _, id := range n.Actors[i].OtherIDs {
			s.Former[KeyOf(id)] = i
		}
	}
	return s
}

func projects(n *graph.Network) *Nodes {
	s := &Nodes{
		Label: "Project",
		Names: []string{
			"name", "code", "description", "fund", "priority", "objective", "funder", "authority", "status",
			"from", "to", "link", "partners", "targetGroups", "places", "sources",
		},
		Properties: func(i int) Properties {
			p := &n.Projects[i]
			written := make([]string, len(p.Places))
			for i := range p.Places {
				written[i] = p.Places[i].Written
			}
			return Properties{}.text("name", p.Name).text("code", p.Code).text("description", p.Description).
				text("fund", p.Fund).text("priority", p.Priority).text("objective", p.Objective).
				text("funder", p.Funder).text("authority", p.Authority).text("status", p.Status).
				date("from", p.From).date("to", p.To).text("link", p.Link).text("partners", p.Partners.String()).
				list("targetGroups", p.TargetGroups).list("places", written).list("sources", sources(p.Records))
		},
	}
	for i := range n.Projects {
		s.Keys = append(s.Keys, KeyOf(n.Projects[i].ID))
	}
	return s
}

// takingPart draws the ties, each with the project's dates, so that a step from
// an actor can be asked by time.
func takingPart(n *graph.Network, actors, projects *Nodes) *Relationships {
	order := make([]int32, 0, len(n.Ties)) // of ties, by actor and project
	for a := range n.Actors {
		order = append(order, n.ActorTies(a)...)
	}
	s := &Relationships{
		Type: "TAKES_PART", From: actors, To: projects,
		Names: []string{"part", "seat", "grantedEuros", "paidEuros", "from", "to", "sources"},
		Properties: func(i int) Properties {
			t := &n.Ties[order[i]]
			p := &n.Projects[t.P]
			return Properties{}.text("part", t.Part.String()).text("seat", municipalityName(t.Seat)).
				euros("grantedEuros", t.Granted).euros("paidEuros", t.Paid).
				date("from", p.From).date("to", p.To).list("sources", sources(t.Records))
		},
	}
	for _, i := range order {
		s.Ends = append(s.Ends, Ends{n.Ties[i].A, n.Ties[i].P})
	}
	return s
}

func sources(records []graph.RecordRef) []string {
	var all []string
	for _, r := range records {
		all = append(all, string(r.Source))
	}
	return distinct(all)
}

func municipalityName(m graph.Municipality) string {
	if area, ok := place.Find(place.KuntaID(m)); ok {
		return area.Names.Fi
	}
	return string(m)
}

// names draws every spelling and the actors that go by it.
func names(n *graph.Network, actors *Nodes) (*Nodes, *Relationships) {
	nodes, said := texts("Name", len(n.Actors), func(a int, add func(string)) {
		for _, alias := range n.Actors[a].Aliases {
			add(alias.Name)
		}
	})
	s := &Relationships{Type: "REFERS_TO", From: nodes, To: actors, Names: []string{"sources"}}
	for _, e := range said {
		s.Ends = append(s.Ends, Ends{e.To, e.From})
	}
	slices.SortFunc(s.Ends, Ends.compare)
	s.Properties = func(i int) Properties {
		e := s.Ends[i]
		name := nodes.Properties(int(e.From))["name"]
		var sources []string
		for _, alias := range n.Actors[e.To].Aliases {
			if alias.Name == name {
				sources = append(sources, string(alias.Source))
			}
		}
		return Properties{}.list("sources", distinct(sources))
	}
	return nodes, s
}

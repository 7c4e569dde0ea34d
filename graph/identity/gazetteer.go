package identity

import (
	"hankeverkko/graph"
	"hankeverkko/graph/place"
)

// gazetteer asks package place once for each word, since places, towns and
// names stand in many rows.
type gazetteer struct {
	effects map[string]graph.Place
	towns   map[string]graph.Municipality
	names   map[string]graph.Municipality
}

func newGazetteer() *gazetteer {
	return &gazetteer{effects: map[string]graph.Place{}, towns: map[string]graph.Municipality{}, names: map[string]graph.Municipality{}}
}

// effect returns the places of effect. A written place that is no official one
// is kept as it is written. Only where the source writes none does a regional
// council as authority stand for its region: a council that serves several
// regions must not overrule "Hämeenlinnan seutu".
func (g *gazetteer) effect(written []string, authority string) []graph.Place {
	var places []graph.Place
	for _, w := range written {
		places = append(places, g.named(w))
	}
	if len(places) > 0 {
		return places
	}
	if id, ok := place.CouncilArea(authority); ok {
		if area, ok := place.Find(id); ok {
			return []graph.Place{{Written: authority, Area: area.ID, Municipalities: area.Municipalities, Rung: graph.RungAuthority}}
		}
	}
	return nil
}

func (g *gazetteer) named(written string) graph.Place {
	p, ok := g.effects[written]
	if !ok {
		p = graph.Place{Written: written, Rung: graph.RungNamed}
		if area, ok := place.OfEffect(written); ok {
			p.Area, p.Municipalities = area.ID, area.Municipalities
		}
		g.effects[written] = p
	}
	return p
}

// town returns the municipality of a town, or "". Big houses have a post
// office of their own name, "90014 Oulun yliopisto", so a town may be found in it.
func (g *gazetteer) town(written string) graph.Municipality {
	return remembered(g.towns, written, func(written string) (graph.Municipality, bool) {
		if m, ok := place.OfTown(written); ok {
			return m, true
		}
		return place.InName(written)
	})
}

// inName returns the municipality that a name names, or "".
func (g *gazetteer) inName(name string) graph.Municipality {
	return remembered(g.names, name, place.InName)
}

func remembered(known map[string]graph.Municipality, written string, ask func(string) (graph.Municipality, bool)) graph.Municipality {
	m, ok := known[written]
	if !ok {
		m, _ = ask(written)
		known[written] = m
	}
	return m
}

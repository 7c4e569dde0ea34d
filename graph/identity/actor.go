package identity

import (
	"cmp"
	"slices"
	"strings"

	"hankeverkko/graph"
)

// actorsOf gathers what all rows say of each actor. Seats come with the ties.
func actorsOf(mentions []mention, same *sets, d *decisions) []graph.Actor {
	sorted := slices.Clone(mentions)
	slices.SortStableFunc(sorted, func(a, b mention) int { return cmp.Compare(a.id, b.id) })
	others := same.members()
	shorts := shortNames()
	var actors []graph.Actor
	for of := range runs(sorted, func(m *mention) graph.ActorID { return m.id }) {
		a := graph.Actor{ID: of[0].id, OtherIDs: others[of[0].id], Name: preferredName(of), Aliases: aliases(of)}
		if name, ok := d.name(append([]graph.ActorID{a.ID}, a.OtherIDs...)); ok {
			a.Name = name
		}
		scheme, number, _ := strings.Cut(string(a.ID), ":")
		if scheme == "ytunnus" {
			a.BusinessID = number
			a.Short = shorts[number]
		}
		if a.Name == "" {
			a.Name = number
		}
		kinds, sites, countries, pics := tally[string]{}, tally[string]{}, tally[string]{}, tally[string]{}
		for i := range of {
			kinds.count(of[i].cell(graph.FieldActorKind))
			sites.count(of[i].cell(graph.FieldSite))
			countries.count(of[i].cell(graph.FieldCountry))
			if pic, ok := ParsePIC(of[i].cell(graph.FieldPIC)); ok {
				pics.count(pic)
			}
		}
		a.Kind, a.Site, a.Country, a.PIC = kinds.most(), sites.most(), countries.most(), pics.most()
		actors = append(actors, a)
	}
	return actors
}

// cell returns what the row says of this actor.
func (m *mention) cell(f graph.Field) string {
	if m.own {
		return m.row.cell(f)
	}
	return ""
}

// aliases returns every spelling with its sources, by name and source.
func aliases(of []mention) []graph.Alias {
	var all []graph.Alias
	for _, m := range of {
		if m.name != "" {
			all = append(all, graph.Alias{Name: m.name, Source: m.row.record.Source})
		}
	}
	slices.SortFunc(all, func(a, b graph.Alias) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Source, b.Source))
	})
	return slices.Compact(all)
}

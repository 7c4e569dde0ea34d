package identity

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/words"
)

// actorsOf gathers what all rows say of each actor. What rows say of its parts
// only adds spellings, unless no row is about the whole. Seats come with the ties.
func actorsOf(mentions []mention, same *sets, d *decisions) []graph.Actor {
	sorted := slices.Clone(mentions)
	slices.SortStableFunc(sorted, func(a, b mention) int { return cmp.Compare(a.id, b.id) })
	others := same.members()
	shorts, rules := shortNames(), newKindReader()
	var actors []graph.Actor
	for of := range runs(sorted, func(m *mention) graph.ActorID { return m.id }) {
		a := graph.Actor{ID: of[0].id, OtherIDs: others[of[0].id], Aliases: aliases(of)}
		of = ofWhole(of)
		a.Name = preferredName(of)
		whole, at, isUnit := UnitOf(a.ID)
		scheme, number, _ := strings.Cut(string(whole), ":")
		if scheme == "ytunnus" {
			a.BusinessID = number
			a.Short = shorts[number]
		}
		if a.Name == "" {
			a.Name = number
		}
		if isUnit {
			a.Name, a.Short = unitName(a.Name, at), unitName(a.Short, at)
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
		a.KindWritten, a.Site, a.Country, a.PIC = kinds.most(), sites.most(), countries.most(), pics.most()
		var decided bool
		ids, e := append([]graph.ActorID{a.ID}, a.OtherIDs...), evidence{a.BusinessID, a.Name, commonest(of), kinds}
		if a.Kind, decided = d.kind(ids); !decided {
			a.Kind = rules.kindOf(e)
		}
		said := d.correction(ids)
		a.Person = said == Private || rules.isPerson(e, a.Kind)
		a.Public = said == Public && a.Person
		d.nameActor(&a)
		actors = append(actors, a)
	}
	return actors
}

// nameActor gives an actor the names that people chose.
func (d *decisions) nameActor(a *graph.Actor) {
	ids := append([]graph.ActorID{a.ID}, a.OtherIDs...)
	a.Name = cmp.Or(d.name(ids, ""), a.Name)
	for _, lang := range words.Languages {
		if name := d.name(ids, lang); name != "" {
			if a.Names == nil {
				a.Names = map[string]string{}
			}
			a.Names[lang] = name
		}
	}
}

// ofWhole returns the mentions that are not of a part, or all where all are.
func ofWhole(of []mention) []mention {
	ofPart := func(m mention) bool { return m.ofPart }
	if !slices.ContainsFunc(of, ofPart) {
		return of
	}
	own := slices.DeleteFunc(slices.Clone(of), ofPart)
	if len(own) == 0 {
		return of
	}
	return own
}

// commonest returns the spellings, that of most rows first.
func commonest(of []mention) []string {
	rows := tally[string]{}
	for i := range of {
		rows.count(of[i].name)
	}
	return slices.SortedFunc(maps.Keys(rows), func(a, b string) int {
		return cmp.Or(cmp.Compare(rows[b], rows[a]), cmp.Compare(a, b))
	})
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

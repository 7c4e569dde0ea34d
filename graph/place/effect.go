package place

import (
	"strings"

	"hankeverkko/graph"
)

// readEffect lists what sources write for a place of effect. Where two areas
// share a name the first entry stays: the kunta before the maakunta before
// the seutukunta.
func readEffect(areas []Area) map[string]graph.AreaID {
	effect := map[string]graph.AreaID{}
	add := func(id graph.AreaID, names ...string) {
		for _, name := range names {
			if key := Fold(name); key != "" && effect[key] == "" {
				effect[key] = id
			}
		}
	}
	each := func(kind Kind, do func(a Area, code string)) {
		for _, a := range areas {
			if a.Kind == kind {
				do(a, string(a.ID[strings.IndexByte(string(a.ID), ':')+1:]))
			}
		}
	}
	for name, m := range municipalityNames() {
		add(KuntaID(m), name)
	}
	said := by("code", rows("maakunta_names"))
	each(Maakunta, func(a Area, code string) {
		add(a.ID, a.Names.Fi, a.Names.Sv, a.Names.En, said[code]["genitive"]+" maakunta", "landskapet "+a.Names.Sv)
		add(a.ID, a.NUTS2021...)
		add(a.ID, a.NUTS2024...)
	})
	listed, said := by("code", rows("seutukunnat")), by("code", rows("seutukunta_names"))
	each(Seutukunta, func(a Area, code string) {
		genitive := said[code]["genitive"]
		add(a.ID, a.Names.Fi, a.Names.Sv, a.Names.En, genitive+" seutu", listed[code]["fi"]+" seutukunta")
		add(a.ID, listed[code]["fi"], listed[code]["sv"], listed[code]["en"])
	})
	each(Set, func(a Area, _ string) { add(a.ID, a.Names.Fi, a.Names.Sv, a.Names.En) })
	for _, a := range areas {
		add(a.ID, string(a.ID))
	}
	for _, alias := range rows("aliases") {
		add(graph.AreaID(alias["area"]), alias["name"])
	}
	for _, f := range rows("former") {
		add(KuntaID(graph.Municipality(f["successor"])), f["fi"], f["sv"])
	}
	return effect
}

// OfEffect returns the area that a source names as a project's place of
// effect: a municipality of today or one merged since, a seutukunta
// ("Kaustisen seutukunta", "Kuopion seutu"), a maakunta, or a NUTS 3 code. A
// bare name that is both kunta and seutukunta is the kunta. What is no official
// place ("Meri-Lappi", "koko maa", "Itä-Suomi") is false.
func OfEffect(written string) (Area, bool) {
	return Find(official().effect[Fold(written)])
}

package place

import (
	"strings"
	"unicode"

	"hankeverkko/graph"
)

// municipalityNames maps every name of a municipality in use today, with its
// usual official forms ("Kemin kaupunki", "Vasa stad"), to its code.
func municipalityNames() map[string]graph.Municipality {
	names := map[string]graph.Municipality{}
	said := by("code", rows("inflection"))
	for _, r := range rows("municipalities") {
		m, genitive := graph.Municipality(r["code"]), said[r["code"]]["genitive"]
		for _, name := range []string{
			r["fi"], r["sv"], r["en"],
			genitive + " kaupunki", genitive + " kunta",
			r["sv"] + " stad", r["sv"] + " kommun", r["sv"] + "s stad", r["sv"] + "s kommun",
			"City of " + r["en"], "Municipality of " + r["en"],
		} {
			names[Fold(name)] = m
		}
	}
	return names
}

func readTowns() map[string]graph.Municipality {
	towns := municipalityNames()
	add := func(name, code string) {
		key := Fold(name)
		if _, known := towns[key]; key != "" && !known {
			towns[key] = graph.Municipality(code)
		}
	}
	for _, alias := range rows("aliases") {
		if code, ok := strings.CutPrefix(alias["area"], "kunta:"); ok {
			add(alias["name"], code)
		}
	}
	for _, f := range rows("former") {
		add(f["fi"], f["successor"])
		add(f["sv"], f["successor"])
	}
	for _, p := range rows("post_towns") {
		add(p["fi"], p["municipality"])
		add(p["sv"], p["municipality"])
	}
	return towns
}

// OfTown returns the municipality of a postal town in Finnish or Swedish, in
// any case, also with its postal code ("02320 Espoo"): a municipality of today,
// one merged since, or a village that is a well-known post town.
func OfTown(town string) (graph.Municipality, bool) {
	town = strings.TrimLeftFunc(strings.TrimPrefix(Fold(town), "fi-"), func(r rune) bool {
		return unicode.IsDigit(r) || unicode.IsSpace(r)
	})
	m, ok := official().towns[town]
	return m, ok
}

package place

import "hankeverkko/graph"

// Genitive returns the Finnish genitive of a municipality or a maakunta, as the
// names of their bodies begin: "Kemin", "Lapin". It is empty for other areas.
func Genitive(id graph.AreaID) string { return official().genitives[id] }

func readGenitives() map[graph.AreaID]string {
	genitives := map[graph.AreaID]string{}
	for _, r := range rows("inflection") {
		genitives[KuntaID(graph.Municipality(r["code"]))] = r["genitive"]
	}
	for _, r := range rows("maakunta_names") {
		genitives[graph.AreaID("maakunta:"+r["code"])] = r["genitive"]
	}
	return genitives
}

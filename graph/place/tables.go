package place

import (
	"embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"hankeverkko/graph"
)

//go:embed data/*.csv
var data embed.FS

// row is one line of a table, by column name.
type row map[string]string

// rows reads an embedded table. A fault in one is a fault of the build, found
// by any test, hence the panic.
func rows(name string) []row {
	file, err := data.Open("data/" + name + ".csv")
	if err != nil {
		panic(err)
	}
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil {
		panic(fmt.Errorf("data/%s.csv: %w", name, err))
	}
	table := make([]row, 0, len(lines)-1)
	for _, line := range lines[1:] {
		r := make(row, len(line))
		for i, column := range lines[0] {
			r[column] = line[i]
		}
		table = append(table, r)
	}
	return table
}

// by keys a table by one of its columns.
func by(column string, table []row) map[string]row {
	keyed := make(map[string]row, len(table))
	for _, r := range table {
		keyed[r[column]] = r
	}
	return keyed
}

func (r row) names() Names { return Names{Fi: r["fi"], Sv: r["sv"], En: r["en"]} }

func (r row) degrees(column string) float64 {
	v, err := strconv.ParseFloat(r[column], 64)
	if err != nil {
		panic(fmt.Errorf("data/municipalities.csv: %s: %w", r["code"], err))
	}
	return v
}

// register is everything the tables say. It is built once and never changed.
type register struct {
	areas  []Area
	byID   map[graph.AreaID]int
	names  nameIndex // what a person calls a region
	effect map[string]graph.AreaID
	towns  map[string]graph.Municipality
	within map[string]mention // words that name a municipality in an organisation's name
	// councils maps a regional council to its maakunta.
	councils  map[string]graph.AreaID
	genitives map[graph.AreaID]string
}

var official = sync.OnceValue(func() *register {
	r := &register{byID: map[graph.AreaID]int{}}
	r.areas = readAreas()
	for i := range r.areas {
		r.byID[r.areas[i].ID] = i
	}
	r.names = readNames(r.areas)
	r.effect = readEffect(r.areas)
	r.towns = readTowns()
	r.within = readMentions()
	r.councils = readCouncils()
	r.genitives = readGenitives()
	return r
})

func readAreas() []Area {
	municipalities := rows("municipalities")
	maakuntaOf := map[string]string{} // of a seutukunta
	for _, s := range rows("seutukunnat") {
		maakuntaOf[s["code"]] = s["maakunta"]
	}
	inMaakunta, inSeutukunta := map[string][]row{}, map[string][]row{}
	for _, m := range municipalities {
		s := m["seutukunta"]
		inSeutukunta[s] = append(inSeutukunta[s], m)
		inMaakunta[maakuntaOf[s]] = append(inMaakunta[maakuntaOf[s]], m)
	}
	nuts := by("code", rows("maakunnat"))
	finish := func(a Area, maakunta string, members []row) Area {
		for _, m := range members {
			a.Municipalities = append(a.Municipalities, graph.Municipality(m["code"]))
			a.Lat += m.degrees("lat") / float64(len(members))
			a.Lon += m.degrees("lon") / float64(len(members))
		}
		slices.Sort(a.Municipalities)
		if maakunta != "" {
			a.Maakunta = graph.AreaID("maakunta:" + maakunta)
			a.NUTS2021 = []string{nuts[maakunta]["nuts3_2021"]}
			a.NUTS2024 = []string{nuts[maakunta]["nuts3_2024"]}
		}
		return a
	}

	var areas []Area
	said := by("code", rows("maakunta_names"))
	for _, m := range rows("maakunnat") {
		code, in := m["code"], said[m["code"]]
		areas = append(areas, finish(Area{
			ID: graph.AreaID("maakunta:" + code), Kind: Maakunta, Names: m.names(),
			In: Names{in["in_fi"], in["in_sv"], in["in_en"]},
		}, code, inMaakunta[code]))
	}
	for _, s := range rows("sets") {
		var members []row
		within := map[string]bool{}
		for _, m := range municipalities {
			if slices.Contains(strings.Fields(s["municipalities"]), m["code"]) {
				members = append(members, m)
				within[maakuntaOf[m["seutukunta"]]] = true
			}
		}
		maakunta := ""
		if len(within) == 1 {
			maakunta = maakuntaOf[members[0]["seutukunta"]]
		}
		areas = append(areas, finish(Area{
			ID: graph.AreaID("set:" + s["id"]), Kind: Set, Names: s.names(),
			In: Names{s["in_fi"], s["in_sv"], s["in_en"]},
		}, maakunta, members))
	}
	for _, s := range rows("seutukunta_names") {
		code := s["code"]
		areas = append(areas, finish(Area{
			ID: graph.AreaID("seutukunta:" + code), Kind: Seutukunta,
			Names: Names{s["genitive"] + " seutukunta", s["sv"], s["en"]},
			In:    Names{s["genitive"] + " seutukunnassa", "i " + s["sv"], "in the " + s["en"]},
		}, maakuntaOf[code], inSeutukunta[code]))
	}
	said = by("code", rows("inflection"))
	for _, m := range municipalities {
		areas = append(areas, finish(Area{
			ID: KuntaID(graph.Municipality(m["code"])), Kind: Kunta, Names: m.names(),
			In: Names{said[m["code"]]["locative"], inSwedish(m), "in " + m["en"]},
		}, maakuntaOf[m["seutukunta"]], []row{m}))
	}
	return areas
}

// inSwedish says where in Swedish. Two municipalities are named after an
// island and take "på".
func inSwedish(m row) string {
	if m["code"] == "072" || m["code"] == "322" { // Karlö, Kimitoön
		return "på " + m["sv"]
	}
	return "i " + m["sv"]
}

package place

import (
	"slices"

	"hankeverkko/graph"
)

// Kind is the level of an area.
type Kind uint8

const (
	Maakunta Kind = iota
	Set           // any named set of municipalities
	Seutukunta
	Kunta
)

var kinds = [...]string{"maakunta", "set", "seutukunta", "kunta"}

func (k Kind) String() string { return kinds[k] }

// Names holds one name in the three languages of the program.
type Names struct{ Fi, Sv, En string }

// In returns the name in a language, the Finnish one for any unknown.
func (n Names) In(lang string) string {
	switch lang {
	case "sv":
		return n.Sv
	case "en":
		return n.En
	}
	return n.Fi
}

// Area is a region that can be chosen, or a municipality. Its slices are
// shared: do not change them.
type Area struct {
	ID   graph.AreaID
	Kind Kind
	// Names are the ones to show: a seutukunta reads "Raahen seutukunta".
	Names Names
	// In says where: "Lapissa", "i Lappland", "in Lapland".
	In Names
	// NUTS2021 and NUTS2024 are the NUTS 3 codes of the maakunta that the area
	// is, or lies in.
	NUTS2021, NUTS2024 []string
	Municipalities     []graph.Municipality // rising
	// Maakunta is the area's own id for a maakunta, and empty for a set that
	// crosses a border.
	Maakunta graph.AreaID
	// Lat and Lon are degrees (WGS84): the centre point of a municipality, for
	// others the mean of theirs.
	Lat, Lon float64
}

// Areas returns all areas in a fixed order: maakunta, sets, seutukunta, kunta,
// each by code.
func Areas() []Area { return slices.Clone(official().areas) }

// Find returns the area of an id.
func Find(id graph.AreaID) (Area, bool) {
	if i, ok := official().byID[id]; ok {
		return official().areas[i], true
	}
	return Area{}, false
}

// Programme returns the nine regions that the programme behind Hankeverkko
// named first, in its order.
func Programme() []graph.AreaID {
	return []graph.AreaID{
		"seutukunta:051", "set:seinajoki-ilmajoki", "seutukunta:111", "seutukunta:174",
		"maakunta:10", "maakunta:18", "maakunta:19", "maakunta:06", "maakunta:02",
	}
}

// KuntaID returns the id of a municipality's area.
func KuntaID(m graph.Municipality) graph.AreaID { return graph.AreaID("kunta:" + string(m)) }

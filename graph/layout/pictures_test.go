package layout_test

import (
	"fmt"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/layout"
)

// example is a landscape as a region has it.
type example struct {
	name   string
	slots  int
	groups []layout.Group
	actors []layout.Actor
}

func (e example) input(size layout.Size) layout.Input {
	return layout.Input{Size: size, Slots: e.slots, Groups: e.groups, Actors: e.actors}
}

// group makes a group with a third of its projects running and some to come.
func group(slot, projects int, name, sub string) layout.Group {
	g := layout.Group{ID: fmt.Sprintf("g%d", slot), Slot: slot, Name: name, Sub: shorter(fmt.Sprintf("%d hanketta%s", projects, sub))}
	for i := range projects {
		state := graph.Ended
		switch {
		case i < projects/3:
			state = graph.Running
		case i < projects/2:
			state = graph.Upcoming
		}
		g.Projects = append(g.Projects, layout.Dot{ID: fmt.Sprintf("%s/%d", g.ID, i), State: state})
	}
	return g
}

// shorter returns a line and what is left of it without its last parts.
func shorter(line string) []string {
	lines := []string{line}
	for {
		cut := max(strings.LastIndex(line, " · "), strings.LastIndex(line, ", "))
		if cut < 0 {
			return lines
		}
		line = line[:cut]
		lines = append(lines, line)
	}
}

// actor makes an actor with two projects in each of the slots.
func actor(label string, own bool, slots ...int) layout.Actor {
	a := layout.Actor{ID: label, Label: label, Own: own}
	for _, slot := range slots {
		a.Weights = append(a.Weights, layout.Weight{Group: fmt.Sprintf("g%d", slot), Projects: 2})
	}
	return a
}

var examples = []example{
	{"lappi", 11, []layout.Group{
		group(0, 14, "Arktinen erikoistuminen", " · täällä: arktisuus"),
		group(1, 13, "Matkailu ja johtaminen", " · täällä: matkailu"),
		group(3, 5, "Kotoutuminen ja tasa-arvo", " · täällä: kotoutuminen"),
		group(4, 9, "Työllisyys ja rakennemuutos", " · täällä: koordinointi"),
		group(6, 8, "Luonto ja osallisuus", " · täällä: palkkatuki"),
		group(7, 10, "Kiertotalous ja vähähiilisyys", " · täällä: vähähiilisyys"),
		group(8, 6, "Opiskelu ja hyvinvointi", " · täällä: korkeakoulutus"),
		group(10, 9, "Puurakentaminen", " · täällä: puurakentaminen"),
	}, []layout.Actor{
		actor("Lapin yliopisto", true, 0, 1, 7, 10, 4, 6, 8, 3),
		actor("Lapin AMK", true, 0, 1, 7, 10, 6, 8, 3),
		actor("Lappia", true, 0, 1, 7, 10, 3),
		actor("Redu", true, 0, 1, 10, 4, 3),
		actor("KEHA-keskus", true, 1, 4, 6, 3),
		actor("Lapin liitto", true, 0, 4),
		actor("Turun AMK", false, 0, 10, 8),
		actor("Tampereen yliopisto", false, 0, 1, 10),
	}},
	{"uusimaa", 11, []layout.Group{
		group(0, 21, "Kiertotalous ja vähähiilisyys", " · täällä: rakentaminen"),
		group(1, 12, "Älykäs liikenne", " · täällä: kaupunkiliikenne"),
		group(2, 31, "Kotoutuminen ja maahanmuuttajat", " · täällä: kielitaito"),
		group(3, 9, "Terveysteknologia ja hyvinvointi", " · täällä: ikääntyminen"),
		group(4, 17, "Nuoret ja ohjaus", " · täällä: ohjaamo"),
		group(5, 6, "Osaamisen kehittäminen ja digitalisaatio", " · täällä: verkko-opetus"),
		group(6, 14, "Yrittäjyys ja kasvu", " · täällä: kasvuyritykset"),
		group(7, 4, "Matkailu ja elämystuotanto", " · täällä: saaristo"),
		group(8, 11, "Osallisuus ja syrjäytymisen ehkäisy", " · täällä: asunnottomuus"),
		group(9, 8, "Työhyvinvointi ja tuottavuus", " · täällä: johtaminen"),
		group(10, 26, "Sekalaiset", " · täällä: avoin data"),
	}, []layout.Actor{
		actor("Metropolia", true, 0, 1, 2, 3, 4, 5, 9),
		actor("Laurea", true, 2, 3, 4, 8, 9, 10),
		actor("Forum Virium Helsinki Oy", true, 0, 1, 10),
		actor("Helsingin kaupunki", true, 0, 2, 4, 8),
		actor("Aalto-yliopisto", true, 0, 1, 3, 6),
		actor("Helsingin yliopisto", true, 0, 3, 8, 10),
		actor("Haaga-Helia", true, 5, 6, 7, 9),
		actor("Espoon kaupunki", true, 1, 2, 4, 10),
		actor("Turun ammattikorkeakoulu", false, 0, 3, 6),
		actor("Tampereen kaupunki", false, 1, 10),
	}},
	{"raahe", 11, []layout.Group{
		group(0, 2, "Kiertotalous ja vähähiilisyys", " · täällä: teräs"),
		group(4, 2, "Työllisyys ja rakennemuutos", " · täällä: rakennemuutos"),
		group(5, 1, "Nuoret ja ohjaus", ""),
		group(9, 1, "Matkailu ja johtaminen", ""),
	}, []layout.Actor{
		actor("Oulun AMK", false, 0, 4, 9),
		actor("Raahen seudun kehittäminen", true, 0, 5),
	}},
	{"finland", 12, append(every([12]int{62, 55, 31, 44, 38, 29, 51, 33, 47, 22, 36, 26},
		"Kiertotalous ja vähähiilisyys", "Matkailu ja johtaminen", "Kotoutuminen ja tasa-arvo", "Työllisyys ja rakennemuutos",
		"Luonto ja osallisuus", "Arktinen erikoistuminen", "Opiskelu ja hyvinvointi", "Puurakentaminen ja puutuotteet",
		"Terveysteknologia ja innovaatiot", "Kaupunkikehitys ja avoin data", "Nuoret ja ohjaus", "Yrittäjyys ja kansainvälistyminen"),
		group(-1, 12, "Muut aiheet", "")),
		[]layout.Actor{
			actor("Lapin yliopisto", true, 0, 1, 7, 10, 4, 6, 8, 3),
			actor("Oulun yliopisto", true, 5, 6, 8, 0),
			actor("XAMK", true, 0, 1, 2, 3, 4, 7),
			actor("Savonia", true, 0, 3, 6, 8),
			actor("Suomen metsäkeskus - Finlands skogscentral", true, 0, 7, 4),
			actor("Turun AMK", true, 0, 10, 8),
			actor("Tampereen yliopisto", true, 0, 1, 10),
			actor("Jyväskylän ammattikorkeakoulu", true, 2, 3, 11),
			actor("Forum Virium Helsinki Oy", true, 9, 0, 11),
			actor("Helsingin kaupunki", true, 9, 2, 3, 10),
		}},
	{"one", 11, []layout.Group{group(3, 3, "Puurakentaminen", " · täällä: hirsi")}, nil},
	{"two", 11, []layout.Group{
		group(3, 1, "Puurakentaminen", ""),
		group(4, 4, "Luonto ja osallisuus", " · täällä: metsä"),
	}, []layout.Actor{actor("Savonia", true, 3, 4)}},
	{"three neighbours", 12, []layout.Group{
		group(1, 3, "Puurakentaminen", " · täällä: hirsi"),
		group(2, 8, "Luonto ja osallisuus", " · täällä: metsä"),
		group(3, 1, "Yrittäjyys", ""),
	}, []layout.Actor{actor("Savonia", true, 1, 2), actor("Itä-Suomen yliopisto", false, 1, 2, 3)}},
	{"swedish", 12, every([12]int{6, 5, 3, 4, 8, 2, 5, 3, 7, 2, 3, 6},
		"Kompetensutveckling och arbetsmarknadsintegration", "Turism", "Integration och jämställdhet",
		"Sysselsättning och strukturomvandling inom industrin", "Natur", "Arktisk specialisering", "Studier och välbefinnande",
		"Träbyggande", "Hälsoteknologi och innovationer", "Stadsutveckling och öppna data", "Ungdomar och handledning",
		"Energiatehokkuusasiantuntijapalvelut ja ympäristöteknologiaosaaminen"),
		[]layout.Actor{
			actor("Novia", true, 0, 1, 2, 3, 4, 7), actor("Åbo Akademi", true, 0, 3, 6, 8), actor("Österbottens förbund", true, 0, 7, 4),
			actor("Finlands skogscentral, offentliga tjänster", true, 10, 8, 2), actor("Vasa stad", false, 0, 1, 10),
		}},
}

func every(projects [12]int, names ...string) []layout.Group {
	var groups []layout.Group
	for slot, n := range projects {
		groups = append(groups, group(slot, n, names[slot], " · täällä: kehittäminen, osaaminen"))
	}
	return groups
}

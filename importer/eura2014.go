package importer

import (
	"strings"

	"hankeverkko/graph"
)

// eura2014List is the project list of the programme period 2014–2020.
var eura2014List = Format{
	ID: "eura-2014-list", Name: "format.eura-2014-list", Endings: []string{"csv", "xlsx"}, Credit: euraCredit,
	layouts: []*layout{{
		known: strings.Fields(`koodi rahasto hankkeennimi tl viranomainen tila aloituspvm paattymispvm toteuttajannimi
			myonnettyeujavaltionrahoitus toteutunuteujavaltionrahoitus suunniteltujulkinenrahoitusyhteensa toteutunutjulkinenrahoitusyhteensa`),
		kinds:  map[graph.Field]kind{graph.FieldActor: kindName},
		scheme: "eura",
		actors: actorWanted,
		mend: mendEURA([]shape{
			shapeCode, shapeFund, shapeTitle, shapePriority, shapeAuthority, shapeState, shapeDay, shapeDay, shapeName,
			shapeAmount, shapeAmount, shapeAmount, shapeAmount,
		}),
		settle: func(_ *sheet, _ row, cells graph.Cells) {
			settleEURA(cells)
			if name := priorities2014[cells[graph.FieldPriority]]; name != "" {
				cells[graph.FieldPriority] = name
			}
		},
		knownTo: euraKnownTo,
	}},
}

// priorities2014 are the priority axes of the programme "Kestävää kasvua ja
// työtä 2014–2020", as its project pages write them.
var priorities2014 = map[string]string{
	"1": "1. Pk-yritystoiminnan kilpailukyky",
	"2": "2. Uusimman tiedon ja osaamisen tuottaminen ja hyödyntäminen",
	"3": "3. Työllisyys ja työvoiman liikkuvuus",
	"4": "4. Koulutus, ammattitaito ja elinikäinen oppiminen",
	"5": "5. Sosiaalinen osallisuus ja köyhyyden torjunta",
}

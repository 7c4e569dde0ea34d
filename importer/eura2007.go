package importer

import (
	"regexp"
	"strings"

	"hankeverkko/graph"
)

// eura2007List is the project list of the programme period 2007–2013. Seven in
// ten of its rows are aid to one company.
var eura2007List = Format{
	ID: "eura-2007-list", Name: "format.eura-2007-list", Endings: []string{"csv", "xlsx"}, Credit: euraCredit,
	layouts: []*layout{{
		known: strings.Fields(`koodi rahasto projektinnimi ohjelmaosio tl viranomainen toiminnantila aloituspvm paattymispvm toteuttajannimi
			myonnettyeujavaltionrahoitus toteutunuteujavaltionrahoitus suunniteltujulkinenrahoitusyhteensa toteutunutjulkinenrahoitusyhteensa`),
		kinds:  map[graph.Field]kind{graph.FieldActor: kindName},
		scheme: "eura",
		actors: actorWanted,
		mend: mendEURA([]shape{
			shapeCode, shapeFund, shapeTitle, shapeProgramme, shapePriority, shapeAuthority, shapeState, shapeDay, shapeDay, shapeName,
			shapeAmount, shapeAmount, shapeAmount, shapeAmount,
		}),
		settle:  func(_ *sheet, _ row, cells graph.Cells) { settleEURA(cells) },
		knownTo: euraKnownTo,
	}},
}

// shapeProgramme is a part of the country, or of the programme.
var shapeProgramme = shape{fits: matching(regexp.MustCompile(`^(?:(?:Itä|Pohjois|Etelä|Länsi)-Suomi|(?:\p{Lu}[\p{L}-]* )+(?:suuralue)?osio)$`))}

package importer

import (
	"cmp"
	"strings"

	"hankeverkko/graph"
)

// Columns of the EURA 2021 export that settle2021 makes into fields.
const (
	eura2021Town    graph.Field = "eura-place-town"
	eura2021Details graph.Field = "eura-themes"
	eura2021Home    graph.Field = "eura-home-page"
)

// eura2021List is the Excel export of the information service EURA 2021. A row
// is a project, or a part of a joint project (ryhmähanke) that one of its
// actors carries out with money of its own: rows of one joint project are one
// project here. Below the rows stands a remark or two without a code.
var eura2021List = Format{
	ID: "eura-2021-list", Name: "format.eura-2021-list", Endings: []string{"xlsx", "csv"}, Credit: "EURA 2021, työ- ja elinkeinoministeriö",
	layouts: []*layout{{
		known: strings.Fields("hankekoodi ryhmahanketunnus rahasto hankkeennimi toteuttajannimi toteuttajanytunnus rahoittavaviranomainen toiminnantila aloituspvm paattymispvm"),
		columns: map[string]column{
			"hankekoodi": {field: graph.FieldCode}, "ryhmahanketunnus": {field: graph.FieldGroupCode}, "rahasto": {field: graph.FieldFund},
			"tl": {field: graph.FieldPriority}, "et": {field: graph.FieldObjective}, "hankkeennimi": {field: graph.FieldProject},
			"toteuttajannimi": {field: graph.FieldActor, kind: kindName}, "toteuttajanytunnus": {field: graph.FieldBusinessID},
			"rahoittavaviranomainen": {field: graph.FieldAuthority}, "toiminnantila": {field: graph.FieldStatus},
			"aloituspvm": {field: graph.FieldFrom}, "paattymispvm": {field: graph.FieldTo},
			"suunniteltueujavaltionrahoitus": {field: graph.FieldGranted}, "toteutunuteujavaltionrahoitus": {field: graph.FieldPaid},
			"tukitoimenala": {field: graph.FieldThemes}, "toissijainenteemavainesr": {field: eura2021Details, kind: kindName},
			"sijainti": {field: graph.FieldPlaces}, "toteutuspaikanpostitoimipaikka": {field: eura2021Town, kind: kindName},
			"tuensaajanpostinumero": {field: graph.FieldPostalCode}, "tuensaajanpostitoimipaikka": {field: graph.FieldTown},
			"suunnitelmanmukainentiivistelmahankkeentoteutuksesta": {field: graph.FieldDescription},
			"hankekuvauksenosoite":                                 {field: graph.FieldLink}, "hankkeenkotisivunosoite": {field: eura2021Home, kind: kindLink},
		},
		scheme: "eura",
		actors: actorWanted,
		footer: func(cells graph.Cells) bool { return cells[graph.FieldCode] == "" && cells[graph.FieldActor] == "" },
		settle: settle2021, knownTo: euraKnownTo,
	}},
}

func settle2021(_ *sheet, _ row, cells graph.Cells) {
	put(cells, graph.FieldPlaces, cmp.Or(cells[graph.FieldPlaces], cells[eura2021Town]))
	put(cells, graph.FieldLink, cmp.Or(cells[graph.FieldLink], cells[eura2021Home]))
	if more := cells[eura2021Details]; more != "" {
		cells[graph.FieldThemes] = strings.Trim(cells[graph.FieldThemes]+"\n"+more, "\n")
	}
	put(cells, graph.FieldAuthority, withCommas(cells[graph.FieldAuthority]))
	switch {
	case cells[graph.FieldGroupCode] != "":
		// Which of its actors leads a joint project the export does not say.
		cells[graph.FieldJoint] = "yes"
	case cells[graph.FieldActor] != "":
		cells[graph.FieldPart] = graph.Lead.String()
	}
}

package importer

import (
	"regexp"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/importer/cell"
)

// Columns that the rows of a project page have beside fields of a record.
const (
	pageNumber  graph.Field = "page"
	pageSpan    graph.Field = "page-span" // first and last day in one
	pageTargets graph.Field = "page-target-groups"
)

// eura2014Pages are saved project pages of the information service EURA 2014,
// one or many, as web pages or as text copied from them. A page is known by its
// Finnish labels. Each body that it names as an applicant, or as one that gets a
// part of the aid, is a row; contact persons, streets, phones and accounts are
// labels that are not read.
var eura2014Pages = Format{
	ID: "eura-2014-pages", Name: "format.eura-2014-pages", Endings: []string{"html", "mhtml", "txt", "zip"}, Set: true,
	Credit: euraCredit,
	layouts: []*layout{{
		known:  strings.Fields(`hankesivu hankekoodi hankkeennimi osuushankkeessa virallinennimi ytunnus`),
		scheme: "eura", actors: actorWanted, settle: settlePage, knownTo: euraKnownTo,
		columns: map[string]column{
			"hankesivu": {field: pageNumber}, "hankekoodi": {field: graph.FieldCode}, "hankkeennimi": {field: graph.FieldProject},
			"rahasto": {field: graph.FieldFund}, "toimintalinja": {field: graph.FieldPriority}, "erityistavoite": {field: graph.FieldObjective},
			"viranomainen": {field: graph.FieldAuthority}, "tila": {field: graph.FieldStatus}, "toteutusaika": {field: pageSpan},
			"alkaa": {field: graph.FieldFrom}, "paattyy": {field: graph.FieldTo}, "yhteishanke": {field: graph.FieldJoint},
			"asiasanat": {field: graph.FieldKeywords}, "teemat": {field: graph.FieldThemes}, "kohderyhmat": {field: pageTargets, kind: kindName},
			"paikat": {field: graph.FieldPlaces}, "kuvaus": {field: graph.FieldDescription}, "myonnetty": {field: graph.FieldGranted},
			"toteutunut": {field: graph.FieldPaid}, "osuushankkeessa": {field: graph.FieldPart}, "virallinennimi": {field: graph.FieldActor, kind: kindName},
			"organisaatiotyyppi": {field: graph.FieldActorKind}, "ytunnus": {field: graph.FieldBusinessID}, "postinumero": {field: graph.FieldPostalCode},
			"postitoimipaikka": {field: graph.FieldTown}, "www": {field: graph.FieldSite},
		},
	}},
}

// pageColumns are the headers of the rows of a page, in order.
var pageColumns = [...]string{
	"Hankesivu", "Hankekoodi", "Hankkeen nimi", "Rahasto", "Toimintalinja", "Erityistavoite", "Viranomainen", "Tila", "Toteutusaika",
	"Alkaa", "Päättyy", "Yhteishanke", "Asiasanat", "Teemat", "Kohderyhmät", "Paikat", "Kuvaus", "Myönnetty", "Toteutunut",
	"Osuus hankkeessa", "Virallinen nimi", "Organisaatiotyyppi", "Y-tunnus", "Postinumero", "Postitoimipaikka", "WWW",
}

var daysInText = regexp.MustCompile(`\d{1,2}\. ?\d{1,2}\. ?\d{4}`)

func settlePage(s *sheet, r row, cells graph.Cells) {
	code := cells[graph.FieldCode]
	if span := daysInText.FindAllString(cells[pageSpan], 3); len(span) == 2 {
		for i, f := range [...]graph.Field{graph.FieldFrom, graph.FieldTo} {
			if day, wrong := cell.Day(span[i]); wrong == "" && cells[f] == "" {
				cells[f] = day.String()
			}
		}
	}
	if cells[graph.FieldFund] == "" && euraCode.MatchString(code) {
		cells[graph.FieldFund] = map[byte]string{'A': "EAKR", 'S': "ESR", 'J': "JTF"}[code[0]]
	}
	put(cells, graph.FieldAuthority, withCommas(cells[graph.FieldAuthority]))
	if code != "" {
		cells[graph.FieldLink] = "https://www.eura2014.fi/rrtiepa/projekti.php?projektikoodi=" + code
	}
	s.settleTargets(r.number, cells)
}

// settleTargets takes the target groups where the page lists them. A text about
// them is none of a filter's choices, so it is left out and told.
func (s *sheet) settleTargets(row int, cells graph.Cells) {
	const longest = 60
	written := cells[pageTargets]
	var groups []string
	for _, group := range cell.List(written) {
		group = strings.TrimRight(group, ".")
		if len([]rune(group)) > longest || strings.Contains(group, ". ") {
			s.note(Issue{Row: row, Column: s.shownColumn(pageTargets), Code: "target-groups-prose"})
			return
		}
		groups = append(groups, group)
	}
	put(cells, graph.FieldTargetGroups, strings.Join(groups, "\n"))
}

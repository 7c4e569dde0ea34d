package importer

import (
	"regexp"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/importer/cell"
)

// Columns of the Danish list that settleDanish makes into fields.
const (
	danishScheme   graph.Field = "dk-scheme"
	danishRegion   graph.Field = "dk-region"
	danishCVR      graph.Field = "dk-cvr"
	danishPartners graph.Field = "dk-partners"
)

// danishList is the list of Danish projects of the structural funds 2007–2013: a
// row is a project with its lead, and its partners stand in one cell, each closed
// by a full stop. The amounts are in another currency than euros, and are not read.
var danishList = Format{
	ID: "dk-structural-funds", Name: "format.dk-structural-funds", Endings: []string{"csv", "xlsx"}, Credit: "Erhvervsstyrelsen",
	layouts: []*layout{{
		known: strings.Fields("projekttitel startdato slutdato ordning cvr navn parter"),
		columns: map[string]column{
			"projekttitel": {field: graph.FieldProject}, "startdato": {field: graph.FieldFrom}, "slutdato": {field: graph.FieldTo},
			"ordning": {field: danishScheme, kind: kindName}, "indsatsomrade": {field: graph.FieldPriority}, "tasprojektbesk": {field: graph.FieldDescription},
			"region": {field: danishRegion, kind: kindName}, "cvr": {field: danishCVR, kind: kindName}, "navn": {field: graph.FieldActor, kind: kindName},
			"postnr": {field: graph.FieldPostalCode}, "bynavn": {field: graph.FieldTown}, "parter": {field: danishPartners, kind: kindName},
		},
		actors: actorWanted, settle: settleDanish,
	}},
}

// danishPool is the region of projects that competed for a part of the money
// that belongs to none.
const danishPool = "konkurrenceudsatpulje"

var cvrNumber = regexp.MustCompile(`^\d{8}$`)

func settleDanish(s *sheet, r row, cells graph.Cells) {
	cells[graph.FieldCountry] = "DK"
	if cvr := cells[danishCVR]; cvrNumber.MatchString(cvr) {
		cells[graph.FieldVAT] = "DK" + cvr
	} else if cvr != "" {
		s.invalid(r.number, s.header.column(danishCVR), "vat-invalid", cvr)
	}
	switch scheme := cells[danishScheme]; {
	case strings.HasPrefix(scheme, "ERDF"):
		cells[graph.FieldFund] = "ERDF"
	case strings.HasPrefix(scheme, "ESF"):
		cells[graph.FieldFund] = "ESF"
	default:
		put(cells, graph.FieldFund, scheme)
	}
	if region := cells[danishRegion]; cell.Form(region) != danishPool {
		put(cells, graph.FieldPlaces, region)
	}
	if cells[graph.FieldActor] != "" {
		cells[graph.FieldPart] = graph.Lead.String()
	}
	s.addPartners(cells, closedNames(cells[danishPartners]))
}

var (
	fullStops = regexp.MustCompile(`\.+(?:\s+|$)`)
	// goesOn is what ends a piece of a name that goes on after its full stop: an
	// initial, or a word that is always cut short.
	goesOn = regexp.MustCompile(`(?i)(?:^|[\s.,])(?:\p{L}|afd|sct|skt|nr)$`)
	// formAlone is a legal form that a name is not made of.
	formAlone = regexp.MustCompile(`^(?:A/S|ApS|I/S|K/S|A\.?M\.?B\.?A|S/I)$`)
)

// closedNames takes apart names that are closed by a full stop each: "Esbjerg
// Handelsskole. P. Fournaise A/S. Liftra ApS." is three. Each stands once.
func closedNames(written string) (names []string) {
	open := ""
	for _, piece := range fullStops.Split(written, -1) {
		piece = strings.Trim(cell.Tidy(piece), " ,")
		switch {
		case piece == "":
			continue
		case open != "":
			piece = open + ". " + piece
			open = ""
		case formAlone.MatchString(piece) && len(names) > 0:
			names[len(names)-1] += " " + piece
			continue
		}
		if goesOn.MatchString(piece) {
			open = piece
			continue
		}
		names = append(names, piece)
	}
	if open != "" {
		names = append(names, open)
	}
	return unique(names)
}

package importer

import (
	"cmp"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/importer/cell"
)

// Columns of CORDIS that are read but are no fields of a record: settleCordis
// makes them into some.
const (
	cordisAcronym graph.Field = "cordis-acronym"
	cordisTitle   graph.Field = "cordis-title"
	cordisType    graph.Field = "cordis-activity-type"
	cordisSME     graph.Field = "cordis-sme"
	cordisRole    graph.Field = "cordis-role"
	cordisShare   graph.Field = "cordis-contribution"
	cordisUpdated graph.Field = "cordis-updated"
	cordisUnique  graph.Field = "cordis-unique"
)

// cordis is the European Union's register of its framework programmes, in the
// editions for Horizon 2020 and Horizon Europe: six tables that are joined by
// the number of the project. Each can be read alone; what one says of a project
// and what another says come together by its id. Contact forms, streets and
// coordinates are not read.
var cordis = Format{
	ID: "cordis", Name: "format.cordis", Endings: []string{"csv", "xlsx", "json", "zip"}, Set: true,
	Credit: "CORDIS, © European Union, CC BY 4.0",
	layouts: []*layout{
		cordisParticipation("organization", "organisationid"),
		cordisParticipation("organization, first edition", "id"),
		{
			name: "project", scheme: "cordis", actors: actorNone, settle: settleCordisProject, knownTo: cordisKnownTo,
			known: strings.Fields(`id acronym title startdate enddate frameworkprogramme`),
			columns: map[string]column{
				"id": {field: graph.FieldCode}, "acronym": {field: cordisAcronym, kind: kindName}, "title": {field: cordisTitle, kind: kindName},
				"status": {field: graph.FieldStatus}, "startdate": {field: graph.FieldFrom}, "enddate": {field: graph.FieldTo},
				"frameworkprogramme": {field: graph.FieldFund}, "objective": {field: graph.FieldDescription},
				"contentupdatedate": {field: cordisUpdated, kind: kindDate}, "keywords": {field: graph.FieldKeywords},
			},
		},
		cordisAttribute("topics", "projectid topic title", map[string]column{"title": {field: graph.FieldObjective}}, nil),
		cordisAttribute("legalBasis", "projectid legalbasis title", map[string]column{
			"title": {field: graph.FieldPriority}, "uniqueprogrammepart": {field: cordisUnique, kind: kindYesNo},
		}, settleLegalBasis),
		cordisAttribute("euroSciVoc", "projectid euroscivoccode euroscivoctitle", map[string]column{"euroscivoctitle": {field: graph.FieldThemes}}, nil),
		// What a project has published; the row of the project alone gives its own page.
		cordisAttribute("webLink", "projectid physurl availablelanguages", map[string]column{"physurl": {field: graph.FieldLink}}, nil),
	},
}

// cordisParticipation is the table of who takes part. The first edition called
// the participant's code otherwise, and named contact persons.
func cordisParticipation(name, pic string) *layout {
	return &layout{
		name: name, scheme: "cordis", actors: actorWanted, settle: settleParticipation, knownTo: cordisKnownTo,
		known: []string{"projectid", pic, "name", "country", "role", "projectacronym"},
		columns: map[string]column{
			"projectid": {field: graph.FieldCode}, "projectacronym": {field: cordisAcronym, kind: kindName},
			pic: {field: graph.FieldPIC}, "vatnumber": {field: graph.FieldVAT}, "name": {field: graph.FieldActor, kind: kindName},
			"sme": {field: cordisSME, kind: kindYesNo}, "activitytype": {field: cordisType}, "postcode": {field: graph.FieldPostalCode},
			"city": {field: graph.FieldTown}, "country": {field: graph.FieldCountry}, "organizationurl": {field: graph.FieldSite},
			"contentupdatedate": {field: cordisUpdated, kind: kindDate}, "role": {field: cordisRole},
			"eccontribution": {field: cordisShare, kind: kindMoney}, "neteccontribution": {field: graph.FieldGranted},
		},
	}
}

// cordisAttribute is a table that adds something to projects.
func cordisAttribute(name, known string, columns map[string]column, settle func(*sheet, row, graph.Cells)) *layout {
	columns["projectid"] = column{field: graph.FieldCode}
	return &layout{name: name, scheme: "cordis", actors: actorNone, known: strings.Fields(known), columns: columns, settle: settle}
}

// settleLegalBasis takes the one part of the programme that a project belongs
// to as its priority, and the others that it touches as themes.
func settleLegalBasis(_ *sheet, _ row, cells graph.Cells) {
	if cells[cordisUnique] != "yes" {
		put(cells, graph.FieldThemes, cells[graph.FieldPriority])
		delete(cells, graph.FieldPriority)
	}
}

// cordisRoles tells what the roles are here. Third parties and partner
// organisations do work in a project without having signed for it.
var cordisRoles = map[string]graph.Part{
	"coordinator": graph.Lead, "participant": graph.Partner, "thirdparty": graph.Associated,
	"partner": graph.Associated, "internationalpartner": graph.Associated, "associatedpartner": graph.Associated,
}

// cordisTypes are the kinds of organisation, in CORDIS's own words.
var cordisTypes = map[string]string{
	"HES": "Higher or secondary education", "PRC": "Private for-profit", "REC": "Research organisation",
	"PUB": "Public body", "OTH": "Other",
}

func settleParticipation(s *sheet, r row, cells graph.Cells) {
	if role := cells[cordisRole]; role != "" {
		if part, ok := cordisRoles[cell.Form(role)]; ok {
			cells[graph.FieldPart] = part.String()
		} else {
			s.invalid(r.number, s.header.column(cordisRole), "part-unknown", role)
		}
	}
	kind := cells[cordisType]
	if kind = cmp.Or(cordisTypes[kind], kind); cells[cordisSME] == "yes" {
		kind = strings.TrimSpace(kind + " (SME)")
	}
	put(cells, graph.FieldActorKind, kind)
	// The gross share holds what goes on to third parties, which have rows of their own.
	put(cells, graph.FieldGranted, cmp.Or(cells[graph.FieldGranted], cells[cordisShare]))
	put(cells, graph.FieldProject, cells[cordisAcronym])
	if postcode := cells[graph.FieldPostalCode]; cells[graph.FieldCountry] == finland && len(postcode) < len("00100") && strings.Trim(postcode, "0123456789") == "" && postcode != "" {
		cells[graph.FieldPostalCode] = strings.Repeat("0", len("00100")-len(postcode)) + postcode // a number lost its noughts
	}
	if town := cells[graph.FieldTown]; cell.Form(town) == cell.Form(cells[graph.FieldActor]) {
		delete(cells, graph.FieldTown) // "HELSINGIN YLIOPISTO" is no town
	}
}

const finland = "FI"

func settleCordisProject(_ *sheet, _ row, cells graph.Cells) {
	title, acronym := cells[cordisTitle], cells[cordisAcronym]
	if title != "" && acronym != "" && cell.Form(title) != cell.Form(acronym) {
		title += " (" + acronym + ")"
	}
	put(cells, graph.FieldProject, cmp.Or(title, acronym))
	if name := cordisProgrammes[cells[graph.FieldFund]]; name != "" {
		cells[graph.FieldFund] = name
	}
	cells[graph.FieldLink] = "https://cordis.europa.eu/project/id/" + cells[graph.FieldCode]
}

var cordisProgrammes = map[string]string{"H2020": "Horizon 2020", "HORIZON": "Horizon Europe"}

func cordisKnownTo(cells graph.Cells) graph.Date {
	updated, _ := graph.ParseDate(cells[cordisUpdated]) // cells hold days that were parsed
	return updated
}

// put fills a cell in, but never with nothing.
func put(cells graph.Cells, f graph.Field, value string) {
	if value == "" {
		delete(cells, f)
	} else {
		cells[f] = value
	}
}

package importer

import (
	"cmp"
	"strings"

	"hankeverkko/graph"
)

// Columns of a partner list that settleInterreg makes into fields.
const (
	interregAcronym graph.Field = "interreg-acronym"
	interregEnglish graph.Field = "interreg-name-english"
	interregLead    graph.Field = "interreg-lead"
)

// interregPartners are lists of the partners of Interreg projects, one row for
// each: the Swedish barometer's file, and lists with the columns that keep.eu
// names a partner by. The file of the barometer numbers rows as well as it
// numbers projects, so a project is known by its name there.
var interregPartners = Format{
	ID: "interreg-partners", Name: "format.interreg-partners", Endings: []string{"csv", "xlsx", "ods"},
	layouts: []*layout{
		interreg("the Swedish barometer", "program projektnamn organisationsnamn organisationsroll"),
		interreg("keep.eu", "programme projectname partnername country"),
		interreg("keep.eu, by acronym", "programme projectacronym partnername country"),
		interreg("keep.eu, name in English", "programme projectname partnernameinenglish country"),
	},
}

func interreg(name, known string) *layout {
	return &layout{name: name, known: strings.Fields(known), actors: actorWanted, settle: settleInterreg, columns: interregColumns}
}

var interregColumns = columnsOf(map[string]column{
	"program programme":                                  {field: graph.FieldFund},
	"projektnamn projectname projecttitle":               {field: graph.FieldProject},
	"projectacronym acronym":                             {field: interregAcronym, kind: kindName},
	"projectid projectcode":                              {field: graph.FieldCode},
	"startdatum startdate projectstartdate":              {field: graph.FieldFrom},
	"slutdatum enddate projectenddate":                   {field: graph.FieldTo},
	"politisktmal policyobjective priority priorityaxis": {field: graph.FieldPriority},
	"specifiktmal specificobjective":                     {field: graph.FieldObjective},
	"description projectdescription summary":             {field: graph.FieldDescription},
	"theme themes thematicobjective thematics":           {field: graph.FieldThemes},
	"keywords":                                            {field: graph.FieldKeywords},
	"organisationsnamn partnername":                       {field: graph.FieldActor, kind: kindName},
	"partnernameinenglish partnernameenglish":             {field: interregEnglish, kind: kindName},
	"organisationstyp partnertype legalstatus":            {field: graph.FieldActorKind},
	"organisationsroll role partnerrole":                  {field: graph.FieldPart},
	"leadpartner islead islp":                             {field: interregLead, kind: kindYesNo},
	"land country":                                        {field: graph.FieldCountry},
	"partnerbudget erdfbudget erdfcontribution eufunding": {field: graph.FieldGranted},
	"town city":                      {field: graph.FieldTown},
	"postalcode postcode":            {field: graph.FieldPostalCode},
	"vatnumber vat":                  {field: graph.FieldVAT},
	"website partnerwebsite":         {field: graph.FieldSite},
	"projectwebsite projecturl link": {field: graph.FieldLink},
})

func settleInterreg(_ *sheet, _ row, cells graph.Cells) {
	put(cells, graph.FieldProject, cmp.Or(cells[graph.FieldProject], cells[interregAcronym]))
	put(cells, graph.FieldActor, cmp.Or(cells[graph.FieldActor], cells[interregEnglish]))
	switch {
	case cells[graph.FieldActor] == "" || cells[graph.FieldPart] != "":
	case cells[interregLead] == "yes":
		cells[graph.FieldPart] = graph.Lead.String()
	case cells[interregLead] == "no":
		cells[graph.FieldPart] = graph.Partner.String()
	}
}

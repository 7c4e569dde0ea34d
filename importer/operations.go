package importer

import (
	"cmp"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/importer/cell"
)

// Columns of a list of operations that settleOperation makes into fields.
const (
	operationUnique   graph.Field = "operation-id"
	operationEnglish  graph.Field = "operation-name-english"
	operationSummary  graph.Field = "operation-summary-english"
	operationLead     graph.Field = "operation-lead"
	operationCurrency graph.Field = "operation-currency"
	operationUpdated  graph.Field = "operation-updated"
	operationArea     graph.Field = "operation-area"
	beneficiaryInEU   graph.Field = "beneficiary-name-english"
)

// listOfOperations is the list of operations that each programme of the
// structural funds publishes by the European Union's rules: in the columns of
// Kohesio and its validator, or under the headings of the regulations. A row is
// an operation and one beneficiary. What is eligible is no grant, so of the
// money only the Union's share is read, and in euros alone.
var listOfOperations = Format{
	ID: "list-of-operations", Name: "format.list-of-operations", Endings: []string{"csv", "xlsx", "ods", "json"},
	layouts: []*layout{
		operations("Kohesio", "operationnameprogrammelanguage operationstartdate beneficiaryname"),
		operations("Kohesio in English", "operationnameenglish operationstartdate beneficiaryname"),
		operations("under the headings of the regulations", "operationname operationstartdate beneficiaryname"),
		operations("under those of 2021", "operationname startdateoftheoperation beneficiaryname"),
	},
}

func operations(name, known string) *layout {
	return &layout{
		name: name, known: strings.Fields(known), actors: actorWanted, settle: settleOperation, columns: operationColumns,
		knownTo: func(cells graph.Cells) graph.Date {
			day, _ := graph.ParseDate(cells[operationUpdated]) // cells hold days that were parsed
			return day
		},
	}
}

var operationColumns = columnsOf(map[string]column{
	"operationlocalidentifier operationcode projectcode":                                               {field: graph.FieldCode},
	"operationuniqueidentifier operationidentifier operationid":                                        {field: operationUnique, kind: kindName},
	"operationnameprogrammelanguage operationname nameoftheoperation":                                  {field: graph.FieldProject},
	"operationnameenglish operationnameinenglish":                                                      {field: operationEnglish, kind: kindName},
	"operationsummaryprogrammelanguage operationsummary purposeoftheoperation":                         {field: graph.FieldDescription},
	"operationsummaryenglish operationsummaryinenglish":                                                {field: operationSummary, kind: kindName},
	"operationstartdate startdateoftheoperation":                                                       {field: graph.FieldFrom},
	"operationenddate operationexpectedenddate enddateoftheoperation expectedoractualdateofcompletion": {field: graph.FieldTo},
	"fundcode fund fundname fundconcerned":                                                             {field: graph.FieldFund},
	"priorityaxis priority":                                                                            {field: graph.FieldPriority},
	"specificobjective policyobjectivelabel":                                                           {field: graph.FieldObjective},
	"categorylabel nameofcategoryofintervention typeofintervention":                                    {field: graph.FieldThemes},
	"managingauthority": {field: graph.FieldAuthority},
	"nuts3label locationindicatornutscode nuts3code nuts3 region operationlocation": {field: operationArea, kind: kindName},
	"lauslabels laulabels municipality town":                                        {field: graph.FieldPlaces},
	"projecteubudget unioncontribution eucontribution":                              {field: graph.FieldGranted},
	"totaleligibleexpenditurecurrency currency":                                     {field: operationCurrency, kind: kindName},
	"beneficiaryname": {field: graph.FieldActor, kind: kindName},
	"beneficiarynameenglish beneficiarynameinenglish":                                {field: beneficiaryInEU, kind: kindName},
	"beneficiarylocalidentifier beneficiaryregistrationnumber beneficiarybusinessid": {field: graph.FieldBusinessID},
	"hastheleadoftheoperationyn hastheleadoftheoperation":                            {field: operationLead, kind: kindYesNo},
	"country countrycode":                  {field: graph.FieldCountry},
	"operationurl inforegiourl projecturl": {field: graph.FieldLink},
	"dateoflastupdate dateoflastupdateofthelistofoperations dateoflastupdateofthelist": {field: operationUpdated, kind: kindDate},
})

// nobody lists what stands for a beneficiary whose name is not published.
var nobody = setOf(`naturalperson individual individualperson privateperson physicalperson anonymous anonymised anonymized luonnollinenhenkilo yksityishenkilo fysiskperson privatperson`)

func settleOperation(s *sheet, r row, cells graph.Cells) {
	put(cells, graph.FieldProject, cmp.Or(cells[graph.FieldProject], cells[operationEnglish]))
	put(cells, graph.FieldDescription, cmp.Or(cells[graph.FieldDescription], cells[operationSummary]))
	put(cells, graph.FieldActor, cmp.Or(cells[graph.FieldActor], cells[beneficiaryInEU]))
	put(cells, graph.FieldCode, cmp.Or(cells[graph.FieldCode], cells[operationUnique]))
	put(cells, graph.FieldPlaces, cmp.Or(cells[graph.FieldPlaces], cells[operationArea]))
	if nobody[cell.Form(cells[graph.FieldActor])] {
		delete(cells, graph.FieldActor)
	}
	if currency := cells[operationCurrency]; currency != "" && !strings.EqualFold(currency, "EUR") && cells[graph.FieldGranted] != "" {
		delete(cells, graph.FieldGranted)
		s.invalid(r.number, s.header.column(operationCurrency), "currency-other", currency)
	}
	switch {
	case cells[graph.FieldActor] == "":
	case cells[operationLead] == "yes":
		cells[graph.FieldPart] = graph.Lead.String()
	case cells[operationLead] == "no":
		cells[graph.FieldPart] = graph.Partner.String()
	}
}

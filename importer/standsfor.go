package importer

import "hankeverkko/graph"

// standsFor tells which field a column of a register helps to tell, where the
// register reads it as something of its own first.
var standsFor = map[graph.Field]graph.Field{
	cordisAcronym: graph.FieldProject, cordisTitle: graph.FieldProject, cordisType: graph.FieldActorKind, cordisSME: graph.FieldActorKind,
	cordisRole: graph.FieldPart, cordisShare: graph.FieldGranted, cordisUnique: graph.FieldPriority,
	danishScheme: graph.FieldFund, danishRegion: graph.FieldPlaces, danishCVR: graph.FieldVAT, danishPartners: graph.FieldPartners,
	eura2021Town: graph.FieldPlaces, eura2021Details: graph.FieldThemes, eura2021Home: graph.FieldLink,
	pageSpan: graph.FieldFrom, pageTargets: graph.FieldTargetGroups,
	interregAcronym: graph.FieldProject, interregEnglish: graph.FieldActor, interregLead: graph.FieldPart,
	operationUnique: graph.FieldCode, operationEnglish: graph.FieldProject, operationSummary: graph.FieldDescription, operationLead: graph.FieldPart,
	operationCurrency: graph.FieldGranted, operationArea: graph.FieldPlaces, beneficiaryInEU: graph.FieldActor,
}

// fieldShown is the field that a person is told a column to be read as; empty
// for what only dates or numbers a source.
func fieldShown(f graph.Field) graph.Field {
	if allowed[f] {
		return f
	}
	return standsFor[f]
}

package importer

import "hankeverkko/graph"

// kind says how the cells of a field are read.
type kind uint8

const (
	kindText kind = iota
	kindName      // text that must stay clean when something is masked
	kindDate
	kindMoney
	kindYesNo
	kindPart
	kindList  // parted by semicolons, line breaks or commas
	kindLines // parted by semicolons or line breaks
	kindLink
	kindBusinessID
	kindVAT
	kindPIC
	kindCountry
)

var kinds = map[graph.Field]kind{
	graph.FieldCode:         kindName,
	graph.FieldGroupCode:    kindName,
	graph.FieldProject:      kindName,
	graph.FieldFrom:         kindDate,
	graph.FieldTo:           kindDate,
	graph.FieldJoint:        kindYesNo,
	graph.FieldKeywords:     kindList,
	graph.FieldThemes:       kindLines,
	graph.FieldTargetGroups: kindList,
	graph.FieldPlaces:       kindList,
	graph.FieldLink:         kindLink,
	graph.FieldPart:         kindPart,
	graph.FieldActor:        kindLines,
	graph.FieldBusinessID:   kindBusinessID,
	graph.FieldVAT:          kindVAT,
	graph.FieldPIC:          kindPIC,
	graph.FieldCountry:      kindCountry,
	graph.FieldSite:         kindLink,
	graph.FieldGranted:      kindMoney,
	graph.FieldPaid:         kindMoney,
	graph.FieldPartners:     kindLines,
}

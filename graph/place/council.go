package place

import (
	"strings"

	"hankeverkko/graph"
)

func readCouncils() map[string]graph.AreaID {
	councils := map[string]graph.AreaID{}
	for _, c := range rows("councils") {
		councils[Fold(c["name"])] = graph.AreaID("maakunta:" + c["maakunta"])
	}
	return councils
}

// CouncilArea returns the maakunta of a regional council: "Lapin liitto",
// "Egentliga Finlands förbund". Any other authority is false; an ELY centre
// serves several regions and never tells one.
func CouncilArea(authority string) (graph.AreaID, bool) {
	folded := Fold(authority)
	if id, ok := official().councils[folded]; ok {
		return id, true
	}
	var found graph.AreaID
	for _, part := range strings.FieldsFunc(strings.ReplaceAll(folded, " - ", "/"), func(r rune) bool { return r == '/' || r == ',' }) {
		id, ok := official().councils[strings.TrimSpace(part)]
		if ok && found != "" && found != id {
			return "", false
		}
		if ok {
			found = id
		}
	}
	return found, found != ""
}

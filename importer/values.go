package importer

import (
	"net/url"
	"regexp"
	"strings"

	"hankeverkko/graph"
)

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
	graph.FieldSite:         kindLink,
	graph.FieldGranted:      kindMoney,
	graph.FieldPaid:         kindMoney,
	graph.FieldPartners:     kindLines,
}

var yes = setOf(`kylla k yes y ja j joo true tosi on 1 x sant`)
var no = setOf(`ei e no n nej false epatosi 0 falskt`)

// parseYesNo gives "yes" or "no".
func parseYesNo(s string) (string, bool) {
	switch form := headerForm(s); {
	case yes[form]:
		return "yes", true
	case no[form]:
		return "no", true
	}
	return "", false
}

var partWords = map[graph.Part]string{
	graph.Lead: `lead paatoteuttaja hakija paahakija vetaja hankkeenvetaja koordinaattori paakumppani paapartneri
		huvudgenomforare huvudsokande sokande samordnare koordinator projektagare huvudpartner leadpartner lp coordinator leadapplicant applicant leadbeneficiary`,
	graph.Partner: `partner osatoteuttaja kumppani hankekumppani partneri projektpartner yhteistyokumppani muutoteuttaja
		delgenomforare samarbetspartner medsokande projectpartner pp copartner coapplicant implementer`,
	graph.Recipient:   `recipient tuensaaja tuensiirronsaaja siirronsaaja tuensiirto mottagare stodmottagare beneficiary`,
	graph.Associated:  `associated liitannaiskumppani liitannaispartneri asiantuntijakumppani associeradpartner associatedpartner ap thirdparty`,
	graph.Participant: `participant osallistuja toteuttaja toimija mukana deltagare genomforare aktor actor`,
}

var partOf = func() map[string]graph.Part {
	all := map[string]graph.Part{}
	for part, names := range partWords {
		for name := range setOf(names) {
			all[name] = part
		}
	}
	return all
}()

// parsePart reads what a register or a person calls the part of an actor.
func parsePart(s string) (graph.Part, bool) {
	part, ok := partOf[headerForm(s)]
	return part, ok
}

var bareHost = regexp.MustCompile(`^[\pL\d-]+(\.[\pL\d-]+)*\.\pL{2,}(/\S*)?$`)

// parseLink reads a web address. Only http and https lead out of the program.
func parseLink(s string) (string, bool) {
	if bareHost.MatchString(s) {
		s = "https://" + s
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil || !strings.Contains(u.Hostname(), ".") {
		return "", false
	}
	return s, true
}

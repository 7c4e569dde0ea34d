package cell

import (
	"net/url"
	"regexp"
	"strings"

	"hankeverkko/graph"
)

func setOf(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

var yes = setOf(`kylla k yes y ja j joo true tosi on 1 x sant`)
var no = setOf(`ei e no n nej false epatosi 0 falskt`)

// YesNo gives "yes" or "no".
func YesNo(s string) (string, bool) {
	switch form := Form(s); {
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

// Part reads what a register or a person calls the part of an actor.
func Part(s string) (graph.Part, bool) {
	part, ok := partOf[Form(s)]
	return part, ok
}

// countries that are written otherwise than by their ISO 3166 code: Finland as
// its people write it, and the two that the European Union abbreviates its own way.
var countries = map[string]string{"suomi": "FI", "finland": "FI", "fin": "FI", "el": "GR", "uk": "GB"}

// Country returns the ISO 3166 code of a country where that is written or
// known, else what is written.
func Country(s string) string {
	form := Form(s)
	if code := countries[form]; code != "" {
		return code
	}
	if len(form) == 2 {
		return strings.ToUpper(form)
	}
	return s
}

var bareHost = regexp.MustCompile(`^[\pL\d-]+(\.[\pL\d-]+)*\.\pL{2,}(/\S*)?$`)

// Link reads a web address. Only http and https lead out of the program.
func Link(s string) (string, bool) {
	if bareHost.MatchString(s) {
		s = "https://" + s
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil || !strings.Contains(u.Hostname(), ".") {
		return "", false
	}
	return s, true
}

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
var no = setOf(`ei e no n nej nei false epatosi 0 falskt`)

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
		huvudgenomforare huvudsokande sokande samordnare koordinator projektagare huvudpartner hovedpartner hovedansøger projektejer prosjekteier ansøger søker leadpartner lp coordinator leadapplicant applicant leadbeneficiary`,
	graph.Partner: `partner osatoteuttaja kumppani hankekumppani partneri projektpartner yhteistyokumppani muutoteuttaja
		delgenomforare samarbetspartner medsokande projectpartner pp copartner coapplicant implementer samarbejdspartner samarbeidspartner prosjektpartner medansøger`,
	graph.Recipient:   `recipient tuensaaja tuensiirronsaaja siirronsaaja tuensiirto mottagare stodmottagare beneficiary tilskudsmodtager tilskuddsmottaker støttemodtager`,
	graph.Associated:  `associated liitannaiskumppani liitannaispartneri asiantuntijakumppani associeradpartner associatedpartner ap thirdparty`,
	graph.Participant: `participant osallistuja toteuttaja toimija mukana deltagare genomforare aktor actor deltager deltaker aktør`,
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

// countries gives the ISO 3166 codes of the countries that projects here have
// partners in, as English and their own and neighbouring peoples write them, and
// of the two that the European Union abbreviates its own way.
var countries = func() map[string]string {
	all := map[string]string{"el": "GR", "uk": "GB"}
	for code, names := range map[string]string{
		"FI": `suomi finland fin`, "SE": `sweden sverige ruotsi swe`, "NO": `norway norge norja noreg nor`, "DK": `denmark danmark tanska dnk`, "IS": `iceland island islanti isl`,
		"EE": `estonia estland eesti viro est`, "LV": `latvia lettland latvija lva`, "LT": `lithuania litauen liettua lietuva ltu`, "PL": `poland polen puola polska pol`,
		"DE": `germany tyskland saksa deutschland deu`, "RU": `russia russianfederation ryssland russland venaja rus`, "GB": `unitedkingdom greatbritain storbritannien storbritannia britannia gbr`,
		"IE": `ireland irland irlanti irl`, "NL": `netherlands thenetherlands nederlanderna nederland alankomaat nld`, "BE": `belgium belgien belgia bel`, "FR": `france frankrike frankrig ranska fra`,
		"ES": `spain spanien spania espanja esp`, "PT": `portugal portugali prt`, "IT": `italy italien italia ita`, "AT": `austria osterrike østerrike itavalta aut`, "CH": `switzerland schweiz sveits sveitsi che`,
		"GR": `greece grekland kreikka grc`, "CZ": `czechia czechrepublic tjeckien tsekki cze`, "SK": `slovakia slovakien svk`, "HU": `hungary ungern unkari hun`, "RO": `romania rumanien rou`,
		"BG": `bulgaria bulgarien bgr`, "HR": `croatia kroatien kroatia hrv`, "SI": `slovenia slovenien svn`, "LU": `luxembourg luxemburg lux`, "MT": `malta mlt`, "CY": `cyprus kypros cyp`,
		"UA": `ukraine ukraina ukr`, "BY": `belarus vitryssland valkovenaja blr`, "GL": `greenland gronland grønland gronlanti`, "FO": `faroeislands faroislands faeroerne faroarna farsaaret`, "TR": `turkey turkiye turkki tur`,
		"CA": `canada kanada can`, "US": `unitedstates unitedstatesofamerica usa`,
	} {
		for name := range strings.FieldsSeq(names) {
			all[name] = code
		}
	}
	return all
}()

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

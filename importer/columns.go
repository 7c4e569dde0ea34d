package importer

import (
	"regexp"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/importer/cell"
)

// aliases lists what people and registers call each field, as cell.Form
// writes it, the surest name first: where two columns of a sheet fit one field,
// the one whose name stands first here is read.
var aliases = map[graph.Field]string{
	graph.FieldCode: `hankekoodi projektikoodi koodi hankenumero hankkeennumero projektinumero hanketunnus projektitunnus hankkeenkoodi hankeid projektiid
		projektkod projektikod projektkoden projektnummer projektid kod projectcode projectid projectnumber code`,
	graph.FieldGroupCode: `ryhmahanketunnus ryhmahankekoodi ryhmahankkeentunnus gruppprojektkod groupcode groupprojectcode`,
	graph.FieldProject: `hanke hankkeennimi hankenimi projektinnimi projektinimi projekti hankkeenotsikko
		projektnamn projektetsnamn projekttitel projekt projectname projecttitle project nameoftheproject title`,
	graph.FieldDescription: `kuvaus hankekuvaus hankkeenkuvaus projektinkuvaus tiivistelma hankkeentiivistelma julkinenkuvaus suunnitelmanmukainentiivistelma
		beskrivning projektbeskrivning sammanfattning description projectdescription abstract summary projectsummary`,
	graph.FieldFund:      `rahasto fond fund`,
	graph.FieldPriority:  `toimintalinja tl prioriteetti insatsomrade prioritet priorityaxis priority`,
	graph.FieldObjective: `erityistavoite et sarskiltmal specifiktmal specificobjective`,
	graph.FieldFunder:    `rahoittaja rahoittajat rahoittajataho finansiar funder fundingbody`,
	graph.FieldAuthority: `viranomainen rahoittavaviranomainen rahoittajaviranomainen myontajaviranomainen myndighet finansierandemyndighet authority fundingauthority managingauthority`,
	graph.FieldStatus:    `tila hankkeentila projektintila toiminnantila status projektstatus lage projectstatus state`,
	graph.FieldFrom: `alkaa alkamispaiva aloituspaiva alkupaiva aloituspvm alkamispvm alkupvm hankealkaa alku aloitus
		startdatum startdag projektstart borjar inleds start startdate projectstart operationstartdate begins starts from`,
	graph.FieldTo: `paattyy paattymispaiva loppupaiva lopetuspaiva paattymispvm loppupvm lopetuspvm hankepaattyy loppuu loppu paattyminen
		slutdatum slutdag projektslut slutar avslutas upphor slut enddate projectend operationenddate ends end to until`,
	graph.FieldJoint:        `yhteishanke onkoyhteishanke samprojekt gemensamtprojekt jointproject joint`,
	graph.FieldKeywords:     `asiasanat asiasana avainsanat avainsana hakusanat nyckelord amnesord keywords keyword tags`,
	graph.FieldThemes:       `teemat teema aiheet aihe aihealue teman tema amnen amne themes theme topics topic`,
	graph.FieldTargetGroups: `kohderyhmat kohderyhma malgrupper malgrupp targetgroups targetgroup`,
	graph.FieldPlaces: `paikat paikka toteutuspaikka toteutuspaikat toteutusalue vaikutusalue kohdealue sijainti alueet alue maakunnat maakunta kunnat
		platser plats genomforandeomrade omraden omrade landskap region regioner places place location areas area regions county`,
	graph.FieldLink: `linkki hankkeenlinkki hankesivu hankekuvauksenosoite hankkeenkotisivunosoite hankkeenkotisivu hankkeenverkkosivu url lahde
		lank projektsida kalla link projecturl projectpage projectlink source`,
	graph.FieldPart: `rooli roolihankkeessa toimijanrooli roll rollinprojektet rolliprojektet organisationsroll role roleinproject partnerrole part`,
	graph.FieldActor: `toimija toimijannimi toteuttaja toteuttajannimi hankkeentoteuttaja organisaatio organisaationnimi organisaationimi toimijaorganisaatio
		paatoteuttaja paatoteuttajannimi hakija hakijannimi hakijanvirallinennimi koordinaattori vetaja tuensaaja tuensaajannimi toimijat toteuttajat organisaatiot
		aktor aktorensnamn genomforare genomforarensnamn organisation organisationsnamn organisationensnamn huvudgenomforare sokande sokandensnamn samordnare projektagare stodmottagare aktorer
		actor actorname organisationname organization organizationname legalname implementer leadpartner leadorganisation coordinator applicant beneficiary beneficiaryname participant actors organisations organizations`,
	graph.FieldActorKind:  `organisaatiotyyppi toimijatyyppi organisaationtyyppi toimijantyyppi hakijantyyppi organisationstyp aktorstyp organisationtype organizationtype actortype`,
	graph.FieldBusinessID: `ytunnus toimijanytunnus toteuttajanytunnus hakijanytunnus organisaationytunnus liikejayhteisotunnus fonummer organisationsnummer foochsignum businessid companyid`,
	graph.FieldVAT:        `vat vatnumero alvtunnus alvnumero arvonlisaverotunniste momsnummer vatnummer vatnumber vatid`,
	graph.FieldPIC:        `pic pickoodi picnumero pickod picnummer piccode picnumber`,
	graph.FieldSeat:       `kunta kotikunta kotipaikka toimijankunta toteuttajankunta toimijankotikunta kommun hemkommun hemort municipality homemunicipality seat`,
	graph.FieldPostalCode: `postinumero toimijanpostinumero tuensaajanpostinumero postnummer postalcode postcode zipcode zip`,
	graph.FieldTown:       `postitoimipaikka toimijanpostitoimipaikka tuensaajanpostitoimipaikka paikkakunta kaupunki postort ort stad town city`,
	graph.FieldCountry:    `maa maakoodi toimijanmaa land landskod country countrycode`,
	graph.FieldSite:       `www kotisivu kotisivut verkkosivu verkkosivut wwwosoite toimijanwww organisaationwww hemsida webbplats webbsida website homepage web`,
	graph.FieldGranted: `euroa myonnetty myonnettyrahoitus myonnettytuki myonnettyeujavaltionrahoitus myonnettyeujavaltionrahoituseuroa rahoitus avustus tuki euro eur
		beviljat beviljadfinansiering beviljatstod finansiering stod partnerbudget granted grantedfunding grant funding awarded amountawarded amount eucontribution eccontribution`,
	graph.FieldPaid: `maksettu maksettutuki maksetturahoitus toteutunut toteutunutrahoitus toteutunuteujavaltionrahoitus utbetalt utbetalat utbetaltstod utfall paid paidfunding paidamount realised`,
	graph.FieldPartners: `osatoteuttajat osatoteuttaja kumppanit kumppani hankekumppanit partnerit partneri yhteistyokumppanit muuttoteuttajat muuttoimijat
		delgenomforare samarbetspartner samarbetspartners ovrigagenomforare partner partners projectpartners otherpartners`,
}

// leads are the headers of an actor column that say which part it plays.
var leads = setOf(`paatoteuttaja paatoteuttajannimi hakija hakijannimi hakijanvirallinennimi koordinaattori vetaja
	huvudgenomforare sokande sokandensnamn samordnare projektagare leadpartner leadorganisation coordinator applicant`)

type alias struct {
	field graph.Field
	rank  int
}

var aliasOf = func() map[string]alias {
	all := map[string]alias{}
	for field, names := range aliases {
		for rank, name := range strings.Fields(names) {
			all[name] = alias{field, rank}
		}
	}
	return all
}()

func setOf(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

var (
	inParentheses = regexp.MustCompile(`[(\[][^)\]]*[)\]]`)
	lastNumber    = regexp.MustCompile(`\d+$`)
)

// fieldOf tells which field a header names. What stands in parentheses may be
// a remark, "Alkaa (pvm)"; a number may count columns of a list, "Kumppani 2".
func fieldOf(header string) (alias, bool) {
	form := cell.Form(header)
	if a, ok := aliasOf[form]; ok {
		return a, true
	}
	if a, ok := aliasOf[cell.Form(inParentheses.ReplaceAllString(header, ""))]; ok {
		return a, true
	}
	a, ok := aliasOf[lastNumber.ReplaceAllString(form, "")]
	return a, ok && isList(a.field)
}

func isList(f graph.Field) bool {
	k := kinds[f]
	return k == kindList || k == kindLines
}

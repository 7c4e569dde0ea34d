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
		projektkod projektikod projektkoden projektnummer projektid kod projectcode projectid projectnumber code
		projektkode projektnr prosjektkode prosjektnummer prosjektnr prosjektid`,
	graph.FieldGroupCode: `ryhmahanketunnus ryhmahankekoodi ryhmahankkeentunnus gruppprojektkod groupcode groupprojectcode`,
	graph.FieldProject: `hanke hankkeennimi hankenimi projektinnimi projektinimi projekti hankkeenotsikko
		projektnamn projektetsnamn projekttitel projekt projectname projecttitle project nameoftheproject title
		projektnavn projektetsnavn prosjekt prosjektnavn prosjektetsnavn prosjekttittel tittel titel projectacronym acronym`,
	graph.FieldDescription: `kuvaus hankekuvaus hankkeenkuvaus projektinkuvaus tiivistelma hankkeentiivistelma julkinenkuvaus suunnitelmanmukainentiivistelma
		beskrivning projektbeskrivning sammanfattning description projectdescription abstract summary projectsummary
		beskrivelse projektbeskrivelse prosjektbeskrivelse sammendrag resume`,
	graph.FieldFund: `rahasto fond fund`,
	graph.FieldPriority: `toimintalinja tl prioriteetti insatsomrade prioritet priorityaxis priority
		prioritetsakse indsatsakse innsatsomrade`,
	graph.FieldObjective: `erityistavoite et sarskiltmal specifiktmal specificobjective
		spesifiktmal`,
	graph.FieldFunder: `rahoittaja rahoittajat rahoittajataho finansiar funder fundingbody
		tilskudsgiver finansieringskilde tilskuddsgiver finansieringskilder`,
	graph.FieldAuthority: `viranomainen rahoittavaviranomainen rahoittajaviranomainen myontajaviranomainen myndighet finansierandemyndighet authority fundingauthority managingauthority
		myndighed bevilgendemyndighed forvaltningsmyndighed`,
	graph.FieldStatus: `tila hankkeentila projektintila toiminnantila status projektstatus lage projectstatus state
		projektetsstatus prosjektstatus`,
	graph.FieldFrom: `alkaa alkamispaiva aloituspaiva alkupaiva aloituspvm alkamispvm alkupvm hankealkaa alku aloitus
		startdatum startdag projektstart borjar inleds start startdate projectstart operationstartdate begins starts from
		startdato begyndelsesdato projektetsstart prosjektstart begynner`,
	graph.FieldTo: `paattyy paattymispaiva loppupaiva lopetuspaiva paattymispvm loppupvm lopetuspvm hankepaattyy loppuu loppu paattyminen
		slutdatum slutdag projektslut slutar avslutas upphor slut enddate projectend operationenddate ends end to until
		slutdato sluttdato projektetsslut prosjektslutt slutter afsluttes`,
	graph.FieldJoint: `yhteishanke onkoyhteishanke samprojekt gemensamtprojekt jointproject joint
		fellesprosjekt`,
	graph.FieldKeywords: `asiasanat asiasana avainsanat avainsana hakusanat nyckelord amnesord keywords keyword tags
		nøgleord nøkkelord stikord emneord`,
	graph.FieldThemes: `teemat teema aiheet aihe aihealue teman tema amnen amne themes theme topics topic
		temaer emner emne`,
	graph.FieldTargetGroups: `kohderyhmat kohderyhma malgrupper malgrupp targetgroups targetgroup
		malgruppe`,
	graph.FieldPlaces: `paikat paikka toteutuspaikka toteutuspaikat toteutusalue vaikutusalue kohdealue sijainti alueet alue maakunnat maakunta kunnat
		platser plats genomforandeomrade omraden omrade landskap region regioner places place location areas area regions county
		steder sted geografi omrader fylke fylker kommuner`,
	graph.FieldLink: `linkki hankkeenlinkki hankesivu hankekuvauksenosoite hankkeenkotisivunosoite hankkeenkotisivu hankkeenverkkosivu url lahde
		lank projektsida kalla link projecturl projectpage projectlink source`,
	graph.FieldPart: `rooli roolihankkeessa toimijanrooli roll rollinprojektet rolliprojektet organisationsroll role roleinproject partnerrole part
		rolle rolleiprojektet rolleiprosjektet partnerrolle`,
	graph.FieldActor: `toimija toimijannimi toimijanimi toteuttajanimi hakijanimi toteuttaja toteuttajannimi hankkeentoteuttaja organisaatio organisaationnimi organisaationimi toimijaorganisaatio
		paatoteuttaja paatoteuttajannimi hakija hakijannimi hakijanvirallinennimi koordinaattori vetaja tuensaaja tuensaajannimi toimijat toteuttajat organisaatiot
		aktor aktorensnamn genomforare genomforarensnamn organisation organisationsnamn organisationensnamn huvudgenomforare sokande sokandensnamn samordnare projektagare stodmottagare aktorer
		actor actorname organisationname organization organizationname legalname implementer leadpartner leadorganisation coordinator applicant beneficiary beneficiaryname participant actors organisations organizations
		aktør aktører aktørnavn organisationsnavn organisationensnavn organisasjon organisasjonsnavn virksomhed virksomhedsnavn virksomhet ansøger hovedansøger søker projektejer prosjekteier tilskudsmodtager tilskuddsmottaker støttemodtager deltager deltaker partnername nameofpartner partnerorganisation partnerorganization`,
	graph.FieldActorKind: `organisaatiotyyppi toimijatyyppi organisaationtyyppi toimijantyyppi hakijantyyppi organisationstyp aktorstyp organisationtype organizationtype actortype
		organisationstype organisasjonstype virksomhedstype`,
	graph.FieldBusinessID: `ytunnus toimijanytunnus toteuttajanytunnus hakijanytunnus organisaationytunnus liikejayhteisotunnus fonummer organisationsnummer foochsignum businessid companyid`,
	graph.FieldVAT: `vat vatnumero alvtunnus alvnumero arvonlisaverotunniste momsnummer vatnummer vatnumber vatid
		momsnr`,
	graph.FieldPIC: `pic pickoodi picnumero pickod picnummer piccode picnumber`,
	graph.FieldSeat: `kunta kotikunta kotipaikka toimijankunta toteuttajankunta toimijankotikunta kommun hemkommun hemort municipality homemunicipality seat
		kommune hjemkommune hjemsted hjemstedskommune`,
	graph.FieldPostalCode: `postinumero toimijanpostinumero tuensaajanpostinumero postnummer postalcode postcode zipcode zip
		postnr`,
	graph.FieldTown: `postitoimipaikka toimijanpostitoimipaikka tuensaajanpostitoimipaikka paikkakunta kaupunki postort ort stad town city
		bynavn poststed postby`,
	graph.FieldCountry: `maa maakoodi toimijanmaa land landskod country countrycode
		landekode landkode`,
	graph.FieldSite: `www kotisivu kotisivut verkkosivu verkkosivut wwwosoite toimijanwww organisaationwww hemsida webbplats webbsida website homepage web
		hjemmeside nettside nettsted`,
	graph.FieldGranted: `euroa myonnetty myonnettyrahoitus myonnettytuki myonnettyeujavaltionrahoitus myonnettyeujavaltionrahoituseuroa rahoitus avustus tuki euro eur
		beviljat beviljadfinansiering beviljatstod finansiering stod partnerbudget granted grantedfunding grant funding awarded amountawarded amount eucontribution eccontribution
		bevilget bevilling tilskud tilsagn støtte tildelt tildeltbeløp tilskudd bevilgetbeløb beløb beløp`,
	graph.FieldPaid: `maksettu maksettutuki maksetturahoitus toteutunut toteutunutrahoitus toteutunuteujavaltionrahoitus utbetalt utbetalat utbetaltstod utfall paid paidfunding paidamount realised
		udbetalt udbetalttilskud`,
	graph.FieldPartners: `osatoteuttajat osatoteuttaja kumppanit kumppani hankekumppanit partnerit partneri yhteistyokumppanit muuttoteuttajat muuttoimijat
		delgenomforare samarbetspartner samarbetspartners ovrigagenomforare partner partners projectpartners otherpartners
		partnere projektpartnere prosjektpartnere samarbejdspartnere samarbeidspartnere parter deltagere deltakere øvrigepartnere`,
}

// leads are the headers of an actor column that say which part it plays.
var leads = setOf(`paatoteuttaja paatoteuttajannimi hakija hakijannimi hakijanvirallinennimi koordinaattori vetaja
	huvudgenomforare sokande sokandensnamn samordnare projektagare leadpartner leadorganisation coordinator applicant ansøger hovedansøger søker projektejer prosjekteier`)

// columnsOf spells out a table whose keys are all the headers of a column.
func columnsOf(table map[string]column) map[string]column {
	all := map[string]column{}
	for forms, c := range table {
		for form := range strings.FieldsSeq(forms) {
			all[form] = c
		}
	}
	return all
}

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

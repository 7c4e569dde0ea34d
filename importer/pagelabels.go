package importer

import (
	"regexp"
	"strings"

	"hankeverkko/importer/cell"
	"hankeverkko/importer/page"
)

// What a label of a project page stands for: a column of pageColumns, in the
// project's part or in an applicant's.
type pageLabel struct {
	column    string
	applicant bool
	// text runs on over lines until the next label or heading.
	text bool
	// unread labels name what is never read, contact persons above all.
	unread bool
}

var pageLabels = func() map[string]pageLabel {
	all := map[string]pageLabel{}
	for column, forms := range map[string]string{
		"Hankekoodi":     `hankekoodi projektikoodi`,
		"Hankkeen nimi":  `hankkeennimi hankkeenjulkinennimi`,
		"Rahasto":        `rahasto`,
		"Toimintalinja":  `toimintalinja`,
		"Erityistavoite": `erityistavoite`,
		"Viranomainen":   `viranomainen vastuuviranomainen rahoittavaviranomainen rahoittajaviranomainen`,
		"Tila":           `tila toiminnantila hankkeentila`,
		"Toteutusaika":   `toteutusaika suunnitelmanmukainentoteutusaika hankkeentoteutusaika`,
		"Alkaa":          `alkamispaivamaara aloituspaivamaara alkamispaiva aloituspaiva aloituspvm`,
		"Päättyy":        `paattymispaivamaara paattymispaiva paattymispvm`,
		"Asiasanat":      `asiasanat avainsanat`,
		"Teemat":         `teemat teema tukitoimenala tukitoimiala interventioluokka toissijainenteema toissijainenesrteema hankkeenteema hankkeenteemat`,
		"Kohderyhmät":    `kohderyhmat kohderyhma varsinaisetkohderyhmat mitkaovathankkeenvarsinaisetkohderyhmat`,
		"Paikat":         `maakunnat seutukunnat kunnat toteutusalue kohdealue`,
		"Myönnetty":      `myonnettyeujavaltionrahoitus myonnettytuki`,
		"Toteutunut":     `toteutunuteujavaltionrahoitus`,
	} {
		for form := range strings.FieldsSeq(forms) {
			all[form] = pageLabel{column: column}
		}
	}
	for column, forms := range map[string]string{
		"Virallinen nimi": `hakijanvirallinennimi osatoteuttajanvirallinennimi organisaationvirallinennimi tuensaajanvirallinennimi virallinennimi
			hakijannimi osatoteuttajannimi organisaationnimi organisaatio`,
		"Organisaatiotyyppi": `organisaatiotyyppi`,
		"Y-tunnus":           `ytunnus hakijanytunnus organisaationytunnus`,
		"Postinumero":        `postinumero`,
		"Postitoimipaikka":   `postitoimipaikka`,
		"WWW":                `wwwosoite www kotisivu`,
	} {
		for form := range strings.FieldsSeq(forms) {
			all[form] = pageLabel{column: column, applicant: true}
		}
	}
	for form := range strings.FieldsSeq(`hankkeenjulkinentiivistelma hankkeenjulkinentiivistelmatavoitteettoimenpiteettulokset julkinentiivistelma tiivistelma hankkeenkuvaus`) {
		all[form] = pageLabel{column: "Kuvaus", text: true}
	}
	for form := range strings.FieldsSeq(`jakeluosoite lahiosoite katuosoite puhelinnumero puhelin faksinumero sahkoposti sahkopostiosoite tilinumero tilinumeroiban iban bic`) {
		all[form] = pageLabel{column: "-", unread: true}
	}
	return all
}()

// numbered is the number that a section or a question begins with.
var numbered = regexp.MustCompile(`^\d{1,2}(?:\.\d{1,2})*\.?[ \x{00A0}]+`)

// labelOf tells what a cell is the label of.
func labelOf(written string) (pageLabel, bool) {
	const longest = 160 // bytes
	if len(written) > longest {
		return pageLabel{}, false
	}
	written = numbered.ReplaceAllString(cell.Tidy(written), "")
	form := cell.Form(written)
	if l, ok := pageLabels[form]; ok {
		return l, true
	}
	if strings.ContainsAny(written, "([") {
		if l, ok := pageLabels[cell.Form(inParentheses.ReplaceAllString(written, ""))]; ok {
			return l, true
		}
	}
	for _, private := range [...]string{"yhteyshenkilo", "vastuuhenkilo", "projektipaallikonnimi", "puhelinnumero", "sahkopostiosoite"} {
		if strings.Contains(form, private) && len(form) <= len("yhteyshenkilonasemahakijaorganisaatiossa")+len(private) {
			return pageLabel{column: "-", unread: true}, true
		}
	}
	return pageLabel{}, false
}

// onePlace are labels only before a colon: "Kunta" is a type of organisation too.
var onePlace = setOf(`maakunta seutukunta kunta`)

// labelled takes apart "Label: value". Without a colon the label is a whole cell.
func labelled(written string) (label string, l pageLabel, value string, ok bool) {
	tidy := cell.Tidy(written)
	if l, ok := labelOf(strings.TrimRight(tidy, ": ")); ok {
		return strings.TrimRight(tidy, ": "), l, "", true
	}
	before, after, found := strings.Cut(written, ":")
	if l, ok = labelOf(before); found && !ok && onePlace[cell.Form(before)] {
		l, ok = pageLabel{column: "Paikat"}, true
	}
	if !found || !ok {
		return "", l, "", false
	}
	return cell.Tidy(before), l, strings.TrimSpace(after), true
}

// Lists of bodies beside the applicant who answers for the project.
type pageList uint8

const (
	listNone   pageList = iota
	listOthers          // further applicants
	listAided           // they get a part of the aid
	listAll             // all applicants, the first of whom answers for the project
)

// longestListTitle is how many letters a title has that names who stands below:
// a sentence about them has more.
const longestListTitle = 40

// listOf tells that a heading begins a list of bodies.
func listOf(written string) pageList {
	form := cell.Form(numbered.ReplaceAllString(written, ""))
	switch {
	case len(form) > 150 || strings.HasPrefix(form, "hakijasiirtaa") || strings.HasPrefix(form, "hakijoidenlukumaara"):
		return listNone
	case strings.Contains(form, "muuthakijat"), strings.Contains(form, "osatoteuttajat") && len(form) <= longestListTitle && !strings.ContainsAny(written, ".?"):
		return listOthers
	case strings.Contains(form, "siirretaan") && strings.Contains(form, "tuesta"), strings.HasPrefix(form, "tuensiirronsaaja"), strings.HasPrefix(form, "tuensiirto") && len(form) <= len("tuensiirtotaholle"):
		return listAided
	}
	return listNone
}

// statement tells what a page says of the number of applicants, and whether the
// sentence is ticked; where no sentence is, the one that stands there is meant.
func statement(written string) (said string, ticked, marked bool) {
	written = strings.TrimSpace(written)
	rest := strings.TrimLeft(written, page.Ticked+page.Unticked+"☑✓✔■●□○ýxX[]()oO¨ \u00A0")
	mark := strings.TrimSpace(written[:len(written)-len(rest)])
	form := cell.Form(rest)
	for _, s := range [...]struct{ said, form string }{
		{"alone", "vainyksihakija"}, {"joint", "hakijoitaonuseampikuinyksi"}, {"aided", "hakijasiirtaaosan"},
	} {
		if strings.HasPrefix(form, s.form) || strings.HasPrefix("o"+form, s.form) {
			return s.said, strings.ContainsAny(mark, page.Ticked+"☑✓✔■●ýxX"), mark != "" && mark != "[" && mark != "("
		}
	}
	return "", false, false
}
